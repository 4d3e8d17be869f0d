import { type ReactNode, useMemo } from 'react';
import { Link } from 'react-router';
import type { Balance } from '../../../../shared/contract/methods/statistics.ts';
import { formatDate } from '../../../../shared/domain/dates.ts';
import { formatPoints } from '../../../../shared/domain/scoring/points.ts';
import { sentenceOf, useMethod } from '../../../data/index.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { ScreenHead } from '../../../ui/ScreenHead.tsx';
import { SpanBar } from '../SpanBar.tsx';
import { useSpan } from '../span.ts';
import type { TabProps } from '../tabs.ts';
import { Chart } from './Chart.tsx';
import { groupsOption, shortMonth, topicsOption, trendOption } from './options.ts';

/** How printed items are spread over time, groups of units and topics; who has not been heard of lately. */
export function BalanceTab({ tabs }: TabProps) {
  const { span, setSpan } = useSpan();
  const { data, error, refetch } = useMethod('statistics.balance', span, { keep: true });
  return (
    <div className="screen">
      <ScreenHead>{tabs}</ScreenHead>
      <div className="list-filter">
        <SpanBar span={span} onChange={setSpan} />
      </div>
      {error && <ErrorNote text={sentenceOf(error)} onRetry={() => void refetch()} />}
      <div className="screen-body pane">
        {data &&
          (data.lastIssues.length === 0 ? (
            <EmptyState
              title="到这一天还没有签发过的期"
              hint="签发以后，这里显示采用的走势、分布和哪些单位久未采用。"
            />
          ) : (
            <Charts balance={data} from={span.from} to={span.to} />
          ))}
      </div>
    </div>
  );
}

function Charts({ balance, from, to }: { balance: Balance; from: string; to: string }) {
  const trend = useMemo(() => trendOption(balance), [balance]);
  const groups = useMemo(() => groupsOption(balance), [balance]);
  const topics = useMemo(() => topicsOption(balance), [balance]);
  const months = balance.months.map(shortMonth);
  return (
    <div className="panel balance">
      <section>
        <h3>上报、采用和得分</h3>
        <Chart option={trend} />
        <Table head={['月份', '上报', '采用', '得分']}>
          {balance.trend.map(({ submitted, adopted, points }, i) => (
            <Row key={months[i]} name={months[i] ?? ''} figures={[submitted, adopted, formatPoints(points)]} />
          ))}
        </Table>
      </section>
      <section>
        <h3>各类单位的采用</h3>
        <Chart option={groups} />
        <Table head={['月份', ...balance.groups.map(({ group }) => group || '未分组')]}>
          {months.map((month, i) => (
            <Row key={month} name={month} figures={balance.groups.map(({ adopted }) => adopted[i] ?? 0)} />
          ))}
        </Table>
      </section>
      <section>
        <h3>采用稿件的内容</h3>
        <Chart option={topics} />
        <Table head={['内容', '采用']}>
          {balance.topics.map(({ topic, count }) => (
            <Row key={topic} name={topic} figures={[count]} />
          ))}
        </Table>
        <p className="soft">按标题和开头的字词归类，一篇归一类。</p>
      </section>
      <section>
        <h3>最近{balance.lastIssues.length}期没有采用的单位</h3>
        <p className="row-note">{balance.lastIssues.map(({ label }) => label).join('、')}</p>
        {balance.unheard.length === 0 ? (
          <p className="soft">各单位都有。</p>
        ) : (
          <Table head={['单位', '分组', '上一次采用']}>
            {balance.unheard.map(({ departmentId, unit, group, last }) => (
              <tr key={departmentId}>
                <td>
                  <Link to={`/statistics/matrix?from=${from}&to=${to}&unit=${departmentId}`}>{unit}</Link>
                </td>
                <td>{group}</td>
                <td>{last ? `${last.label} ${formatDate(last.date)}` : '没有过'}</td>
              </tr>
            ))}
          </Table>
        )}
      </section>
    </div>
  );
}

function Table({ head, children }: { head: readonly string[]; children: ReactNode }) {
  return (
    <section
      className="balance-table"
      aria-label={`${head.join('、')}表`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must take the arrow keys
      tabIndex={0}
    >
      <table className="plain-table">
        <thead>
          <tr>
            {head.map((name, i) => (
              <th key={name} className={i === 0 || (head.length > 2 && head[1] === '分组') ? '' : 'number'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

function Row({ name, figures }: { name: string; figures: readonly (number | string)[] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {figures.map((figure, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: figures have no name but their place
        <td key={i} className="number">
          {figure}
        </td>
      ))}
    </tr>
  );
}
