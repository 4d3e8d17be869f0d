import { mayEndLine, mayStartLine } from '../../../shared/page/compose/characters.ts';
import { type Measures, PT_PER_MM } from '../../../shared/page/measures.ts';
import { commonest, leftEdge, mean, median, off, round } from './figures.ts';
import { type FullLines, fullLines, isContinued } from './fullLines.ts';
import { checkImprint, checkPageNumbers, type Say } from './furniture.ts';
import { type PageParts, type PrintedLine, partsOf, type TextColumn } from './pageLines.ts';
import { type Glyph, type ReadPdf, readPages } from './readPages.ts';
import { tolerances as T } from './tolerances.ts';

export interface Finding {
  severity: 'fail' | 'warn';
  /** 1-based page, where it is about one. */
  page: number | null;
  text: string;
}

export interface PageReport {
  standard: string | null;
  pages: number;
  bodyPt: number;
  pitchPt: number;
  /** Lines of every full page, or of every full column. */
  linesPerFullPage: number[];
  /** Farthest a baseline is from its page's grid, pt. */
  worstBaselinePt: number;
  leftMm: number;
  rightMm: number;
  topMm: number | null;
  full: Omit<FullLines, 'unexplained'>;
  imprintFootMm: number | null;
  fonts: { name: string; glyphs: number }[];
}

export interface CheckResult {
  verdict: 'pass' | 'fail';
  /** Every full line of pure text stands on its cells, every baseline on its slot. */
  strictGrid: boolean;
  findings: Finding[];
  report: PageReport;
}

/** Who set the pages: the press itself, or an office program from the DOCX, which breaks lines by rules of its own. */
export type Setter = 'press' | 'office';

/** A column of a page (from 1 and from 0) with more than lines of text, or blank slots: its number of lines says nothing. */
export interface MixedColumn {
  page: number;
  column: number;
  /** Where its tables stand, pt from the top of the page: their text has a size and lines of its own. */
  tables: readonly { topPt: number; bottomPt: number }[];
}

/** Measures the pages of a PDF, whoever made it, against the measurements of its house style, column by column. */
export async function checkPages(
  pdf: Uint8Array,
  measures: Measures,
  mixed: readonly MixedColumn[] = [],
  setter: Setter = 'press',
): Promise<CheckResult> {
  return new Check(withoutTables(await readPages(pdf), measures, mixed), measures, mixed, setter).result();
}

/** The pages with what stands outside of tables. */
function withoutTables(read: ReadPdf, measures: Measures, mixed: readonly MixedColumn[]): ReadPdf {
  const { margin, columnPt, columnGapPt } = measures;
  const left = margin.leftMm * PT_PER_MM - columnGapPt / 2;
  const inside = ({ x, y }: Glyph, { column, tables }: MixedColumn) => {
    const from = left + column * (columnPt + columnGapPt);
    const across = measures.columns === 1 || (x >= from && x < from + columnPt + columnGapPt);
    return across && tables.some(({ topPt, bottomPt }) => y > topPt && y < bottomPt);
  };
  const pages = read.pages.map((page) => {
    const columns = mixed.filter((one) => one.page === page.n && one.tables.length > 0);
    if (columns.length === 0) return page;
    return { ...page, glyphs: page.glyphs.filter((glyph) => !columns.some((column) => inside(glyph, column))) };
  });
  return { ...read, pages };
}

class Check {
  readonly #read: ReadPdf;
  readonly #m: Measures;
  readonly #mixed: readonly MixedColumn[];
  readonly #parts: PageParts[];
  readonly #findings: Finding[] = [];
  readonly #bodyPt: number;
  readonly #top: number;
  readonly #bottom: number;
  readonly #setter: Setter;

