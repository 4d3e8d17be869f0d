import { useCallback, useMemo, useState } from 'react';
import type { DraftView, HandInFields, HandInReceipt } from '../../../shared/contract/portal/views.ts';
import { formatDate, toIsoDate } from '../../../shared/domain/dates.ts';
import type { DraftId } from '../../../shared/domain/ids.ts';
import { openingOf } from '../../../shared/text/opening.ts';
import { moment } from '../format.ts';
import { newKey } from '../newKey.ts';
import { useAnswer, useAttempt, usePortal } from '../portal.tsx';
import { goTo } from '../route.ts';
import { HandInForm } from './HandInForm.tsx';
import { Receipt } from './Receipt.tsx';

/** What a new hand-in begins with; the people of the last one are offered again. */
export function blankDraft(last: HandInFields | undefined, publication: HandInFields['publicationId']): HandInFields {
  return {
    title: '',
    text: '',
    publicationId: last?.publicationId ?? publication,
    author: last?.author ?? '',
    signer: last?.signer ?? '',
    phone: last?.phone ?? '',
    writtenOn: toIsoDate(new Date()),
    urgent: null,
    answers: null,
    commission: null,
  };
}

/** 报送: drafts there are, or the one being written. */
export function WriteScreen({ draftId }: { draftId: string | null }) {
  const { client } = usePortal();
  const ask = useCallback(() => client.call('drafts.list', {}), [client]);
  const { answer: drafts, error, again } = useAnswer(ask);
  const [receipt, setReceipt] = useState<HandInReceipt | null>(null);
  if (receipt) return <Receipt receipt={receipt} />;
  if (error !== null && drafts === null) return <p className="error">{error}</p>;
  if (drafts === null) return <p className="quiet">正在打开……</p>;
  if (draftId === null) return <DraftList drafts={drafts} again={again} />;
  return <OpenDraft id={draftId as DraftId} drafts={drafts} onSent={setReceipt} />;
}

function OpenDraft({
  id,
  drafts,
  onSent,
}: {
  id: DraftId;
  drafts: DraftView[];
  onSent: (receipt: HandInReceipt) => void;
}) {
  const { unit, refresh } = usePortal();
  // Once open, what is typed here is the newest: later answers of the list do not reach the form.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const begun = useMemo(
    () =>
      drafts.find((draft) => draft.id === id) ?? {
        ...blankDraft(drafts[0], unit.publications[0]?.id ?? null),
        files: [],
      },
    [id],
  );
  return (
    <HandInForm
      id={id}
      begun={begun}
      onSent={(receipt) => {
        refresh();
        onSent(receipt);
      }}
    />
  );
}

function DraftList({ drafts, again }: { drafts: DraftView[]; again: () => void }) {
  const { client, unit } = usePortal();
  const { attempt, fault } = useAttempt();
  const begin = (urgent: boolean) => {
    const id = newKey() as DraftId;
    const fields = blankDraft(drafts[0], unit.publications[0]?.id ?? null);
    const urgently = { ...fields, urgent: { stage: 'first' as const, chain: null } };
    attempt(() =>
      client.call('drafts.save', { id, fields: urgent ? urgently : fields }).then(() => goTo(`write/${id}`)),
    );
  };
  return (
    <>
      <div className="actions">
        <button type="button" className="main" disabled={unit.leftToday === 0} onClick={() => begin(false)}>
          报送信息
        </button>
        <button type="button" className="urgent" onClick={() => begin(true)}>
          紧急信息
        </button>
        {unit.leftToday !== null && (
          <span className="quiet">{unit.leftToday === 0 ? '今天已达每日上限' : `今天还可报 ${unit.leftToday} 条`}</span>
        )}
      </div>
      {fault}
      <h2>草稿</h2>
      {drafts.length === 0 && <p className="quiet empty">没有未报送的草稿。点“报送信息”开始，填写的内容随时保存。</p>}
      <ul className="list">
        {drafts.map((draft) => (
          <li key={draft.id} className="row">
            <a className="row-title" href={`#/write/${draft.id}`}>
              {draft.urgent && <span className="tag tag-urgent">紧急</span>}
              {draft.answers !== null && <span className="tag">改报</span>}
              {draft.title || openingOf(draft.text, 24) || '（未填写）'}
            </a>
            <span className="quiet">{moment(draft.updatedAt)}</span>
            <button
              type="button"
              className="plain"
              aria-label={`删除草稿${draft.title}`}
              onClick={() => {
                if (confirm('删除这份草稿？'))
                  attempt(() => client.call('drafts.discard', { id: draft.id }).then(again));
              }}
            >
              删除
            </button>
          </li>
        ))}
      </ul>
      <p className="quiet">{formatDate(toIsoDate(new Date()))}</p>
    </>
  );
}
