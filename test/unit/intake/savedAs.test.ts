import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../electron/intake/index.ts';
import { refusal } from './support.ts';

/** Documents saved in another form under the name of a Word document. */

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000030000000208060000', 'hex');
/** Made by LibreOffice: Word 2003 XML. */
const WORD_2003 = readFileSync(new URL('../../fixtures/intake/libreoffice.2003.xml', import.meta.url));

function mht(charset: string, page: Buffer): Uint8Array {
  const lines = [
    'From: "Saved by WPS Office"',
    'Subject: ',
    'Date: Mon, 15 Jun 2020 09:12:00 +0800',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="----=_NextPart"',
    '',
    '------=_NextPart',
    'Content-Location: file:///C:/1/a.htm',
    'Content-Transfer-Encoding: base64',
    `Content-Type: text/html; charset="${charset}"`,
    '',
    page.toString('base64'),
    '------=_NextPart',
    'Content-Location: file:///C:/1/a.files/image001.png',
    'Content-Transfer-Encoding: base64',
    'Content-Type: image/png',
    '',
    PNG.toString('base64'),
    '------=_NextPart--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

describe('a single-file page', () => {
  test.each(['来稿.doc', '来稿.mht', '来稿.wps'])('%s: its paragraphs, the picture beside them', async (name) => {
    const page = Buffer.from(
      '<html><body><p>爱国卫生运动</p><p>清理死角87处。</p><img src="a.files/image001.png"></body></html>',
    );
    const { reader, text, warnings, attachments } = await readFile({ name, bytes: mht('utf-8', page) });
    expect([reader, text]).toEqual(['mht', '爱国卫生运动\n清理死角87处。\n']);
    expect(warnings).toEqual(['文件中有 1 张图片，已作为附件保留，未读入正文。']);
    expect(attachments.map(({ bytes }) => Buffer.from(bytes))).toEqual([PNG]);
  });

  test('in the encoding it names', async () => {
    const page = Buffer.concat([
      Buffer.from('<html><p>'),
      Buffer.from('b0aeb9facec0c9fad4cbb6afa3acc7e5c0edcbc0bdc73837b4a6a1a3', 'hex'),
      Buffer.from('</p></html>'),
    ]);
    expect((await readFile({ name: 'a.doc', bytes: mht('gb2312', page) })).text).toBe('爱国卫生运动，清理死角87处。\n');
  });
});

describe('Word 2003 XML', () => {
  test.each(['来稿.doc', '来稿.xml'])(
    '%s: paragraphs and table rows, as of the document it was made from',
    async (name) => {
      const docx = readFileSync(new URL('../../fixtures/intake/libreoffice.docx', import.meta.url));
      const { reader, text } = await readFile({ name, bytes: WORD_2003 });
      expect(reader).toBe('wordxml');
      expect(text.trimEnd()).toBe((await readFile({ name: 'a.docx', bytes: docx })).text.trimEnd());
    },
  );

  const W = 'http://schemas.microsoft.com/office/word/2003/wordml';
  const document2003 = (body: string) =>
    Buffer.from(
      `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="${W}" xmlns:wx="wx" xmlns:aml="aml"><w:body><wx:sect>${body}</wx:sect></w:body></w:wordDocument>`,
    );

  test('shown numbers, notes and pictures are kept, deleted words are not', async () => {
    const body =
      '<w:p><w:pPr><w:listPr><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr></w:pPr><w:r><w:t>强化领导</w:t></w:r></w:p>' +
      '<w:p><w:r><w:t>抽检126批次</w:t></w:r><w:r><w:footnote><w:p><w:r><w:t>截至6月15日</w:t></w:r></w:p></w:footnote></w:r>' +
      '<aml:annotation aml:id="1" w:type="Word.Deletion"><aml:content><w:r><w:delText>左右</w:delText></w:r></aml:content></aml:annotation></w:p>' +
      `<w:p><w:r><w:pict><w:binData w:name="wordml://01.png">${PNG.toString('base64')}</w:binData></w:pict></w:r></w:p>`;
    const { text, warnings, attachments } = await readFile({ name: 'a.doc', bytes: document2003(body) });
    expect(text).toBe('一、强化领导\n抽检126批次\n\n截至6月15日\n');
    expect(warnings).toEqual([
      '自动编号已转为文字，请核对序号。',
      '文件中有脚注或尾注，已放在正文之后。',
      '文件带有修订痕迹，已按接受全部修订后的文字读入。',
      '文件中有 1 张图片，已作为附件保留，未读入正文。',
    ]);
    expect(attachments.map(({ name }) => name)).toEqual(['01.png']);
  });

  test('cut short is refused by name', async () => {
    await refusal(WORD_2003.subarray(0, WORD_2003.length / 2), '来稿.doc', 'file-damaged');
  });
});

test('a document of Word saved as one XML file is read as the document it is', async () => {
  const part = (name: string, xml: string) =>
    `<pkg:part pkg:name="${name}"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;
  const flat =
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="p">' +
    part(
      '/_rels/.rels',
      '<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
    ) +
    part(
      '/word/document.xml',
      '<w:document><w:body><w:p><w:r><w:t>爱国卫生运动</w:t></w:r></w:p></w:body></w:document>',
    ) +
    `<pkg:part pkg:name="/word/media/image1.png"><pkg:binaryData>${PNG.toString('base64')}</pkg:binaryData></pkg:part></pkg:package>`;
  const { reader, text, attachments } = await readFile({ name: 'a.doc', bytes: Buffer.from(flat) });
  expect([reader, text]).toEqual(['wordxml', '爱国卫生运动\n']);
  expect(attachments.map(({ name }) => name)).toEqual(['image1.png']);
});
