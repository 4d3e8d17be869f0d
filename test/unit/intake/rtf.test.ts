import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../electron/intake/index.ts';
import { refusal } from './support.ts';

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../../fixtures/intake/${name}`, import.meta.url));
const read = (rtf: string, name = 'a.rtf') => readFile({ name, bytes: Buffer.from(rtf, 'latin1') });

/** As Word writes it under Chinese Windows: bytes of GBK in a font of the Chinese character set. */
const WORD = (body: string) =>
  String.raw`{\rtf1\ansi\ansicpg936\uc2{\fonttbl{\f0\fcharset0 Times;}{\f13\fcharset134 \'cb\'ce\'cc\'e5;}}${body}}`;
const CHINESE = String.raw`\f13\'b0\'ae\'b9\'fa\'ce\'c0\'c9\'fa`;

describe('Rich Text Format', () => {
  test('LibreOffice: the same text as its .doc of the same document', async () => {
    const [rtf, doc] = await Promise.all(
      ['libreoffice.rtf', 'libreoffice.doc'].map((name) => readFile({ name, bytes: fixture(name) })),
    );
    expect(rtf?.reader).toBe('rtf');
    expect(rtf?.text).toBe(doc?.text);
    expect(rtf?.warnings.join()).toContain('中心路街道信息专报');
  });

  test.each([
    ['bytes of GBK', CHINESE, '爱国卫生'],
    ['Unicode with stand-ins', String.raw`\u29233\'b0\'ae\u22269\'b9\'fa`, '爱国'],
    [
      'lines, tabs and signs',
      String.raw`${CHINESE}\line 1\tab 2\par\ldblquote 3\rdblquote\emdash\{`,
      '爱国卫生\n1 2\n“3”—{',
    ],
    ['pictures and unknown groups', String.raw`{\pict 89504e47}{\*\unknown x}{\*\shpinst{\sp{\sn a}}{\shptxt 4}}`, '4'],
    ['raw bytes', String.raw`5{\pict\bin6 {{{}\'x}6`, '56'],
  ])('%s', async (_, body, text) => {
    expect((await read(WORD(body))).text).toBe(`${text}\n`);
  });

  test('hidden and deleted text is left out, and told', async () => {
    const { text, warnings } = await read(WORD(String.raw`1{\v 2}{\deleted 3}4`));
    expect(text).toBe('14\n');
    expect(warnings).toEqual(['文件中有隐藏或已删除的文字，没有读入。']);
  });

  test('named .doc, it is read as what it is', async () => {
    expect((await read(WORD(CHINESE), '来稿.doc')).text).toBe('爱国卫生\n');
  });
});

describe('broken and hostile', () => {
  test('a cut file says so', async () => {
    expect((await read(WORD(CHINESE).slice(0, -1))).warnings).toEqual(['文件不完整，已读到断处为止，请对照原件核对。']);
  });

  test('groups without end', async () => {
    await refusal(Buffer.from(`{\\rtf1 ${'{'.repeat(300)}a`), 'a.rtf', 'file-unsafe');
  });

  test('a .rtf that is none', async () => {
    await refusal(new TextEncoder().encode('只是文字'), 'a.rtf', 'file-damaged');
  });
});
