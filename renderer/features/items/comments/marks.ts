import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { CommentKind, CommentThread } from '../../../../shared/contract/methods/comments.ts';
import { positionOf } from '../editor/positions.ts';

/** Passages that are commented on, drawn into the text; they move along with it until the core has its own say. */
export const commentsKey = new PluginKey<DecorationSet>('comments');

export const commentsPlugin = (onOpen: (id: string) => void): Plugin<DecorationSet> =>
  new Plugin({
    key: commentsKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, shown) => (tr.getMeta(commentsKey) as DecorationSet | undefined) ?? shown.map(tr.mapping, tr.doc),
    },
    props: {
      decorations: (state) => commentsKey.getState(state),
      handleClick: (view, position) => {
        const id = rangesOf(view).find(({ from, to }) => from <= position && position <= to)?.id;
        if (id !== undefined) onOpen(id);
        return false;
      },
    },
  });

interface Range {
  id: string;
  from: number;
  to: number;
}

/** Where the comments stand now. */
export const rangesOf = (view: EditorView): Range[] =>
  (commentsKey.getState(view.state)?.find() ?? []).map(({ from, to, spec }) => ({ id: String(spec['id']), from, to }));

/** Under this name stands the passage a comment is being written on. */
export const WRITING = 'writing';

/** Draws what is open at its places, and what is being written on where it is. */
export function drawThreads(view: EditorView, threads: readonly CommentThread[], current: string | null): void {
  const { doc, tr } = view.state;
  const writing = rangesOf(view).find(({ id }) => id === WRITING);
  const marks = threads.flatMap(({ id, kind, anchor, text, person, resolved }) => {
    if (resolved !== null || anchor?.part !== 'text') return [];
    const [from, to] = [positionOf(doc, anchor.start), positionOf(doc, anchor.end)];
    return [mark({ id, from, to }, kind, id === current, `${person}：${text}`)];
  });
  if (writing) marks.push(mark(writing, 'note', true, '正在写批注'));
  view.dispatch(tr.setMeta(commentsKey, DecorationSet.create(doc, marks)).setMeta('addToHistory', false));
}

/** Draws, or takes away, the passage a comment is being written on. */
export function drawWriting(view: EditorView, range: { from: number; to: number } | null): void {
  const { doc, tr } = view.state;
  const shown = commentsKey.getState(view.state) ?? DecorationSet.empty;
  const without = shown.remove(shown.find(undefined, undefined, (spec) => spec['id'] === WRITING));
  const drawn = range ? without.add(doc, [mark({ id: WRITING, ...range }, 'note', true, '正在写批注')]) : without;
  view.dispatch(tr.setMeta(commentsKey, drawn).setMeta('addToHistory', false));
}

const mark = ({ id, from, to }: Range, kind: CommentKind, isCurrent: boolean, title: string) =>
  Decoration.inline(
    from,
    to,
    { class: `comment-mark comment-${kind}${isCurrent ? ' comment-current' : ''}`, title },
    { id },
  );
