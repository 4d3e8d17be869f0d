import { Button } from 'antd';
import { useState } from 'react';
import type { DeliveryRow, IssueDetail } from '../../../../shared/contract/views.ts';
import { useMay } from '../../../app/session.ts';
import { sentenceOf, useCommand, useMethod } from '../../../data/index.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { shortMoment } from '../../../ui/format.ts';
import { useMessages } from '../../../ui/messages.tsx';

/** 分发单: each reader's copies, and whether they have been delivered; marked one by one or many at once. */
export function DeliveriesTable({ issue }: { issue: IssueDetail }) {
  const { data: rows, error, refetch } = useMethod('deliveries.list', { id: issue.id });
  const mark = useCommand('deliveries.mark');
  const messages = useMessages();
  const mayMark = useMay('editor', 'dispatcher') && !issue.voided;
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  if (error) return <ErrorNote text={sentenceOf(error)} onRetry={() => void refetch()} />;
  if (!rows) return null;

  const open = rows.filter((row) => row.deliveredAt === null);
  const set = (indices: readonly number[], delivered: boolean) => {
    if (indices.length === 0) return;
    mark.run({ id: issue.id, indices: [...indices], delivered }).then(
      () => {
        setTicked(new Set());
        messages.done(`${indices.length}家已${delivered ? '标为送达' : '取消送达'}`, () => set(indices, !delivered));
      },
      (refusal: unknown) => messages.fail(sentenceOf(refusal)),
    );
  };
  const toggle = (index: number) => {
    const next = new Set(ticked);
    if (!next.delete(index)) next.add(index);
    setTicked(next);
  };
  const all = rows.length > 0 && ticked.size === rows.length;

  return (
    <>
      <h3>
        分发单（{rows.length} 家，已送达 {rows.length - open.length} 家）
      </h3>
      {mayMark && rows.length > 0 && (
        <div className="delivery-actions">
          <Button
            size="small"
            type="primary"
            disabled={ticked.size === 0}
            onClick={() => set(indicesOf(rows, ticked, false), true)}
          >
            所选已送达
          </Button>
          <Button size="small" disabled={ticked.size === 0} onClick={() => set(indicesOf(rows, ticked, true), false)}>
            取消送达
          </Button>
          <Button
            size="small"
            disabled={open.length === 0}
            onClick={() =>
              set(
                open.map(({ index }) => index),
                true,
              )
            }
          >
            全部已送达
          </Button>
        </div>
      )}
      <table className="plain-table deliveries">
        <thead>
          <tr>
            {mayMark && (
              <th>
                <input
                  type="checkbox"
                  aria-label="全选"
                  checked={all}
                  onChange={() => setTicked(all ? new Set() : new Set(rows.map(({ index }) => index)))}
                />
              </th>
            )}
            <th>行</th>
            <th>收件人</th>
            <th className="number">份数</th>
            <th>送达</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.index} className={row.deliveredAt === null ? '' : 'delivered'}>
              {mayMark && (
                <td>
                  <input
                    type="checkbox"
                    aria-label={`选中${row.recipient}`}
                    checked={ticked.has(row.index)}
                    onChange={() => toggle(row.index)}
                  />
                </td>
              )}
              <td>{row.label}</td>
              <td>{row.recipient}</td>
              <td className="number">{row.copies}</td>
              <td>{row.deliveredAt === null ? '' : `✓ ${shortMoment(row.deliveredAt)} ${row.deliveredBy ?? ''}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Ticked rows that are (or are not yet) delivered. */
const indicesOf = (rows: readonly DeliveryRow[], ticked: ReadonlySet<number>, delivered: boolean): number[] =>
  rows.filter((row) => ticked.has(row.index) && (row.deliveredAt !== null) === delivered).map(({ index }) => index);
