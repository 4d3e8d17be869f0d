import { useCallback } from 'react';
import { useAnswer, usePortal } from '../portal.tsx';

/** 报送要点: what the office wants to hear about, month by month. */
export function TopicList() {
  const { client } = usePortal();
  const ask = useCallback(() => client.call('topics.list', {}), [client]);
  const { answer, error } = useAnswer(ask);
  if (answer === null) return error === null ? <p className="quiet">正在打开……</p> : <p className="error">{error}</p>;
  if (answer.length === 0) return <p className="quiet empty">还没有发布报送要点。</p>;
  return (
    <ul className="plain-list">
      {answer.map(({ id, month, text }) => (
        <li key={id} className="card">
          <h2>
            {Number(month.slice(0, 4))}年{Number(month.slice(5))}月报送要点
          </h2>
          <div className="text">{text}</div>
        </li>
      ))}
    </ul>
  );
}
