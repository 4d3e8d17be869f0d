import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import {
  type Comparison,
  mergedRows,
  objectWords,
  pairedRows,
  type Row,
  type Run,
} from '../../../../shared/text/changes/index.ts';
import './changes.css';

interface ChangedTextProps {
  comparison: Comparison;
  layout: 'merged' | 'paired';
  /** Index of the change that is looked at. */
  current: number | null;
  onCurrent: (change: number) => void;
}

/** Two texts with what differs marked: in one, or side by side. */
export function ChangedText({ comparison, layout, current, onCurrent }: ChangedTextProps) {
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current !== null)
      text.current?.querySelector(`[data-change="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const drawn = useMemo(
    () =>
      layout === 'merged'
        ? { merged: mergedRows(comparison), pairs: [] }
        : { merged: [], pairs: pairedRows(comparison) },
    [comparison, layout],
  );
  const draw = (rows: readonly Row[]) => (
    <Rows rows={rows} comparison={comparison} current={current} onCurrent={onCurrent} />
  );
  return (
    <div ref={text} className={`changed-text changed-${layout}`}>
      {layout === 'merged' ? (
        <div className="changed-column">{draw(drawn.merged)}</div>
      ) : (
        drawn.pairs.map((pair, n) => (
          // Rows are only drawn, never moved.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <div key={n} className="changed-pair">
            <div>{draw(pair.before)}</div>
            <div>{draw(pair.after)}</div>
          </div>
        ))
      )}
    </div>
  );
}

interface RowsProps {
  rows: readonly Row[];
  comparison: Comparison;
  current: number | null;
  onCurrent: (change: number) => void;
}

function Rows({ rows, comparison, current, onCurrent }: RowsProps) {
  return rows.map((row, n) => {
    const runs = row.runs.map((run, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs are only drawn, never moved
      <Marked key={at} run={run} comparison={comparison} isCurrent={run.change === current} onCurrent={onCurrent} />
    ));
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    if (row.kind === 'title') return <h2 key={n}>{runs}</h2>;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <p key={n} className={`changed-${row.kind}`}>
        {runs}
      </p>
    );
  });
}

interface MarkedProps {
  run: Run;
  comparison: Comparison;
  isCurrent: boolean;
  onCurrent: (change: number) => void;
}

function Marked({ run, comparison, isCurrent, onCurrent }: MarkedProps) {
  const { mark, change, text, bold, isBreak, object } = run;
  const words: ReactNode = isBreak ? '¶' : object ? objectWords(object) : bold ? <strong>{text}</strong> : text;
  if (change === null) return words;
  const moved = comparison.changes[change]?.movedTo != null;
  const names = ['change', `change-${mark}`, moved && 'change-moved', isCurrent && 'change-current'];
  const marked = {
    className: names.filter(Boolean).join(' '),
    'data-change': change,
    title: titles[mark] + (moved ? '（整段移动）' : ''),
    onClick: () => onCurrent(change),
  };
  // The list beside the text is the way to the changes without a mouse.
  if (mark === 'deleted') return <del {...marked}>{words}</del>;
  if (mark === 'inserted') return <ins {...marked}>{words}</ins>;
  return <span {...marked}>{words}</span>;
}

const titles: Record<Run['mark'], string> = { same: '', inserted: '增', deleted: '删', format: '改格式' };
