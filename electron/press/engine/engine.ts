import { createHash } from 'node:crypto';
import type { FontRoleReport } from '../../../shared/contract/views.ts';
import type { Bulletin } from '../../../shared/domain/bulletin.ts';
import type { DistributionSheet } from '../../../shared/domain/distributionSheet.ts';
import { layOut, lineBoxes, meterOf } from '../../../shared/page/index.ts';
import { PressError } from '../errors.ts';
import { Compiler } from './compiler.ts';
import { distributionSetting, SHEET_FILE } from './distribution.ts';
import { Fonts, knownFamilies } from './fonts.ts';
import type { Pictures, PressedPdf, PressPreview, PreviewPage } from './protocol.ts';
import { pictureFile } from './segments.ts';
import { type Setting, settingOf } from './setting.ts';
import { strayGlyphs } from './strayGlyphs.ts';

const BULLETIN = 'bulletin.typ';
const DISTRIBUTION = 'distribution.typ';
const SETTING = 'setting.json';

/** The engine with its fonts: bulletins in, PDF and SVG out. Lives in the engine's own process. */
export class Engine {
  readonly #compiler: Compiler;
  readonly #fonts: Fonts;

  constructor(fontDirs: readonly string[], templates: URL | string) {
    this.#compiler = new Compiler(fontDirs, templates, [BULLETIN, DISTRIBUTION]);
    this.#fonts = new Fonts(new Set(knownFamilies.filter((family) => this.#compiler.hasFamily(family))));
  }

  fonts(): FontRoleReport[] {
    return this.#fonts.report();
  }

  pdf(bulletin: Bulletin, pictures: Pictures): PressedPdf {
    this.#mustHaveChinese();
    const layout = layOut(bulletin);
    this.#putPictures(pictures);
    this.#put(settingOf(bulletin, layout, this.#fonts));
    const bytes = this.#compiler.pdf(BULLETIN);
    return { bytes, pages: layout.pages.length, strayGlyphs: strayGlyphs(bulletin, this.#fonts, this.#compiler) };
  }

  /** Only pages whose hash is not in `known` are drawn; of these only those in `only`, where given. */
  preview(bulletin: Bulletin, pictures: Pictures, known: readonly string[], only?: readonly number[]): PressPreview {
    const layout = layOut(bulletin);
    this.#putPictures(pictures);
    const has = new Set(known);
    const whole = settingOf(bulletin, layout, this.#fonts);
    const shared = JSON.stringify({ ...whole, title: '', author: '', date: null, pages: [] });
    const pages = layout.pages.map(({ n }, i): PreviewPage => {
      const page = whole.pages[i];
      const hash = createHash('sha256').update(shared).update(JSON.stringify(page)).digest('base64url').slice(0, 22);
      if (!page || has.has(hash) || (only && !only.includes(n))) return { n, hash };
      this.#put({ ...whole, pages: [page] });
      return { n, hash, svg: this.#compiler.svg(BULLETIN) };
    });
    const { widthMm, heightMm } = layout.measures.page;
    return { width: widthMm, height: heightMm, pages, lines: lineBoxes(layout), meter: meterOf(bulletin, layout) };
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
