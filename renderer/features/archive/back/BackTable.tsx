import type { ReactNode } from 'react';
import type { BackRow } from '../../../../shared/contract/methods/backIssues.ts';
import { backProblemNames, isBlocking } from '../../../../shared/domain/backIssue.ts';
import { dateParts, formatDate } from '../../../../shared/domain/dates.ts';
import type { LongList } from '../../../data/index.ts';
import { RowList } from '../../../ui/RowList.tsx';

export interface BackSort {
  by: 'file' | 'number' | 'date' | 'items' | 'unsure' | 'problems';
  descending: boolean;
}

const columns: readonly { by: BackSort['by']; name: string; className: string }[] = [
  { by: 'number', name: '期号', className: 'back-number' },
  { by: 'date', name: '日期', className: 'back-date' },
  { by: 'items', name: '条数', className: 'back-count' },
  { by: 'unsure', name: '存疑', className: 'back-count' },
  { by: 'problems', name: '问题', className: 'back-problems' },
  { by: 'file', name: '文件', className: 'back-file' },
];

export const rowKey = ({ fileId, part }: Pick<BackRow, 'fileId' | 'part'>): string => `${fileId}:${part}`;

interface BackTableProps {
  rows: readonly BackRow[];
  current: BackRow | null;
  onCurrent: (key: string) => void;
  onOpen: (row: BackRow) => void;
  long: LongList<BackRow>;
  sort: BackSort;
  onSort: (sort: BackSort) => void;
  empty: ReactNode;
}

/** The table of issues to be filed: of any length, sorted by the core. */
export function BackTable({ rows, current, onCurrent, onOpen, long, sort, onSort, empty }: BackTableProps) {
  return (
    <>
      <div className="back-head">
        {columns.map(({ by, name, className }) => (
          <button
            key={by}
            type="button"
            className={`back-sort ${className}`}
            aria-pressed={sort.by === by}
            onClick={() =>
              onSort({ by, descending: sort.by === by ? !sort.descending : by !== 'file' && by !== 'number' })
            }
          >
            {name}
            {sort.by === by && <span aria-hidden>{sort.descending ? ' ↓' : ' ↑'}</span>}
          </button>
        ))}
      </div>
      <RowList
        label="待补录的期"
        rows={rows}
        idOf={rowKey}
        current={current && rowKey(current)}
        onCurrent={onCurrent}
        onOpen={(key) => {
          const row = rows.find((one) => rowKey(one) === key);
          if (row) onOpen(row);
        }}
        long={long}
        renderRow={(row) => <Cells row={row} />}
        empty={empty}
      />
    </>
  );
}

function Cells({ row }: { row: BackRow }) {
  return (
    <>
      <span className="back-number">{row.state === 'draft' ? <NumberOf row={row} /> : '—'}</span>
      <span className="back-date">{row.date === null ? '—' : formatDate(row.date)}</span>
      <span className="back-count">{row.state === 'draft' ? row.items : ''}</span>
      <span className={row.unsure > 0 ? 'back-count back-doubt' : 'back-count'}>
        {row.unsure > 0 ? row.unsure : ''}
      </span>
      <span className="back-problems row-text" title={problemsOf(row)}>
        <Problems row={row} />
      </span>
      <span className="back-file row-note" title={row.fileName}>
        {row.fileName}
        {row.part > 0 && `（第${row.part + 1}期）`}
      </span>
    </>
  );
}

function NumberOf({ row }: { row: BackRow }) {
  const year = row.date === null ? null : dateParts(row.date).year;
  return (
    <>
      {row.number === null ? '期号不明' : `${year === null ? '' : `${year}年`}第${row.number}期`}
      {row.total !== null && <span className="row-note"> 总{row.total}</span>}
    </>
  );
}

const problemsOf = (row: BackRow): string =>
  row.sentence ?? row.problems.map((problem) => backProblemNames[problem]).join('、');

function Problems({ row }: { row: BackRow }) {
  switch (row.state) {
    case 'unread':
      return <span className="soft">等待读取</span>;
    case 'failed':
      return <span className="back-wrong">{row.sentence}</span>;
    case 'draft':
      return row.problems.map((problem, i) => (
        <span key={problem} className={isBlocking(problem) ? 'back-wrong' : 'back-doubt'}>
          {i > 0 && '、'}
          {backProblemNames[problem]}
        </span>
      ));
    default:
      return row.state satisfies never;
  }
}
