import { readFileSync } from 'node:fs';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../electron/intake/index.ts';
import { docx, docxParts, p, refusal, zip } from './support.ts';

const read = async (body: string, more: Record<string, string | Uint8Array> = {}) =>
  readFile({ name: '来稿.docx', bytes: docx(body, more) });
const textOf = async (body: string, more: Record<string, string> = {}) => (await read(body, more)).text;

describe('documents of real programs', () => {
  test('a document of the docx package', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const bytes = await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              new Paragraph('区审计局“三个聚焦”护航复工'),
              new Paragraph({ children: [new TextRun('近日，'), new TextRun({ text: '区审计局', bold: true })] }),
              new Table({ rows: [new TableRow({ children: [cell('单位'), cell('数量')] })] }),
            ],
          },
        ],
      }),
    );
    const { text, reader } = await readFile({ name: 'a.docx', bytes });
    expect(reader).toBe('docx');
    expect(text).toBe('区审计局“三个聚焦”护航复工\n近日，区审计局\n单位 数量\n');
  });

  test('a document of LibreOffice', async () => {
    const bytes = readFileSync(new URL('../../fixtures/intake/libreoffice.docx', import.meta.url));
    const { text } = await readFile({ name: 'a.docx', bytes });
    expect(text).toBe(
      '区人社局“保姆式”服务缓解企业用工难\n近日，区人社局组织14个企业、3 280个岗位开展线上招聘。\n第二行。\n单位 岗位\n中铝 120\n（区人社局）\n',
    );
  });
});

