import {
  getDocument,
  OPS,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { apply, type Matrix, matrix, multiply, UNIT } from './matrix.ts';

/** A glyph as it stands on the page: pt from the upper left corner, `y` on the baseline. */
export interface Glyph {
  char: string;
  x: number;
  y: number;
  width: number;
  em: number;
  font: string;
  red: boolean;
}

/** A wide flat bar: a rule of masthead or imprint. */
export interface Rule {
  x: number;
  y: number;
  width: number;
  height: number;
  red: boolean;
}

export interface ReadPage {
  n: number;
  widthPt: number;
  heightPt: number;
  glyphs: Glyph[];
  rules: Rule[];
}

export interface ReadPdf {
  pages: ReadPage[];
  /** `PDF/A-2a`, or `null` where the file does not say. */
  standard: string | null;
  fonts: UsedFont[];
}

export interface UsedFont {
  name: string;
  embedded: boolean;
  glyphs: number;
  /** Characters of the text; the name in red is set in a face that sets little else. */
  characters: Set<string>;
}

/**
 * Reads what stands where in any PDF, whoever made it, by replaying the text and path operators of its pages.
 * Throws what pdf.js throws on a file it cannot read.
 */
export async function readPages(pdf: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    // pdf.js takes the buffer over; the caller keeps his.
    data: new Uint8Array(pdf),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    fontExtraProperties: true,
    standardFontDataUrl: new URL('../../standard_fonts/', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs'))
      .pathname,
  });
  try {
    const document = await task.promise;
    const fonts = new Map<string, FontInfo>();
    const pages: ReadPage[] = [];
    for (let n = 1; n <= document.numPages; n++) pages.push(await readPage(await document.getPage(n), n, fonts));
    return { pages, standard: await standardOf(document), fonts: fontsOf(pages, fonts) };
  } finally {
    await task.destroy();
  }
}

interface FontInfo {
  name: string;
  embedded: boolean;
  unit: number;
}

interface State {
  ctm: Matrix;
  font: string;
  size: number;
  charSpace: number;
  wordSpace: number;
  stretch: number;
  leading: number;
  rise: number;
  hidden: boolean;
  fill: string;
  stroke: string;
  lineWidth: number;
}

interface PdfGlyph {
  width: number;
  unicode: string;
  isSpace: boolean;
}

const INVISIBLE = 3;
const RULE_WIDTH_PT = 100;
const RULE_HEIGHT_PT = 8;
const STROKES: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke]);
const PAINTS: ReadonlySet<number> = new Set([...STROKES, OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke]);

async function readPage(page: PDFPageProxy, n: number, fonts: Map<string, FontInfo>): Promise<ReadPage> {
  const list = await page.getOperatorList();
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const replay = new Replay(page, top - bottom, [1, 0, 0, 1, -left, -bottom], fonts);
  list.fnArray.forEach((operator, i) => {
    replay.step(operator, (list.argsArray[i] ?? []) as unknown[]);
  });
  return { n, widthPt: right - left, heightPt: top - bottom, glyphs: replay.glyphs, rules: replay.rules };
}

class Replay {
  readonly glyphs: Glyph[] = [];
  readonly rules: Rule[] = [];
  readonly #page: PDFPageProxy;
  readonly #height: number;
  readonly #fonts: Map<string, FontInfo>;
  readonly #stack: State[] = [];
  #state: State;
  #text: Matrix = UNIT;
  #line: Matrix = UNIT;

