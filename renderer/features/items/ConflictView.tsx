import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { ItemDetail } from '../../../shared/contract/views.ts';
import { compare, takeBack, type Writing } from '../../../shared/text/changes/index.ts';
import { useSession } from '../../app/session.ts';
import { fullMoment } from '../../ui/format.ts';
import { ChangedText } from './changes/ChangedText.tsx';
import { ChangeList } from './changes/ChangeList.tsx';

interface ConflictViewProps {
  mine: Writing;
  theirs: ItemDetail;
  /** Given the text to keep: this window's, with what was taken over from the other. */
  onKeep: (text: Writing) => void;
  onTakeTheirs: () => void;
}

/** Two people saved the same item: both texts side by side, what differs marked, to be put together place by place. */
export function ConflictView({ mine, theirs, onKeep, onTakeTheirs }: ConflictViewProps) {
  const { person } = useSession();
  const [text, setText] = useState<Writing>(mine);
  const [current, setCurrent] = useState<number | null>(null);
  const changes = useMemo(() => {
    const comparison = compare(theirs, text);
    return { comparison, changes: comparison.changes.map((change) => ({ ...change, person: person.name, at: null })) };
  }, [theirs, text, person.name]);
  const takeTheirs = (n: number) => {
    const { comparison } = changes;
    const change = comparison.changes[n];
    const other = change?.movedTo == null ? undefined : comparison.changes[change.movedTo];
    if (change) setText(takeBack(comparison, new Set(other ? [change, other] : [change])));
  };
  return (
    <div className="conflict" role="alertdialog" aria-label="两处改动">
      <p className="conflict-head">
        这篇稿件刚被{theirs.updatedBy}改过（{fullMoment(theirs.updatedAt)}
        ），没有覆盖。左边是对方的，右边是您的；不同之处可以逐处改用对方的，再存为新版本。对方的文字总在“修订”里。
      </p>
      <div className="conflict-steps">
        <Button type="primary" onClick={() => onKeep(text)}>
          用我的，存为新版本
        </Button>
        <Button onClick={onTakeTheirs}>用对方的，放弃我的</Button>
      </div>
      <div className="conflict-sides">
        <ChangedText comparison={changes.comparison} layout="paired" current={current} onCurrent={setCurrent} />
        <ChangeList
          changes={changes}
          current={current}
          onCurrent={setCurrent}
          onReject={takeTheirs}
          rejectName="用对方的"
        />
      </div>
    </div>
  );
}
