import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ItemDetail } from '../../../shared/contract/views.ts';
import { wordsOf } from '../../../shared/domain/bulletin.ts';
import { fullMoment } from '../../ui/format.ts';
import type { Draft } from './draft/drafts.tsx';

interface ConflictViewProps {
  mine: Draft;
  theirs: ItemDetail;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Two people saved the same item: both texts side by side, what differs marked, and neither lost. */
export function ConflictView({ mine, theirs, onKeepMine, onTakeTheirs }: ConflictViewProps) {
  const mineLines = [mine.title, ...wordsOf(mine.blocks)];
  const theirLines = [theirs.title, ...wordsOf(theirs.blocks)];
  return (
    <div className="conflict" role="alertdialog" aria-label="两处改动">
      <p className="conflict-head">
        这篇稿件刚被{theirs.updatedBy}改过（{fullMoment(theirs.updatedAt)}
        ），没有覆盖。请选用一份：选您的，对方的文字仍留在“版本”里；选对方的，您的改动不再保留。
      </p>
      <div className="conflict-sides">
        <Side
          title="您的文字（还没保存）"
          lines={mineLines}
          others={theirLines}
          action={
            <Button type="primary" onClick={onKeepMine}>
              用我的，存为新版本
            </Button>
          }
        />
        <Side
          title={`${theirs.updatedBy}的文字（已保存）`}
          lines={theirLines}
          others={mineLines}
          action={<Button onClick={onTakeTheirs}>用对方的，放弃我的</Button>}
        />
      </div>
    </div>
  );
}

function Side({
  title,
  lines,
  others,
  action,
}: {
  title: string;
  lines: readonly string[];
  others: readonly string[];
  action: ReactNode;
}) {
  const same = new Set(others);
  return (
    <section>
      <header>
        <strong>{title}</strong>
        {action}
      </header>
      {lines.map((line, n) => (
        // Lines are only drawn, never moved.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <p key={n} className={same.has(line) ? '' : 'conflict-differs'}>
          {line}
        </p>
      ))}
    </section>
  );
}
