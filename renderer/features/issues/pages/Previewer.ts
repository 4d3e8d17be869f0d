import type { Input } from '../../../../shared/contract/index.ts';
import type { PageDrawing, Preview } from '../../../../shared/contract/views.ts';
import { latestOnly } from './latest.ts';
import { PageStore } from './pageStore.ts';

type Drafted = Input<'issues.preview'>['draft'];
/** A text being typed. */
export type ItemDraft = NonNullable<Drafted['item']>;

/** Where a caret or a click stands in an entry's text. */
export interface TextPlace {
  entryId: string;
  /** Index of the block; -1 is the title. */
  block: number;
  /** UTF-16 units from its beginning. */
  offset: number;
}

/** Which pages are wanted, and of what. */
export interface PagesView {
  known: string[];
  only: number[];
  viewer: string;
  draft: Drafted;
}

export interface PagesShown {
  /** The newest pages; `null` before the first. Stays while newer ones are made or cannot be. */
  preview: Preview | null;
  /** Why the newest pages could not be made. */
  error: unknown;
  /** Pages of something newer are on their way, and take their time. */
  busy: boolean;
  /** The text being typed that these pages show. */
  item: ItemDraft | null;
  /** Where the caret stands in the text being edited. */
  caret: TextPlace | null;
  /** Counts pictures that became paintable after their page. */
  pictures: number;
}

/** Pages kept drawn: the largest issue and what an undo brings back. */
const PAGES_KEPT = 200;
/** Asked for before anybody knows how many pages there are and which are seen. */
const FIRST_PAGES = [1, 2, 3];
/** Only what takes longer is said to be on its way, ms. */
const NOTICED = 400;

/**
 * The real pages of an issue as they stand on the screen: asked for anew with every change, one request at a time, always
 * the newest state. Only pages in view are drawn, and only those the page does not hold are sent. Lives outside of React,
 * so that a key typed leaves for the core before anything is rendered.
 */
export class Previewer {
  readonly #askFor: (view: PagesView) => Promise<Preview>;
  readonly #viewer = Math.random().toString(36).slice(2);
  readonly #listeners = new Set<() => void>();
  readonly #run = latestOnly(() => this.#fetch());
  readonly store = new PageStore(PAGES_KEPT, () => this.#show({ pictures: this.#shown.pictures + 1 }));
  #shown: PagesShown = { preview: null, error: null, busy: true, item: null, caret: null, pictures: 0 };
  #draft: Drafted = { item: null, entries: null, pageAdjust: null };
  #seen: readonly number[] = FIRST_PAGES;
  #leaving = false;
  #asked = false;
  #open = false;

  /** @param askFor asks the core for pages */
  constructor(askFor: (view: PagesView) => Promise<Preview>) {
    this.#askFor = askFor;
  }

  get shown(): PagesShown {
    return this.#shown;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins to ask; answers what ends it. */
  open(): () => void {
    this.#open = true;
    this.refresh();
    return () => {
      this.#open = false;
      this.store.clear();
    };
  }

  /** The pages in view have changed. */
  see(pages: readonly number[]): void {
    this.#seen = pages;
    if (this.#lacks()) this.#ask();
  }

  /** A text was typed. */
  type(item: ItemDraft): void {
    this.#leaving = false;
    this.#draft = { ...this.#draft, item };
    this.#ask();
  }

  /** The text is left: shown until the saved one comes, so that pages do not fall back for a moment. */
  leave(): void {
    this.#leaving = true;
    this.moveCaret(null);
  }

  /** The board stands otherwise; `null` shows what is saved. */
  arrange(entries: Drafted['entries'], pageAdjust: Drafted['pageAdjust']): void {
    this.#draft = { ...this.#draft, entries, pageAdjust };
    this.#ask();
  }

  moveCaret(caret: TextPlace | null): void {
    if (caret !== this.#shown.caret) this.#show({ caret });
  }

  /** Something saved that is printed may have changed. */
  refresh(): void {
    if (this.#leaving) this.#draft = { ...this.#draft, item: null };
    this.#leaving = false;
    this.#ask();
  }

  /** The drawing of a page; `null` where it is not here yet. */
  drawing(hash: string): PageDrawing | null {
    return this.store.get(hash);
  }

  /** Several changes of one moment ask once. */
  #ask(): void {
    if (this.#asked) return;
    this.#asked = true;
    queueMicrotask(() => {
      this.#asked = false;
      if (this.#open) this.#run();
    });
  }

  async #fetch(): Promise<void> {
    const slow = setTimeout(() => this.#show({ busy: true }), NOTICED);
    this.store.tidy();
    const draft = this.#draft;
    try {
      const preview = await this.#askFor({
        known: this.store.known,
        only: [...this.#seen],
        viewer: this.#viewer,
        draft,
      });
      if (!this.#open) return;
      this.store.add(preview);
      this.#show({ preview, error: null, busy: false, item: draft.item });
      if (this.#lacks()) this.#ask();
    } catch (error) {
      if (this.#open) this.#show({ error, busy: false });
    } finally {
      clearTimeout(slow);
    }
  }

  /** Whether a page in view has no drawing. */
  #lacks(): boolean {
    const { preview, error } = this.#shown;
    return (
      preview !== null &&
      error === null &&
      preview.pages.some(({ n, hash }) => this.#seen.includes(n) && this.store.get(hash) === null)
    );
  }

  #show(change: Partial<PagesShown>): void {
    this.#shown = { ...this.#shown, ...change };
    for (const listener of this.#listeners) listener();
  }
}
