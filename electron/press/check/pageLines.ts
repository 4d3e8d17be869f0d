import { PT_PER_MM } from '../../../shared/page/measures.ts';
import { commonest } from './figures.ts';
import type { Glyph, ReadPage, Rule } from './readPages.ts';

/** One printed line; of a page of several columns, one line of one column, moved to where the first column stands. */
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

/** A page taken into its parts: page number, masthead, columns of text, imprint. */
export interface PageParts {
  n: number;
  widthPt: number;
  heightPt: number;
  pageNumber: PrintedLine | null;
  /** Foot of the red rule, or `null`. */
  redRule: number | null;
  columns: TextColumn[];
  imprintRules: Rule[];
  imprint: PrintedLine[];
}

export interface TextColumn {
  page: number;
  /** From 0 at the left. */
  column: number;
  body: PrintedLine[];
  /** Larger black lines: theme and titles above their text. */
  headings: PrintedLine[];
}

interface Area {
  topPt: number;
  bottomPt: number;
  bodyPt: number;
  imprintPt: number;
  leftPt: number;
  columns: number;
  /** From the left of a column to the left of the next. */
  stepPt: number;
  gapPt: number;
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
  const theme = text.filter((line) => area.columns > 1 && line.em >= THEME_PT);
  const inColumns = byColumn(
    text.filter((line) => !theme.includes(line)),
    area,
  );
  return {
    n,
    widthPt,
    heightPt,
    pageNumber,
    redRule,
    columns: inColumns.map((lines, column) => ({
      page: n,
      column,
      body: afterContents(lines.filter((line) => isBody(line, area))),
      headings: [...theme, ...lines.filter((line) => !isBody(line, area) && line.em > area.bodyPt)],
    })),
    imprintRules,
    imprint: rest.filter((line) => line.y > foot),
  };
}

const isBody = (line: PrintedLine, { bodyPt }: Area) =>
  line.glyphs.some((glyph) => Math.abs(glyph.em - bodyPt) < 0.35) || (line.em > bodyPt - 0.4 && line.em < bodyPt * 1.2);

/** Titles of columns are smaller than a theme that spans them. */
const THEME_PT = 15.5;
/** A line of a contents list: its title, dots, and the page. It stands before the text and is not set to the edge. */
const CONTENTS = /(?:…{2,}|\.{6,})\s*\d+$/;

const afterContents = (lines: PrintedLine[]) => lines.slice(lines.findLastIndex(({ text }) => CONTENTS.test(text)) + 1);

/** Lines parted where columns part, each moved to where the first column stands. */
function byColumn(lines: readonly PrintedLine[], area: Area): PrintedLine[][] {
  const { columns, stepPt } = area;
  if (columns === 1) return [[...lines]];
  const parted: PrintedLine[][] = Array.from({ length: columns }, () => []);
  for (const line of lines) {
    const groups = Map.groupBy(line.glyphs, ({ x }) => columnAt(x, area));
    for (const [column, glyphs] of groups) {
      const moved = glyphs.map((glyph) => ({ ...glyph, x: glyph.x - column * stepPt }));
      parted[column]?.push(lineOf(line.page, moved, moved.map(({ char }) => char).join('')));
    }
  }
  return parted;
}

/** A mark that begins a line may stand half a character outside its column. */
const columnAt = (x: number, { leftPt, columns, stepPt, gapPt }: Area) =>
  Math.max(0, Math.min(columns - 1, Math.floor((x - leftPt + gapPt / 2) / stepPt)));

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
    if (glyphs.length === 0) return [];
    const text = row.map((glyph) => glyph.char).join('');
    return [lineOf(page.n, glyphs, text.replaceAll('\u3000', ' ').trim())];
  });
}

/** @param glyphs with ink, left to right, at least one */
function lineOf(page: number, glyphs: Glyph[], text: string): PrintedLine {
  const last = glyphs.at(-1);
  return {
    page,
    y: commonest(
      glyphs.map(({ y }) => y),
      0.01,
    ),
    x0: glyphs[0]?.x ?? Number.NaN,
    x1: (last?.x ?? Number.NaN) + (last?.width ?? 0),
    em: commonest(
      glyphs.map(({ em }) => em),
      0.05,
    ),
    text,
    glyphs,
    red: glyphs.filter((glyph) => glyph.red).length > glyphs.length / 2,
  };
}
