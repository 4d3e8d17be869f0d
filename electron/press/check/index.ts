import { mayEndLine, mayStartLine } from '../../../shared/page/compose/characters.ts';
import { type Measures, PT_PER_MM } from '../../../shared/page/measures.ts';
import { commonest, leftEdge, mean, median, off, round, total } from './figures.ts';
import { type FullLines, fullLines } from './fullLines.ts';
import { type PageParts, type PrintedLine, partsOf } from './pageLines.ts';
import { type ReadPdf, readPages } from './readPages.ts';
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
  /** Lines of every full page. */
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

/**
 * Measures the pages of a PDF, whoever made it, against the measurements of its house style. Pages of several columns
 * are read, but their lines are not judged.
 * @param mixedPages pages with tables, pictures or blank slots, whose number of lines says nothing
 */
export async function checkPages(
  pdf: Uint8Array,
  measures: Measures,
  mixedPages: readonly number[] = [],
  setter: Setter = 'press',
): Promise<CheckResult> {
  return new Check(await readPages(pdf), measures, mixedPages, setter).result();
}

class Check {
  readonly #read: ReadPdf;
  readonly #m: Measures;
  readonly #mixed: ReadonlySet<number>;
  readonly #parts: PageParts[];
  readonly #findings: Finding[] = [];
  readonly #bodyPt: number;
  readonly #top: number;
  readonly #bottom: number;
  readonly #setter: Setter;

