import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CommissionView } from '../../../shared/contract/portal/officeViews.ts';
import { useMay } from '../../app/session.ts';
import { sentenceOf, useCommand, useMethod } from '../../data/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { fullMoment, shortMoment } from '../../ui/format.ts';
import { Panes } from '../../ui/Panes.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { Tag } from '../../ui/StateTag.tsx';
import { CommissionForm } from './CommissionForm.tsx';
import { TopicGuides } from './TopicGuides.tsx';
import './portal.css';

/** 约稿 and 报送要点: what the office asks of units, who has read it, who has answered, who is late. */
export function CommissionsScreen({ tabs }: { tabs: ReactNode }) {
  const { data: commissions = [], error, isSuccess } = useMethod('commissions.list', {});
  const mayEdit = useMay('editor');
  const [making, setMaking] = useState(false);
  const list = (
    <div className="panel">
      {mayEdit && !making && (
        <div className="portal-tools">
          <Button type="primary" onClick={() => setMaking(true)}>
            新约稿
          </Button>
        </div>
      )}
      {making && <CommissionForm onClose={() => setMaking(false)} />}
      {error && <ErrorNote text={sentenceOf(error)} />}
      {isSuccess && commissions.length === 0 && !making && (
        <EmptyState title="还没有约稿" hint="选题目、单位和截止时间，发布后各单位在报送端看到。" />
      )}
      {commissions.map((one) => (
        <Commission key={one.id} commission={one} mayEdit={mayEdit} />
      ))}
    </div>
  );
  return (
    <div className="screen">
      <ScreenHead>{tabs}</ScreenHead>
      <div className="screen-body">
        <Panes
          id="commissions"
          panes={[
            { id: 'list', label: '约稿', content: list, width: '62%', minWidth: 420 },
            { id: 'topics', label: '报送要点', content: <TopicGuides mayEdit={mayEdit} />, minWidth: 300 },
          ]}
        />
      </div>
    </div>
  );
}

function Commission({ commission, mayEdit }: { commission: CommissionView; mayEdit: boolean }) {
  const { id, topic, text, deadline, publishedAt, person, closedAt, units } = commission;
  const { run, error } = useCommand('commissions.close');
  const past = new Date(deadline).getTime() < Date.now();
  const read = units.filter(({ readAt }) => readAt !== null).length;
  const answered = units.filter(({ answeredAt }) => answeredAt !== null).length;
  return (
    <article className="commission">
      <header>
        <h2>{topic}</h2>
        {closedAt !== null && <Tag tone="faint">已结束</Tag>}
        {mayEdit && (
          <Button size="small" type="text" onClick={() => void run({ id, closed: closedAt === null }).catch(() => {})}>
            {closedAt === null ? '结束' : '重开'}
          </Button>
        )}
      </header>
      <p className="soft">
        {shortMoment(publishedAt)} {person}发布，{fullMoment(deadline)} 截止；已阅 {read}/{units.length}，已报{' '}
        {answered}/{units.length}
      </p>
      {text !== '' && <p className="commission-text">{text}</p>}
      {error && <ErrorNote text={sentenceOf(error)} />}
      <ul className="commission-units">
        {units.map((unit) => (
          <li key={unit.departmentId} className={unit.answeredAt === null && past ? 'doubtful' : ''}>
            {unit.name}{' '}
            <span className="soft">
              {unit.answeredAt !== null
                ? `${shortMoment(unit.answeredAt)}报送${unit.answeredAt > deadline ? '（迟）' : ''}`
                : past
                  ? '逾期未报'
                  : unit.readAt !== null
                    ? '已阅'
                    : '未阅'}
            </span>
          </li>
        ))}
      </ul>
    </article>
  );
}
