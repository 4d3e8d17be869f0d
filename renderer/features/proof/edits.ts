import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { type Finding, widenMarks } from '../../../shared/text/proof/index.ts';
import { replaceInTitle } from './titleField.ts';

/** The edits that proofing makes when told to: each is one step of the editor's undo. */

export function replaceInText(editor: Editor, from: number, to: number, text: string): void {
  editor.view.dispatch(closeHistory(editor.state.tr).insertText(text, from, to).scrollIntoView());
  editor.commands.focus(from + text.length);
}

/** Whether a finding stands at the first of many half-width marks and means them all. */
export const meansWholeText = ({ rule, severity }: Finding): boolean =>
  rule === 'marks.halfWidth' && severity === 'warning';

/** Makes every half-width mark of text and title full-width. */
export function widenAll(editor: Editor, title: string): void {
  const wideTitle = widenMarks(title);
  if (wideTitle !== title) replaceInTitle(0, title.length, wideTitle);
  const tr = closeHistory(editor.state.tr);
  editor.state.doc.forEach((node, position) => {
    if (!node.isTextblock) return;
    const wide = widenMarks(node.textContent);
    // Mark by mark, so that bold and the cursor stay where they are; widening keeps every offset.
    [...node.textContent.matchAll(/[ -~]/g)].forEach(({ 0: mark, index }) => {
      const at = position + 1 + index;
      if (wide[index] !== mark) tr.insertText(wide.charAt(index), at, at + 1);
    });
  });
  editor.view.dispatch(tr);
  editor.commands.focus();
}
