import type { ProofDecision } from '../../../shared/contract/methods/proof.ts';
import { useMay } from '../../app/session.ts';
import { sentenceOf, useCommand } from '../../data/index.ts';
import { useMessages } from '../../ui/messages.tsx';
import type { Opened, PlacedFigure, PlacedFinding } from './LiveProof.ts';

/** What may be done about findings of the open item besides mending them; each can be taken back. */
export function useDecisions(item: Opened | null) {
  const decide = useCommand('proof.decide');
  const withdraw = useCommand('proof.withdraw');
  const ignore = useCommand('proof.ignore');
  const messages = useMessages();
  const allowed = useMay('editor', 'reviewer', 'signer');
  const mayWhiten = useMay('editor');
  const failure = decide.error ?? withdraw.error ?? ignore.error;
  const whiten = (passage: string, ignored: boolean) => ignore.run({ passage, ignored });
  const quietly = (step: Promise<unknown>) => void step.catch(() => {});
  return {
    may: allowed && item !== null && !item.printed,
    mayWhiten,
    failure: failure ? sentenceOf(failure) : null,
    /** Leaves a finding as it is; an error only with a reason. */
    waive: ({ rule, passage, context, message }: PlacedFinding, reason: string) => {
      if (item) quietly(decide.run({ itemId: item.id, kind: 'waive', rule, passage, context, message, reason }));
    },
    /** Says that a figure was checked which cannot be recomputed. */
    confirm: ({ rule, passage, context, formula }: PlacedFigure, reason: string) => {
      if (item)
        quietly(decide.run({ itemId: item.id, kind: 'confirm', rule, passage, context, message: formula, reason }));
    },
    withdraw: ({ seq }: ProofDecision) => {
      if (item) quietly(withdraw.run({ itemId: item.id, seq }));
    },
    /** Puts a passage on the office's white list; the message takes it off again. */
    whiten: (passage: string) =>
      quietly(
        whiten(passage, true).then(() =>
          messages.done(`以后不再提示“${passage}”`, () => quietly(whiten(passage, false))),
        ),
      ),
  };
}

export type Decisions = ReturnType<typeof useDecisions>;
