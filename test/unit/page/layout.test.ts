import { describe, expect, test } from 'vitest';
import type { Bulletin } from '../../../shared/domain/bulletin.ts';
import { houseStylePresets, layOut, lineBoxes, type Page, pageMeter } from '../../../shared/page/index.ts';
import { bare, bulletinOf, longBulletin, printedText, smallBulletin } from '../../support/bulletins.ts';

const han = (count: number) => '上街区委办公室编印本期信息请各单位认真阅读并抓好落实情况'.repeat(4000).slice(0, count);

/** The printed lines of a page's paragraphs. */
const linesOf = (page: Page | undefined) =>
  (page?.pieces ?? []).flatMap((piece) => (piece.kind === 'lines' ? piece.unit.lines.slice(piece.from, piece.to) : []));

const laidText = (bulletin: Bulletin) =>
  bare(
    layOut(bulletin)
      .pages.flatMap(linesOf)
      .map((line) => line.text)
      .join(''),
  );

describe('text', () => {
  test.each(['000', '001'])('every character of text %s stands on its pages, in order', (text) => {
    const bulletin = bulletinOf(text);
    expect(laidText(bulletin)).toBe(bulletin.entries.map((entry) => printedText(entry)).join(''));
  });

  test('every preset lays out text 001 with nothing lost', () => {
    for (const { style } of houseStylePresets.filter((preset) => preset.style.titlePlace === 'runIn')) {
      const bulletin = bulletinOf('001', style);
      expect(laidText(bulletin)).toBe(bulletin.entries.map((entry) => printedText(entry, style)).join(''));
    }
  });

  test('a full page holds exactly the rows of the style', () => {
    const { pages } = layOut(longBulletin(10));
    for (const page of pages.slice(1, -2)) expect(linesOf(page)).toHaveLength(22);
  });

  test('an item of 100,000 characters is laid out whole', () => {
    const bulletin = smallBulletin([{ title: '长稿', text: han(100_000) }]);
    expect(laidText(bulletin)).toBe(`长稿${han(100_000)}`);
  });
});

describe('titles', () => {
  /** A bulletin whose second entry begins on the last line of page 1. */
  const atFoot = (title: string, style = {}) => {
    const { measures } = layOut(smallBulletin([{ text: '短' }]));
    const lines = measures.rows - measures.masthead.slots - 1;
    return layOut(smallBulletin([{ text: han(26 + 28 * (lines - 1)) }, { title, text: han(60) }], style));
  };

  test('a run-in title that fills the last line of a page goes over to its text', () => {
    const layout = atFoot(han(26));
    expect(linesOf(layout.pages[0]).some((line) => line.spans[0]?.part === 'title')).toBe(false);
    expect(linesOf(layout.pages[1])[0]?.text).toBe(han(26));
  });

  test('a run-in title with text beside it stays', () => {
    expect(linesOf(atFoot('短标题').pages[0]).at(-1)?.text.startsWith('短标题')).toBe(true);
  });

  test('a title above its text is never alone at the foot', () => {
    const [first] = atFoot('标题', { titlePlace: 'above' }).pages;
    expect(first?.pieces.some((piece) => piece.unit.kind === 'heading')).toBe(false);
  });

  test('a sub-head goes over with the line that follows it', () => {
    const { measures } = layOut(smallBulletin([{ text: '短' }]));
    const lines = measures.rows - measures.masthead.slots - 1;
    const body = [
      { kind: 'text' as const, text: han(26 + 28 * (lines - 1)) },
      { kind: 'subhead' as const, text: '（一）抓落实' },
      { kind: 'text' as const, text: han(40) },
    ];
    const { pages } = layOut(smallBulletin([{ body }]));
    expect(linesOf(pages[1])[0]?.text).toBe('（一）抓落实');
  });
});