describe('the text as the printed page shows it', () => {
  test('a document named .txt is read for what it is', async () => {
    expect((await readFile({ name: '来稿.txt', bytes: docx(p('正文')) })).reader).toBe('docx');
  });

  test('revisions are read as accepted, and told', async () => {
    const { text, warnings } = await read(
      '<w:p><w:r><w:t>办结</w:t></w:r><w:del><w:r><w:delText>44</w:delText></w:r></w:del>' +
        '<w:ins><w:r><w:t>45</w:t></w:r></w:ins><w:r><w:t>项</w:t></w:r></w:p>' +
        '<w:p><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom></w:p>',
    );
    expect(text).toBe('办结45项\n\n');
    expect(warnings).toEqual(['文件带有修订痕迹，已按接受全部修订后的文字读入。']);
  });

  test('control characters are no text', async () => {
    expect(await textOf(p('正\u0000\u0007文'))).toBe('正文\n');
  });

  test('a paragraph whose end was deleted runs on into the next', async () => {
    const joined = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>${p('后半')}`;
    expect(await textOf(joined)).toBe('前半后半\n');
  });

  test('hidden text stays out, and is told', async () => {
    const run = (mark: string, text: string) => `<w:r><w:rPr>${mark}</w:rPr><w:t>${text}</w:t></w:r>`;
    const { text, warnings } = await read(
      `<w:p>${run('<w:vanish/>', '暗')}${run('<w:vanish w:val="0"/>', '明')}${run('<w:b/>', '文')}</w:p>`,
    );
    expect(text).toBe('明文\n');
    expect(warnings).toEqual(['文件中有隐藏文字，没有读入。']);
  });

  test('line breaks, links, fields and content controls keep their text', async () => {
    const body =
      '<w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t></w:r><w:hyperlink><w:r><w:t>三</w:t></w:r></w:hyperlink>' +
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>' +
      '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3月6日</w:t></w:r>' +
      `<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p><w:sdt><w:sdtContent>${p('四')}</w:sdtContent></w:sdt>`;
    expect(await textOf(body)).toBe('一\n二三3月6日\n四\n');
  });

  test('a text box is read once, after its paragraph', async () => {
    const box = `<w:txbxContent>${p('框内')}</w:txbxContent>`;
    const body =
      `<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(await textOf(body)).toBe('正文\n框内\n');
  });

  test('automatic numbers become text', async () => {
    const numbered = (level: number, text: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const level = (index: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%2.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
    const body = [
      numbered(0, '抓复工'),
      numbered(1, '摸底'),
      numbered(1, '派人'),
      numbered(0, '抓防控'),
      numbered(1, '测温'),
    ];
    const { text, warnings } = await read(body.join(''), { 'word/numbering.xml': numbering });
    expect(text).toBe('一、抓复工\n1.摸底\n2.派人\n二、抓防控\n1.测温\n');
    expect(warnings).toEqual(['自动编号已转为文字，请核对序号。']);
  });

  test('a table that only frames the text keeps its paragraphs', async () => {
    expect(await textOf(`<w:tbl><w:tr><w:tc>${p('一')}${p('二')}</w:tc></w:tr></w:tbl>`)).toBe('一\n二\n');
  });

  test('notes follow the text, pictures are handed on', async () => {
    const { text, warnings, attachments } = await read(
      '<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
      {
        'word/footnotes.xml': `<w:footnotes xmlns:w="w"><w:footnote w:type="separator">${p('—')}</w:footnote><w:footnote w:id="1">${p('据统计局')}</w:footnote></w:footnotes>`,
        'word/media/image1.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
        'word/media/image2.emf': 'drawing',
      },
    );
    expect(text).toBe('正文\n据统计局\n');
    expect(warnings).toEqual([
      '文件中有脚注或尾注，已放在正文之后。',
      '文件中有 1 张图片，已作为附件保留，未读入正文。',
      '文件中有 1 个图形不是常见的图片格式，未读入，请看原文件。',
    ]);
    expect(attachments.map(({ name }) => name)).toEqual(['image1.png', 'image2.emf']);
  });
});

describe('documents that are none', () => {
  test('a .docx that is no zip', async () => {
    const sentence = await refusal(new TextEncoder().encode('只是文字'), '来稿.docx', 'file-damaged');
    expect(sentence).toBe(
      '“来稿.docx”已损坏，读不出内容：内容不是 Word 文档。请让来稿单位重新发送，或另存一份再导入。',
    );
  });

  test('a workbook is an unknown type', async () => {
    await refusal(zip({ 'xl/workbook.xml': '<workbook/>' }), '表.xlsx', 'file-unknown-type');
  });

  test('a document cut short, anywhere', async () => {
    const whole = docx(p('正文'.repeat(400)));
    for (let length = 4; length < whole.length; length += 97)
      await refusal(whole.subarray(0, length), 'a.docx', 'file-damaged');
  });

  test('one flipped bit is noticed though the text still reads well', async () => {
    const bytes = zip(docxParts(p('爱国卫生运动')), { level: 0 });
    const at = Buffer.from(bytes).indexOf('爱') + 2;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await refusal(bytes, 'a.docx', 'file-damaged');
  });

  test('a declaration of entities', async () => {
    const bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">]><w:document xmlns:w="w"><w:body><w:p/></w:body></w:document>';
    await refusal(zip({ ...docxParts(''), 'word/document.xml': bomb }), 'a.docx', 'file-unsafe');
  });

  test('elements nested without end', async () => {
    await refusal(docx('<w:sdt>'.repeat(10_000) + '</w:sdt>'.repeat(10_000)), 'a.docx', 'file-unsafe');
  });
});

describe('archives made to harm', () => {
  /** Writes a 32-bit number into every directory record of the archive. */
  function forge(bytes: Uint8Array, offset: number, value: number): Uint8Array {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < bytes.length - 46; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + offset, value, true);
    }
    return bytes;
  }

  test('one that unpacks to more than 100 MB', async () => {
    const part = new Uint8Array(60 * 1024 * 1024);
    await refusal(zip({ ...docxParts(p('a')), 'word/a.bin': part, 'word/b.bin': part }), 'a.docx', 'file-unsafe');
  });

  test('one that says less than it holds', async () => {
    await refusal(forge(docx(p('正文')), 24, 10), 'a.docx', 'file-unsafe');
  });

  test('one whose parts lie over each other', async () => {
    await refusal(forge(docx(p('正文')), 42, 0), 'a.docx', 'file-unsafe');
  });

  test('one with a part outside the document', async () => {
    await refusal(zip({ ...docxParts(p('a')), '../../evil.txt': 'x' }), 'a.docx', 'file-unsafe');
  });

  test('one with more parts than any document has', async () => {
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`word/${index}.xml`, 'x']));
    await refusal(zip({ ...docxParts(p('a')), ...many }), 'a.docx', 'file-unsafe');
  });

  test('one that asks for a password', async () => {
    const bytes = docx(p('正文'));
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 46; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true);
    }
    await refusal(bytes, 'a.docx', 'file-encrypted');
  });
});
