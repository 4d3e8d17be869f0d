import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import type { IntakeResult } from '../../shared/contract/views.ts';
import { openDesk } from '../core/support/desk.ts';
import { openDoor } from './support/door.ts';

const text = '区发改委推动项目有序开复工 一是建立机制。二是加大督查。（区发改委）';

/** A desk with its door, entered as its first person. */
async function openAll() {
  const desk = await openDesk();
  onTestFinished(() => desk.close());
  const door = await openDoor(desk.core);
  const cookie = await door.enter();
  const [first] = await desk.call('people.list', {});
  await door.call('session.choose', { personId: first?.id }, cookie);
  const headers = { ...door.ownHeaders(cookie), 'content-type': 'application/octet-stream' };
  const upload = async (name: string, body: string) => {
    const address = `${door.url}/files/intake?name=${encodeURIComponent(name)}`;
    const answer = await fetch(address, { method: 'POST', headers, body });
    expect(answer.status, name).toBe(200);
    return (await answer.json()) as IntakeResult;
  };
  return { desk, door, headers, upload };
}

test('a name that climbs is shown by its last part and writes nothing outside the data folder', async () => {
  const { desk, upload } = await openAll();
  const outside = () => [
    ...readdirSync(desk.folder).filter((name) => name !== 'data'),
    ...readdirSync(tmpdir()).filter((name) => name.includes('climbed')),
  ];
  for (const [n, name] of ['../climbed.txt', '..\\..\\climbed.txt', '/tmp/climbed.txt', 'C:climbed.txt'].entries()) {
    const { fileName } = await upload(name, `${n} ${text}`);
    expect(fileName, name).toBeOneOf(['climbed.txt', 'C：climbed.txt']);
  }
  expect(outside()).toEqual([]);
  const inside = readdirSync(path.join(desk.folder, 'data'), { recursive: true }).map(String);
  expect(inside.filter((name) => name.includes('climbed'))).toEqual([]);
});

test('an original comes back byte for byte, as a download', async () => {
  const { door, headers, upload } = await openAll();
  const hostile = `<html><script>alert(1)</script>\r\n${text}`;
  const { submissions } = await upload('来稿.txt', hostile);
  const answer = await fetch(`${door.url}/files/originals/${submissions[0]?.id}`, { headers });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe(hostile);
  expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="__.txt"; filename*=UTF-8''%E6%9D%A5%E7%A8%BF.txt`,
  );
  expect(answer.headers.get('content-security-policy')).toMatch(/; sandbox$/);
});

test('a picture is shown as the kind its first bytes say, in a sandbox; what only calls itself one is not kept', async () => {
  const { desk, door, headers } = await openAll();
  const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13);
  const page = new TextEncoder().encode('<html><script>alert(1)</script>');
  const bytes = zipSync({ '来稿.txt': new TextEncoder().encode(text), 'a.html.png': picture, 'b.svg': page });
  const address = `${door.url}/files/intake?name=${encodeURIComponent('来稿.zip')}`;
  const taken = (await (await fetch(address, { method: 'POST', headers, body: bytes })).json()) as IntakeResult;
  const { pictures } = await desk.call('submissions.get', { id: taken.submissions[0]?.id ?? expect.unreachable() });
  expect(pictures.map(({ name }) => name)).toEqual(['a.html.png']);
  const answer = await fetch(`${door.url}/files/pictures/${pictures[0]?.hash}`, { headers });
  expect(answer.headers.get('content-type')).toBe('image/png');
  expect(answer.headers.get('content-disposition')).toMatch(/^inline/);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-security-policy')).toMatch(/; sandbox$/);
  expect((await fetch(`${door.url}/files/pictures/${pictures[0]?.hash}`)).status).toBe(401);
  expect((await fetch(`${door.url}/files/pictures/..%2Foriginals%2Fx`, { headers })).status).toBe(404);
});
