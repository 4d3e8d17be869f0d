import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { IntakeError, type IntakeErrorCode } from '../../../electron/intake/index.ts';
import {
  createFileReader,
  type FileReader,
  READ_PROCESS,
  type ReadingPort,
} from '../../../electron/intake/readInChild.ts';
import { nodeFork } from '../../../electron/press/index.ts';
import { pdf, put } from './pdfSupport.ts';
import { docx, p } from './support.ts';

let started = 0;
const fork = () => {
  started += 1;
  return nodeFork(READ_PROCESS)();
};
const readers: FileReader[] = [];
function reader(limits: { patience?: number; memoryLimit?: number } = {}): FileReader {
  const made = createFileReader({ fork, ...limits });
  readers.push(made);
  return made;
}
afterAll(() => Promise.all(readers.map((one) => one.close())));

const utf8 = (text: string) => new TextEncoder().encode(text);
const GOOD = { name: '三月/来稿.docx', bytes: docx(p('爱国卫生运动')) };

async function refusalBy(one: FileReader, name: string, bytes: Uint8Array, code: IntakeErrorCode): Promise<string> {
  const error: unknown = await one.read({ name, bytes }).then(
    ({ text }) => `read as: ${text.slice(0, 100)}`,
    (reason: unknown) => reason,
  );
  if (!(error instanceof IntakeError)) throw new Error(`no refusal: ${String(error)}`);
  expect(error.code).toBe(code);
  return error.message;
}

describe('a process of its own', () => {
  test('reads as the readers do, its sentences come through, and one process serves many files', async () => {
    const one = reader();
    const before = started;
    const [read, refused] = await Promise.all([
      one.read(GOOD),
      refusalBy(one, '三月/坏.docx', utf8('x'), 'file-damaged'),
    ]);
    expect(read.text).toBe('爱国卫生运动\n');
    expect(refused).toBe('“坏.docx”已损坏，读不出内容：内容不是 Word 文档。请让来稿单位重新发送，或另存一份再导入。');
    expect((await one.read({ name: 'b.txt', bytes: utf8('文字') })).text).toBe('文字');
    expect(started - before).toBe(1);
  });

  test('attachments come over as bytes', async () => {
    const { attachments } = await reader().read({
      name: 'a.docx',
      bytes: docx(p('甲'), { 'word/media/p.png': 'picture' }),
    });
    expect(attachments.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([['p.png', 'picture']]);
  });

  test('a file over the size limit starts nothing', async () => {
    const before = started;
    await refusalBy(reader(), 'a.txt', new Uint8Array(21 * 1024 * 1024), 'file-too-large');
    expect(started).toBe(before);
  });
});

describe('limits, kept from outside', () => {
  test('a file that takes too long is given up with its process, and the next one is read by another', async () => {
    let killed = false;
    const listeners: ((message: unknown) => void)[] = [];
    const silent: ReadingPort = {
      post: () => {
        for (const listener of listeners) listener({ kind: 'begun', id: 1 });
      },
      onMessage: (listener) => {
        listeners.push(listener);
        listener({ kind: 'ready' });
      },
      onExit: () => {},
      kill: () => {
        killed = true;
      },
    };
    const ports = [() => silent, fork];
    const one = createFileReader({ fork: () => (ports.shift() ?? fork)(), patience: 3_000 });
    readers.push(one);
    expect(await refusalBy(one, '慢.docx', GOOD.bytes, 'file-too-slow')).toContain('“慢.docx”读取超过 3 秒，已停止。');
    expect(killed).toBe(true);
    expect((await one.read(GOOD)).text).toBe('爱国卫生运动\n');
  });

  test('a PDF that unpacks to half a gigabyte is stopped at 300 MB, and the next file is read', async () => {
    const one = reader({ patience: 60_000 });
    const sentence = await refusalBy(one, '炸弹.pdf', bomb(512), 'file-too-heavy');
    expect(sentence).toContain('“炸弹.pdf”读取时占用内存超过 300 MB，已停止。');
    expect((await one.read(GOOD)).text).toBe('爱国卫生运动\n');
  });

  test('closing ends what is being read', async () => {
    const one = reader();
    await one.read(GOOD);
    const reading = one
      .read({ name: 'a.docx', bytes: docx(p('字'.repeat(2_000_000))) })
      .catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await one.close();
    expect(String(await reading)).toContain('closed');
  });
});

/** A page whose content is `megabytes` of blanks, packed twice so that the file stays small. */
function bomb(megabytes: number): Uint8Array {
  const packed = deflateSync(deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 32), { level: 1 })).toString('latin1');
  const whole = Buffer.from(pdf([put(72, 700, 16, 'a'), '@']));
  const text = whole.toString('latin1');
  return Buffer.from(
    text.replace(
      '<< /Length 1 >>\nstream\n@\n',
      () => `<< /Length ${packed.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n${packed}\n`,
    ),
    'latin1',
  );
}
