import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Run } from '../../../shared/page/compose/atoms.ts';
import { mayEndLine, mayStartLine } from '../../../shared/page/compose/characters.ts';
import { latinEm } from '../../../shared/page/compose/latin.ts';
import { type ComposedLine, type ComposeOptions, composeParagraph } from '../../../shared/page/compose/paragraph.ts';
import { timesMetrics } from '../../../shared/page/index.ts';

const options: ComposeOptions = {
  cells: 28,
  indent: 2,
  mode: 'pushIn',
  avoidRunt: true,
  metrics: timesMetrics,
  emCells: 1,
  titleScale: 1,
  authorSpaceCells: 0.5,
};
const run = (text: string): Run => ({ text, face: 'body', origin: { part: 'body', block: 0, offset: 0 } });
const compose = (text: string, change: Partial<ComposeOptions> = {}) =>
  composeParagraph([run(text)], { ...options, ...change });
const texts = (lines: readonly ComposedLine[]) => lines.map((line) => line.text);
const han = (count: number) => '上街区委办公室编印本期信息请各单位认真阅读并抓好落实情况'.repeat(10).slice(0, count);

/** Width of a line in cells, as the engine will set it. */
function widthOf(line: ComposedLine): number {
  let width = 0;
  for (const segment of line.segments) {
    if ('space' in segment) width += segment.space;
    else if ('boxCells' in segment) width += segment.boxCells;
    else width += segment.latin ? latinEm(segment.text, timesMetrics.regular) : [...segment.text].length;
  }
  return width;
}

describe('lines of 28 cells', () => {
  test('a paragraph is indented by two cells and its full lines fill 28', () => {
    const lines = compose(han(26 + 28 + 5));
    expect(texts(lines).map((text) => text.length)).toEqual([26, 28, 5]);
    expect(lines.map((line) => line.full)).toEqual([true, true, false]);
  });

  test('a mark that falls on the edge is drawn in, and the line still ends at 28 cells', () => {
    const [first] = compose(`${han(10)}，${han(15)}。${han(20)}`);
    expect(first?.text).toBe(`${han(10)}，${han(15)}。`);
    expect(widthOf(first as ComposedLine)).toBeCloseTo(28, 6);
  });

  test('pushed out, the character before the mark goes down with it', () => {
    const [first, second] = compose(`${han(10)}，${han(15)}。${han(20)}`, { mode: 'pushOut' });
    expect(first?.text).toBe(`${han(10)}，${han(14)}`);
    expect(second?.text.startsWith(`${han(15).slice(14)}。`)).toBe(true);
  });

  test('hung, the mark stands outside the edge', () => {
    const [first] = compose(`${han(26)}。${han(20)}`, { mode: 'hang' });
    expect(first?.text).toBe(`${han(26)}。`);
    expect(widthOf(first as ComposedLine)).toBeCloseTo(28, 6);
    expect(first?.segments.at(-1)).toEqual({ space: -1 });
  });

  test('numbers, amounts and words are not divided', () => {
    const lines = texts(compose(`${han(24)}32310元${han(21)}1,260.5万${han(20)}PowerPoint`));
    for (const token of ['32310', '1,260.5', 'PowerPoint'])
      expect(lines.some((line) => line.includes(token))).toBe(true);
  });

  test('a web address longer than a line is divided, and none of it is lost', () => {
    const address = `https://example.gov.cn/${'a'.repeat(30)}/${'b9'.repeat(40)}`;
    const lines = compose(`详见${address}`);
    expect(texts(lines).join('')).toBe(`详见${address}`);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(28 + 1e-6);
  });

  test('a full line of an address is spread to the edge by the composer, for the engine spreads Chinese alone', () => {
    const lines = compose(`http://www.example.gov.cn/zwgk/2020/03/06/content_5487763.htm${han(40)}`, {
      mode: 'pushOut',
      cells: 27,
      indent: 0,
    });
    const [first] = lines;
    expect(first?.full).toBe(true);
    if (!/[\u4e00-\u9fff].*[\u4e00-\u9fff]/.test(first?.text ?? ''))
      expect(widthOf(first as ComposedLine)).toBeCloseTo(27, 6);
  });

  test('a dash and an ellipsis stay whole', () => {
    for (const mark of ['——', '……'])
      for (const line of texts(compose(`${han(25)}${mark}${han(30)}`)))
        expect(line).not.toMatch(/(^[—…][^—…])|([^—…][—…]$)/);
  });

  test('a last line of one character is drawn up where marks allow it, and left where asked', () => {
    const text = `${han(10)}，${han(8)}，${han(6)}${han(29)}`;
    expect(compose(text, { avoidRunt: false }).at(-1)?.text).toHaveLength(1);
    const drawn = compose(text);
    expect(drawn).toHaveLength(2);
    expect(texts(drawn).join('')).toBe(text);
  });

  test('the author’s own indent gives way to the style’s', () => {
    expect(compose(`　　${han(5)}`)[0]?.text).toBe(han(5));
  });

  test('control and zero-width characters print nothing', () => {
    expect(compose('上\u0007街\u200b信\ufeff息')[0]?.text).toBe('上街信息');
  });

  test('spans lead from each line back to the text', () => {
    const text = `${han(30)}3月5日${han(40)}`;
    for (const line of compose(text)) {
      const [span] = line.spans;
      expect(text.slice(span?.from, span?.to)).toBe(line.text);
    }
  });
});

test('any text comes out whole, in lines no wider than the column, with no forbidden mark at either end', () => {
  const piece = fc.constantFrom(
    '上',
    '街',
    '信',
    '息',
    '，',
    '。',
    '、',
    '“',
    '”',
    '（',
    '）',
    '《',
    '》',
    '——',
    '……',
    '3',
    '45.6%',
    'GDP',
    ' ',
    '·',
    '①',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 200 }),
      fc.constantFrom('pushIn' as const, 'pushOut' as const, 'hang' as const),
      fc.integer({ min: 12, max: 40 }),
      (pieces, mode, cells) => {
        const text = pieces.join('');
        const lines = compose(text, { mode, cells });
        expect(texts(lines).join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''));
        // Marks that stand alone in a row leave no place to break; only texts without such rows are judged.
        if (/[，。、“”（）《》—…·]{4}/.test(text.replace(/ /g, ''))) return;
        lines.forEach((line, i) => {
          if (i > 0) expect(mayStartLine([...line.text][0] ?? '')).toBe(true);
          if (i < lines.length - 1) expect(mayEndLine([...line.text].at(-1) ?? '')).toBe(true);
        });
      },
    ),
    { numRuns: 300 },
  );
});
