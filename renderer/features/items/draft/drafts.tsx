import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useReducer } from 'react';
import type { ItemDetail } from '../../../../shared/contract/views.ts';
import type { Block, EntryKind } from '../../../../shared/domain/bulletin.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import type { Writing } from '../../../../shared/text/changes/index.ts';
import { askAgainInALull, type DeskClient, DeskError, useDesk, useMethod } from '../../../data/index.ts';
import { EditorShelf } from '../editor/keptEditors.ts';
import { Autosaver } from './autosaver.ts';

/** What the editor edits of an item. */
export interface Draft {
  title: string;
  blocks: Block[];
  kind: EntryKind;
  sourceOverride: string | null;
}

export type DraftSaver = Autosaver<Draft>;

export const draftOf = ({ title, blocks, kind, sourceOverride }: ItemDetail): Draft => ({
  title,
  blocks,
  kind,
  sourceOverride,
});

/**
 * Drafts outlive the screen they are edited on: one that could not be saved yet goes on being saved while other screens
 * are open, and is there again when its item is opened.
 */
class DraftShelf {
  readonly editors = new EditorShelf();
  readonly #savers = new Map<ItemId, DraftSaver>();
  /** How many screens show an item. */
  readonly #holders = new Map<ItemId, number>();
  readonly #client: DeskClient;
  readonly #onSaved: () => void;

  constructor(client: DeskClient, onSaved: () => void) {
    this.#client = client;
    this.#onSaved = onSaved;
  }

  /** The saver of an item; begins with what is stored where none is left from before. */
  open(item: ItemDetail): DraftSaver {
    const open = this.#savers.get(item.id);
    if (open) return open;
    const saver: DraftSaver = new Autosaver({
      draft: draftOf(item),
      version: item.version,
      save: async (draft, version) => {
        const saved = await this.#client.call('items.save', { id: item.id, version, ...draft });
        this.#onSaved();
        return saved.version;
      },
    });
    this.#savers.set(item.id, saver);
    return saver;
  }

  /**
   * Saves a text as a revision of its own, after what was being written. Throws where either could not be saved; then
   * nothing has changed here.
   */
  async saveApart(item: ItemDetail, { title, blocks }: Writing, note: string): Promise<void> {
    const saver = this.open(item);
    await saver.flush();
    if (!saver.isClean) throw new DeskError({ code: 'item-changed-elsewhere', params: { person: item.updatedBy } });
    const draft = { ...saver.draft, title, blocks: [...blocks] };
    const saved = await this.#client.call('items.save', { id: item.id, version: saver.version, ...draft, note });
    saver.adopt(draft, saved.version);
    this.#onSaved();
  }

  hold(id: ItemId): void {
    this.#holders.set(id, (this.#holders.get(id) ?? 0) + 1);
  }

  /** Called when an item is left: saves at once, and lets go of what is safe and not open again by then. */
  async leave(id: ItemId): Promise<void> {
    this.#holders.set(id, (this.#holders.get(id) ?? 1) - 1);
    const saver = this.#savers.get(id);
    if (!saver) return;
    saver.release();
    await saver.flush();
    if (saver.isClean && this.#holders.get(id) === 0) this.#savers.delete(id);
  }

  /** Lets go of the draft of an item that is no more. */
  drop(id: ItemId): void {
    this.#savers.delete(id);
    this.editors.drop(id);
  }

  get hasUnsaved(): boolean {
    return [...this.#savers.values()].some((saver) => !saver.isClean);
  }

  async flushAll(): Promise<void> {
    await Promise.all([...this.#savers.values()].map((saver) => saver.flush()));
  }
}

const ShelfContext = createContext<DraftShelf | null>(null);

export function DraftsProvider({ children }: { children: ReactNode }) {
  const { client, connection } = useDesk();
  const { data: session } = useMethod('session.get', {});
  const person = session?.person?.id;
  const queries = useQueryClient();
  const shelf = useMemo(() => new DraftShelf(client, () => askAgainInALull(queries, ['items'])), [client, queries]);
  useEffect(() => {
    // What could not be saved is tried at once when the line is back or somebody works again.
    if (connection === 'open' && person !== undefined) void shelf.flushAll();
  }, [shelf, connection, person]);
  useEffect(() => {
    // Leaving with unsaved text asks first; by the time the question is answered the text is saved.
    const onLeave = (event: BeforeUnloadEvent) => {
      if (!shelf.hasUnsaved) return;
      event.preventDefault();
      void shelf.flushAll();
    };
    const onHide = () => void shelf.flushAll();
    window.addEventListener('beforeunload', onLeave);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      window.removeEventListener('beforeunload', onLeave);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, [shelf]);
  return <ShelfContext value={shelf}>{children}</ShelfContext>;
}

/** The draft of an item, kept saved while it is open and saved at once when it is left. */
export function useDraft(item: ItemDetail): DraftSaver {
  const shelf = useDraftShelf();
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const { id } = item;
  const saver = shelf.open(item);
  useEffect(() => saver.subscribe(redraw), [saver]);
  useEffect(() => {
    shelf.hold(id);
    return () => void shelf.leave(id);
  }, [shelf, id]);
  return saver;
}

export function useDraftShelf(): DraftShelf {
  const shelf = useContext(ShelfContext);
  if (!shelf) throw new Error('drafts are used outside DraftsProvider');
  return shelf;
}
