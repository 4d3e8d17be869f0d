import { Input, Select } from 'antd';
import { useState } from 'react';
import { type IsoDate, toIsoDate } from '../../../../shared/domain/dates.ts';
import type { AdjustmentId, DepartmentId } from '../../../../shared/domain/ids.ts';
import { formatPoints, noPoints, type Points } from '../../../../shared/domain/scoring/points.ts';
import { adjustmentSchema } from '../../../../shared/domain/scoring/records.ts';
import { RuleBook } from '../../../../shared/domain/scoring/versions.ts';
import { sentenceOf, useCommand, useMethod } from '../../../data/index.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { UnitSelect } from '../../submissions/UnitSelect.tsx';
import { PointsField } from '../rules/PointsField.tsx';
import { RecordFoot } from './RecordFoot.tsx';

interface Draft {
  departmentId: DepartmentId | null;
  date: IsoDate | null;
  points: Points;
  clause: string | null;
  reason: string;
}

interface AdjustmentFormProps {
  /** `null` for a new one. */
  id: AdjustmentId | null;
  readOnly: boolean;
  onLeave: () => void;
}

/** A bonus or deduction by hand: by a clause of the rules, or with its reason alone. */
export function AdjustmentForm({ id, readOnly, onLeave }: AdjustmentFormProps) {
  const list = useMethod('scoring.adjustments', { departmentId: null, offset: 0, limit: 500 });
  const stored = list.data?.rows.find((row) => row.id === id);
  if (id !== null && !list.data) return null;
  if (id !== null && !stored) return <p className="panel soft">这条加减分已不在。</p>;
  const initial: Draft = stored ?? {
    departmentId: null,
    date: toIsoDate(new Date()),
    points: noPoints,
    clause: null,
    reason: '',
  };
  return <AdjustmentFields id={id} initial={initial} readOnly={readOnly} onLeave={onLeave} />;
}

function AdjustmentFields({ id, initial, readOnly, onLeave }: AdjustmentFormProps & { initial: Draft }) {
  const [draft, setDraft] = useState(initial);
  const rules = useMethod('scoring.rules', {});
  const save = useCommand('scoring.saveAdjustment');
  const remove = useCommand('scoring.deleteAdjustment');
  const messages = useMessages();
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const version = draft.date && rules.data ? new RuleBook(rules.data).on(draft.date) : null;
  const clauses = version?.rules.manual ?? [];
  const parsed = adjustmentSchema.safeParse(draft);
  const keep = () => {
    if (!parsed.success) return;
    save.run({ id, adjustment: parsed.data }).then(
      () => {
        messages.done('已登记，得分已重算');
        onLeave();
      },
      () => {},
    );
  };
  const error = save.error ?? remove.error;
  return (
    <div className="panel">
      <h2>{id === null ? '登记加减分' : '加减分'}</h2>
      <div className="record-form">
        <label htmlFor="adjustment-unit">单位</label>
        <UnitSelect
          id="adjustment-unit"
          value={draft.departmentId}
          placeholder="单位（可输拼音首字母）"
          onChange={(unit) => set({ departmentId: unit })}
        />
        <label htmlFor="adjustment-date">日期</label>
        <DateField id="adjustment-date" disabled={readOnly} value={draft.date} onChange={(date) => set({ date })} />
        {clauses.length > 0 && (
          <>
            <label htmlFor="adjustment-clause">条款</label>
            <Select
              id="adjustment-clause"
              allowClear
              disabled={readOnly}
              placeholder="不按条款，只写事由"
              value={draft.clause}
              options={clauses.map(({ id: value, label, points }) => ({
                value,
                label: `${label}（${formatPoints(points)}）`,
              }))}
              onChange={(value: string | undefined) => {
                const clause = clauses.find((one) => one.id === value);
                set(
                  clause
                    ? { clause: clause.id, points: clause.points, reason: draft.reason || clause.label }
                    : { clause: null },
                );
              }}
            />
          </>
        )}
        <span className="soft">分值</span>
        <span>
          <PointsField
            label="分值"
            signed
            disabled={readOnly}
            value={draft.points}
            onChange={(points) => set({ points })}
          />
          <span className="row-note"> 扣分写负数</span>
        </span>
        <label htmlFor="adjustment-reason">事由</label>
        <Input.TextArea
          id="adjustment-reason"
          disabled={readOnly}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={draft.reason}
          onChange={({ target }) => set({ reason: target.value })}
        />
      </div>
      {error && <ErrorNote text={sentenceOf(error)} />}
      {!readOnly && (
        <RecordFoot
          fresh={id === null}
          ready={parsed.success}
          saving={save.running}
          deleting={{ title: '删除这条加减分？' }}
          onKeep={keep}
          onLeave={onLeave}
          onDelete={() => id !== null && void remove.run({ id }).then(onLeave, () => {})}
        />
      )}
    </div>
  );
}
