import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { errorSentence } from '../../shared/contract/errors.ts';
import type { ErrorBody } from '../../shared/contract/views.ts';
import { openDoor, type TestDoor } from './support/door.ts';
import { standInCore } from './support/standInCore.ts';

async function editorAt(door: TestDoor) {
  const cookie = await door.enter();
  await door.call('session.choose', {}, cookie);
  const headers = { ...door.ownHeaders(cookie), 'content-type': 'application/octet-stream' };
  return {
    headers,
    upload: (path: string, name: string, body: BodyInit = 'text') =>
      fetch(`${door.url}/files/${path}?name=${encodeURIComponent(name)}`, { method: 'POST', headers, body }),
    download: (path: string) => fetch(`${door.url}/files/${path}`, { headers }),
  };
}

/** Names as sent → as the core gets them: shown, never used as a path. */
const names = {
  '../../../etc/passwd': 'passwd',
  '..\\..\\Windows\\win.ini': 'win.ini',
  'C:\\Users\\office\\来稿.docx': '来稿.docx',
  '/etc/cron.d/x': 'x',
  '..': '未命名',
  '': '未命名',
  'a/': '未命名',
  'x\r\nSet-Cookie: a=b.txt': 'x Set-Cookie： a=b.txt',
  'nul\u0000.txt': '_nul.txt',
  'CON.docx': '_CON.docx',
  'exe.\u202excod.docx': 'exe.xcod.docx',
  '\ud800.txt': '\ufffd.txt',
  'name. . .': 'name',
} as const;

test.each(Object.entries(names))('an upload named %j arrives as %j', async (sent, arrived) => {
  const core = standInCore();
  const door = await openDoor(core);
  const { upload } = await editorAt(door);
  expect((await upload('intake', sent.toWellFormed())).status).toBe(200);
  expect(core.reached).toEqual(['session.choose', arrived]);
});

test('a name of ten thousand signs is cut and keeps its extension', async () => {
  const core = standInCore();
  const { upload } = await editorAt(await openDoor(core));
  await upload('intake', `${'长'.repeat(1_500)}.docx`);
  expect(Buffer.byteLength(core.reached.at(-1) ?? '')).toBeLessThanOrEqual(200);
  expect(core.reached.at(-1)).toMatch(/^长+\.docx$/);
});

describe('a file over 20 MB', () => {
  const sentence = (size: string) => `“大稿.docx”有 ${size}，超过上限 20 MB。请去掉图片或拆分后再导入。`;
  const MB = 1024 * 1024;

  test('of 200 MB is named with its size and never held', async () => {
    const core = standInCore();
    const door = await openDoor(core);
    const { headers } = await editorAt(door);
    const before = process.memoryUsage().rss;
    const answer = await sendStream(door, headers, { announced: 200 * MB, chunks: 200 });
    expect(answer).toEqual({ status: 413, sentence: sentence('200 MB') });
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * MB);
    expect(core.reached).toEqual(['session.choose']);
  });

  test('of unknown length is cut where the limit is passed', async () => {
    const door = await openDoor(standInCore());
    const { headers } = await editorAt(door);
    const answer = await sendStream(door, headers, { announced: null, chunks: 30 });
    expect(answer).toEqual({ status: 413, sentence: sentence('20 MB 以上') });
  });

  test('announced as 10 GB is refused before it comes', async () => {
    const door = await openDoor(standInCore());
    const { headers } = await editorAt(door);
    const answer = await sendStream(door, headers, { announced: 10_240 * MB, chunks: 1 });
    expect(answer).toEqual({ status: 413, sentence: sentence('10240 MB') });
  });

  test('begins one byte above', async () => {
    const core = standInCore();
    const { upload } = await editorAt(await openDoor(core));
    expect((await upload('intake', '大稿.docx', new Uint8Array(20 * MB))).status).toBe(200);
    expect((await upload('intake', '大稿.docx', new Uint8Array(20 * MB + 1))).status).toBe(413);
  });
});

test('uploads go to the three known places, as raw bytes, by a chosen person', async () => {
  const core = standInCore();
  const door = await openDoor(core);
  const { upload, headers } = await editorAt(door);
  const post = (path: string, more: Record<string, string>) =>
    fetch(`${door.url}/files/${path}?name=a.txt`, { method: 'POST', headers: { ...headers, ...more }, body: 'x' });
  for (const path of ['other', 'intake/../other', 'issues/1/issue.pdf', '__proto__', '']) {
    expect((await upload(path, 'a.txt')).status, path).toBe(404);
  }
  expect((await post('intake', { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(400);
  expect((await post('intake', { cookie: await door.enter() })).status).toBe(401);
  expect(core.reached).toEqual(['session.choose']);
  expect((await upload('recipients', '名单.xlsx')).status).toBe(200);
  expect(core.reached.at(-1)).toBe('recipients 名单.xlsx');
});

describe('a stored file', () => {
  test('is never shown as a page, whatever it says it is', async () => {
    const { download } = await editorAt(await openDoor(standInCore()));
    for (const path of ['originals/a-1', 'originals/a-1?show', 'issues/b_2/issue.html?show']) {
      const { headers, status } = await download(path);
      expect(status, path).toBe(200);
      expect(headers.get('content-type'), path).toBe('application/octet-stream');
      expect(headers.get('content-disposition'), path).toBe(
        `attachment; filename="_19_.html"; filename*=UTF-8''%E7%AC%AC19%E6%9C%9F.html`,
      );
      expect(headers.get('content-security-policy'), path).toMatch(/; sandbox$/);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    }
  });

  test('opens in the window only when it is a PDF of our own', async () => {
    const pdf = { bytes: new Uint8Array([1]), name: 'issue.pdf', type: 'application/pdf' };
    const core = standInCore({ files: { download: async () => pdf, upload: async () => null } });
    const { download } = await editorAt(await openDoor(core));
    const dispositions = ['issues/1/issue.pdf?show', 'issues/1/issue.pdf', 'originals/1?show'].map(
      async (path) => (await download(path)).headers.get('content-disposition')?.split(';')[0],
    );
    expect(await Promise.all(dispositions)).toEqual(['inline', 'attachment', 'attachment']);
  });
});

/**
 * Uploads `chunks` MB without holding them and reads the answer. A body as long as announced is sent to its end first: not
 * every browser looks at an answer before.
 */
async function sendStream(
  door: TestDoor,
  headers: Record<string, string>,
  { announced, chunks }: { announced: number | null; chunks: number },
): Promise<{ status: number; sentence: string }> {
  const chunk = new Uint8Array(1024 * 1024);
  const outgoing = request(`${door.url}/files/intake?name=${encodeURIComponent('大稿.docx')}`, {
    method: 'POST',
    headers: announced === null ? headers : { ...headers, 'content-length': announced },
  });
  const answer = new Promise<IncomingMessage>((resolve, reject) =>
    outgoing.on('response', resolve).on('error', reject),
  );
  const sent = new Promise<void>((resolve, reject) => {
    const send = (left: number): void => {
      if (left > 0) outgoing.write(chunk, (error) => (error ? reject(error) : send(left - 1)));
      else if (announced === null || announced === chunks * chunk.length) outgoing.end(resolve);
      else resolve();
    };
    send(chunks);
  });
  const [incoming] = await Promise.all([answer, sent]);
  const { error } = JSON.parse(await text(incoming)) as ErrorBody;
  outgoing.destroy();
  return { status: incoming.statusCode ?? 0, sentence: errorSentence(error) };
}
