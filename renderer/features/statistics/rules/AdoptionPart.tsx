import { Input, Select } from 'antd';
import { type Points, points } from '../../../../shared/domain/scoring/points.ts';
import { type AdoptionClause, type Level, levelNames, levels } from '../../../../shared/domain/scoring/rules.ts';
import { PointsField } from './PointsField.tsx';
import { AddButton, freshId, type PartProps, RemoveButton, replacedAt, without } from './parts.tsx';

const levelOptions = levels.map((value) => ({ value, label: levelNames[value] }));

/** 采用: points by level, publication or section, and form; multipliers where a level has no clause. */
export function AdoptionPart({ rules, readOnly, onChange }: PartProps) {
  const set = (adoptions: AdoptionClause[]) => onChange({ ...rules, adoptions });
  return (
    <>
      <h3>采用</h3>
      <table className="rules-table">
        <thead>
          <tr>
            <th>级别</th>
            <th>刊名栏目含</th>
            <th>头条</th>
            <th>单篇</th>
            <th>简讯</th>
            <th>综合</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {rules.adoptions.map((clause, at) => {
            const change = (part: Partial<AdoptionClause>) =>
              set(replacedAt(rules.adoptions, at, { ...clause, ...part }));
            const name = `第${at + 1}行`;
            return (
              <tr key={clause.id}>
                <td>
                  <Select<Level>
                    aria-label={`${name}级别`}
                    disabled={readOnly}
                    options={levelOptions}
                    value={clause.level}
                    onChange={(level) => change({ level })}
                    style={{ width: 92 }}
                  />
                </td>
                <td>
                  <Input
                    aria-label={`${name}刊物或栏目名含`}
                    placeholder="其他各刊"
                    disabled={readOnly}
                    maxLength={30}
                    value={clause.place}
                    onChange={({ target }) => change({ place: target.value })}
                  />
                </td>
                <td>
                  <PointsField
                    label={`${name}头条`}
                    emptyText="同单篇"
                    disabled={readOnly}
                    value={clause.lead}
                    onChange={(lead) => change({ lead })}
                  />
                </td>
                <td>
                  <PointsField
                    label={`${name}单篇`}
                    disabled={readOnly}
                    value={clause.item}
                    onChange={(item) => change({ item })}
                  />
                </td>
                <td>
                  <PointsField
                    label={`${name}简讯`}
                    disabled={readOnly}
                    value={clause.brief}
                    onChange={(brief) => change({ brief })}
                  />
                </td>
                <td>
                  <PointsField
                    label={`${name}综合`}
                    emptyText="同单篇"
                    disabled={readOnly}
                    value={clause.merged}
                    onChange={(merged) => change({ merged })}
                  />
                </td>
                <td>
                  {!readOnly && (
                    <RemoveButton label={`去掉${name}`} onClick={() => set(without(rules.adoptions, at))} />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {!readOnly && (
        <AddButton
          onClick={() =>
            set([
              ...rules.adoptions,
              {
                id: freshId(rules, 'adoption'),
                level: 'own',
                place: '',
                lead: null,
                item: points(5),
                brief: points(3),
                merged: null,
              },
            ])
          }
        >
          加一行
        </AddButton>
      )}
      <div className="rules-line">
        上级没有对应行的，按本级分值的
        {(['city', 'province', 'central'] as const).map((level) => (
          <span key={level}>
            {levelNames[level]}{' '}
            <PointsField
              label={`${levelNames[level]}倍数`}
              emptyText="不计"
              disabled={readOnly}
              value={rules.times[level] as Points | null}
              onChange={(times) => onChange({ ...rules, times: { ...rules.times, [level]: times } })}
            />{' '}
            倍
          </span>
        ))}
      </div>
    </>
  );
}
