import type { ItemId } from '../../../../shared/domain/ids.ts';
import {
  type Edit,
  editsOf,
  mapRange,
  type Part,
  type Stream,
  streamsOf,
  type Writing,
} from '../../../../shared/text/changes/index.ts';
import { newId } from '../../context.ts';
import type { Writable } from '../../db/open.ts';
import { addComment, commentsOf, moveComment } from './repo.ts';

/** Passages shorter than this are not looked for again: they stand everywhere, characters. */
const SHORTEST = 2;

/** Moves the comments of an item along with its text. One whose passage is gone is looked for where it may have gone. */
export function followText(w: Writable, id: ItemId, before: Writing, after: Writing): void {
  const comments = commentsOf(w, id).filter(({ part }) => part !== null);
  if (comments.length === 0) return;
  const [a, b] = [streamsOf(before), streamsOf(after)];
  const edits: Record<Part, Edit[]> = { title: editsOf(a.title, b.title), text: editsOf(a.text, b.text) };
  for (const { id: comment, part, start, end, quote } of comments) {
    if (part === null || (edits[part].length === 0 && start < end)) continue;
    const mapped = mapRange(edits[part], start, end);
    const range = mapped.from < mapped.to ? mapped : (nearest(b[part], quote, mapped.from) ?? mapped);
    if (range.from !== start || range.to !== end) moveComment(w, comment, range.from, range.to);
  }
}

/** Where `quote` stands nearest to a place; `null` where it does not. */
function nearest({ text }: Stream, quote: string, place: number): { from: number; to: number } | null {
  if (quote.length < SHORTEST) return null;
  let best: number | null = null;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    if (best === null || Math.abs(at - place) < Math.abs(best - place)) best = at;
  return best === null ? null : { from: best, to: best + quote.length };
}

/** 多条合一: what is open on the items that were put together is open on the one made of them. */
export function copyOpenComments(w: Writable, ids: readonly ItemId[], merged: ItemId, writing: Writing): void {
  const streams = streamsOf(writing);
  for (const id of ids) {
    const comments = commentsOf(w, id);
    for (const opener of comments.filter(({ threadId, resolvedAt }) => threadId === null && resolvedAt === null)) {
      // A title may have become a 小标题 of the text.
      const parts: Part[] = opener.part === 'title' ? ['title', 'text'] : ['text'];
      const found = parts.flatMap((part) => {
        const range = nearest(streams[part], opener.quote, 0);
        return range ? [{ part, start: range.from, end: range.to }] : [];
      })[0];
      const threadId = newId<typeof opener.id>();
      addComment(w, { ...opener, ...(found ?? { start: 0, end: 0 }), id: threadId, itemId: merged });
      for (const reply of comments.filter((one) => one.threadId === opener.id))
        addComment(w, { ...reply, id: newId<typeof reply.id>(), itemId: merged, threadId });
    }
  }
}
