import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../electron/intake/index.ts';
import { docx, p, refusal } from './support.ts';

/** Made by LibreOffice from a document with a head, page numbers and a table. */
const DOC = readFileSync(new URL('../../fixtures/intake/libreoffice.doc', import.meta.url));

/** A copy with something changed. */
function altered(change: (copy: Buffer) => void): Uint8Array {
  const copy = Buffer.from(DOC);
  change(copy);
  return copy;
}

/** Where the WordDocument stream begins: its mark stands at the start of a sector. */
function headOf(copy: Buffer): number {
  for (let at = 512; at < copy.length; at += 512) if (copy.readUInt16LE(at) === 0xa5ec) return at;
  throw new Error('no Word document in it');
}

describe('Word 97–2003', () => {
  test.each(['来稿.doc', '来稿.wps', '来稿.docx'])('%s: paragraphs and table rows, one a line', async (name) => {
    const { reader, text, warnings, fields } = await readFile({ name, bytes: DOC });
    expect(reader).toBe('doc');
    expect(text.split('\n').slice(0, 3)).toEqual([
      '关于开展爱国卫生运动情况的报告',
      '今年以来，中心路街道认真贯彻落实上级部署，广泛发动群众参与爱国卫生运动，累计出动志愿者1,260人次，清理卫生死角87处，清运垃圾45.6吨，辖区环境面貌明显改善，群众满意度达到96.5%。',
      '一是加强组织领导。成立由主要领导任组长的工作专班，制定实施方案，划分责任网格32个，做到定人、定岗、定责。',
    ]);
    expect(text).toMatch(/\n新安西路\s320\s21\n/);
    expect(warnings).toContain('页眉页脚没有读入正文：“中心路街道信息专报”。');
    expect(fields.phone).toBe('68921234');
  });

  test('a new document with the old ending is read as what it is', async () => {
    expect((await readFile({ name: 'a.doc', bytes: docx(p('爱国卫生运动')) })).reader).toBe('docx');
  });
});

describe('refused', () => {
  test('the password flag', async () => {
    const locked = altered((copy) =>
      copy.writeUInt16LE(copy.readUInt16LE(headOf(copy) + 10) | 0x0100, headOf(copy) + 10),
    );
    await refusal(locked, 'a.doc', 'file-encrypted');
  });

  test('a new document with a password, which lies in the old container', async () => {
    const locked = altered((copy) => {
      const at = copy.indexOf(Buffer.from('WordDocument', 'utf16le'));
      Buffer.from('EncryptedPackage', 'utf16le').copy(copy, at);
      copy.writeUInt16LE(34, at + 64);
    });
    await refusal(locked, 'a.docx', 'file-encrypted');
  });

  test('cut at any place', async () => {
    for (const share of [0.05, 0.3, 0.6, 0.9])
      await refusal(DOC.subarray(0, DOC.length * share), 'a.doc', 'file-damaged');
  });

  test('sectors that follow each other in a circle', async () => {
    const circle = altered((copy) => {
      const table = (copy.readUInt32LE(0x4c) + 1) * 512;
      const first = copy.readUInt32LE(0x30);
      copy.writeUInt32LE(first, table + first * 4);
    });
    expect(await refusal(circle, 'a.doc', 'file-damaged')).toContain('循环');
  });

  test('the container of another program', async () => {
    const workbook = altered((copy) => {
      const at = copy.indexOf(Buffer.from('WordDocument', 'utf16le'));
      Buffer.from('Workbook\0\0\0\0', 'utf16le').copy(copy, at);
      copy.writeUInt16LE(18, at + 64);
    });
    await refusal(workbook, 'a.doc', 'file-unknown-type');
  });

  test('Word 95', async () => {
    const old = altered((copy) => copy.writeUInt16LE(0xa5dc, headOf(copy)));
    expect(await refusal(old, 'a.doc', 'file-damaged')).toContain('Word 95');
  });

  test('a .doc that is no document', async () => {
    await refusal(new TextEncoder().encode('只是文字'), 'a.doc', 'file-damaged');
  });
});
