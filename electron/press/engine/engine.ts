import { createHash } from 'node:crypto';
import type { FontRoleReport } from '../../../shared/contract/views.ts';
import type { Bulletin } from '../../../shared/domain/bulletin.ts';
import type { CodeSlips } from '../../../shared/domain/codeSlips.ts';
import type { DistributionSheet } from '../../../shared/domain/distributionSheet.ts';
import { numberedCopy } from '../../../shared/domain/wording.ts';
import { timesMetrics } from '../../../shared/page/compose/latin.ts';
import { Composer } from '../../../shared/page/composer.ts';
import { namesIn } from '../../../shared/page/drawing.ts';
import type { Place } from '../../../shared/page/flow.ts';
import type { LabelWish } from '../../../shared/page/labels.ts';
import type { Layout } from '../../../shared/page/layout.ts';
import { lineBoxes } from '../../../shared/page/lineBoxes.ts';
import { type Measures, PT_PER_MM } from '../../../shared/page/measures.ts';
import { meterOf } from '../../../shared/page/meter.ts';
import type { SheetKind } from '../../../shared/page/sheetMeasures.ts';
import type { MixedColumn } from '../check/index.ts';
import { PressError } from '../errors.ts';
import { Compiler } from './compiler.ts';
import { Fonts, knownFamilies } from './fonts.ts';
import { glyphReport } from './glyphReport.ts';
import { LABELS_FILE, labelSetting } from './labels.ts';
import { latinMetrics } from './latinMetrics.ts';
import { PageDrawer } from './pageDrawer.ts';
import type { EnginePdf, GlyphReport, Pictures, PressPreview, PreviewRequest } from './protocol.ts';
import { pictureFile } from './segments.ts';
import { type PageSetting, type Setting, settingOf } from './setting.ts';
import { SHEET_FILE, sheetSetting } from './sheet.ts';
import { SLIPS_FILE, slipSetting } from './slips.ts';

const BULLETIN = 'bulletin.typ';
const SHEET = 'sheet.typ';
const LABELS = 'labels.typ';
const SLIPS = 'slips.typ';
const SETTING = 'setting.json';
const MOST_PAGES = 2000;

/** The engine with its fonts: bulletins in, PDF and SVG out. Lives in the engine's own process. */
export class Engine {
  readonly #compiler: Compiler;
  readonly #fonts: Fonts;
  readonly #composer: Composer;
  readonly #drawer: PageDrawer;
  /** Outlines and pictures each page drawn so far brought with it, by its hash. */
  readonly #namesOf = new Map<string, readonly string[]>();

  constructor(fontDirs: readonly string[], templates: URL | string) {
    this.#compiler = new Compiler(fontDirs, templates, [BULLETIN, SHEET, LABELS, SLIPS]);
    this.#fonts = new Fonts(this.#compiler.installed(knownFamilies));
    this.#composer = new Composer(latinMetrics(this.#fonts, this.#compiler));
    this.#drawer = new PageDrawer(this.#compiler, BULLETIN, (setting) => this.#put(setting));
  }

  fonts(): FontRoleReport[] {
    return this.#fonts.report();
  }

  pdf(bulletin: Bulletin, pictures: Pictures, proof: string | null): EnginePdf {
    this.#mustHaveChinese();
    const layout = this.#composer.layOut(bulletin);
    this.#putPictures(pictures);
    this.#put(settingOf(bulletin, layout, this.#fonts, proof));
    const bytes = this.#compiler.pdf(BULLETIN);
    return { bytes, pages: layout.pages.length, measures: layout.measures, mixed: mixedColumns(layout) };
  }

