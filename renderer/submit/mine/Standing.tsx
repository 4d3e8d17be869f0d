import { useCallback, useState } from 'react';
import type { StandingLine, UnitStanding } from '../../../shared/contract/portal/views.ts';
import { formatDate } from '../../../shared/domain/dates.ts';
import { lineKindNames } from '../../../shared/domain/scoring/ledger.ts';
import { formatPoints } from '../../../shared/domain/scoring/points.ts';
import { namedSpans } from '../../../shared/domain/scoring/spans.ts';
import { formatRate, rateOf } from '../../../shared/domain/statistics/matrix.ts';
import { useAnswer, usePortal } from '../portal.tsx';

const OFFERED = ['本年', '本季', '上季', '上年'];

/** The unit's figures for some months, its place, and on demand what every point stands on. */
export function Standing() {
  const { client } = usePortal();
  const spans = namedSpans(new Date()).filter(({ name }) => OFFERED.includes(name));
  const [name, setName] = useState('本年');
  const span = spans.find((one) => one.name === name);
  const from = span?.from.slice(0, 7) ?? '';
  const to = span?.to.slice(0, 7) ?? '';
  const ask = useCallback(() => client.call('unit.standing', { from, to }), [client, from, to]);
  const { answer } = useAnswer(ask);
  const [open, setOpen] = useState(false);
  return (
    <section className="card" aria-label="采用和积分">
      <div className="standing">
        <select aria-label="期间" value={name} onChange={(event) => setName(event.target.value)}>
          {spans.map((one) => (
            <option key={one.name}>{one.name}</option>
          ))}
        </select>
        {answer && <Figures standing={answer} />}
        {answer && answer.lines.length > 0 && (
          <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? '收起明细' : '得分明细'}
          </button>
        )}
      </div>
      {answer && open && (
        <ul className="list" aria-label="得分明细">
          {answer.lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own
            <Line key={i} line={line} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Figures({ standing }: { standing: UnitStanding }) {
  const { submitted, adopted, points, place } = standing;
  const rate = rateOf(standing);
  return (
    <span>
      报送 <b>{submitted}</b> 条，采用 <b>{adopted}</b> 条{rate !== null && `，采用率 ${formatRate(rate)}`}
      {place && (
        <>
          ，得 <b>{formatPoints(points)}</b> 分，居{place.group || '各单位'}第 <b>{place.rank}</b> 位（共 {place.of}{' '}
          个单位）
        </>
      )}
    </span>
  );
}

function Line({ line: { kind, date, what, issue, clause, working, points } }: { line: StandingLine }) {
  const basis = [clause && `第${clause.number}条　${clause.text}`, working].filter((part) => part);
  return (
    <li className="row point-line">
      <span className="row-title">
        {lineKindNames[kind]}　{what}
        {issue !== null && `　${issue}`}
        <span className="quiet basis">
          {formatDate(date)}
          {basis.length > 0 && `　${basis.join('；')}`}
        </span>
      </span>
      <b className="figure">{formatPoints(points)}</b>
    </li>
  );
}