  constructor(page: PDFPageProxy, height: number, ctm: Matrix, fonts: Map<string, FontInfo>) {
    this.#page = page;
    this.#height = height;
    this.#fonts = fonts;
    this.#state = {
      ctm,
      font: '',
      size: 0,
      charSpace: 0,
      wordSpace: 0,
      stretch: 1,
      leading: 0,
      rise: 0,
      hidden: false,
      fill: '#000000',
      stroke: '#000000',
      lineWidth: 1,
    };
  }

  step(operator: number, args: unknown[]): void {
    const s = this.#state;
    const number = (i = 0) => Number(args[i] ?? 0);
    switch (operator) {
      case OPS.save:
        this.#stack.push({ ...s });
        return;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        this.#state = this.#stack.pop() ?? s;
        return;
      case OPS.transform:
        s.ctm = multiply(s.ctm, matrix(args));
        return;
      case OPS.paintFormXObjectBegin:
        this.#stack.push({ ...s });
        if (args[0]) s.ctm = multiply(s.ctm, matrix(args[0]));
        return;
      case OPS.beginText:
        this.#text = this.#line = UNIT;
        return;
      case OPS.setCharSpacing:
        s.charSpace = number();
        return;
      case OPS.setWordSpacing:
        s.wordSpace = number();
        return;
      case OPS.setHScale:
        s.stretch = number() > 5 ? number() / 100 : number();
        return;
      case OPS.setLeading:
        s.leading = -number();
        return;
      case OPS.setTextRise:
        s.rise = number();
        return;
      case OPS.setTextRenderingMode:
        s.hidden = number() === INVISIBLE;
        return;
      case OPS.setFont:
        this.#setFont(String(args[0]), number(1));
        return;
      case OPS.moveText:
        this.#moveLine(number(), number(1));
        return;
      case OPS.setLeadingMoveText:
        s.leading = number(1);
        this.#moveLine(number(), number(1));
        return;
      case OPS.nextLine:
        this.#moveLine(0, s.leading);
        return;
      case OPS.setTextMatrix:
        this.#line = this.#text = matrix(args.length === 1 ? args[0] : args);
        return;
      case OPS.showText:
      case OPS.showSpacedText:
        this.#show(args[0] as (PdfGlyph | number | null)[]);
        return;
      case OPS.setFillRGBColor:
        s.fill = String(args[0]);
        return;
      case OPS.setStrokeRGBColor:
        s.stroke = String(args[0]);
        return;
      case OPS.setLineWidth:
        s.lineWidth = number();
        return;
      case OPS.constructPath:
        this.#path(number(), args[2]);
        return;
      default:
    }
  }

  #moveLine(x: number, y: number): void {
    this.#line = multiply(this.#line, [1, 0, 0, 1, x, y]);
    this.#text = this.#line;
  }

  #setFont(id: string, size: number): void {
    this.#state.font = id;
    this.#state.size = size;
    if (this.#fonts.has(id)) return;
    let font: { name?: string; missingFile?: boolean; data?: unknown; isType3Font?: boolean; fontMatrix?: number[] } =
      {};
    try {
      font = this.#page.commonObjs.get(id) as typeof font;
    } catch {
      // A font that pdf.js could not resolve counts as not embedded.
    }
    const embedded = !font.missingFile && (font.data !== undefined || font.isType3Font === true);
    this.#fonts.set(id, {
      name: (font.name ?? id).replace(/^[A-Z]{6}\+/, ''),
      embedded,
      unit: font.fontMatrix?.[0] ?? 0.001,
    });
  }

  #show(glyphs: readonly (PdfGlyph | number | null)[]): void {
    const s = this.#state;
    const unit = this.#fonts.get(s.font)?.unit ?? 0.001;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') this.#advance((-glyph / 1000) * s.size * s.stretch);
      if (typeof glyph === 'number' || !glyph) continue;
      const advance = glyph.width * unit * s.size;
      const at = multiply(s.ctm, this.#text);
      const [x, y] = apply(at, 0, s.rise);
      const [end] = apply(at, advance * s.stretch, s.rise);
      const [char] = glyph.unicode;
      if (char !== undefined && !s.hidden)
        this.glyphs.push({
          char,
          x,
          y: this.#height - y,
          width: Math.abs(end - x),
          em: Math.hypot(at[2], at[3]) * Math.abs(s.size),
          font: s.font,
          red: isRed(s.fill),
        });
      this.#advance((advance + s.charSpace + (glyph.isSpace ? s.wordSpace : 0)) * s.stretch);
    }
  }

  #advance(by: number): void {
    this.#text = multiply(this.#text, [1, 0, 0, 1, by, 0]);
  }

  #path(paint: number, box: unknown): void {
    if (!PAINTS.has(paint) || !box) return;
    const [x0, y0, x1, y1] = matrix(box);
    if (![x0, y0, x1, y1].every(Number.isFinite)) return;
    const s = this.#state;
    const [ax, ay] = apply(s.ctm, x0, y0);
    const [bx, by] = apply(s.ctm, x1, y1);
    const stroked = STROKES.has(paint);
    const thickness = stroked ? s.lineWidth * Math.hypot(s.ctm[0], s.ctm[1]) : 0;
    const flat = Math.abs(by - ay) < 0.05;
    const height = flat && stroked ? thickness : Math.abs(by - ay);
    const y = this.#height - Math.max(ay, by) - (flat ? thickness / 2 : 0);
    const width = Math.abs(bx - ax);
    if (width > RULE_WIDTH_PT && height < RULE_HEIGHT_PT)
      this.rules.push({ x: Math.min(ax, bx), y, width, height, red: isRed(stroked ? s.stroke : s.fill) });
  }
}

function isRed(colour: string): boolean {
  const rgb = /^#(..)(..)(..)/.exec(colour);
  if (!rgb) return false;
  const [red = 0, green = 0, blue = 0] = rgb.slice(1).map((hex) => Number.parseInt(hex, 16));
  return red > 150 && green < 90 && blue < 90;
}

async function standardOf(document: PDFDocumentProxy): Promise<string | null> {
  const { metadata } = await document.getMetadata();
  const xmp = String((metadata as { getRaw?: () => unknown } | null)?.getRaw?.() ?? '');
  const part = /pdfaid:part[>="\s]+(\d)/.exec(xmp)?.[1];
  const level = /pdfaid:conformance[>="\s]+([A-Za-z])/.exec(xmp)?.[1] ?? '';
  return part ? `PDF/A-${part}${level.toLowerCase()}` : null;
}

function fontsOf(pages: readonly ReadPage[], fonts: ReadonlyMap<string, FontInfo>): UsedFont[] {
  const byName = new Map<string, UsedFont>();
  for (const glyph of pages.flatMap((page) => page.glyphs)) {
    const { name, embedded } = fonts.get(glyph.font) ?? { name: glyph.font, embedded: false };
    const entry = byName.get(name) ?? { name, embedded: true, glyphs: 0, characters: new Set<string>() };
    entry.embedded &&= embedded;
    entry.glyphs++;
    if (!glyph.red) entry.characters.add(glyph.char);
    byName.set(name, entry);
  }
  return [...byName.values()];
}
