import { PT_PER_MM } from '../../../shared/page/measures.ts';
import { commonest } from './figures.ts';
import type { Glyph, ReadPage, Rule } from './readPages.ts';

/** One printed line. */
export interface PrintedLine {
  page: number;
  y: number;
  x0: number;
  x1: number;
  em: number;
  text: string;
  /** Glyphs with ink, left to right. */
  glyphs: Glyph[];
  red: boolean;
}

/** A page taken into its parts: page number, masthead, body, imprint. */
export interface PageParts {
  n: number;
  widthPt: number;
  heightPt: number;
  pageNumber: PrintedLine | null;
  /** Foot of the red rule, or `null`. */
  redRule: number | null;
  body: PrintedLine[];
  /** Larger black lines: theme and titles above their text. */
  headings: PrintedLine[];
  imprintRules: Rule[];
  imprint: PrintedLine[];
}

interface Area {
  topPt: number;
  bottomPt: number;
  bodyPt: number;
  imprintPt: number;
}

const SAME_LINE_PT = 2.5;
const NUMBER = /^[-–—―－─\s]*\d+[-–—―－─\s]*$/;
const RULE_LENGTH_MM = 150;
/** Rules of tables are thinner than the imprint's. */
const RULE_HEIGHT_MM = 0.22;

/** Splits a page by its rules and sizes; no template is assumed. */
export function partsOf(page: ReadPage, area: Area): PageParts {
  const { n, widthPt, heightPt } = page;
  const lines = linesOf(page);
  const pageNumber = lines.find((line) => line.y > area.bottomPt - 2 && NUMBER.test(line.text)) ?? null;
  const wide = page.rules
    .filter((rule) => rule.width >= RULE_LENGTH_MM * PT_PER_MM && rule.height >= RULE_HEIGHT_MM * PT_PER_MM)
    .sort((a, b) => a.y - b.y);
  const red = wide.filter((rule) => rule.red);
  const redRule = red.length > 0 ? Math.max(...red.map((rule) => rule.y + rule.height)) : null;
  const rest = lines.filter((line) => line !== pageNumber);
  const imprintRules = imprintOf(
    wide.filter((rule) => !rule.red && rule.y > area.topPt),
    rest,
    area.imprintPt,
  );
  const foot = imprintRules[0]?.y ?? Number.POSITIVE_INFINITY;
  const text = rest.filter((line) => !line.red && (redRule === null || line.y > redRule) && line.y < foot);
  const isBody = (line: PrintedLine) =>
    line.glyphs.some((glyph) => Math.abs(glyph.em - area.bodyPt) < 0.35) ||
    (line.em > area.bodyPt - 0.4 && line.em < area.bodyPt * 1.2);
  return {
    n,
    widthPt,
    heightPt,
    pageNumber,
    redRule,
    body: text.filter(isBody),
    headings: text.filter((line) => !isBody(line) && line.em > area.bodyPt),
    imprintRules,
    imprint: rest.filter((line) => line.y > foot),
  };
}

/** The first wide rule with only smaller text and at least one more rule below it opens the imprint. */
function imprintOf(rules: readonly Rule[], lines: readonly PrintedLine[], imprintPt: number): Rule[] {
  const distinct = rules.filter((rule, i) => rule.y - (rules[i - 1]?.y ?? Number.NEGATIVE_INFINITY) > 1);
  const first = distinct.findIndex((rule, i) => {
    const below = lines.filter((line) => line.y > rule.y);
    return i < distinct.length - 1 && below.length > 0 && below.every((line) => line.em < imprintPt + 0.6);
  });
  return first < 0 ? [] : distinct.slice(first);
}

function linesOf(page: ReadPage): PrintedLine[] {
  const rows: Glyph[][] = [];
  for (const glyph of page.glyphs.filter((each) => each.em > 2).sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row?.[0] && Math.abs(row[0].y - glyph.y) < SAME_LINE_PT) row.push(glyph);
    else rows.push([glyph]);
  }
  return rows.flatMap((row) => {
    row.sort((a, b) => a.x - b.x);
    // Some producers print a bold glyph twice with a tiny shift.
    const glyphs = row.filter(
      (glyph, i) =>
        glyph.char.trim() !== '' && !(row[i - 1]?.char === glyph.char && glyph.x - (row[i - 1]?.x ?? 0) < 1),
    );
    const [first] = glyphs;
    const last = glyphs.at(-1);
    if (!first || !last) return [];
    const text = row
      .map((glyph) => glyph.char)
      .join('')
      .replaceAll('\u3000', ' ')
      .trim();
    const red = glyphs.filter((glyph) => glyph.red).length > glyphs.length / 2;
    return [
      {
        page: page.n,
        y: commonest(
          glyphs.map((g) => g.y),
          0.01,
        ),
        x0: first.x,
        x1: last.x + last.width,
        em: commonest(
          glyphs.map((g) => g.em),
          0.05,
        ),
        text,
        glyphs,
        red,
      },
    ];
  });
}
