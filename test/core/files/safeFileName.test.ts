import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName } from '../../../electron/core/files/safeFileName.ts';
import { tempFolder } from '../db/support.ts';

test('an ordinary Chinese name stays as it is', () => {
  for (const name of [
    '上街信息 2020年第19期.pdf',
    '精准服务 主动作为（三）.docx',
    '“一建二抓”.txt',
    'COMMA.txt',
    'nullius',
  ]) {
    expect(safeFileName(name)).toBe(name);
  }
});

test('signs that a system forbids become their full-width twins', () => {
  expect(safeFileName('3/8 节: “a<b>c” |x| \\ ? *.txt')).toBe('3／8 节： “a＜b＞c” ｜x｜ ＼ ？ ＊.txt');
  expect(safeFileName('../../etc/passwd')).toBe('／..／etc／passwd');
});

test('names of devices, dots at the ends and empty names are made legal', () => {
  expect(['CON', 'nul.txt', 'com1.tar.gz', 'LPT².doc', 'aux .txt', 'CONIN$'].map((name) => safeFileName(name))).toEqual(
    ['_CON', '_nul.txt', '_com1.tar.gz', '_LPT².doc', '_aux .txt', '_CONIN$'],
  );
  expect(safeFileName('  .htaccess. . ')).toBe('htaccess');
  expect(['', '...', '\u0000\n', '\u202e'].map((name) => safeFileName(name))).toEqual([
    '未命名',
    '未命名',
    '未命名',
    '未命名',
  ]);
  expect(safeFileName('..', { fallback: '附件' })).toBe('附件');
});

test('what hides or turns the signs beside it goes: the extension shown is the extension there is', () => {
  expect(safeFileName('总结\u202Egpj.exe')).toBe('总结gpj.exe');
  expect(safeFileName('a\u200Bb\u2066c\u2069\uFEFF\u061C.txt')).toBe('abc.txt');
  expect(safeFileName('a\r\nb\tc\u0085.txt')).toBe('a b c.txt');
  expect(safeFileName('half \uD800.txt')).toBe('half \uFFFD.txt');
});

test('a long name is cut between signs and keeps its extension', () => {
  const name = safeFileName(`${'上'.repeat(100)}.docx`);
  expect(name).toBe(`${'上'.repeat(65)}.docx`);
  expect(safeFileName('𠮷'.repeat(100), { maxBytes: 10 })).toBe('𠮷𠮷');
});

test('a name of a hundred thousand dots costs no time worth naming', () => {
  expect(safeFileName(`${'.'.repeat(100_000)}x${'.'.repeat(100_000)}x`)).toMatch(/^x\.*/);
});

test('whatever the text, the name is legal, stays the same when made safe again, and can be written', () => {
  const folder = tempFolder();
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom('.', ' ', '/', 'CON', 'nul', '上', '\u202e', '\uD800', '1', '²'),
      maxLength: 12,
    }),
  );
  fc.assert(
    fc.property(text, (given) => {
      const name = safeFileName(given);
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]|^[\s.]|[\s.]$/u);
      expect(name).not.toMatch(/^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(\.|$)/i);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
      expect(Buffer.byteLength(name)).toBeGreaterThan(0);
      expect(safeFileName(name)).toBe(name);
      const file = path.join(folder, name);
      fs.writeFileSync(file, '');
      expect(path.dirname(file)).toBe(folder);
    }),
    { numRuns: 500 },
  );
});
