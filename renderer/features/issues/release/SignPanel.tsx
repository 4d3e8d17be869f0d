import { Button } from 'antd';
import { useState } from 'react';
import type { IssueDetail, PageMeterView } from '../../../../shared/contract/views.ts';
import { entryKinds } from '../../../../shared/domain/bulletin.ts';
import { formatDate } from '../../../../shared/domain/dates.ts';
import { entryKindNames } from '../../../../shared/domain/issue.ts';
import { useSession } from '../../../app/session.ts';
import { sentenceOf } from '../../../data/index.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { CheckRows } from '../checklist/CheckRows.tsx';
import type { Jump } from '../checklist/jump.ts';
import { blockingErrors, useChecklist } from '../checklist/useChecklist.ts';
import '../checklist/checklist.css';
import { meterText } from '../pages/PagesToolbar.tsx';
import { FontRemarks } from './FontRemarks.tsx';
import { signRemarks } from './signRemarks.ts';

interface SignPanelProps {
  issue: IssueDetail;
  meter: PageMeterView | null;
  /** What the pages set otherwise than the publication, in words. */
  adjusted: readonly string[];
  onSign: () => Promise<unknown>;
  onJump: Jump;
  onClose: () => void;
}

/** Everything that will be frozen, beside the pages themselves, and the one button that does it. */
export function SignPanel({ issue, meter, adjusted, onSign, onJump, onClose }: SignPanelProps) {
  const { person } = useSession();
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const remarks = signRemarks(issue, meter);
  const checklist = useChecklist(issue.id, meter);
  const open = (checklist.rows ?? []).filter(({ name, state }) => state === 'open' && !REMARKED.includes(name));
  const blocking = blockingErrors(checklist);
  const sign = () => {
    setRunning(true);
    setError(null);
    onSign().catch((refusal: unknown) => {
      setError(refusal);
      setRunning(false);
    });
  };
  useKeys([{ key: 'Escape', label: '返回编排', whileTyping: true, run: onClose }]);
  return (
    <div className="panel">
      <h2>
        签发 {issue.publication} 第{issue.number}期
      </h2>
      <dl className="facts">
        <dt>期号</dt>
        <dd>
          第{issue.number}期（总第{issue.total}期）
        </dd>
        <dt>日期</dt>
        <dd>{formatDate(issue.date)}</dd>
        <dt>主题</dt>
        <dd>{issue.theme === '' ? '（无）' : issue.theme.replaceAll('\n', ' ')}</dd>
        {issue.corrects && (
          <>
            <dt>更正</dt>
            <dd>{issue.corrects.label}</dd>
          </>
        )}
        <dt>版面</dt>
        <dd>
          {meter ? meterText(meter) : '…'}
          {adjusted.length > 0 && `（本期${adjusted.join('，')}）`}
        </dd>
        <dt>稿件</dt>
        <dd>{entriesText(issue)}</dd>
        <dt>发送</dt>
        <dd>
          {issue.resolved.rows.map((row) => (
            <div key={row.label}>
              {row.label}：{row.text}
            </div>
          ))}
          <div>
            {issue.resolved.shares.length} 家，共印 {issue.resolved.total} 份
          </div>
        </dd>
        <dt>责任编辑</dt>
        <dd>{issue.editors.join('　') || '（未填）'}</dd>
        <dt>签发人</dt>
        <dd>{person.name}</dd>
      </dl>
      {remarks.length > 0 && (
        <ul className="remarks" aria-label="请留意">
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      {checklist.failure !== null && <ErrorNote text={checklist.failure} />}
      {open.length > 0 && <CheckRows rows={open} desk={checklist} onJump={onJump} />}
      <FontRemarks issue={issue} />
      {error !== null && <ErrorNote text={sentenceOf(error)} />}
      <p className="soft">签发后期号和内容固定下来，不能再改；有错须另发更正。</p>
      <div className="panel-foot">
        <Button
          type="primary"
          autoFocus
          loading={running}
          disabled={blocking > 0 || checklist.rows === null}
          {...(blocking > 0 ? { title: `还有${blocking}处校对错误没有改正或说明理由` } : {})}
          onClick={sign}
        >
          签发第{issue.number}期
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </div>
  );
}

/** Rows that the remarks above say already. */
const REMARKED: readonly string[] = ['pages', 'distribution', 'sources'];

function entriesText({ entries }: IssueDetail): string {
  const counts = entryKinds
    .map((kind) => ({ kind, count: entries.filter((entry) => entry.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${entryKindNames[kind]}${count}`);
  return `${entries.length}条（${counts.join('，')}）`;
}
