import { useCallback } from 'react';
import type { UnitCircular } from '../../../shared/contract/portal/views.ts';
import { circularPartNames } from '../../../shared/domain/circular/parts.ts';
import { formatDate } from '../../../shared/domain/dates.ts';
import type { CircularId } from '../../../shared/domain/ids.ts';
import { formatPoints } from '../../../shared/domain/scoring/points.ts';
import { moment } from '../format.ts';
import { useAnswer, usePortal } from '../portal.tsx';

/** Published 通报, the newest first; nothing where there is none. */
export function CircularList() {
  const { client } = usePortal();
  const ask = useCallback(() => client.call('circulars.list', {}), [client]);
  const { answer } = useAnswer(ask);
  if (answer === null || answer.length === 0) return null;
  return (
    <section className="card" aria-label="通报">
      <h2>通报</h2>
      <ul className="list">
        {answer.map(({ id, title, publishedAt }) => (
          <li key={id} className="row">
            <a className="row-title" href={`#/circular/${id}`}>
              {title}
            </a>
            <span className="quiet">{moment(publishedAt)} 发布</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One 通报: its words and ranking, and what it lists of this unit. */
export function CircularScreen({ id }: { id: string }) {
  const { client } = usePortal();
  const ask = useCallback(() => client.call('circulars.get', { id: id as CircularId }), [client, id]);
  const { answer, error } = useAnswer(ask);
  if (answer === null) return error === null ? <p className="quiet">正在打开……</p> : <p className="error">{error}</p>;
  return (
    <article className="card">
      <h1>{answer.title}</h1>
      {answer.opening !== '' && <div className="text">{answer.opening}</div>}
      {answer.groups.map((group) => (
        <Ranking key={group.group} {...group} />
      ))}
      {answer.own.map(({ part, lines }) => (
        <section key={part} aria-label={circularPartNames[part]}>
          <h2>本单位{circularPartNames[part]}</h2>
          <ul className="list">
            {lines.map(({ text, points }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own
              <li key={i} className="row">
                <span className="row-title">{text}</span>
                <b className="figure">{formatPoints(points)}</b>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {answer.closing !== '' && <div className="text closing">{answer.closing}</div>}
      <p className="signature">
        {answer.office}
        <br />
        {formatDate(answer.date)}
      </p>
      <a className="button" href="#/mine">
        返回
      </a>
    </article>
  );
}

function Ranking({ group, units }: UnitCircular['groups'][number]) {
  return (
    <table className="ranking">
      <caption>{group || '未分组单位'}</caption>
      <thead>
        <tr>
          <th>排名</th>
          <th>单位</th>
          <th>报送</th>
          <th>采用</th>
          <th>得分</th>
        </tr>
      </thead>
      <tbody>
        {units.map((one) => (
          <tr key={one.unit} className={one.own ? 'own' : ''}>
            <td>{one.rank}</td>
            <td>{one.unit}</td>
            <td>{one.submitted}</td>
            <td>{one.adopted}</td>
            <td>{formatPoints(one.points)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
