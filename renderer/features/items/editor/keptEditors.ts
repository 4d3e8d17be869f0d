import { Editor, type EditorOptions } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Block } from '../../../../shared/domain/bulletin.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import { blocksOf, docOf } from './blocks.ts';

/** Items whose undo is remembered; the one opened longest ago is forgotten first. */
const MOST = 12;

/** Editors outlive the screen they stand on: when an item is opened again, undo goes on where it was. */
export class EditorShelf {
  readonly #editors = new Map<ItemId, Editor>();

  /** The editor of an item, not mounted; with the text given, which is a step of its undo where it had another. */
  open(id: ItemId, blocks: readonly Block[], options: Partial<EditorOptions>): Editor {
    const kept = this.#editors.get(id);
    const editor = kept ?? new Editor({ ...options, element: null, content: docOf(blocks) });
    this.#editors.delete(id);
    this.#editors.set(id, editor);
    this.#forget();
    return editor;
  }

  drop(id: ItemId): void {
    this.#editors.delete(id);
  }

  #forget(): void {
    for (const [id, editor] of this.#editors) {
      if (this.#editors.size <= MOST) return;
      // One that stands on the screen goes on there.
      if (editor.isDestroyed) this.#editors.delete(id);
    }
  }
}

/** Puts a text in place of the one in the editor, touching only what differs: one step of undo, not told as a change. */
export function replaceText(editor: Editor, blocks: readonly Block[]): void {
  if (JSON.stringify(blocksOf(editor.getJSON())) === JSON.stringify(blocks)) return;
  const { doc, tr } = editor.state;
  const next = editor.schema.nodeFromJSON(docOf(blocks));
  const start = doc.content.findDiffStart(next.content);
  const end = doc.content.findDiffEnd(next.content);
  if (start === null || end === null) return;
  // In a repeated passage the ends found from either side may cross.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const slice = next.slice(start, end.b + overlap);
  editor.view.dispatch(closeHistory(tr.replace(start, end.a + overlap, slice)).setMeta('preventUpdate', true));
}