describe('end of the document', () => {
  test('the imprint stands on the last page, which is the one with text where it fits', () => {
    const { pages, lastTextPage } = layOut(bulletinOf('001'));
    expect(pages.map((page) => page.imprint)).toEqual([false, false, false, false, true]);
    expect(lastTextPage).toBe(5);
  });

  test('on an even page, the blank page before the imprint and that page carry no number', () => {
    // Two pages full to the foot: the imprint would stand alone on page 3.
    const { measures } = layOut(smallBulletin([{ text: '短' }]));
    const lines = measures.rows - measures.masthead.slots + measures.rows;
    const { pages } = layOut(smallBulletin([{ text: han(26 + 28 * (lines - 1)) }], { imprintOnEvenPage: true }));
    expect(pages.map((page) => page.number)).toEqual([1, 2, null, null]);
    expect(pages.at(-1)?.imprint).toBe(true);
  });

  test('free lines are exactly the lines that can still be added', () => {
    const bulletin = bulletinOf('001');
    const { freeLines, pages } = pageMeter(bulletin);
    const longer = (lines: number): Bulletin => ({
      ...bulletin,
      entries: [...bulletin.entries, ...smallBulletin([{ text: han(26 + 28 * (lines - 1)) }]).entries],
    });
    expect(pageMeter(longer(freeLines)).pages).toBe(pages);
    expect(pageMeter(longer(freeLines + 1)).pages).toBe(pages + 1);
  });

  test('a last page of two lines is warned of', () => {
    expect(pageMeter(bulletinOf('001')).warnings).toContainEqual({ code: 'shortLastPage', text: '第5页只有2行正文' });
  });

  test('a bulletin without entries is one page with masthead and imprint', () => {
    const { pages } = layOut(smallBulletin([]));
    expect(pages).toHaveLength(1);
    expect(pages[0]?.imprint).toBe(true);
  });

  test.each([1, 60])('an issue of %i pages numbers each of them', (wanted) => {
    const { measures } = layOut(smallBulletin([{ text: '短' }]));
    // As many lines as leave room for the imprint on the last page.
    const lines = measures.rows * wanted - measures.masthead.slots - 5;
    const { pages } = layOut(smallBulletin([{ text: han(26 + 28 * (lines - 1)) }]));
    expect(pages.map((page) => page.number)).toEqual(Array.from({ length: wanted }, (_, i) => i + 1));
  });
});

describe('what is no text', () => {
  test('a table is divided between rows and repeats its head', () => {
    const rows = [['单位', '数量'], ...Array.from({ length: 30 }, (_, i) => [`单位${i}`, String(i)])];
    const { pages } = layOut(smallBulletin([{ text: '如下：', body: [{ kind: 'table', rows }] }]));
    const parts = pages.flatMap((page) => page.pieces).filter((piece) => piece.kind === 'rows');
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map((part) => part.to - part.from).reduce((a, b) => a + b)).toBe(31);
    for (const part of parts.slice(1)) expect(part.slots).toBe(part.to - part.from + 1);
  });

  test('a picture keeps its shape, takes whole slots and stays on one page', () => {
    const picture = {
      kind: 'picture' as const,
      hash: 'ab',
      size: [4000, 3000] as [number, number],
      caption: '图为现场',
    };
    const { pages, measures } = layOut(smallBulletin([{ body: [{ kind: 'text', text: han(200) }, picture] }]));
    const piece = pages.flatMap((page) => page.pieces).find((each) => each.unit.kind === 'picture');
    if (piece?.unit.kind !== 'picture') throw new Error('no picture');
    expect(piece.unit.widthPt / piece.unit.heightPt).toBeCloseTo(4 / 3, 6);
    expect(piece.slot + piece.slots).toBeLessThanOrEqual(measures.rows);
  });
});

test('every line’s box leads to its entry and lies inside the type area', () => {
  const bulletin = bulletinOf('001');
  const boxes = lineBoxes(layOut(bulletin));
  expect(new Set(boxes.map((box) => box.entryId))).toEqual(new Set(bulletin.entries.map((entry) => entry.id)));
  for (const { x, y, width, height } of boxes) {
    expect(x).toBeCloseTo(28, 1);
    expect(width).toBeCloseTo(156, 1);
    expect(y).toBeGreaterThan(34);
    expect(y + height).toBeLessThan(297 - 32);
  }
});

describe('entries of several blocks', () => {
  const printed = (entry: Parameters<typeof smallBulletin>[0][0]) =>
    layOut(smallBulletin([entry]))
      .pages.flatMap(linesOf)
      .map((line) => line.text);

  test('an editor’s note comes before a run-in title, which opens the first text', () => {
    const body = [
      { kind: 'note' as const, text: '编者按：供参考。' },
      { kind: 'text' as const, text: '正文。' },
    ];
    expect(printed({ title: '标题', body })).toEqual(['编者按：供参考。', '标题正文。']);
  });

  test('before a sub-head the title stands on its own', () => {
    const body = [
      { kind: 'subhead' as const, text: '一、抓台账' },
      { kind: 'text' as const, text: '正文。' },
    ];
    expect(printed({ title: '标题', body })).toEqual(['标题', '一、抓台账', '正文。']);
  });

  test('the source ends the last text, also where a picture follows', () => {
    const body = [
      { kind: 'text' as const, text: '正文。' },
      { kind: 'picture' as const, hash: 'ab' },
    ];
    expect(printed({ body, source: '区商务局' })).toEqual(['正文。（区商务局）']);
  });

  test('a leader’s item without source prints none', () => {
    expect(printed({ kind: 'lead', title: '调研', text: '正文。', source: null })).toEqual(['调研正文。']);
  });
});
