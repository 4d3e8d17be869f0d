import { Leases } from '../../../electron/core/features/leases/leases.ts';
import { DeskError } from '../../../renderer/data/errors.ts';
import type { CommentThread } from '../../../shared/contract/methods/comments.ts';
import type { AcceptedText, ItemDetail, Revision, SessionView } from '../../../shared/contract/views.ts';
import type { Timestamp } from '../../../shared/domain/dates.ts';
import { commentId } from '../../../shared/domain/ids.ts';
import { streamsOf, wordsOfSlice } from '../../../shared/text/changes/index.ts';
import type { Answers } from './client.ts';

const now = () => new Date(2020, 2, 6, 11, 12).toISOString() as Timestamp;

/** What an editor's window asks beside the text: comments on it, who may type, what it was before. */
export interface EditingOffice {
  comments: Map<string, CommentThread[]>;
  /** Of windows that play no part in the test, too. */
  leases: Leases;
  /** ms the leases go by. */
  time: { now: number };
}

export function editingAnswers(
  items: readonly ItemDetail[],
  revisions: ReadonlyMap<string, readonly Revision[]>,
  session: SessionView,
): { office: EditingOffice; answers: Answers } {
  const time = { now: 0 };
  const comments = new Map<string, CommentThread[]>();
  const accepted = new Map<string, AcceptedText>();
  const leases = new Leases(() => time.now);
  const author = () => session.person?.name ?? '';
  const threads = () => [...comments.values()].flat();
  const thread = (id: string) => {
    const found = threads().find((one) => one.id === id);
    if (!found) throw new DeskError({ code: 'not-found', params: { what: '这条批注' } });
    return found;
  };
  const count = () => {
    for (const item of items) {
      const open = (comments.get(item.id) ?? []).filter(({ resolved }) => resolved === null);
      item.openQuestions = open.filter(({ kind }) => kind === 'question').length;
      item.openNotes = open.length - item.openQuestions;
    }
  };
  const remark = (text: string) => ({
    id: commentId.parse(`c${threads().flatMap((one) => [one, ...one.replies]).length + 1}`),
    at: now(),
    person: author(),
    text,
  });
  const answers: Answers = {
    'items.history': ({ id }) => [...(revisions.get(id) ?? [])],
    'items.accepted': ({ id }) => accepted.get(id) ?? null,
    'items.accept': ({ id, title, blocks }) => void accepted.set(id, { at: now(), person: author(), title, blocks }),
    'comments.list': ({ itemId }) => comments.get(itemId) ?? [],
    'comments.add': ({ itemId, version, kind, text, anchor }) => {
      const item = items.find(({ id }) => id === itemId);
      if (!item) throw new DeskError({ code: 'not-found', params: { what: '这篇稿件' } });
      if (anchor && item.version !== version)
        throw new DeskError({ code: 'item-changed-elsewhere', params: { person: item.updatedBy } });
      const quote = anchor
        ? wordsOfSlice({ stream: streamsOf(item)[anchor.part], from: anchor.start, to: anchor.end })
        : '';
      const added: CommentThread = { ...remark(text), kind, anchor, quote, replies: [], resolved: null };
      comments.set(itemId, [...(comments.get(itemId) ?? []), added]);
      count();
      return added;
    },
    'comments.reply': ({ id, text }) => void thread(id).replies.push(remark(text)),
    'comments.resolve': ({ id, resolved }) => {
      thread(id).resolved = resolved ? { at: now(), person: author() } : null;
      count();
    },
    'comments.delete': ({ id }) => {
      for (const [item, list] of comments)
        comments.set(
          item,
          list.filter((one) => one.id !== id),
        );
      count();
    },
    'leases.step': ({ itemId, window, step }) => {
      if (!session.person) throw new DeskError({ code: 'not-signed-in', params: {} });
      const asker = { window, personId: session.person.id, person: author() };
      return leases.step(itemId, asker, step, now()).view;
    },
  };
  return { office: { comments, leases, time }, answers };
}
