import { useEffect, useRef } from 'react';
import { type Comparison, wordsOfChange } from '../../../../shared/text/changes/index.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { fullMoment } from '../../../ui/format.ts';
import { KeyButton } from '../../../ui/KeyButton.tsx';
import type { Changes, LaidChange } from './useChanges.ts';

interface ChangeListProps {
  changes: Changes;
  current: number | null;
  onCurrent: (change: number) => void;
  /** Left out where the text cannot be changed. */
  onReject?: (change: number) => void;
  /** What taking it back is called here; by its kind unless given, and then by key R. */
  rejectName?: string;
  onAccept?: (change: number) => void;
}

/** Every change with who made it and when; the one looked at can be accepted or taken back. */
export function ChangeList(props: ChangeListProps) {
  const { current, onCurrent, onReject, rejectName, onAccept } = props;
  const { comparison, changes } = props.changes;
  if (changes.length === 0) return <EmptyState title="没有不同" hint="两份文字一字不差。" />;
  return (
    <ol className="change-list" aria-label="改动">
      {changes.map((change, n) => (
        <ChangeRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a change is known by its place
          key={n}
          change={change}
          comparison={comparison}
          isCurrent={n === current}
          onCurrent={() => onCurrent(n)}
        >
          {onAccept && (
            <KeyButton size="small" hint="A" onClick={() => onAccept(n)}>
              接受
            </KeyButton>
          )}
          {onReject && (
            <KeyButton size="small" {...(rejectName ? {} : { hint: 'R' })} onClick={() => onReject(n)}>
              {rejectName ?? rejectNames[change.kind]}
            </KeyButton>
          )}
        </ChangeRow>
      ))}
    </ol>
  );
}

const rejectNames: Record<LaidChange['kind'], string> = {
  insert: '不要这处',
  delete: '恢复原文',
  replace: '恢复原文',
  format: '恢复格式',
};

interface ChangeRowProps {
  change: LaidChange;
  comparison: Comparison;
  isCurrent: boolean;
  onCurrent: () => void;
  children: React.ReactNode;
}

function ChangeRow({ change, comparison, isCurrent, onCurrent, children }: ChangeRowProps) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li ref={row} className={isCurrent ? 'change-row change-row-on' : 'change-row'}>
      <button type="button" className="change-words" aria-expanded={isCurrent} onClick={onCurrent}>
        <Words change={change} comparison={comparison} />
        <span className="soft">
          {change.person}
          {change.at !== null && `　${fullMoment(change.at)}`}
        </span>
      </button>
      {isCurrent && <div className="proof-decide">{children}</div>}
    </li>
  );
}

function Words({ change, comparison }: { change: LaidChange; comparison: Comparison }) {
  const { before, after } = wordsOfChange(comparison, change);
  if (change.movedTo !== null)
    return (
      <span>
        {change.kind === 'insert' ? '移来：' : '移走：'}
        {short(change.kind === 'insert' ? after : before)}
      </span>
    );
  if (change.kind === 'format') return <span>改格式：{short(after)}</span>;
  return (
    <span>
      {before !== '' && <del className="change-deleted">{short(before)}</del>}
      {before !== '' && after !== '' && ' '}
      {after !== '' && <ins className="change-inserted">{short(after)}</ins>}
    </span>
  );
}

/** Characters of a change that are shown in the list. */
const SHOWN = 60;

const short = (words: string): string => {
  const line = words.replaceAll('\n', '¶');
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
};
