import { useState } from 'react';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { DecidedState } from '../../../shared/domain/submission.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { KeyButton } from '../../ui/KeyButton.tsx';
import { useKeys } from '../../ui/keys.ts';
import { ReasonPopover } from '../../ui/ReasonPopover.tsx';
import { useQuestions } from '../proof/useQuestions.ts';
import { type DecisionKind, decisionKinds, openTo, type Target } from './decisions.ts';

interface DecisionBarProps {
  targets: readonly Target[];
  onDecide: (to: DecidedState, reason: string, dueDate: IsoDate | null) => void;
  onMerge: (() => void) | null;
  onUndo: (() => void) | null;
  failure: string | null;
  running: boolean;
}

/** The decisions, each with its letter. With several rows marked they are made on all of them. */
export function DecisionBar({ targets, onDecide, onMerge, onUndo, failure, running }: DecisionBarProps) {
  const [asking, setAsking] = useState<DecidedState | null>(null);
  const questions = useQuestions(targets, asking === 'returned');
  const canTake = (kind: DecisionKind) => !running && openTo(targets, kind.to).length > 0;
  const begin = (kind: DecisionKind) => {
    if (kind.reason) setAsking(kind.to);
    else onDecide(kind.to, '', null);
  };
  useKeys([
    ...decisionKinds.map((kind) => ({
      key: kind.key,
      label: kind.name,
      group: '来稿',
      enabled: canTake(kind),
      run: () => begin(kind),
    })),
    { key: 'M', label: '合并选中的几条', group: '来稿', enabled: onMerge !== null && !running, run: () => onMerge?.() },
    { key: 'U', label: '撤销上一步决定', group: '来稿', enabled: onUndo !== null && !running, run: () => onUndo?.() },
  ]);
  return (
    <section className="decision-bar" aria-label="处理">
      {failure !== null && <ErrorNote text={failure} />}
      <div className="decision-buttons">
        {targets.length > 1 && <span className="decision-count">选中 {targets.length} 条</span>}
        {decisionKinds.map((kind) => {
          const button = (
            <KeyButton
              key={kind.to}
              hint={kind.key}
              type={kind.to === 'shortlisted' ? 'primary' : 'default'}
              disabled={!canTake(kind)}
              onClick={() => !kind.reason && begin(kind)}
            >
              {kind.name}
            </KeyButton>
          );
          if (!kind.reason) return button;
          return (
            <ReasonPopover
              key={kind.to}
              {...kind.reason}
              offered={kind.to === 'returned' ? questions : undefined}
              open={asking === kind.to}
              onOpenChange={(open) => setAsking(open && canTake(kind) ? kind.to : null)}
              confirmText={kind.name}
              onConfirm={(reason, dueDate) => onDecide(kind.to, reason, dueDate)}
            >
              {button}
            </ReasonPopover>
          );
        })}
        {onMerge && (
          <KeyButton hint="M" disabled={running} onClick={onMerge}>
            合并
          </KeyButton>
        )}
        <span className="spacer" />
        <KeyButton hint="U" type="text" disabled={onUndo === null || running} onClick={() => onUndo?.()}>
          撤销
        </KeyButton>
      </div>
    </section>
  );
}
