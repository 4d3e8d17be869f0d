import { useEffect, useMemo, useRef } from 'react';
import { clausesOf, countingText } from '../../../../shared/domain/scoring/clauses.ts';
import { exampleEvents, exampleLedger, exampleUnits } from '../../../../shared/domain/scoring/example.ts';
import { type LedgerLine, lineKindNames } from '../../../../shared/domain/scoring/ledger.ts';
import { add, formatPoints, noPoints, type Points } from '../../../../shared/domain/scoring/points.ts';
import type { ScoringRules } from '../../../../shared/domain/scoring/rules.ts';

/** What the rules give in a small fixed month, and how they will be cited. Made anew with each letter typed. */
export function Example({ rules, clause }: { rules: ScoringRules; clause: string | null }) {
  const lines = useMemo(() => exampleLedger(rules), [rules]);
  const clauses = useMemo(() => clausesOf(rules), [rules]);
  const numbers = new Map(clauses.map(({ id, number }) => [id, number]));
  const marked = useRef<HTMLLIElement>(null);
  useEffect(() => {
    marked.current?.scrollIntoView?.({ block: 'center' });
  }, []);
  return (
    <aside
      className="panel rules-example"
      aria-label="试算"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must take the arrow keys
      tabIndex={0}
    >
      <h2>试算</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th>单位</th>
            <th>事由</th>
            <th className="number">条</th>
            <th className="number">分</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
            <tr key={i}>
              <td>{exampleUnits[line.unitId]}</td>
              <td>
                {whatOf(line)}
                {line.working !== '' && <span className="row-note"> {line.working}</span>}
              </td>
              <td className="number">{numbers.get(line.clause ?? '') ?? ''}</td>
              <td className="number">{formatPoints(line.points)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {Object.entries(exampleUnits).map(([id, name]) => (
            <tr key={id}>
              <th>{name}</th>
              <th>合计</th>
              <th />
              <th className="number">{formatPoints(sumOf(lines, id))}</th>
            </tr>
          ))}
        </tfoot>
      </table>
      <h3>条文</h3>
      <ol className="rules-clauses">
        {clauses.map(({ id, text }) => (
          <li key={id} {...(id === clause ? { ref: marked, className: 'clause-on', 'aria-current': true } : {})}>
            {text}
          </li>
        ))}
      </ol>
      <p className="soft">{countingText(rules)}。</p>
    </aside>
  );
}

const whatOf = ({ kind, itemId, sourceId }: LedgerLine): string =>
  exampleEvents[sourceId ?? ''] ?? exampleEvents[itemId ?? ''] ?? (kind === 'manual' ? '另加2分' : lineKindNames[kind]);

const sumOf = (lines: readonly LedgerLine[], unit: string): Points =>
  lines.reduce<Points>((sum, line) => (line.unitId === unit ? add(sum, line.points) : sum), noPoints);
