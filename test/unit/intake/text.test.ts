import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../electron/intake/index.ts';
import { refusal } from './support.ts';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url));
const utf8 = (text: string) => new TextEncoder().encode(text);

/** UTF-16 bytes with their mark. */
function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

const sentence = '近日，区住建局深入工地，督促企业落实复工防控措施，目前12个项目已全部复工。（区住建局）\n';

describe('the encoding of a text file', () => {
  test('a whole issue in GB18030 reads as it does in UTF-8, without a doubt', async () => {
    const legacy = await readFile({ name: '001.txt', bytes: fixture('intake/001.gb18030.txt') });
    const modern = await readFile({ name: '001.txt', bytes: fixture('corpus/001.txt') });
    expect(legacy.text).toBe(modern.text);
    expect(legacy.warnings).toEqual([]);
  });

  test('one sentence is enough to tell GB18030', async () => {
    expect((await readFile({ name: 'a.txt', bytes: fixture('intake/short.gb18030.txt') })).text).toBe(sentence);
  });

  test('traditional text in Big5 is told from GB18030', async () => {
    const { text } = await readFile({ name: 'notice.txt', bytes: fixture('intake/notice.big5.txt') });
    expect(text).toContain('區政府辦公室：為進一步做好防疫工作');
  });

  test.each([
    ['UTF-8 with a mark', utf8(`\ufeff${sentence}`)],
    ['UTF-16 little-endian', utf16(sentence, 'le')],
    ['UTF-16 big-endian', utf16(sentence, 'be')],
    ['UTF-16 that lost its mark', utf16(sentence, 'le').subarray(2)],
  ])('%s reads alike', async (_, bytes) => {
    expect((await readFile({ name: 'a.txt', bytes: bytes })).text).toBe(sentence);
  });

  test('a UTF-8 text with one damaged character is read, and the editor is told', async () => {
    const bytes = Buffer.concat([utf8(sentence.repeat(5)), Buffer.from([0xe4, 0xb8]), utf8('完。')]);
    const { text, warnings } = await readFile({ name: 'a.txt', bytes: bytes });
    expect(text).toContain('（区住建局）\n\ufffd完。');
    expect(warnings).toEqual(['有 1 处文字已损坏，读入后显示为 \ufffd，请对照原件补上。']);
  });

  test('bytes that are Chinese in no encoding are refused rather than stored as gibberish', async () => {
    const bytes = Uint8Array.from({ length: 600 }, (_, index) => 0x80 + ((index * 37) % 0x7f));
    expect(await refusal(bytes, '来稿.txt', 'file-encoding')).toContain('“来稿.txt”的文字编码无法确定');
  });

  test('any Chinese text in UTF-8 or UTF-16 comes back character for character', async () => {
    const han = fc.string({
      unit: fc.constantFrom(...'区委办公室发出的第十九期信息，共45份。“双胜利”'),
      minLength: 1,
      maxLength: 200,
    });
    await fc.assert(
      fc.asyncProperty(
        han,
        fc.constantFrom(utf8, (text: string) => utf16(text, 'be')),
        async (text, encode) => {
          fc.pre(/[\p{L}\p{N}]/u.test(text));
          expect((await readFile({ name: 'a.txt', bytes: encode(text) })).text).toBe(text);
        },
      ),
    );
  });
});

test('line ends, no-break spaces and form feeds become plain ones; invisible characters go', async () => {
  const { text } = await readFile({ name: 'a.txt', bytes: utf8('一\r\n二\r三\f四\u00a0五\u200b六\u0007') });
  expect(text).toBe('一\n二\n三\n四 五六');
});

describe('what is no text', () => {
  test('an empty file', async () => {
    expect(await refusal(new Uint8Array(), '空.txt', 'file-empty')).toBe('“空.txt”是空文件。请检查后重新选择。');
  });

  test('a file with nothing but blanks', async () => {
    await refusal(utf8('\n \u3000\n---\n'), '空.txt', 'file-no-text');
  });

  test('a file over the limit, by its size alone', async () => {
    expect(await refusal(new Uint8Array(20 * 1024 * 1024 + 1), '大.txt', 'file-too-large')).toContain('超过上限 20 MB');
  });

  test.each([
    ['photo.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['renamed.txt', utf8('Rar!\x1a\x07')],
    ['program.txt', Uint8Array.from({ length: 400 }, (_, index) => (index * 7) % 256)],
    ['notes.xyz', utf8('文字')],
  ])('%s is an unknown type', async (name, bytes) => {
    expect(await refusal(bytes, name, 'file-unknown-type')).toContain(`“${name}”`);
  });
});

describe('marks and bytes that lie', () => {
  const read = async (...parts: Uint8Array[]) => readFile({ name: 'a.txt', bytes: Buffer.concat(parts) });

  test('an encoding mark the bytes do not keep to is seen through, and told', async () => {
    const wrong16 = await read(Buffer.from([0xff, 0xfe]), utf8(sentence));
    expect(wrong16.text).toBe(sentence);
    expect(wrong16.warnings).toEqual(['文件开头的编码标记与内容不符，已按 UTF-8 读入，请核对文字是否正确。']);
    const wrong8 = await read(Buffer.from([0xef, 0xbb, 0xbf]), fixture('intake/short.gb18030.txt'));
    expect(wrong8.text).toBe((await read(fixture('intake/short.gb18030.txt'))).text);
    expect(wrong8.warnings).toHaveLength(1);
  });

  test('a few null bytes in a text are taken out, and told', async () => {
    const { text, warnings } = await read(utf8(sentence.replace('，', '\0，')));
    expect(text).toBe(sentence);
    expect(warnings).toEqual(['文件中有 1 个空字符，已去掉，请对照原件核对。']);
  });
});

describe('web pages saved as files', () => {
  const page =
    '<html><head><title>t</title></head><body><p>区发改委推进工作。</p><script>alert(1)</script></body></html>';

  test.each(['来稿.html', '来稿.doc', '来稿.txt'])('%s is read for its text alone', async (name) => {
    const { text, reader } = await readFile({ name, bytes: utf8(`<!DOCTYPE html>\n${page}`) });
    expect([reader, text]).toEqual(['html', '区发改委推进工作。\n']);
  });

  test('in the encoding they name', async () => {
    const head = utf8('<html><meta charset="gb2312"><p>');
    const bytes = Buffer.concat([head, fixture('intake/short.gb18030.txt')]);
    expect((await readFile({ name: 'a.htm', bytes })).text).toBe(sentence);
  });
});

test('the sentence names the file without its folders', async () => {
  const sentence = await refusal(new Uint8Array(), 'C:\\来稿\\三月\\空.txt', 'file-empty');
  expect(sentence).toContain('“空.txt”');
});

test('writer, signer and telephone around a text are recognised, and stay in it', async () => {
  const text = '正文。\n撰稿人：张三　审核人：李四\n联系电话：0371-68921234\n';
  const intake = await readFile({ name: 'a.txt', bytes: utf8(text) });
  expect(intake.fields).toEqual({ author: '张三', signer: '李四', phone: '0371-68921234' });
  expect(intake.text).toBe(text.replace('\u3000', ' '));
});

test('a sentence that speaks of an examiner is no field', async () => {
  const intake = await readFile({
    name: 'a.txt',
    bytes: utf8('会议要求，审核人：各单位主要负责人要逐件把关，签发人要负总责。\n'),
  });
  expect(intake.fields).toEqual({});
});
