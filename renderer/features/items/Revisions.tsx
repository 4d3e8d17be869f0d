import { Button } from 'antd';
import { useState } from 'react';
import type { ItemDetail, RevisionOrigin, RevisionRow } from '../../../shared/contract/views.ts';
import { wordsOf } from '../../../shared/domain/bulletin.ts';
import { sentenceOf, useCommand, useMethod } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { fullMoment } from '../../ui/format.ts';
import { KeyButton } from '../../ui/KeyButton.tsx';
import type { Side } from './changes/useChanges.ts';
import { useDraft } from './draft/drafts.tsx';

export const originNames: Record<RevisionOrigin, string> = {
  submission: '来稿',
  edit: '修改',
  merge: '合并',
  restore: '恢复',
};

interface RevisionsProps {
  item: ItemDetail;
  readOnly: boolean;
  /** Shows what changed since. */
  onCompare: (from: Side) => void;
}

/** Every text the item has had; any can be read, compared with the one that stands, and brought back as a new one. */
export function Revisions({ item, readOnly, onCompare }: RevisionsProps) {
  const { data: rows = [], error, refetch } = useMethod('items.revisions', { id: item.id });
  const [open, setOpen] = useState<number | null>(null);
  return (
    <div className="context">
      {error && <ErrorNote text={sentenceOf(error)} onRetry={() => void refetch()} />}
      <KeyButton hint="C" onClick={() => onCompare('accepted')}>
        查看改动
      </KeyButton>
      <ol className="revisions">
        {rows.map((row, n) => (
          <li key={row.seq}>
            <button
              type="button"
              className="revision-line"
              aria-expanded={open === row.seq}
              onClick={() => setOpen(open === row.seq ? null : row.seq)}
            >
              <span>{fullMoment(row.endedAt)}</span>
              <span className="soft">{row.person}</span>
              <span className="soft">{row.note || originNames[row.origin]}</span>
              <span className="spacer" />
              <span className="soft">{row.charCount} 字</span>
            </button>
            {open === row.seq && (
              <RevisionText item={item} row={row} current={n === 0} readOnly={readOnly} onCompare={onCompare} />
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

interface RevisionTextProps extends RevisionsProps {
  row: RevisionRow;
  current: boolean;
}

function RevisionText({ item, row, current, readOnly, onCompare }: RevisionTextProps) {
  const saver = useDraft(item);
  const { data, error } = useMethod('items.revision', { id: item.id, seq: row.seq });
  const restore = useCommand('items.restore');
  const bringBack = async () => {
    // What is being written is saved first: it stays among the revisions.
    await saver.flush();
    if (saver.isClean) await restore.run({ id: item.id, seq: row.seq, version: saver.version }).catch(() => {});
  };
  return (
    <div className="revision-text">
      {error && <ErrorNote text={sentenceOf(error)} />}
      {restore.error && <ErrorNote text={sentenceOf(restore.error)} />}
      {data && (
        <>
          <strong>{data.title}</strong>
          {wordsOf(data.blocks).map((text, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a stored text never changes
            <p key={n}>{text}</p>
          ))}
        </>
      )}
      {!current && (
        <div className="revision-steps">
          <Button size="small" onClick={() => onCompare(row.seq)}>
            与现在对照
          </Button>
          {!readOnly && (
            <Button size="small" loading={restore.running} onClick={() => void bringBack()}>
              恢复这一版
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
