import { createHash } from 'node:crypto';
import type { FontRoleReport } from '../../../shared/contract/views.ts';
import type { Bulletin } from '../../../shared/domain/bulletin.ts';
import type { DistributionSheet } from '../../../shared/domain/distributionSheet.ts';
import type { LatinMetrics } from '../../../shared/page/compose/latin.ts';
import { type Layout, layOut } from '../../../shared/page/layout.ts';
import { lineBoxes } from '../../../shared/page/lineBoxes.ts';
import { meterOf } from '../../../shared/page/meter.ts';
import { PressError } from '../errors.ts';
import { Compiler } from './compiler.ts';
import { distributionSetting, SHEET_FILE } from './distribution.ts';
import { Fonts, knownFamilies } from './fonts.ts';
import { glyphReport } from './glyphReport.ts';
import { latinMetrics } from './latinMetrics.ts';
import type { EnginePdf, GlyphReport, Pictures, PressPreview, PreviewPage, PreviewRequest } from './protocol.ts';
import { pictureFile } from './segments.ts';
import { type Setting, settingOf } from './setting.ts';
import { outlines, standAlone, takeApart, withoutOutlines } from './svgPage.ts';

const BULLETIN = 'bulletin.typ';
const DISTRIBUTION = 'distribution.typ';
const SETTING = 'setting.json';
const MOST_PAGES = 2000;

/** The engine with its fonts: bulletins in, PDF and SVG out. Lives in the engine's own process. */
export class Engine {
  readonly #compiler: Compiler;
  readonly #fonts: Fonts;
  readonly #metrics: LatinMetrics;
  readonly #glyphsOf = new Map<string, readonly string[]>();

  constructor(fontDirs: readonly string[], templates: URL | string) {
    this.#compiler = new Compiler(fontDirs, templates, [BULLETIN, DISTRIBUTION]);
    this.#fonts = new Fonts(this.#compiler.installed(knownFamilies));
    this.#metrics = latinMetrics(this.#fonts, this.#compiler);
  }

  fonts(): FontRoleReport[] {
    return this.#fonts.report();
  }

  pdf(bulletin: Bulletin, pictures: Pictures): EnginePdf {
    this.#mustHaveChinese();
    const layout = layOut(bulletin, this.#metrics);
    this.#putPictures(pictures);
    this.#put(settingOf(bulletin, layout, this.#fonts));
    const bytes = this.#compiler.pdf(BULLETIN);
    return { bytes, pages: layout.pages.length, measures: layout.measures, mixedPages: mixedPages(layout) };
  }

  glyphs(bulletin: Bulletin): GlyphReport {
    return glyphReport(bulletin, this.#fonts, this.#compiler);
  }

  preview(bulletin: Bulletin, pictures: Pictures, request: PreviewRequest): PressPreview {
    const layout = layOut(bulletin, this.#metrics);
    this.#putPictures(pictures);
    const known = new Set(request.known);
    const whole = settingOf(bulletin, layout, this.#fonts);
    const shared = JSON.stringify({ ...whole, title: '', author: '', date: null, pages: [] });
    const fresh = new Set<string>();
    const pages = layout.pages.map(({ n }, i): PreviewPage => {
      const page = whole.pages[i];
      const hash = createHash('sha256').update(shared).update(JSON.stringify(page)).digest('base64url').slice(0, 22);
      if (!page || known.has(hash) || (request.only && !request.only.includes(n))) return { n, hash };
      this.#put({ ...whole, pages: [page] });
      const drawn = takeApart(this.#compiler.svg(BULLETIN));
      this.#remember(hash, drawn.glyphs);
      if (request.outlines === 'within') return { n, hash, svg: standAlone(drawn) };
      for (const glyph of drawn.glyphs) fresh.add(glyph);
      return { n, hash, svg: withoutOutlines(drawn) };
    });
    for (const hash of known) for (const glyph of this.#glyphsOf.get(hash) ?? []) fresh.delete(glyph);
    const { widthMm, heightMm } = layout.measures.page;
    const meter = meterOf(bulletin, layout);
    return { width: widthMm, height: heightMm, pages, outlines: outlines(fresh), lines: lineBoxes(layout), meter };
  }

  /** Which outlines a page brought with it; what has been forgotten is sent again. */
  #remember(hash: string, glyphs: readonly string[]): void {
    if (this.#glyphsOf.size > MOST_PAGES) this.#glyphsOf.clear();
    this.#glyphsOf.set(hash, glyphs);
  }

  distributionPdf(sheet: DistributionSheet): Uint8Array {
    this.#mustHaveChinese();
    this.#compiler.put(SHEET_FILE, JSON.stringify(distributionSetting(sheet, this.#fonts)));
    return this.#compiler.pdf(DISTRIBUTION);
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

/** Pages with blank slots between or below their lines, or with anything but lines. */
function mixedPages({ pages, measures }: Layout): number[] {
  return pages
    .filter((page) => {
      const lines = page.pieces.reduce(
        (sum, piece) => sum + (piece.kind === 'lines' || piece.kind === 'contents' ? piece.slots : 0),
        0,
      );
      return page.n > 1 && lines < measures.rows;
    })
    .map((page) => page.n);
}