  copiesPdf(
    bulletin: Bulletin,
    pictures: Pictures,
    { from, to, proof }: { from: number; to: number; proof: string | null },
  ): Uint8Array {
    this.#mustHaveChinese();
    this.#putPictures(pictures);
    const copies = Array.from({ length: to - from + 1 }, (_, i) => {
      const copy = numberedCopy(bulletin, from + i);
      return settingOf(copy, this.#composer.layOut(copy), this.#fonts, proof);
    });
    // Printed on both sides, a copy must not begin on the back of the one before.
    const pages = copies.flatMap((copy) => (copy.pages.length % 2 === 1 ? [...copy.pages, BLANK] : copy.pages));
    const [first] = copies;
    if (first) this.#put({ ...first, pages });
    return this.#compiler.pdf(BULLETIN);
  }

  glyphs(bulletin: Bulletin): GlyphReport {
    return glyphReport(bulletin, this.#fonts, this.#compiler);
  }

  preview(bulletin: Bulletin, pictures: Pictures, { known, only }: PreviewRequest): PressPreview {
    const layout = this.#composer.layOut(bulletin);
    this.#putPictures(pictures);
    const whole = settingOf(bulletin, layout, this.#fonts);
    const look = hashOf(JSON.stringify({ ...whole, title: '', author: '', date: null, pages: [] }));
    const lines = Map.groupBy(lineBoxes(layout), ({ page }) => page);
    const have = new Set(known);
    const pages = whole.pages.map((page, i) => {
      const n = i + 1;
      const own = lines.get(n) ?? [];
      const hash = hashOf(look + JSON.stringify([page, own]));
      return { n, hash, page, lines: own, wanted: !have.has(hash) && (only?.includes(n) ?? true) };
    });
    const wanted = pages.filter((page) => page.wanted);
    const drawn = this.#drawer.draw(
      whole,
      look,
      wanted.map(({ page }) => page),
    );
    const fresh = new Set<string>();
    wanted.forEach(({ hash }, i) => {
      const names = namesIn(drawn[i] ?? []);
      for (const name of names) fresh.add(name);
      this.#remember(hash, names);
    });
    for (const hash of have) for (const name of this.#namesOf.get(hash) ?? []) fresh.delete(name);
    const { widthMm, heightMm } = layout.measures.page;
    return {
      width: widthMm,
      height: heightMm,
      pages: pages.map((page) => {
        const { n, hash } = page;
        const at = wanted.indexOf(page);
        return at < 0 ? { n, hash } : { n, hash, drawn: { marks: drawn[at] ?? [], lines: page.lines } };
      }),
      assets: this.#drawer.assets(fresh),
      startsOn: startsOn(layout),
      meter: meterOf(bulletin, layout),
      latin: this.#composer.metrics === timesMetrics ? null : this.#composer.metrics,
    };
  }

  /** Which outlines a page brought with it; what has been forgotten is sent again. */
  #remember(hash: string, names: readonly string[]): void {
    if (this.#namesOf.size > MOST_PAGES) this.#namesOf.clear();
    this.#namesOf.set(hash, names);
  }

  sheetPdf(sheet: DistributionSheet, kind: SheetKind): Uint8Array {
    this.#mustHaveChinese();
    this.#compiler.put(SHEET_FILE, JSON.stringify(sheetSetting(sheet, kind, this.#fonts)));
    return this.#compiler.pdf(SHEET);
  }

  labelsPdf(sheet: DistributionSheet, wish: LabelWish): Uint8Array {
    this.#mustHaveChinese();
    this.#compiler.put(LABELS_FILE, JSON.stringify(labelSetting(sheet, wish, this.#fonts)));
    return this.#compiler.pdf(LABELS);
  }

  slipsPdf(slips: CodeSlips, square: boolean[][] | null): Uint8Array {
    this.#mustHaveChinese();
    this.#compiler.put(SLIPS_FILE, JSON.stringify(slipSetting(slips, square, this.#fonts)));
    return this.#compiler.pdf(SLIPS);
  }

  #put(setting: Setting): void {
    this.#compiler.put(SETTING, JSON.stringify(setting));
  }

  #putPictures(pictures: Pictures): void {
    for (const [hash, bytes] of Object.entries(pictures)) this.#compiler.put(pictureFile(hash), bytes);
  }

  #mustHaveChinese(): void {
    if (this.#fonts.report().every(({ used }) => used === null))
      throw new PressError('missingFont', '这台机器上没有中文字体，无法排版，请先安装仿宋、黑体等字体');
  }
}

const BLANK: PageSetting = { number: null, pieces: [] };

/** Columns with blank slots between or below their lines, or with anything but lines. */
function mixedColumns({ pages, measures }: Layout): MixedColumn[] {
  return pages.flatMap((page) =>
    Array.from({ length: measures.columns }, (_, column) => {
      const pieces = page.pieces.filter((piece) => piece.column === column);
      const lines = pieces.filter(({ kind }) => kind === 'lines');
      const mixed = lines.reduce((sum, { slots }) => sum + slots, 0) < measures.rows;
      const tables = pieces.filter(({ kind }) => kind === 'rows').map((place) => areaOf(place, measures));
      return mixed ? [{ page: page.n, column, tables }] : [];
    }).flat(),
  );
}

/** Slots as they stand on the page, pt from its top: each line with the blank around it. */
function areaOf({ slot, slots }: Place, { margin, topGapPt, pitchPt, bodyPt }: Measures) {
  const topPt = margin.topMm * PT_PER_MM + topGapPt + slot * pitchPt - (pitchPt - bodyPt) / 2;
  return { topPt, bottomPt: topPt + slots * pitchPt };
}

/** The page each entry begins on. */
function startsOn({ pages }: Layout): Record<string, number> {
  const starts: Record<string, number> = {};
  for (const { n, pieces } of pages) for (const { unit } of pieces) starts[unit.entry] ??= n;
  return starts;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);
