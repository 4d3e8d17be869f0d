import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { findMatches } from './matches.ts';

/** Where a match stands in the editor's document. */
interface Place {
  from: number;
  to: number;
}

const key = new PluginKey<DecorationSet>('find');

/** Draws what was found; it only moves along while the text changes, also under an input method. */
export const foundPlugin = (): Plugin<DecorationSet> =>
  new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, shown) => (tr.getMeta(key) as DecorationSet | undefined) ?? shown.map(tr.mapping, tr.doc),
    },
    props: { decorations: (state) => key.getState(state) },
  });

export const foundKey = key;

/** All matches in the text, within paragraphs. */
export function placesOf(editor: Editor, wanted: string, loose: boolean): Place[] {
  const places: Place[] = [];
  editor.state.doc.forEach((node, position) => {
    if (!node.isTextblock) return;
    for (const [start, end] of findMatches(node.textContent, wanted, loose))
      places.push({ from: position + 1 + start, to: position + 1 + end });
  });
  return places;
}

export function show(editor: Editor, places: readonly Place[], current: number | null): void {
  const drawn = places.map(({ from, to }, n) =>
    Decoration.inline(from, to, { class: n === current ? 'found found-current' : 'found' }),
  );
  const tr = editor.state.tr.setMeta(key, DecorationSet.create(editor.state.doc, drawn));
  editor.view.dispatch(tr.setMeta('addToHistory', false));
}

/** Replaces them in one step of undo; what was bold stays bold. */
export function replacePlaces(editor: Editor, places: readonly Place[], text: string): void {
  const tr = closeHistory(editor.state.tr);
  for (const { from, to } of places.toReversed()) {
    if (text === '') tr.delete(from, to);
    else tr.replaceWith(from, to, editor.schema.text(text, tr.doc.resolve(from + 1).marks()));
  }
  editor.view.dispatch(tr);
}

export function reveal(editor: Editor, { from, to }: Place): void {
  editor.chain().setTextSelection({ from, to }).scrollIntoView().run();
}
