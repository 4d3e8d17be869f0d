import { useState } from 'react';
import type { DepartmentId } from '../../../../shared/domain/ids.ts';
import { sentenceOf, useCommand, useMethod } from '../../../data/index.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { Part } from '../../../ui/Part.tsx';
import { UnitSelect } from '../../submissions/UnitSelect.tsx';

/** Shown before 更多 is asked for. */
const SHOWN = 6;

/** Names printed after items that no unit goes by: said once, each is known for all issues that wait. */
export function UnknownSources() {
  const { data } = useMethod('backIssues.unknownSources', {}, { keep: true });
  const nameUnit = useCommand('backIssues.nameUnit');
  const [all, setAll] = useState(false);
  if (!data || data.length === 0) return null;
  const name = (source: string, unit: DepartmentId | null) => {
    if (unit !== null) nameUnit.run({ name: source, departmentId: unit }).catch(() => {});
  };
  return (
    <Part title={`认不出的单位 ${data.length}`}>
      <p className="soft">指明是哪个单位，记为它的别名，采用数才算得到它名下。不指明也可以补录。</p>
      {nameUnit.error && <ErrorNote text={sentenceOf(nameUnit.error)} />}
      <ul className="back-sources">
        {data.slice(0, all ? data.length : SHOWN).map(({ name: source, items }) => (
          <li key={source}>
            <span title={source}>
              {source} <span className="soft">{items}条</span>
            </span>
            <UnitSelect value={null} onChange={(unit) => name(source, unit)} placeholder="是哪个单位" />
          </li>
        ))}
      </ul>
      {!all && data.length > SHOWN && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          显示其余 {data.length - SHOWN} 个
        </button>
      )}
    </Part>
  );
}
