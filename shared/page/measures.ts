import type { HouseStyle } from '../domain/houseStyle.ts';

/**
 * The one table of measurements of a page. Composer, Typst template, DOCX writer and checker read it; no other
 * file has numbers of the page. Units are in the names: mm, pt, slots (lines of the grid), cells (characters).
 * Clauses are of GB/T 9704-2012 unless another source is named.
 */
export interface Measures {
  page: { widthMm: number; heightMm: number };
  /** Type area 版心 (5.2.1). */
  area: { widthMm: number; heightMm: number };
  margin: { topMm: number; rightMm: number; bottomMm: number; leftMm: number };
  rows: number;
  cells: number;
  /** Columns of the type area, and the gap between two. */
  columns: number;
  columnGapPt: number;
  /** Width of a column of text. */
  columnPt: number;
  cellPt: number;
  bodyPt: number;
  /** Baseline to baseline. */
  pitchPt: number;
  /** Blank above the first line: 0 when flush, half a gap on Word's grid. */
  topGapPt: number;
  /** Ideographic em box, parts of the size above and below the baseline. */
  em: { ascent: number; descent: number };
  /** First line of a paragraph (7.3.3 左空二字). */
  indentCells: number;
  title: { pt: number; gapCells: number; maxLines: number };
  section: { pt: number };
  /** Blank above headings, slots, dropped at the top of a page. */
  above: { section: number; title: number; contents: number };
  /** A space the author typed between two Chinese characters, cells. */
  authorSpaceCells: number;
  masthead: MastheadMeasures;
  theme: { slots: number; sizesPt: readonly number[] };
  /** Pitch of centred headings: parts of the page's, and at least so many em of their own size. */
  heading: { pitch: number; leastEm: number };
  table: { textPt: number; linePt: number; padPt: number; ruleMm: number };
  picture: { maxSlots: number; pixelPt: number; captionPt: number };
  /** 版记 (7.4). */
  imprint: {
    textPt: number;
    rowPt: number;
    linePt: number;
    gapPt: number;
    insetPt: number;
    thickMm: number;
    thinMm: number;
  };
  /** 7.5 */
  pageNumber: {
    place: HouseStyle['pageNumber'];
    textPt: number;
    belowMm: number;
    insetPt: number;
    dashGapEm: number;
  };
  /** Last page with fewer lines than this looks forgotten. */
  fewestLinesOnLastPage: number;
  red: string;
}

export interface MastheadMeasures {
  slots: number;
  /** Size of its lines in black, and the unit its parts are placed by, also where the text is small. */
  textPt: number;
  linePt: number;
  namePt: number;
  /** Distance from the top of the type area to the name, at most (7.2.4). */
  nameTopMm: number;
  /** Share of the free height that stands above the name when there is less. */
  nameRise: number;
  /** Widest gap between two characters of the name, parts of its size. */
  nameGapEm: number;
  /** Blank kept left and right of the name together. */
  nameInsetMm: number;
  /** Tops of the issue number, of the office and date, and of the rule, lines above the foot of the masthead. */
  issueLines: number;
  officeLines: number;
  ruleLines: number;
  ruleMm: number;
}

/** Points in a millimetre. */
export const PT_PER_MM = 72 / 25.4;

const AREA = { widthMm: 156, heightMm: 225 };
/** A4. */
export const PAGE = { widthMm: 210, heightMm: 297 };
/** 三号: the size of body text in every word processor. */
const SAN_HAO_PT = 16;
/** 四号: the least for what stands in the masthead. */
const SI_HAO_PT = 14;
const MASTHEAD_LINE_EM = 1.5;
/** 小四 in tables and captions; in narrow columns smaller than their text. */
const SMALL_PT = 12;
const SMALL_EM = 0.9;

/**
 * Measurements of a house style. The standard's arithmetic closes only with a character of 156 mm / 28 = 15.79 pt;
 * with fewer characters a line, 三号 (16 pt) stands in wider cells and full lines are spread.
 */
export function measuresOf(style: HouseStyle): Measures {
  const columnGapPt = style.columns > 1 ? COLUMN_GAP_PT : 0;
  const columnPt = (AREA.widthMm * PT_PER_MM - columnGapPt * (style.columns - 1)) / style.columns;
  const areaPt = AREA.heightMm * PT_PER_MM;
  const cellPt = columnPt / style.cells;
  const bodyPt = Math.min(SAN_HAO_PT, cellPt);
  const flush = style.vertical === 'flush';
  const mastheadPt = Math.max(SI_HAO_PT, bodyPt);
  const smallPt = Math.min(SMALL_PT, SMALL_EM * bodyPt);
  const pitchPt = flush ? (areaPt - bodyPt) / (style.rows - 1) : areaPt / style.rows;
  return {
    page: PAGE,
    area: AREA,
    margin: { topMm: 37, leftMm: 28, rightMm: 26, bottomMm: 35 },
    rows: style.rows,
    cells: style.cells,
    columns: style.columns,
    columnGapPt,
    columnPt,
    cellPt,
    bodyPt,
    pitchPt,
    topGapPt: flush ? 0 : (pitchPt - bodyPt) / 2,
    em: { ascent: 0.88, descent: 0.12 },
    indentCells: 2,
    title: { pt: style.titlePt ?? bodyPt, gapCells: style.titleGap, maxLines: style.columns > 1 ? 4 : 3 },
    section: { pt: style.sectionPt ?? bodyPt },
    // 7.3.3 sets headings of the text without blank lines; a title on lines of its own wants one.
    above: { section: 0, title: 1, contents: 1 },
    authorSpaceCells: 0.5,
    masthead: {
      slots: style.mastheadSlots,
      textPt: mastheadPt,
      linePt: Math.max(pitchPt, MASTHEAD_LINE_EM * mastheadPt),
      namePt: style.mastheadPt,
      nameTopMm: 35,
      nameRise: 0.68,
      nameGapEm: 0.45,
      nameInsetMm: 24,
      issueLines: 3.5,
      officeLines: 1.6,
      ruleLines: 0.45,
      ruleMm: 0.7,
    },
    theme: { slots: style.themeSlots, sizesPt: [22, 20, 18, 16] },
    heading: { pitch: 1.15, leastEm: 1.3 },
    table: { textPt: smallPt, linePt: 1.5 * smallPt, padPt: 4, ruleMm: 0.18 },
    picture: { maxSlots: Math.floor(style.rows / 2), pixelPt: 0.48, captionPt: smallPt },
    imprint: { textPt: 14, rowPt: 24, linePt: 21.7, gapPt: 5, insetPt: 14, thickMm: 0.35, thinMm: 0.25 },
    pageNumber: { place: style.pageNumber, textPt: 14, belowMm: 7, insetPt: 14, dashGapEm: 0.25 },
    fewestLinesOnLastPage: 3,
    red: '#e60000',
  };
}

/** Baseline to baseline of a theme of several lines set in `pt`. */
export const themePitch = ({ heading, pitchPt }: Measures, pt: number) =>
  Math.max(heading.pitch * pitchPt, heading.leastEm * pt);

/** Of a heading in the text: that of the page where its size allows, so that it stands on the grid. */
export const headingPitch = ({ heading, pitchPt }: Measures, pt: number) => Math.max(pitchPt, heading.leastEm * pt);

/** Blank between two columns: about one and a half characters of the smaller text. */
const COLUMN_GAP_PT = 16;
