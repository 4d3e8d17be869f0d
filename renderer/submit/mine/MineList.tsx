import { useCallback, useState } from 'react';
import type { HandInRow } from '../../../shared/contract/portal/views.ts';
import { urgentStageNames } from '../../../shared/domain/handIn.ts';
import { moment } from '../format.ts';
import { useAnswer, usePortal } from '../portal.tsx';
import { CircularList } from './CircularScreen.tsx';
import { Standing } from './Standing.tsx';
import { StateMark } from './StateMark.tsx';

const PAGE = 50;

/** 我的来稿: what was handed in, what became of each, and the year so far. */
export function MineList() {
  const { client } = usePortal();
  const [pages, setPages] = useState(1);
  const ask = useCallback(() => client.call('handIns.list', { offset: 0, limit: PAGE * pages }), [client, pages]);
  const { answer, error } = useAnswer(ask);
  if (answer === null) return error === null ? <p className="quiet">正在打开……</p> : <p className="error">{error}</p>;
  return (
    <>
      <Standing />
      <CircularList />
      {answer.rows.length === 0 && <p className="quiet empty">还没有报送过。</p>}
      <ul className="list">
        {answer.rows.map((row) => (
          <HandInLine key={row.id} row={row} />
        ))}
      </ul>
      {answer.rows.length < answer.total && PAGE * pages < 200 && (
        <button type="button" onClick={() => setPages(pages + 1)}>
          显示更多（共 {answer.total} 件）
        </button>
      )}
    </>
  );
}

export function HandInLine({ row }: { row: HandInRow }) {
  return (
    <li className="row">
      <a className="row-title" href={`#/mine/${row.id}`}>
        {row.urgent && <span className="tag tag-urgent">{urgentStageNames[row.urgent]}</span>}
        {row.title}
      </a>
      <StateMark row={row} />
      <span className="quiet">
        {row.number}　{moment(row.at)}
      </span>
    </li>
  );
}
