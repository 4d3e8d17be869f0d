import { type Assets, type Mark, moved } from '../../../shared/page/drawing.ts';
import type { Compiler } from './compiler.ts';
import { AssetShelf, readSvg } from './readSvg.ts';
import type { PageSetting, Setting } from './setting.ts';

/** What is set by itself: a line of text, or another piece, at the upper left corner of a page of its own. */
interface Part {
  x: number;
  y: number;
  page: PageSetting;
}

/** Lines and pieces kept drawn: about a hundred pages of each of several house styles. */
const MOST_PARTS = 10_000;

/**
 * Draws pages from parts that are drawn once each. The template puts every line and piece at a fixed place, so a part is
 * the same wherever it stands: after an edit only the lines that read differently are set anew, and a line that moved to
 * another page is not.
 */
export class PageDrawer {
  readonly #compiler: Compiler;
  readonly #put: (setting: Setting) => void;
  readonly #template: string;
  readonly #parts = new Map<string, Mark[]>();
  #shelf = new AssetShelf();

  constructor(compiler: Compiler, template: string, put: (setting: Setting) => void) {
    this.#compiler = compiler;
    this.#template = template;
    this.#put = put;
  }

  /** The marks of pages of a setting. `look`: hash of what all its pages share. */
  draw(setting: Setting, look: string, pages: readonly PageSetting[]): Mark[][] {
    if (this.#shelf.isFull || this.#parts.size > MOST_PARTS) {
      this.#shelf = new AssetShelf();
      this.#parts.clear();
    }
    const keyed = pages.map((page) =>
      partsOf(page, setting).map((part) => ({ ...part, key: look + JSON.stringify(part.page) })),
    );
    this.#set(setting, new Map(keyed.flat().map(({ key, page }) => [key, page])));
    return keyed.map((parts) =>
      parts.flatMap(({ key, x, y }) => (this.#parts.get(key) ?? []).map((mark) => moved(mark, x, y))),
    );
  }

  /** Outlines and pictures by name. */
  assets = (names: Iterable<string>): Assets => this.#shelf.get(names);

  #set(setting: Setting, wanted: ReadonlyMap<string, PageSetting>): void {
    const missing = [...wanted].filter(([key]) => !this.#parts.has(key));
    if (missing.length === 0) return;
    this.#put({ ...setting, pages: missing.map(([, page]) => page) });
    const drawn = readSvg(this.#compiler.svg(this.#template), missing.length, this.#shelf);
    missing.forEach(([key], i) => {
      this.#parts.set(key, drawn[i] ?? []);
    });
  }
}

function partsOf({ number, pieces }: PageSetting, { size, leading }: Setting): Part[] {
  const parts: Part[] = pieces.flatMap((piece): Part[] => {
    const { x, y } = piece;
    if (piece.kind !== 'text') return [{ x, y, page: { number: null, pieces: [{ ...piece, x: 0, y: 0 }] } }];
    return piece.lines.map((line, i) => {
      const open = piece.open || i < piece.lines.length - 1;
      return {
        x,
        y: y + i * (size + leading),
        page: { number: null, pieces: [{ ...piece, x: 0, y: 0, lines: [line], open }] },
      };
    });
  });
  return number ? [{ x: 0, y: 0, page: { number, pieces: [] } }, ...parts] : parts;
}
