import { SearchOutlined } from '@ant-design/icons';
import { useDraggable } from '@dnd-kit/core';
import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { ItemRow } from '../../../../shared/contract/views.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import { sentenceOf, useRows } from '../../../data/index.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { RowList } from '../../../ui/RowList.tsx';
import { itemWords } from './BoardRow.tsx';
import type { Dragged } from './drop.ts';
import { estimatedLines } from './estimate.ts';

interface PoolPaneProps {
  /** Items already on the board, which the core may not know of yet. */
  taken: ReadonlySet<ItemId>;
  /** Characters in a printed line. */
  cells: number;
  /** Lines free on the last page. */
  freeLines: number | null;
  onAdd: (item: ItemRow) => void;
}

/** What stands on the board is left out here, so that what waits is fetched whole; of more than this one searches. */
const mostShown = 1_200;

/** 预采用: what can be put into the issue. Enter adds and goes on to the next; dragging puts it at its place. */
export function PoolPane({ taken, cells, freeLines, onAdd }: PoolPaneProps) {
  const [search, setSearch] = useState('');
  const [current, setCurrent] = useState<ItemId | null>(null);
  const { rows: all, long, total, loaded, error, retry } = useRows('items.list', { where: 'pool', search });
  const { look } = long;
  useEffect(() => {
    if (all.length < Math.min(total, mostShown)) look(all.length, all.length);
  }, [all.length, total, look]);
  const rows = all.filter(({ id }) => !taken.has(id));

  const add = (id: ItemId) => {
    const at = rows.findIndex((row) => row.id === id);
    const item = rows[at];
    if (!item) return;
    setCurrent((rows[at + 1] ?? rows[at - 1])?.id ?? null);
    onAdd(item);
  };

  return (
    <>
      <div className="pool-head">
        <strong>预采用</strong>
        <span className="row-note">{loaded ? total - (all.length - rows.length) : ''}</span>
        <Input
          size="small"
          allowClear
          prefix={<SearchOutlined />}
          placeholder="单位、标题、正文"
          aria-label="在预采用中查找"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      {error && <ErrorNote text={sentenceOf(error)} onRetry={retry} />}
      <RowList
        label="预采用"
        withKeys={false}
        rows={rows}
        idOf={(row) => row.id}
        current={current}
        onCurrent={setCurrent}
        onOpen={add}
        renderRow={(row) => <PoolRow item={row} lines={estimatedLines(row, cells)} freeLines={freeLines} />}
        empty={loaded && error === null && <NothingInPool searching={search !== ''} />}
      />
    </>
  );
}

function PoolRow({ item, lines, freeLines }: { item: ItemRow; lines: number; freeLines: number | null }) {
  const dragged: Dragged = { itemId: item.id, pooled: item, words: itemWords(item, item.kind) };
  const { setNodeRef, listeners } = useDraggable({ id: `pool/${item.id}`, data: dragged });
  const fits = freeLines !== null && freeLines > 0 && lines <= freeLines;
  return (
    <div ref={setNodeRef} className="pool-row" {...listeners}>
      <span className="pool-source">{item.source}</span>
      <span className="row-text" title={dragged.words}>
        {dragged.words}
      </span>
      <span
        className={fits ? 'row-note pool-fits' : 'row-note'}
        title={fits ? '约数；最后一页放得下' : '约数；编入后按实际版面计'}
      >
        {lines}行
      </span>
    </div>
  );
}

const NothingInPool = ({ searching }: { searching: boolean }) =>
  searching ? (
    <EmptyState title="没有找到" hint="换一个词，或清空查找框。" />
  ) : (
    <EmptyState
      title="预采用中没有稿件"
      hint={
        <>
          在<Link to="/submissions">来稿</Link>中按 A 预采用，稿件就会出现在这里。
        </>
      }
    />
  );
