import { InputNumber, Segmented, Select } from 'antd';
import { points } from '../../../../shared/domain/scoring/points.ts';
import type { BaseClause, QuotaClause } from '../../../../shared/domain/scoring/rules.ts';
import { useMethod } from '../../../data/index.ts';
import { PointsField } from './PointsField.tsx';
import { AddButton, freshId, type PartProps, RemoveButton, replacedAt, without } from './parts.tsx';

const newBase: BaseClause = {
  per: 'month',
  points: points(10),
  when: 'submitted',
  monthCap: null,
  yearCap: points(120),
};

/** 基础分: so much a month, or for each piece handed in, with caps. */
export function BasePart({ rules, readOnly, onChange }: PartProps) {
  const { base } = rules;
  const change = (part: Partial<BaseClause>) => onChange({ ...rules, base: { ...(base ?? newBase), ...part } });
  return (
    <>
      <h3>基础分</h3>
      <div className="rules-line">
        <Segmented<BaseClause['per'] | 'none'>
          aria-label="基础分"
          disabled={readOnly}
          value={base?.per ?? 'none'}
          options={[
            { value: 'none', label: '没有' },
            { value: 'month', label: '按月计' },
            { value: 'submission', label: '按报送条数计' },
          ]}
          onChange={(per) => (per === 'none' ? onChange({ ...rules, base: null }) : change({ per }))}
        />
        {base && (
          <>
            {base.per === 'month' ? '每月' : '每条'}
            <PointsField
              label="基础分值"
              disabled={readOnly}
              value={base.points}
              onChange={(value) => change({ points: value })}
            />
            {base.per === 'month' && (
              <Select<BaseClause['when']>
                aria-label="谁计基础分"
                disabled={readOnly}
                style={{ width: 150 }}
                value={base.when}
                options={[
                  { value: 'always', label: '各单位都计' },
                  { value: 'submitted', label: '当月有报送的计' },
                  { value: 'quotaMet', label: '当月完成任务的计' },
                ]}
                onChange={(when) => change({ when })}
              />
            )}
            每月最多
            <PointsField
              label="每月最多"
              emptyText="不限"
              disabled={readOnly}
              value={base.monthCap}
              onChange={(monthCap) => change({ monthCap })}
            />
            全年最多
            <PointsField
              label="全年最多"
              emptyText="不限"
              disabled={readOnly}
              value={base.yearCap}
              onChange={(yearCap) => change({ yearCap })}
            />
          </>
        )}
      </div>
    </>
  );
}

const others = '其他单位';

/** 任务: how many pieces each group of units owes, and what is taken off where they are missing. */
export function QuotaPart({ rules, readOnly, onChange }: PartProps) {
  const departments = useMethod('departments.list', {});
  const groups = [...new Set((departments.data ?? []).map(({ group }) => group).filter((group) => group !== ''))];
  const set = (quotas: QuotaClause[]) => onChange({ ...rules, quotas });
  return (
    <>
      <h3>任务</h3>
      {rules.quotas.map((clause, at) => {
        const change = (part: Partial<QuotaClause>) => set(replacedAt(rules.quotas, at, { ...clause, ...part }));
        const name = `任务${at + 1}`;
        const known = clause.group === '' || groups.includes(clause.group);
        return (
          <div key={clause.id} className="rules-line">
            <Select
              aria-label={`${name}单位分组`}
              disabled={readOnly}
              style={{ width: 110 }}
              value={clause.group}
              options={[...groups, ...(known ? [] : [clause.group]), ''].map((value) => ({
                value,
                label: value || others,
              }))}
              onChange={(group) => change({ group })}
            />
            <Select<QuotaClause['period']>
              aria-label={`${name}周期`}
              disabled={readOnly}
              style={{ width: 84 }}
              value={clause.period}
              options={[
                { value: 'month', label: '每月' },
                { value: 'quarter', label: '每季度' },
                { value: 'year', label: '每年' },
              ]}
              onChange={(period) => change({ period })}
            />
            <Select<QuotaClause['counts']>
              aria-label={`${name}计什么`}
              disabled={readOnly}
              style={{ width: 76 }}
              value={clause.counts}
              options={[
                { value: 'submitted', label: '报送' },
                { value: 'adopted', label: '采用' },
              ]}
              onChange={(counts) => change({ counts })}
            />
            <InputNumber
              aria-label={`${name}条数`}
              disabled={readOnly}
              min={1}
              max={999}
              precision={0}
              style={{ width: 64 }}
              value={clause.quota}
              onChange={(quota) => quota !== null && change({ quota })}
            />
            条，缺一条扣
            <PointsField
              label={`${name}扣分`}
              disabled={readOnly}
              value={clause.penalty}
              onChange={(penalty) => change({ penalty })}
            />
            最多扣
            <PointsField
              label={`${name}最多扣`}
              emptyText="不限"
              disabled={readOnly}
              value={clause.most}
              onChange={(most) => change({ most })}
            />
            {!readOnly && <RemoveButton label={`去掉${name}`} onClick={() => set(without(rules.quotas, at))} />}
          </div>
        );
      })}
      {!readOnly && (
        <AddButton
          onClick={() =>
            set([
              ...rules.quotas,
              {
                id: freshId(rules, 'quota'),
                group: groups.find((group) => !rules.quotas.some((clause) => clause.group === group)) ?? '',
                period: 'month',
                counts: 'submitted',
                quota: 4,
                penalty: points(1),
                most: null,
              },
            ])
          }
        >
          加一组
        </AddButton>
      )}
      <p className="soft">周期结束才计；规则中途施行的，从下一个完整周期算起。</p>
    </>
  );
}
