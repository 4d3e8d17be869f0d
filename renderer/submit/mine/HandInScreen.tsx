import { useCallback } from 'react';
import type { HandInDetail, HandInFields } from '../../../shared/contract/portal/views.ts';
import { handInStateNames, urgentStageNames } from '../../../shared/domain/handIn.ts';
import type { DraftId, HandInId } from '../../../shared/domain/ids.ts';
import { moment, size } from '../format.ts';
import { newKey } from '../newKey.ts';
import { useAnswer, useAttempt, usePortal } from '../portal.tsx';
import { goTo } from '../route.ts';
import { HandInLine } from './MineList.tsx';
import { StateMark } from './StateMark.tsx';

/** One hand-in: what became of it, the correspondence, what was sent. */
export function HandInScreen({ id }: { id: string }) {
  const { client } = usePortal();
  const ask = useCallback(() => client.call('handIns.get', { id: id as HandInId }), [client, id]);
  const { answer, error, again } = useAnswer(ask);
  if (answer === null) return error === null ? <p className="quiet">正在打开……</p> : <p className="error">{error}</p>;
  const { fields, files } = answer;
  return (
    <article className="card">
      <h1>{answer.title}</h1>
      <p className="quiet">
        {answer.number}　{moment(answer.at)}　<StateMark row={answer} />
      </p>
      <Pieces detail={answer} />
      <Steps detail={answer} again={again} />
      {answer.thread.length > 1 && (
        <section aria-label="往来">
          <h2>往来</h2>
          <ul className="list">
            {answer.thread.map((row) => (
              <HandInLine key={row.id} row={row} />
            ))}
          </ul>
        </section>
      )}
      <h2>报送内容</h2>
      {fields.text === '' ? null : <div className="text">{fields.text}</div>}
      <ul className="list">
        {files.map((file, position) => (
          <li key={file.hash} className="row">
            <a className="row-title" href={`/files/hand-ins/${answer.id}/${position}`} download={file.name}>
              {file.name}
            </a>
            <span className="quiet">{size(file.size)}</span>
          </li>
        ))}
      </ul>
      <p className="quiet">
        撰稿人 {fields.author || '（未填）'}　审核或签发 {fields.signer || '（未填）'}　电话{' '}
        {fields.phone || '（未填）'}
      </p>
    </article>
  );
}

function Pieces({ detail: { pieces } }: { detail: HandInDetail }) {
  return (
    <ul className="pieces">
      {pieces.map((piece, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name of their own and keep their order
        <li key={i}>
          {pieces.length > 1 && <strong>{piece.title}　</strong>}
          {piece.issue ?? handInStateNames[piece.state]}
          {piece.dueDate !== null && <span className="quiet">　请于 {piece.dueDate} 前再报</span>}
          {piece.reason !== '' && <div className="text reason">{piece.reason}</div>}
          {piece.feedback !== '' && <div className="text">点评：{piece.feedback}</div>}
        </li>
      ))}
    </ul>
  );
}

/** What can be done now: answer a return, go on with an urgent matter, take back what nobody has read. */
function Steps({ detail, again }: { detail: HandInDetail; again: () => void }) {
  const { client, refresh } = usePortal();
  const { attempt, fault } = useAttempt();
  const write = (more: Partial<HandInFields>) => {
    const id = newKey() as DraftId;
    const fields = { ...detail.fields, ...more };
    attempt(() => client.call('drafts.save', { id, fields }).then(() => goTo(`write/${id}`)));
  };
  const answers =
    detail.state === 'returned' && !detail.thread.some((row) => row.at > detail.at && row.urgent === null);
  const goesOn = detail.urgent !== null && detail.urgent !== 'final' && detail.state !== 'withdrawn';
  const chain = detail.thread[0]?.id ?? detail.id;
  const report = (stage: 'followUp' | 'final') => (
    <button
      type="button"
      onClick={() => write({ urgent: { stage, chain }, text: '', answers: null, commission: null })}
    >
      {urgentStageNames[stage]}
    </button>
  );
  return (
    <div className="actions">
      {answers && (
        <button type="button" className="main" onClick={() => write({ answers: detail.id })}>
          修改后再报
        </button>
      )}
      {goesOn && (
        <>
          {report('followUp')}
          {report('final')}
        </>
      )}
      {detail.mayWithdraw && (
        <button
          type="button"
          onClick={() => {
            if (!confirm('撤回这件报送？撤回后编辑看不到它。')) return;
            attempt(() => client.call('handIns.withdraw', { id: detail.id }).then(refresh).finally(again));
          }}
        >
          撤回
        </button>
      )}
      {fault}
    </div>
  );
}
