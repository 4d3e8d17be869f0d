import { createHash } from 'node:crypto';
import { type Assets, type Mark, type Matrix, type PictureMark, round } from '../../../shared/page/drawing.ts';

/**
 * Outlines and pictures by name. The engine writes outlines with eight digits, four kilobytes for a character of 仿宋;
 * here each is made compact once. Its name is a hash of the outline, so that pages, edits and a restarted engine share it.
 */
export class AssetShelf {
  readonly #outlines = new Map<string, string>();
  readonly #pictures = new Map<string, string>();

  /** Those of `names` that are here. */
  get(names: Iterable<string>): Assets {
    const found: Assets = { outlines: {}, pictures: {} };
    for (const name of names) {
      const outline = this.#outlines.get(name);
      if (outline !== undefined) found.outlines[name] = outline;
      const picture = this.#pictures.get(name);
      if (picture !== undefined) found.pictures[name] = picture;
    }
    return found;
  }

  /** More than about all characters of ten issues, or fifty pictures, are forgotten together with what refers to them. */
  get isFull(): boolean {
    return this.#outlines.size > MOST_OUTLINES || this.#pictures.size > MOST_PICTURES;
  }

  takeOutlines(definitions: string): void {
    for (const [, id, d] of definitions.matchAll(/<symbol id="(\w+)"[^>]*>\s*<path d="([^"]*)"/g))
      if (id && d !== undefined && !this.#outlines.has(id)) this.#outlines.set(id, compactPath(d));
  }

  takePicture(address: string): string {
    const name = `p${createHash('sha256').update(address).digest('hex')}`;
    this.#pictures.set(name, address);
    return name;
  }
}

const MOST_OUTLINES = 20_000;
const MOST_PICTURES = 50;
/** A hundredth of a point is finer than any printer; screens at 400 % show it as a twentieth of a pixel. */
const DECIMALS = 2;
const UNMOVED: Matrix = [1, 0, 0, 1, 0, 0];

interface Group {
  m: Matrix;
  clip: PictureMark['clip'];
}

/**
 * The marks of each page of an SVG of the engine's, outlines and pictures put on the shelf. Of all SVG can say it writes
 * groups, filled paths, characters as `<use>` of an outline, and pictures. Throws where it drew another number of pages.
 */
export function readSvg(svg: string, pages: number, shelf: AssetShelf): Mark[][] {
  const end = svg.indexOf('<defs');
  const definitions = end < 0 ? '' : svg.slice(end);
  shelf.takeOutlines(definitions);
  const drawings: Mark[][] = [];
  const groups: Group[] = [];
  for (const [, close, name, written = ''] of svg.slice(0, Math.max(end, 0) || undefined).matchAll(ELEMENT)) {
    const outer = groups.at(-1);
    if (name === 'g') {
      if (close) groups.pop();
      else {
        // A group outside of all others is a page; where it stands among the pages is no part of its drawing.
        if (!outer) drawings.push([]);
        const m = outer ? within(outer.m, written) : UNMOVED;
        const path = clipIn(written, definitions);
        if (!written.endsWith('/'))
          groups.push({ m, clip: path === undefined ? outer?.clip : { m: rounded(m), path: compactPath(path) } });
      }
    } else if (outer && !close) addMark(drawings.at(-1) ?? [], name ?? '', written, outer, shelf);
  }
  if (drawings.length !== pages) throw new Error(`the engine drew ${drawings.length} pages of ${pages}`);
  return drawings;
}

function addMark(marks: Mark[], element: string, written: string, { m, clip }: Group, shelf: AssetShelf): void {
  const fill = FILL.exec(written)?.[1] ?? BLACK;
  const look = fill === BLACK ? {} : { fill };
  if (element === 'path') {
    const path = compactPath(PATH.exec(written)?.[1] ?? '');
    marks.push({ m: rounded(within(m, written)), path, ...look });
  } else if (element === 'use') {
    const stroke = STROKE.exec(written)?.[1];
    const glyph = [NAME.exec(written)?.[1] ?? '', round(Number(X.exec(written)?.[1] ?? 0))];
    const text = { m: rounded(m), glyphs: glyph, ...look, ...(stroke === undefined ? {} : { stroke: Number(stroke) }) };
    const last = marks.at(-1);
    const joins = last && 'glyphs' in last && last.fill === text.fill && last.stroke === text.stroke;
    if (joins && last.m.every((value, i) => value === text.m[i])) last.glyphs.push(...glyph);
    else marks.push(text);
  } else if (element === 'image') {
    const size = (name: string) => round(Number(new RegExp(` ${name}="([^"]*)"`).exec(written)?.[1] ?? 0));
    const picture = shelf.takePicture(ADDRESS.exec(written)?.[1] ?? '');
    const placed = { m: rounded(within(m, written)), picture, width: size('width'), height: size('height') };
    marks.push(clip === undefined ? placed : { ...placed, clip });
  }
}

const ELEMENT = /<(\/?)([\w-]+)([^>]*)>/g;
const BLACK = '#000000';
const FILL = / fill="([^"]*)"/;
const STROKE = / stroke-width="([^"]*)"/;
const PATH = / d="([^"]*)"/;
const NAME = / xlink:href="#(\w+)"/;
const ADDRESS = / xlink:href="(data:[^"]*)"/;
const X = / x="([^"]*)"/;
const MATRIX = / transform="matrix\(([^)]*)\)"/;

function within(outer: Matrix, written: string): Matrix {
  const numbers = MATRIX.exec(written)?.[1]?.split(' ').map(Number);
  if (!numbers) return outer;
  const [a, b, c, d, e, f] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = numbers;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Path of the clip a group names. */
function clipIn(written: string, definitions: string): string | undefined {
  const id = / clip-path="url\(#(\w+)\)"/.exec(written)?.[1];
  if (id === undefined) return undefined;
  const at = definitions.indexOf(`<clipPath id="${id}"`);
  return at < 0 ? undefined : PATH.exec(definitions.slice(at))?.[1];
}

const rounded = ([a, b, c, d, e, f]: Matrix): Matrix => [round(a), round(b), round(c), round(d), round(e), round(f)];

function compactPath(d: string): string {
  return d
    .replace(/-?\d+\.\d+/g, (number) => String(Number(Number(number).toFixed(DECIMALS))))
    .replace(/\s*([a-zA-Z])\s*/g, '$1')
    .replace(/ -/g, '-')
    .replace(/(^|[^\d.])0\./g, '$1.')
    .trim();
}
