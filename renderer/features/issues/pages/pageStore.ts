import type { PageDrawing, Preview } from '../../../../shared/contract/views.ts';

/** About all characters of twenty issues, a kilobyte each. */
const MOST_OUTLINES = 20_000;

/**
 * Drawings of pages by the hash of their content, so that a page is sent once however often it comes back (an undo,
 * another order), with the outlines and pictures they share. They are data and are painted: nothing that came from a text
 * ever becomes markup of the document.
 */
export class PageStore {
  readonly #limit: number;
  readonly #onPicture: () => void;
  readonly #drawings = new Map<string, PageDrawing>();
  readonly #outlines = new Map<string, Path2D>();
  readonly #pictures = new Map<string, HTMLImageElement>();

  /**
   * @param limit drawings kept, some 50 kB each; the pages on screen must fit in it
   * @param onPicture called when a picture has been loaded and can be painted
   */
  constructor(limit: number, onPicture: () => void = () => {}) {
    this.#limit = limit;
    this.#onPicture = onPicture;
  }

  /** Hashes whose drawing need not be sent, the most recently used last. */
  get known(): string[] {
    return [...this.#drawings.keys()];
  }

  /** Takes the drawings out of an answer, and what they refer to. */
  add({ pages, assets }: Pick<Preview, 'pages' | 'assets'>): void {
    for (const [name, path] of Object.entries(assets.outlines)) this.#outlines.set(name, new Path2D(path));
    for (const [name, address] of Object.entries(assets.pictures)) {
      const image = new Image();
      image.onload = this.#onPicture;
      image.src = address;
      this.#pictures.set(name, image);
    }
    for (const { hash, drawn } of pages) if (drawn) this.#drawings.set(hash, drawn);
    for (const oldest of this.#drawings.keys()) {
      if (this.#drawings.size <= this.#limit) break;
      this.#drawings.delete(oldest);
    }
  }

  /** `null` where it is not there (any more). */
  get(hash: string): PageDrawing | null {
    const drawing = this.#drawings.get(hash);
    if (!drawing) return null;
    this.#drawings.delete(hash);
    this.#drawings.set(hash, drawing);
    return drawing;
  }

  outline(name: string): Path2D | null {
    return this.#outlines.get(name) ?? null;
  }

  /** `null` until it is loaded. */
  picture(name: string): HTMLImageElement | null {
    const image = this.#pictures.get(name);
    return image?.complete && image.naturalWidth > 0 ? image : null;
  }

  /** Forgets everything once outlines have become too many; the pages in view are then sent again with theirs. */
  tidy(): void {
    if (this.#outlines.size > MOST_OUTLINES) this.clear();
  }

  clear(): void {
    this.#drawings.clear();
    this.#outlines.clear();
    this.#pictures.clear();
  }
}