  constructor(read: ReadPdf, measures: Measures, mixedPages: readonly number[], setter: Setter) {
    this.#setter = setter;
    this.#mixed = new Set(mixedPages);
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
      }),
    );
  }

  result(): CheckResult {
    this.#paper();
    this.#fonts();
    const pages = this.#parts.filter((page) => page.body.length > 0);
    const last = pages.at(-1);
    const full = pages.filter(
      (page) => page !== last && page.redRule === null && page.headings.length === 0 && !this.#mixed.has(page.n),
    );
    const judged = this.#m.columns === 1 && pages.length > 0;
    const grid = judged ? this.#grid(pages, full) : emptyGrid;
    const edges = judged ? this.#edges(pages, full) : emptyEdges;
    const lines = pages.flatMap((page) => page.body);
    const lineReport = judged ? this.#lines(lines, edges) : emptyLines;
    if (judged) this.#kinsoku(lines, edges.left);
    this.#pageNumbers();
    const imprintFootMm = this.#imprint();
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
        linesPerFullPage: full.map((page) => page.body.length),
        worstBaselinePt: round(grid.worst),
        leftMm: round(edges.left / PT_PER_MM),
        rightMm: round(this.#m.page.widthMm - edges.right / PT_PER_MM),
        topMm: edges.topMm,
        full: { ...full28, worstCellPt: round(full28.worstCellPt), worstRightPt: round(full28.worstRightPt) },
        imprintFootMm,
        fonts: this.#read.fonts.map(({ name, characters }) => ({ name, glyphs: total(characters) })),
      },
    };
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
    for (const { name, embedded, characters } of this.#read.fonts) {
      if (!embedded) this.#fail(`字体 ${name} 没有嵌入`);
      const han = [...characters.keys()].filter((char) => /\p{Script=Han}/u.test(char));
      if (han.length > 0 && total(characters) <= FEW_GLYPHS) this.#warn(`“${han.join('')}”由后备字体 ${name} 排出`);
    }
  }

  /** Pitch, and every baseline on the grid its page begins with. */
  #grid(pages: readonly PageParts[], full: readonly PageParts[]): { pitch: number; worst: number } {
    const { area, rows, cellPt } = this.#m;
    const gaps = pages.flatMap(({ body }) => body.slice(1).map((line, i) => line.y - (body[i]?.y ?? line.y)));
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
    for (const { body } of pages) {
      const start = origin ?? body[0]?.y ?? 0;
      for (const { y } of body) worst = Math.max(worst, Math.abs(y - start - Math.round((y - start) / pitch) * pitch));
    }
    if (worst > T.baselinePt) this.#fail(`有一行偏离行格 ${round(worst)} 磅`);
    for (const { n, body } of full)
      if (body.length !== rows) this.#fail(`第${n}页 ${body.length} 行，应为 ${rows} 行`, n);
    if (full.length === 0) this.#warn('没有排满的一页，每页行数未判断');
    return { pitch, worst };
  }

  #edges(pages: readonly PageParts[], full: readonly PageParts[]): Edges {
    const { margin, area, em, cellPt } = this.#m;
    const lines = pages.flatMap(({ body }) => body);
    const left = leftEdge(lines.map(({ x0 }) => x0));
    const ends = lines.map(({ x1 }) => x1).filter((x) => x > left + 0.7 * area.widthMm * PT_PER_MM);
    const rightRough = commonest(ends, 1);
    const right =
      ends.length > 0 ? median(ends.filter((x) => Math.abs(x - rightRough) <= 1.5)) : left + area.widthMm * PT_PER_MM;
    if (off(left / PT_PER_MM, margin.leftMm, T.marginMm))
      this.#fail(`左边距 ${round(left / PT_PER_MM)} 毫米，应为 ${margin.leftMm} 毫米`);
    const width = (right - left) / PT_PER_MM;
    // A page without one full line says nothing about its width.
    if (ends.length > 2 && off(width, area.widthMm, T.marginMm))
      this.#fail(`版心宽 ${round(width)} 毫米，应为 ${area.widthMm} 毫米`);
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

  #kinsoku(lines: readonly PrintedLine[], left: number): void {
    lines.forEach((line, i) => {
      const first = line.glyphs[0]?.char ?? '';
      const last = line.glyphs.at(-1)?.char ?? '';
      const next = lines[i + 1];
      const continued = next !== undefined && next.x0 - left < 0.6 * this.#m.cellPt;
      const sample = line.text.slice(0, 8);
      if ('，。、；：？！）”’》〉】〕」』］｝'.includes(first)) this.#fail(`行首是“${first}”：${sample}`, line.page);
      else if (!mayStartLine(first)) this.#warn(`行首是“${first}”：${sample}`, line.page);
      if (!mayEndLine(last)) this.#fail(`行尾是“${last}”：${line.text.slice(-8)}`, line.page);
      if (continued && /[\d.]$/.test(line.text) && /^[\d.%％]/.test(next.text))
        this.#warn(`数字分在两行：${line.text.slice(-5)}|${next.text.slice(0, 5)}`, line.page);
      if (line.glyphs.length === 1 && !continued) this.#warn(`单字成行：${line.text}`, line.page);
    });
  }

  #pageNumbers(): void {
    const { textPt, belowMm, insetPt } = this.#m.pageNumber;
    const { leftMm } = this.#m.margin;
    for (const { n, pageNumber, widthPt } of this.#parts) {
      if (!pageNumber) {
        this.#warn(`第${n}页没有页码`, n);
        continue;
      }
      const { text, em, x0, x1, glyphs } = pageNumber;
      const right = (x0 + x1) / 2 > widthPt / 2;
      const centred = Math.abs((x0 + x1) / 2 - (leftMm + this.#m.area.widthMm / 2) * PT_PER_MM) < 2 * PT_PER_MM;
      if (Number(text.replace(/\D/g, '')) !== n) this.#warn(`第${n}页的页码是“${text}”`, n);
      if (!/^[-–—―－─]\s*\d+\s*[-–—―－─]$/.test(text)) this.#fail(`第${n}页页码“${text}”缺一字线`, n);
      if (off(em, textPt, T.pageNumberPt)) this.#fail(`第${n}页页码 ${round(em)} 磅，应为 ${textPt} 磅`, n);
      // The upper edge of a dash is about 0.33 em above the baseline in every 宋体.
      const below = ((glyphs[0]?.y ?? 0) - 0.33 * em - this.#bottom) / PT_PER_MM;
      if (off(below, belowMm, T.dashMm))
        this.#fail(`第${n}页页码在版心下 ${round(below)} 毫米，应为 ${belowMm} 毫米`, n);
      if (centred) continue;
      if (right !== (n % 2 === 1)) this.#fail(`第${n}页页码应在${n % 2 === 1 ? '右' : '左'}边`, n);
      const inset = right ? (leftMm + this.#m.area.widthMm) * PT_PER_MM - x1 : x0 - leftMm * PT_PER_MM;
      if (off(inset / PT_PER_MM, insetPt / PT_PER_MM, T.insetMm))
        this.#warn(`第${n}页页码离版心边 ${round(inset / PT_PER_MM)} 毫米，应空一字`, n);
    }
    if (this.#parts.every(({ pageNumber }) => !pageNumber)) this.#fail('没有页码');
  }

  /** Distance of the imprint's last rule from the foot of the type area, mm. */
  #imprint(): number | null {
    const page = this.#parts.findLast(({ imprintRules }) => imprintRules.length > 0);
    const last = page?.imprintRules.at(-1);
    if (!page || !last) {
      this.#warn('没有版记');
      return null;
    }
    if (page.n !== this.#parts.length) this.#fail('版记不在最后一页', page.n);
    const foot = (last.y + last.height - this.#bottom) / PT_PER_MM;
    if (Math.abs(foot) > T.footMm) this.#fail(`版记末线离版心下边 ${round(foot)} 毫米，应重合`, page.n);
    const { thickMm, thinMm } = this.#m.imprint;
    page.imprintRules.forEach((rule, i) => {
      const wanted = i === 0 || rule === last ? thickMm : thinMm;
      const height = rule.height / PT_PER_MM;
      if (off(height, wanted, T.ruleMm))
        this.#warn(`版记第${i + 1}条线粗 ${round(height)} 毫米，应为 ${wanted} 毫米`, page.n);
    });
    return round(foot);
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
