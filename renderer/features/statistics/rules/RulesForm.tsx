import { Input, Segmented } from 'antd';
import { points } from '../../../../shared/domain/scoring/points.ts';
import { levelNames, levels, type ManualClause, type ScoringRules } from '../../../../shared/domain/scoring/rules.ts';
import { AdoptionPart } from './AdoptionPart.tsx';
import { BasePart, QuotaPart } from './PeriodParts.tsx';
import { PointsField } from './PointsField.tsx';
import { AddButton, freshId, type PartProps, RemoveButton, replacedAt, without } from './parts.tsx';

/** All that a rule book can say, part by part. */
export function RulesForm(props: PartProps) {
  return (
    <>
      <AdoptionPart {...props} />
      <CountingPart {...props} />
      <InstructionPart {...props} />
      <BasePart {...props} />
      <QuotaPart {...props} />
      <CommissionPart {...props} />
      <ManualPart {...props} />
    </>
  );
}

function CountingPart({ rules, readOnly, onChange }: PartProps) {
  return (
    <>
      <div className="rules-line">
        <Segmented<ScoringRules['combine']>
          aria-label="多处采用"
          disabled={readOnly}
          value={rules.combine}
          options={[
            { value: 'add', label: '多处采用累计' },
            { value: 'highest', label: '多处采用取最高' },
          ]}
          onChange={(combine) => onChange({ ...rules, combine })}
        />
        <Segmented<ScoringRules['mergedCredit']>
          aria-label="综合采用"
          disabled={readOnly}
          value={rules.mergedCredit}
          options={[
            { value: 'each', label: '综合的各单位都计' },
            { value: 'split', label: '综合的各单位平分' },
          ]}
          onChange={(mergedCredit) => onChange({ ...rules, mergedCredit })}
        />
      </div>
      {rules.mergedCredit === 'split' && (
        <p className="soft">平分到 0.01 分，除不尽的零头给署名在前的单位，各单位之和等于整篇的分。</p>
      )}
    </>
  );
}

function InstructionPart({ rules, readOnly, onChange }: PartProps) {
  const { instructions } = rules;
  const set = (next: ScoringRules['instructions']) => onChange({ ...rules, instructions: next });
  const free = levels.filter((level) => !instructions.some((clause) => clause.level === level));
  return (
    <>
      <h3>领导批示</h3>
      {instructions.map((clause, at) => (
        <div key={clause.id} className="rules-line">
          <span className="rules-label">{levelNames[clause.level]}</span>
          主要领导
          <PointsField
            label={`${levelNames[clause.level]}主要领导批示`}
            disabled={readOnly}
            value={clause.chief}
            onChange={(chief) => set(replacedAt(instructions, at, { ...clause, chief }))}
          />
          其他领导
          <PointsField
            label={`${levelNames[clause.level]}其他领导批示`}
            disabled={readOnly}
            value={clause.other}
            onChange={(other) => set(replacedAt(instructions, at, { ...clause, other }))}
          />
          {!readOnly && (
            <RemoveButton
              label={`去掉${levelNames[clause.level]}批示`}
              onClick={() => set(without(instructions, at))}
            />
          )}
        </div>
      ))}
      <div className="rules-line">
        {!readOnly &&
          free.map((level) => (
            <AddButton
              key={level}
              onClick={() =>
                set([
                  ...instructions,
                  { id: freshId(rules, 'instruction'), level, chief: points(10), other: points(10) },
                ])
              }
            >
              {levelNames[level]}批示
            </AddButton>
          ))}
        {instructions.length > 0 && (
          <Segmented<ScoringRules['combineInstructions']>
            aria-label="多次批示"
            disabled={readOnly}
            value={rules.combineInstructions}
            options={[
              { value: 'add', label: '多次批示累计' },
              { value: 'highest', label: '多次批示取最高' },
            ]}
            onChange={(combineInstructions) => onChange({ ...rules, combineInstructions })}
          />
        )}
      </div>
    </>
  );
}

const outcomes = [
  { key: 'answered', name: '按时完成' },
  { key: 'late', name: '逾期完成' },
  { key: 'missing', name: '未完成' },
] as const;

function CommissionPart({ rules, readOnly, onChange }: PartProps) {
  return (
    <>
      <h3>约稿</h3>
      <div className="rules-line">
        {outcomes.map(({ key, name }) => (
          <span key={key}>
            {name}{' '}
            <PointsField
              label={`约稿${name}`}
              signed
              disabled={readOnly}
              value={rules.commissions[key]}
              onChange={(value) => onChange({ ...rules, commissions: { ...rules.commissions, [key]: value } })}
            />
          </span>
        ))}
      </div>
    </>
  );
}

function ManualPart({ rules, readOnly, onChange }: PartProps) {
  const set = (manual: ManualClause[]) => onChange({ ...rules, manual });
  return (
    <>
      <h3>加减分项</h3>
      {rules.manual.map((clause, at) => (
        <div key={clause.id} className="rules-line">
          <Input
            aria-label={`第${at + 1}项名称`}
            style={{ width: 220 }}
            maxLength={40}
            disabled={readOnly}
            {...(clause.label.trim() === '' ? { status: 'error' as const } : {})}
            value={clause.label}
            onChange={({ target }) => set(replacedAt(rules.manual, at, { ...clause, label: target.value }))}
          />
          <PointsField
            label={`第${at + 1}项分值`}
            signed
            disabled={readOnly}
            value={clause.points}
            onChange={(value) => set(replacedAt(rules.manual, at, { ...clause, points: value }))}
          />
          {!readOnly && <RemoveButton label={`去掉第${at + 1}项`} onClick={() => set(without(rules.manual, at))} />}
        </div>
      ))}
      {!readOnly && (
        <AddButton
          onClick={() => set([...rules.manual, { id: freshId(rules, 'manual'), label: '迟报', points: points(-1) }])}
        >
          加一项
        </AddButton>
      )}
    </>
  );
}
