import { Button, Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { Span, Statistics } from '../../../../shared/contract/methods/statistics.ts';
import { formatDate } from '../../../../shared/domain/dates.ts';
import { type DepartmentId, departmentId } from '../../../../shared/domain/ids.ts';
import { earlier, firstDay, isMonth, lastDay, later, type Month } from '../../../../shared/domain/scoring/months.ts';
import { formatPoints } from '../../../../shared/domain/scoring/points.ts';
import { formatRate, rateOf } from '../../../../shared/domain/statistics/matrix.ts';
import { sentenceOf, useDesk, useMethod } from '../../../data/index.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { Panes } from '../../../ui/Panes.tsx';
import { useRemembered } from '../../../ui/remembered.ts';
import { ScreenHead } from '../../../ui/ScreenHead.tsx';
import { SpanBar } from '../SpanBar.tsx';
import { useSpan } from '../span.ts';
import type { TabProps } from '../tabs.ts';
import { MatrixTable } from './MatrixTable.tsx';
import { type Measure, measures } from './measures.ts';
import { UnitPane } from './UnitPane.tsx';

/** Units by month; a figure opens to what it is made of. */
export function MatrixTab({ tabs }: TabProps) {
  const { client } = useDesk();
  const messages = useMessages();
  const { span, setSpan } = useSpan();
  const { data, error, refetch } = useMethod('statistics.matrix', span, { keep: true });
  const [measure, setMeasure] = useRemembered<Measure>('statistics.measure', 'points', (value) =>
    measures.some((one) => one.value === value),
  );
  const [address, setAddress] = useSearchParams();
  const unit = departmentId.safeParse(address.get('unit')).data ?? null;
  const asked = address.get('month') ?? '';
  const month = isMonth(asked) && data?.months.includes(asked) ? asked : null;
  const open = (id: DepartmentId | null, at: Month | null) =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete('unit');
        next.delete('month');
        if (id !== null) next.set('unit', id);
        if (at !== null) next.set('month', at);
        return next;
      },
      { replace: true },
    );
  const file = `/files/statistics/${span.from}_${span.to}${span.publicationId ? `_${span.publicationId}` : ''}.xlsx`;

  return (
    <div className="screen">
      <ScreenHead
        actions={
          <Button
            onClick={() => void client.download(file).catch((failure: unknown) => messages.fail(sentenceOf(failure)))}
          >
            导出 XLSX
          </Button>
        }
      >
        {tabs}
      </ScreenHead>
      <div className="list-filter">
        <SpanBar span={span} onChange={setSpan} />
        <Segmented<Measure> aria-label="各月显示" options={[...measures]} value={measure} onChange={setMeasure} />
      </div>
      {error && <ErrorNote text={sentenceOf(error)} onRetry={() => void refetch()} />}
      <div className="screen-body">
        <Panes
          id={unit === null ? 'statistics' : 'statistics-unit'}
          panes={[
            {
              id: 'matrix',
              label: '采用统计',
              minWidth: 420,
              content: data && (
                <>
                  <NoRules span={span} />
                  <MatrixTable
                    statistics={data}
                    measure={measure}
                    current={unit === null ? null : { unit, month }}
                    onOpen={open}
                    empty={
                      <EmptyState
                        title="还没有来稿单位"
                        hint="在“单位”里登记来稿单位和分组，各单位的上报、采用和得分就列在这里。"
                      />
                    }
                  />
                  <Foot statistics={data} />
                </>
              ),
            },
            ...(unit === null
              ? []
              : [
                  {
                    id: 'unit',
                    label: '单位明细',
                    width: '42%',
                    minWidth: 340,
                    content: (
                      <UnitPane
                        key={unit}
                        departmentId={unit}
                        span={month === null ? span : monthSpan(span, month)}
                        onClose={() => open(null, null)}
                      />
                    ),
                  },
                ]),
          ]}
        />
      </div>
    </div>
  );
}

/** The part of the span that lies in a month. */
const monthSpan = (span: Span, month: Month): Span => ({
  ...span,
  from: later(firstDay(month), span.from),
  to: earlier(lastDay(month), span.to),
});

/** Said where no rules were in force in the days shown; that nothing was adopted in them is another matter. */
function NoRules({ span }: { span: Span }) {
  const rules = useMethod('scoring.rules', {});
  if (!rules.data || rules.data.some(({ validFrom }) => validFrom <= span.to)) return null;
  return (
    <p className="statistics-note" role="status">
      {rules.data.length === 0 ? '还没有计分规则，得分都是 0。' : '这段时间没有施行的计分规则，得分都是 0。'}
      <Link to="/statistics/rules">去定计分规则</Link>
    </p>
  );
}

function Foot({ statistics: { groups, total, versions } }: { statistics: Statistics }) {
  const units = groups.reduce((sum, group) => sum + group.units.length, 0);
  return (
    <div className="list-foot">
      <span>{units}个单位</span>
      <span>上报{total.submitted}条</span>
      <span>采用{total.adopted}篇</span>
      <span>采用率{formatRate(rateOf(total))}</span>
      <span>得分{formatPoints(total.points)}</span>
      <span className="spacer" />
      {versions.map(({ id, title, validFrom }) => (
        <Link key={id} to={`/statistics/rules?version=${id}`} title={title}>
          {formatDate(validFrom)}起的规则
        </Link>
      ))}
    </div>
  );
}
