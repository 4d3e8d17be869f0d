import type { Editor } from '@tiptap/core';
import type { Anchor, CommentThread } from '../../../../shared/contract/methods/comments.ts';
import { selectInTitle, titleSelection } from '../../proof/titleField.ts';
import { offsetOf, positionOf } from '../editor/positions.ts';
import { commentsKey, commentsPlugin, drawThreads, drawWriting, rangesOf, WRITING } from './marks.ts';

export interface CommentingView {
  /** The thread that is looked at. */
  current: string | null;
  /** A comment is being written: on a passage of the title or text, or on the whole item. */
  writing: { part: Anchor['part'] | null; quote: string } | null;
  /** Counts how often something was opened from the text, so that the list beside comes to the front. */
  opened: number;
}

/** What joins the comments marked in the text with the list beside it; one item is open within it at a time. */
export class Commenting {
  readonly #listeners = new Set<() => void>();
  #view: CommentingView = { current: null, writing: null, opened: 0 };
  #editor: Editor | null = null;
  #titleRange: { start: number; end: number } | null = null;
  #threads: readonly CommentThread[] = [];

  get view(): CommentingView {
    return this.#view;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  open(editor: Editor): () => void {
    this.#editor = editor;
    editor.registerPlugin(commentsPlugin((id) => this.#show({ current: id, opened: this.#view.opened + 1 })));
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin(commentsKey);
      this.#editor = null;
      this.#threads = [];
      this.#show({ current: null, writing: null });
    };
  }

  /** Draws the threads where the core says they stand. Only for a text that is the stored one. */
  draw(threads: readonly CommentThread[]): void {
    this.#threads = threads;
    if (this.#editor && !this.#editor.view.composing) drawThreads(this.#editor.view, threads, this.#view.current);
  }

  /** Begins a comment on what is selected, else on the whole item. */
  begin(): void {
    const inTitle = titleSelection();
    const { from = 0, to = 0, empty = true } = this.#editor?.state.selection ?? {};
    const onTitle = inTitle !== null && inTitle.start < inTitle.end;
    const onText = !onTitle && inTitle === null && !empty;
    this.#titleRange = onTitle ? inTitle : null;
    if (this.#editor) drawWriting(this.#editor.view, onText ? { from, to } : null);
    const field = document.querySelector<HTMLTextAreaElement>('textarea.title-field');
    const quote = onTitle
      ? (field?.value.slice(inTitle.start, inTitle.end) ?? '')
      : onText
        ? (this.#editor?.state.doc.textBetween(from, to, '\n') ?? '')
        : '';
    const part = onTitle ? 'title' : onText ? 'text' : null;
    this.#show({ writing: { part, quote }, opened: this.#view.opened + 1 });
  }

  cancel(): void {
    if (this.#editor) drawWriting(this.#editor.view, null);
    this.#show({ writing: null });
  }

  /** Where the comment being written stands in the text as it is now; `null` on the whole item, or where it is gone. */
  anchor(): Anchor | null {
    if (this.#view.writing?.part === 'title') return this.#titleRange && { part: 'title', ...this.#titleRange };
    const range = this.#editor && rangesOf(this.#editor.view).find(({ id }) => id === WRITING);
    if (!this.#editor || !range) return null;
    const { doc } = this.#editor.state;
    const [start, end] = [offsetOf(doc, range.from), offsetOf(doc, range.to)];
    return start < end ? { part: 'text', start, end } : null;
  }

  /** Looks at a thread, and shows its passage. */
  select({ id, anchor }: CommentThread): void {
    this.#show({ current: id });
    this.draw(this.#threads);
    if (anchor?.part === 'title') selectInTitle(anchor.start, anchor.end);
    if (anchor?.part !== 'text' || !this.#editor) return;
    const { doc } = this.#editor.state;
    const place = rangesOf(this.#editor.view).find((range) => range.id === id) ?? {
      from: positionOf(doc, anchor.start),
      to: positionOf(doc, anchor.end),
    };
    this.#editor.chain().setTextSelection({ from: place.from, to: place.to }).scrollIntoView().run();
  }

  #show(change: Partial<CommentingView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
