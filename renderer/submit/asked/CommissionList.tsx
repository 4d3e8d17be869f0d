import { useCallback } from 'react';
import type { UnitCommission } from '../../../shared/contract/portal/views.ts';
import type { DraftId } from '../../../shared/domain/ids.ts';
import { moment } from '../format.ts';
import { blankDraft } from '../handIn/WriteScreen.tsx';
import { newKey } from '../newKey.ts';
import { useAnswer, useAttempt, usePortal } from '../portal.tsx';
import { goTo } from '../route.ts';

/** 约稿: what the office asked this unit for, what is open first. */
export function CommissionList() {
  const { client } = usePortal();
  const ask = useCallback(() => client.call('commissions.list', {}), [client]);
  const { answer, error, again } = useAnswer(ask);
  if (answer === null) return error === null ? <p className="quiet">正在打开……</p> : <p className="error">{error}</p>;
  if (answer.length === 0) return <p className="quiet empty">没有约稿。</p>;
  return (
    <ul className="plain-list">
      {answer.map((one) => (
        <Commission key={one.id} commission={one} again={again} />
      ))}
    </ul>
  );
}

function Commission({ commission: one, again }: { commission: UnitCommission; again: () => void }) {
  const { client, unit, refresh } = usePortal();
  const { attempt, fault } = useAttempt();
  const late = one.answeredAt === null && !one.closed && new Date(one.deadline).getTime() < Date.now();
  const begin = () => {
    const id = newKey() as DraftId;
    const fields = { ...blankDraft(undefined, unit.publications[0]?.id ?? null), commission: one.id, title: one.topic };
    attempt(() => client.call('drafts.save', { id, fields }).then(() => goTo(`write/${id}`)));
  };
  const acknowledge = () =>
    attempt(async () => {
      await client.call('commissions.acknowledge', { id: one.id });
      again();
      refresh();
    });
  return (
    <li className="card">
      <h2>{one.topic}</h2>
      <p className="quiet">
        {moment(one.publishedAt)} 发布　<span className={late ? 'late' : ''}>{moment(one.deadline)} 截止</span>
        {one.publication !== null && `　《${one.publication}》`}
      </p>
      {one.text !== '' && <div className="text">{one.text}</div>}
      <div className="actions">
        {one.readAt === null && (
          <button type="button" className="main" onClick={acknowledge}>
            已阅
          </button>
        )}
        {!one.closed && (
          <button type="button" onClick={begin}>
            {one.answeredAt === null ? '报送' : '再报一条'}
          </button>
        )}
        <span className="quiet" role="status">
          {one.closed ? '已结束' : late ? '已过截止时间，仍可报送' : ''}
          {one.answeredAt !== null && `已于 ${moment(one.answeredAt)} 报送`}
        </span>
      </div>
      {fault}
    </li>
  );
}