  constructor(read: ReadPdf, measures: Measures, mixed: readonly MixedColumn[], setter: Setter) {
    this.#setter = setter;
    this.#mixed = mixed;
    this.#read = read;
    this.#m = measures;
    this.#top = measures.margin.topMm * PT_PER_MM;
    this.#bottom = this.#top + measures.area.heightMm * PT_PER_MM;
    const han = read.pages.flatMap((page) => page.glyphs.filter(({ char }) => /\p{Script=Han}/u.test(char)));
    this.#bodyPt =
      commonest(
        han.map(({ em }) => em),
        0.05,
      ) || measures.bodyPt;
    this.#parts = read.pages.map((page) =>
      partsOf(page, {
        topPt: this.#top,
        bottomPt: this.#bottom,
        bodyPt: this.#bodyPt,
        imprintPt: measures.imprint.textPt,
        leftPt: measures.margin.leftMm * PT_PER_MM,
        columns: measures.columns,
        stepPt: measures.columnPt + measures.columnGapPt,
        gapPt: measures.columnGapPt,
      }),
    );
  }

  result(): CheckResult {
    this.#paper();
    this.#fonts();
    const columns = this.#parts.flatMap((page) => page.columns).filter(({ body }) => body.length > 0);
    const full = this.#full(columns);
    const judged = columns.length > 0;
    const grid = judged ? this.#grid(columns, full) : emptyGrid;
    const edges = judged ? this.#edges(columns, full) : emptyEdges;
    const lines = columns.flatMap(({ body }) => body);
    const lineReport = judged ? this.#lines(lines, edges) : emptyLines;
    if (judged) this.#kinsoku(lines, edges);
    const say: Say = { fail: this.#fail, warn: this.#warn };
    checkPageNumbers(this.#parts, this.#m, say);
    const imprintFootMm = checkImprint(this.#parts, this.#m, say);
    const verdict = this.#findings.some(({ severity }) => severity === 'fail') ? 'fail' : 'pass';
    const { unexplained, ...full28 } = lineReport;
    return {
      verdict,
      strictGrid:
        judged &&
        lineReport.exact > 0 &&
        lineReport.onGrid === lineReport.exact &&
        grid.worst <= T.gapPt &&
        unexplained.length === 0,
      findings: this.#findings,
      report: {
        standard: this.#read.standard,
        pages: this.#parts.length,
        bodyPt: round(this.#bodyPt),
        pitchPt: round(grid.pitch),
        linesPerFullPage: full.map(({ body }) => body.length),
        worstBaselinePt: round(grid.worst),
        leftMm: round(edges.left / PT_PER_MM),
        rightMm: round(this.#m.page.widthMm - (edges.right + this.#lastColumnPt()) / PT_PER_MM),
        topMm: edges.topMm,
        full: { ...full28, worstCellPt: round(full28.worstCellPt), worstRightPt: round(full28.worstRightPt) },
        imprintFootMm,
        fonts: this.#read.fonts.map(({ name, glyphs }) => ({ name, glyphs })),
      },
    };
  }

  /** Lines of all columns stand where the first does; the last is so far to their right. */
  #lastColumnPt = () => (this.#m.columns - 1) * (this.#m.columnPt + this.#m.columnGapPt);

  /** Columns that should hold as many lines as the style has rows. */
  #full(columns: readonly TextColumn[]): TextColumn[] {
    const lastPage = Math.max(0, ...columns.map(({ page }) => page));
    const headed = new Set(this.#parts.filter(({ redRule }) => redRule !== null).map(({ n }) => n));
    const isMixed = ({ page, column }: TextColumn) =>
      this.#mixed.some((mixed) => mixed.page === page && mixed.column === column);
    return columns.filter(
      (each) => each.page !== lastPage && !headed.has(each.page) && each.headings.length === 0 && !isMixed(each),
    );
  }

  #fail = (text: string, page: number | null = null) => this.#findings.push({ severity: 'fail', page, text });
  #warn = (text: string, page: number | null = null) => this.#findings.push({ severity: 'warn', page, text });

  #paper(): void {
    const { widthMm, heightMm } = this.#m.page;
    for (const { n, widthPt, heightPt } of this.#parts)
      if (off(widthPt / PT_PER_MM, widthMm, T.pageMm) || off(heightPt / PT_PER_MM, heightMm, T.pageMm))
        this.#fail(`第${n}页不是 A4（${round(widthPt / PT_PER_MM)}×${round(heightPt / PT_PER_MM)} 毫米）`, n);
    const expected = Math.min(this.#m.bodyPt, this.#bodyPt);
    if (off(this.#bodyPt, this.#m.bodyPt, T.bodyPt) && expected > 0)
      this.#fail(`正文字号 ${round(this.#bodyPt)} 磅，应为 ${round(this.#m.bodyPt)} 磅`);
  }

  #fonts(): void {
    for (const { name, embedded, glyphs, characters } of this.#read.fonts) {
      if (!embedded) this.#fail(`字体 ${name} 没有嵌入`);
      const han = [...characters].filter((char) => /\p{Script=Han}/u.test(char));
      if (han.length > 0 && glyphs <= FEW_GLYPHS) this.#warn(`“${han.join('')}”由后备字体 ${name} 排出`);
    }
  }

  /** Pitch, and every baseline on the grid its page begins with. */
  #grid(columns: readonly TextColumn[], full: readonly TextColumn[]): { pitch: number; worst: number } {
    const { area, rows, cellPt } = this.#m;
    const gaps = columns.flatMap(({ body }) => body.slice(1).map((line, i) => line.y - (body[i]?.y ?? line.y)));
    const near = gaps.filter((gap) => gap > this.#bodyPt * 1.1 && gap < this.#bodyPt * 2.6);
    if (near.length === 0) return emptyGrid;
    const rough = commonest(near, 0.05);
    // The mean, not the median: an office program rounds each baseline, and over a page the rounding adds up.
    const pitch = mean(near.filter((gap) => Math.abs(gap - rough) < 0.5));
    const least = (area.heightMm * PT_PER_MM) / rows - T.pitchPt;
    const most = (area.heightMm * PT_PER_MM - cellPt) / (rows - 1) + T.pitchPt;
    if (pitch < least || pitch > most)
      this.#fail(`行距 ${round(pitch)} 磅，应在 ${round(least)}—${round(most)} 磅之间`);
    const uneven = Math.max(0, ...near.map((gap) => Math.abs(gap - pitch * Math.max(1, Math.round(gap / pitch)))));
    if (uneven > T.gapPt) this.#fail(`行距不匀，相差 ${round(uneven)} 磅`);
    const origin = full.length > 0 ? median(full.map(({ body }) => body[0]?.y ?? 0)) : null;
    let worst = 0;
    for (const { body } of columns) {
      const start = origin ?? body[0]?.y ?? 0;
      for (const { y } of body) worst = Math.max(worst, Math.abs(y - start - Math.round((y - start) / pitch) * pitch));
    }
    if (worst > T.baselinePt) this.#fail(`有一行偏离行格 ${round(worst)} 磅`);
    const what = this.#m.columns > 1 ? '一栏' : '';
    for (const { page, body } of full)
      if (body.length !== rows) this.#fail(`第${page}页${what} ${body.length} 行，应为 ${rows} 行`, page);
    if (full.length === 0)
      this.#warn(`没有排满的一${what === '' ? '页' : '栏'}，每${what === '' ? '页' : '栏'}行数未判断`);
    return { pitch, worst };
  }

  #edges(columns: readonly TextColumn[], full: readonly TextColumn[]): Edges {
    const { margin, columnPt, em, cellPt } = this.#m;
    const lines = columns.flatMap(({ body }) => body);
    const left = leftEdge(lines.map(({ x0 }) => x0));
    const ends = lines.map(({ x1 }) => x1).filter((x) => x > left + 0.7 * columnPt);
    const rightRough = commonest(ends, 1);
    const right = ends.length > 0 ? median(ends.filter((x) => Math.abs(x - rightRough) <= 1.5)) : left + columnPt;
    if (off(left / PT_PER_MM, margin.leftMm, T.marginMm))
      this.#fail(`左边距 ${round(left / PT_PER_MM)} 毫米，应为 ${margin.leftMm} 毫米`);
    const [width, wanted] = [(right - left) / PT_PER_MM, columnPt / PT_PER_MM];
    // A page without one full line says nothing about its width.
    if (ends.length > 2 && off(width, wanted, T.marginMm))
      this.#fail(`${this.#m.columns > 1 ? '栏' : '版心'}宽 ${round(width)} 毫米，应为 ${round(wanted)} 毫米`);
    let topMm: number | null = null;
    if (full.length > 0) {
      const first = Math.min(...full.map(({ body }) => body[0]?.y ?? Number.POSITIVE_INFINITY));
      const emTop = first - em.ascent * this.#bodyPt;
      topMm = round(emTop / PT_PER_MM);
      // Three models of where a line begins: its em box, a box of the pitch around it (Word's grid), 80/20 (exact spacing).
      const half = (this.#m.pitchPt - this.#bodyPt) / 2;
      const tops = [emTop, emTop - half, first - 0.8 * this.#m.pitchPt].map((pt) => pt / PT_PER_MM);
      if (tops.every((top) => off(top, margin.topMm, T.marginMm)))
        this.#fail(`天头 ${topMm} 毫米，应为 ${margin.topMm} 毫米`);
    }
    return { left, right, topMm, cellPt };
  }

  #lines(lines: readonly PrintedLine[], { left, right }: Edges): FullLines {
    const found = fullLines(lines, {
      left,
      right,
      cellPt: this.#m.cellPt,
      cells: this.#m.cells,
      bodyPt: this.#bodyPt,
      edgePt: T.rightEdgeMm * PT_PER_MM,
      cellTolerancePt: T.cellPt,
    });
    const [first] = found.unexplained;
    if (first) {
      const few = found.unexplained.length <= lines.length * T.officeLines;
      const say = this.#setter === 'office' && few ? this.#warn : this.#fail;
      say(
        `${found.unexplained.length} 行不满 ${this.#m.cells} 字又无标点原因，如“${first.text.slice(0, 20)}”`,
        first.page,
      );
    }
    if (found.onGrid < found.exact)
      this.#warn(`${found.exact - found.onGrid} 行的字不在字格上，最多相差 ${round(found.worstCellPt)} 磅`);
    if (found.worstRightPt > 3 * T.rightEdgeMm * PT_PER_MM)
      this.#fail(`右边不齐，相差 ${round(found.worstRightPt / PT_PER_MM)} 毫米`);
    return found;
  }

  #kinsoku(lines: readonly PrintedLine[], { left, right }: Edges): void {
    lines.forEach((line, i) => {
      const first = line.glyphs[0]?.char ?? '';
      const last = line.glyphs.at(-1)?.char ?? '';
      const next = lines[i + 1];
      const continued = isContinued(lines, i, { left, right, cellPt: this.#m.cellPt });
      const sample = line.text.slice(0, 8);
      if ('，。、；：？！）”’》〉】〕」』］｝'.includes(first)) this.#fail(`行首是“${first}”：${sample}`, line.page);
      else if (!mayStartLine(first)) this.#warn(`行首是“${first}”：${sample}`, line.page);
      if (!mayEndLine(last)) this.#fail(`行尾是“${last}”：${line.text.slice(-8)}`, line.page);
      if (continued && /[\d.]$/.test(line.text) && next && /^[\d.%％]/.test(next.text))
        this.#warn(`数字分在两行：${line.text.slice(-5)}|${next.text.slice(0, 5)}`, line.page);
      if (line.glyphs.length === 1 && !continued) this.#warn(`单字成行：${line.text}`, line.page);
    });
  }
}

/** A face that sets no more glyphs than this stands in for another. */
const FEW_GLYPHS = 5;

interface Edges {
  left: number;
  right: number;
  topMm: number | null;
  cellPt: number;
}
const emptyGrid = { pitch: Number.NaN, worst: 0 };
const emptyEdges: Edges = { left: Number.NaN, right: Number.NaN, topMm: null, cellPt: 0 };
const emptyLines: FullLines = { histogram: {}, exact: 0, onGrid: 0, worstCellPt: 0, unexplained: [], worstRightPt: 0 };
