import { useState } from 'react';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { SubmissionId } from '../../../shared/domain/ids.ts';
import type { DecidedState } from '../../../shared/domain/submission.ts';
import { openingOf } from '../../../shared/text/opening.ts';
import { sentenceOf, useCommand } from '../../data/index.ts';
import { useMessages } from '../../ui/messages.tsx';
import { decisionKinds, openTo, type Target } from './decisions.ts';

interface DecisionsProps {
  /** Called before the list changes, so that it can go on to the next row. */
  onDecided: (ids: readonly SubmissionId[]) => void;
  onUndone: (ids: readonly SubmissionId[]) => void;
}

/** Decisions on submissions, each with its undo in the message; a refusal stays where the buttons are. */
export function useDecisions({ onDecided, onUndone }: DecisionsProps) {
  const shortlist = useCommand('submissions.shortlist');
  const hold = useCommand('submissions.hold');
  const giveBack = useCommand('submissions.return');
  const reject = useCommand('submissions.reject');
  const merge = useCommand('submissions.merge');
  const undo = useCommand('submissions.undo');
  const messages = useMessages();
  const [failure, setFailure] = useState<string | null>(null);
  /** What U takes back where the submission shown has nothing to take back. */
  const [last, setLast] = useState<readonly SubmissionId[]>([]);

  const attempt = async (step: () => Promise<void>) => {
    setFailure(null);
    try {
      await step();
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  };

  const takeBack = (ids: readonly SubmissionId[]) =>
    attempt(async () => {
      await undo.run({ ids: [...ids] });
      setLast([]);
      messages.done('已撤销');
      onUndone(ids);
    });

  const decided = (ids: readonly SubmissionId[], words: string) => {
    setLast(ids);
    onDecided(ids);
    messages.done(words, () => void takeBack(ids));
  };

  const decide = (targets: readonly Target[], to: DecidedState, reason = '', dueDate: IsoDate | null = null) =>
    attempt(async () => {
      const open = openTo(targets, to);
      const [first] = open;
      if (!first) return;
      const ids = open.map(({ id }) => id);
      switch (to) {
        case 'shortlisted':
          await shortlist.run({ ids });
          break;
        case 'held':
          await hold.run({ ids });
          break;
        case 'returned':
          await giveBack.run({ ids, reason, dueDate });
          break;
        case 'rejected':
          await reject.run({ ids, reason });
          break;
        default:
          to satisfies never;
      }
      const name = decisionKinds.find((kind) => kind.to === to)?.name ?? '';
      decided(
        ids,
        ids.length > 1 ? `${ids.length} 条已${name}` : `已${name}：${openingOf(first.title || first.excerpt, 18)}`,
      );
    });

  const mergeAll = (ids: readonly SubmissionId[]) =>
    attempt(async () => {
      await merge.run({ ids: [...ids] });
      decided(ids, `${ids.length} 条已合并为一篇稿件`);
    });

  const running = [shortlist, hold, giveBack, reject, merge, undo].some((command) => command.running);
  return { decide, merge: mergeAll, undo: takeBack, last, failure, clearFailure: () => setFailure(null), running };
}
