import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { LedgerRow, Span, UnitLedger } from '../../../../shared/contract/methods/statistics.ts';
import type { ExportResult } from '../../../../shared/contract/views.ts';
import { formatDate } from '../../../../shared/domain/dates.ts';
import type { DepartmentId } from '../../../../shared/domain/ids.ts';
import { lineKindNames } from '../../../../shared/domain/scoring/ledger.ts';
import { formatSpan } from '../../../../shared/domain/scoring/months.ts';
import { formatPoints } from '../../../../shared/domain/scoring/points.ts';
import { formatRate, rateOf } from '../../../../shared/domain/statistics/matrix.ts';
import { submissionStateNames } from '../../../../shared/domain/submission.ts';
import { sentenceOf, useCommand, useMethod } from '../../../data/index.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { Exported } from '../circulars/Exported.tsx';

interface UnitPaneProps {
  departmentId: DepartmentId;
  span: Span;
  onClose: () => void;
}

/** What a unit's figures are made of: each point with its item, issue, rule book and clause; what it handed in. */
export function UnitPane({ departmentId, span, onClose }: UnitPaneProps) {
  const { data, error, refetch } = useMethod('statistics.ledger', { ...span, departmentId }, { keep: true });
  const statement = useCommand('circulars.exportStatement');
  const [written, setWritten] = useState<ExportResult | null>(null);
  useKeys([{ key: 'Escape', label: '关闭明细', run: onClose }]);
  return (
    <div className="panel">
      {error && <ErrorNote text={sentenceOf(error)} onRetry={() => void refetch()} />}
      {data && (
        <>
          <header className="unit-ledger-head">
            <h2>
              {data.unit}
              <span className="row-note"> {formatSpan(span.from, span.to)}</span>
            </h2>
            <Button type="text" icon={<CloseOutlined />} aria-label="关闭明细" onClick={onClose} />
          </header>
          <Sum ledger={data} />
          <div className="panel-foot">
            <Button
              loading={statement.running}
              onClick={() => void statement.run({ ...span, departmentId, folder: null }).then(setWritten, () => {})}
            >
              导出对账单
            </Button>
          </div>
          {statement.error && <ErrorNote text={sentenceOf(statement.error)} />}
          {written && <Exported result={written} />}
          <h3>得分明细</h3>
          {data.rows.length === 0 ? <p className="soft">这段时间没有得分。</p> : <Points rows={data.rows} />}
          <h3>上报明细</h3>
          <Submissions ledger={data} />
        </>
      )}
    </div>
  );
}

function Sum({ ledger: { figures, rank, group } }: { ledger: UnitLedger }) {
  return (
    <p className="unit-ledger-sum">
      <span>
        上报 <strong>{figures.submitted}</strong>
      </span>
      <span>
        采用 <strong>{figures.adopted}</strong>
      </span>
      <span>
        采用率 <strong>{formatRate(rateOf(figures))}</strong>
      </span>
      <span>
        得分 <strong>{formatPoints(figures.points)}</strong>
      </span>
      {rank !== null && (
        <span>
          {group || '未分组'}第 <strong>{rank}</strong>
        </span>
      )}
    </p>
  );
}

function Points({ rows }: { rows: readonly LedgerRow[] }) {
  return (
    <ol className="ledger" aria-label="得分明细">
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
        <li key={i}>
          <span className="ledger-day">{formatDate(row.date)}</span>
          <div>
            <p className="ledger-what">
              <span className="tag tag-plain">{lineKindNames[row.kind]}</span>
              {row.item ? <Link to={`/items/${row.item.id}`}>{row.item.title}</Link> : row.what}
            </p>
            {row.item && (row.what !== '' || row.issue) && (
              <p className="row-note">
                {row.what} {row.issue && <Link to={`/archive/${row.issue.id}`}>{row.issue.label}</Link>}
              </p>
            )}
            <p className="row-note">
              <Clause row={row} />
              {row.working !== '' && <span> {row.working}</span>}
            </p>
          </div>
          <strong className={row.points < 0 ? 'ledger-points ledger-minus' : 'ledger-points'}>
            {formatPoints(row.points)}
          </strong>
        </li>
      ))}
    </ol>
  );
}

/** The clause a point stands on leads to its rule book. */
function Clause({ row: { rules, clause } }: { row: LedgerRow }) {
  if (!rules || !clause) return null;
  return (
    <Link
      to={`/statistics/rules?version=${rules.id}&clause=${clause.id}`}
      title={`${rules.title}，${formatDate(rules.validFrom)}起施行`}
    >
      第{clause.number}条 {clause.text}
    </Link>
  );
}

function Submissions({ ledger: { submissions } }: { ledger: UnitLedger }) {
  if (submissions.length === 0) return <p className="soft">这段时间没有上报。</p>;
  return (
    <ol className="ledger" aria-label="上报明细">
      {submissions.map(({ id, date, title, state }) => (
        <li key={id}>
          <span className="ledger-day">{formatDate(date)}</span>
          <p className="ledger-what">
            <Link to={`/submissions/${id}`}>{title}</Link>
          </p>
          <span className="row-note">{submissionStateNames[state]}</span>
        </li>
      ))}
    </ol>
  );
}
