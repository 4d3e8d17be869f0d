/** The title stands in a field of its own above the text; these reach it as the editor reaches the text. */

const field = (): HTMLTextAreaElement | null => document.querySelector<HTMLTextAreaElement>('textarea.title-field');

/** Where the cursor is in the title; `null` where it is not in it. */
export function titleSelection(): { start: number; end: number } | null {
  const title = field();
  return title && document.activeElement === title ? { start: title.selectionStart, end: title.selectionEnd } : null;
}

export function selectInTitle(start: number, end: number): void {
  const title = field();
  title?.focus();
  title?.setSelectionRange(start, end);
}

/** Replaces a passage of the title as if it were typed, so that the field's own undo takes it back. */
export function replaceInTitle(start: number, end: number, text: string): void {
  const title = field();
  if (!title) return;
  selectInTitle(start, end);
  // No other way writes into a field and its undo; where it is not to be had the passage is at least replaced.
  if (document.execCommand?.('insertText', false, text)) return;
  title.setRangeText(text, start, end, 'end');
  title.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText', data: text }));
}
