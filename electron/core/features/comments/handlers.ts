import type { CommentThread } from '../../../../shared/contract/methods/comments.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import { streamsOf, wordsOfSlice } from '../../../../shared/text/changes/index.ts';
import { type HandlersOf, newId, now } from '../../context.ts';
import type { Readable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { getItem } from '../items/repo.ts';
import { refusePrinted, sealRevision } from '../items/service.ts';
import { addComment, type Comment, commentsOf, deleteComment, getComment, setResolved } from './repo.ts';

/** Longer passages are told by their beginning, characters. */
const LONGEST_QUOTE = 300;

export const commentHandlers: HandlersOf<'comments'> = {
  'comments.list': ({ itemId }, { desk }) => desk.db.read((r) => threadsOf(r, getItem(r, itemId).id)),

  'comments.add': ({ itemId, version, kind, text, anchor }, call) =>
    call.desk.db.write((w) => {
      const item = getItem(w, itemId);
      refusePrinted(w, itemId);
      if (anchor && item.version !== version) throw new CoreError('item-changed-elsewhere', { person: item.updatedBy });
      const stream = anchor && streamsOf(item)[anchor.part];
      if (anchor && stream && anchor.end > stream.text.length)
        throw new CoreError('invalid-input', { detail: '选中的文字不在稿件里' });
      const id = newId<Comment['id']>();
      addComment(w, {
        id,
        itemId,
        threadId: null,
        kind,
        at: now(call.desk),
        person: call.actor.name,
        text,
        part: anchor?.part ?? null,
        start: anchor?.start ?? 0,
        end: anchor?.end ?? 0,
        quote:
          anchor && stream
            ? wordsOfSlice({ stream, from: anchor.start, to: anchor.end }).trim().slice(0, LONGEST_QUOTE)
            : '',
        resolvedAt: null,
        resolvedBy: null,
      });
      // What was remarked upon stays to be seen among the revisions.
      sealRevision(w, itemId);
      return threadsOf(w, itemId).find((thread) => thread.id === id) ?? unreachable();
    }),

  'comments.reply': ({ id, text }, call) =>
    call.desk.db.write((w) => {
      const opener = openerOf(w, id);
      refusePrinted(w, opener.itemId);
      const written = {
        id: newId<Comment['id']>(),
        threadId: opener.id,
        at: now(call.desk),
        person: call.actor.name,
        text,
      };
      addComment(w, {
        ...opener,
        ...written,
        part: null,
        start: 0,
        end: 0,
        quote: '',
        resolvedAt: null,
        resolvedBy: null,
      });
    }),

  'comments.resolve': ({ id, resolved }, call) =>
    call.desk.db.write((w) => {
      const opener = openerOf(w, id);
      refusePrinted(w, opener.itemId);
      setResolved(w, opener.id, resolved ? { at: now(call.desk), person: call.actor.name } : null);
    }),

  'comments.delete': ({ id }, call) =>
    call.desk.db.write((w) => {
      const comment = getComment(w, id);
      refusePrinted(w, comment.itemId);
      const answered = commentsOf(w, comment.itemId).some(({ threadId }) => threadId === id);
      if (comment.person !== call.actor.name || answered || comment.resolvedAt !== null)
        throw new CoreError('state-changed', { what: '这条批注', state: answered ? '已有答复' : '不由您撤回' });
      deleteComment(w, id);
    }),
};

/** The comment that opens the thread this one is in. */
function openerOf(r: Readable, id: Comment['id']): Comment {
  const comment = getComment(r, id);
  return comment.threadId === null ? comment : getComment(r, comment.threadId);
}

function threadsOf(r: Readable, id: ItemId): CommentThread[] {
  const comments = commentsOf(r, id);
  const threads = comments.filter(({ threadId }) => threadId === null).sort(byPlace);
  return threads.map((opener) => ({
    ...remarkOf(opener),
    kind: opener.kind,
    anchor:
      opener.part !== null && opener.start < opener.end
        ? { part: opener.part, start: opener.start, end: opener.end }
        : null,
    quote: opener.quote,
    replies: comments.filter(({ threadId }) => threadId === opener.id).map(remarkOf),
    resolved:
      opener.resolvedAt !== null && opener.resolvedBy !== null
        ? { at: opener.resolvedAt, person: opener.resolvedBy }
        : null,
  }));
}

const remarkOf = ({ id, at, person, text }: Comment) => ({ id, at, person, text });

const partOrder = [null, 'title', 'text'] as const;

function byPlace(one: Comment, other: Comment): number {
  return (
    Number(one.resolvedAt !== null) - Number(other.resolvedAt !== null) ||
    partOrder.indexOf(one.part) - partOrder.indexOf(other.part) ||
    one.start - other.start
  );
}

function unreachable(): never {
  throw new Error('a comment that was just written is not there');
}
