import mammoth from 'mammoth';
import { afterAll, describe, expect, test } from 'vitest';
import { createPress, nodeFork, PressError } from '../../../electron/press/index.ts';
import type { Bulletin } from '../../../shared/domain/bulletin.ts';
import { bare, smallBulletin } from '../../support/bulletins.ts';
import { pdfPages } from '../../support/pdf.ts';

const press = createPress({ fork: nodeFork() });
afterAll(() => press.close());

const pdfText = async (bulletin: Bulletin) =>
  (await pdfPages(await press.pdf(bulletin))).join('').replace(/—\d+—/g, '');
const docxText = async (bulletin: Bulletin) =>
  bare((await mammoth.extractRawText({ buffer: Buffer.from(await press.docx(bulletin)) })).value);

/** The sentence the press refuses with. */
async function refusal(work: Promise<unknown>): Promise<{ code: string; sentence: string }> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof PressError)) throw new Error(`not refused: ${String(error)}`);
  return { code: error.code, sentence: error.message };
}

describe('printed as the text it is', () => {
  const strange = [
    '#set text(red) #let x = 1 #panic("x")',
    '$ sum_(i=1)^n $ @label <label> *粗* _斜_ `代码` // 注释 /* 注释 */',
    '<w:p><w:r>&amp;</w:r></w:p> ]]> <!-- -->',
    '\\u{4e2d} \\n "引号" \'单引号\' {} [] ~ -- ---',
    'http://example.gov.cn/?a=1&b=2#c',
  ];
  test.each(strange)('%s', async (text) => {
    const bulletin = smallBulletin([{ title: text, text: `正文${text}`, source: text }]);
    const wanted = bare(`${text}正文${text}（${text}）`);
    expect(await pdfText(bulletin)).toContain(wanted);
    expect(await docxText(bulletin)).toContain(wanted);
    expect(bare(new TextDecoder().decode(press.txt(bulletin)))).toContain(wanted);
  });

  test('control characters and half a surrogate pair do no harm', async () => {
    const bulletin = smallBulletin([{ title: '标题\u0000', text: '正\u0001文\u001b[31m\u202e反\ud800' }]);
    expect(await docxText(bulletin)).toContain('标题正文[31m反');
    expect(await pdfText(bulletin)).toContain('标题正文[31m反');
  });

  test('an item of 100,000 characters', async () => {
    const text = '上街区委办公室编印本期信息，请各单位认真阅读。'.repeat(4348);
    const pages = await pdfPages(await press.pdf(smallBulletin([{ title: '长稿', text }])));
    expect(pages.length).toBeGreaterThan(150);
    expect(pages.join('').replace(/—\d+—/g, '')).toContain(text);
  });

  test('a rare character is set by another font and named', async () => {
    const bulletin = smallBulletin([{ text: '王喆、李婻到会' }]);
    const { bytes, strayGlyphs } = await press.pressedPdf(bulletin);
    expect((await pdfPages(bytes)).join('')).toContain('王喆、李婻到会');
    const fang = (await press.fonts()).find((font) => font.role === '仿宋')?.used;
    // FandolFang, which the set-up brings, lacks both.
    if (fang === 'FandolFang R')
      expect(strayGlyphs).toEqual([{ role: '仿宋', family: 'FandolFang R', characters: ['喆', '婻'] }]);
  });
});

describe('refused with a sentence', () => {
  test('a bulletin without entries', async () => {
    expect(await refusal(press.pdf(smallBulletin([])))).toEqual({
      code: 'empty',
      sentence: '这一期还没有稿件，请先编入稿件',
    });
  });

  test.each(['', '  \u3000\n', '\u0000\u200b'])('an entry whose text is only %j', async (text) => {
    const refused = { code: 'emptyEntry', sentence: '稿件“空稿”没有正文，请补上正文或移出本期' };
    const bulletin = smallBulletin([{ text: '有字' }, { title: '空稿', text }]);
    expect(await refusal(press.pdf(bulletin))).toEqual(refused);
    expect(await refusal(press.docx(bulletin))).toEqual(refused);
    expect(() => press.txt(bulletin)).toThrow(refused.sentence);
  });

  test('a character no font has, named with its code; before the export too', async () => {
    const bulletin = smallBulletin([{ text: '私用\uf8ff字' }]);
    expect((await press.glyphs(bulletin)).nowhere).toEqual(['\uf8ff']);
    const { code, sentence } = await refusal(press.pdf(bulletin));
    expect(code).toBe('missingGlyph');
    expect(sentence).toContain('U+F8FF');
  });

  test('a picture whose bytes are gone', async () => {
    const bulletin = smallBulletin([{ body: [{ kind: 'picture', hash: 'ab12', caption: '现场' }] }]);
    expect((await refusal(press.pdf(bulletin))).code).toBe('missingPicture');
  });
});
