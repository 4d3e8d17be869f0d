import { useState } from 'react';
import type { DraftView, HandInCheck, HandInReceipt } from '../../../shared/contract/portal/views.ts';
import { urgentStageNames } from '../../../shared/domain/handIn.ts';
import type { DraftId } from '../../../shared/domain/ids.ts';
import { Field } from '../Field.tsx';
import { usePortal } from '../portal.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import { FileList } from './FileList.tsx';
import { PeopleFields } from './PeopleFields.tsx';
import { type Saved, useDraft } from './useDraft.ts';

interface HandInFormProps {
  id: DraftId;
  begun: Omit<DraftView, 'id' | 'updatedAt'>;
  onSent: (receipt: HandInReceipt) => void;
}

const savedWords: Record<Saved, string> = {
  saved: '已存为草稿',
  saving: '正在保存……',
  unsaved: '正在输入……',
  failed: '连接断了，草稿未存，正在重试',
};

/** One hand-in being written: checked before it is sent, sent once. */
export function HandInForm({ id, begun, onSent }: HandInFormProps) {
  const { client, unit, failed } = usePortal();
  const draft = useDraft(id, begun);
  const { fields, change } = draft;
  const [check, setCheck] = useState<HandInCheck | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState<'checking' | 'sending' | null>(null);

  const run = (what: 'checking' | 'sending', work: () => Promise<void>) => {
    setBusy(what);
    setError(null);
    work()
      .catch((reason: unknown) => setError(failed(reason)))
      .finally(() => setBusy(null));
  };
  const send = () =>
    run('sending', async () => onSent(await client.call('handIns.send', { id, fields: draft.fields })));
  /** Clean texts go at once; what was found is shown first. */
  const checkAndSend = () =>
    run('checking', async () => {
      await draft.flush();
      const found = await client.call('handIns.check', { id });
      if (found.missing.length + found.findings.length + found.similar.length > 0) setCheck(found);
      else onSent(await client.call('handIns.send', { id, fields: draft.fields }));
    });

  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        checkAndSend();
      }}
    >
      {fields.urgent && (
        <p className="notice" role="note">
          紧急信息·{urgentStageNames[fields.urgent.stage]}。
          {fields.urgent.stage === 'first' && `请在事发后 ${unit.urgentMinutes} 分钟内首报，情况不全可续报。`}
        </p>
      )}
      {fields.answers !== null && <p className="notice">按退改意见修改后再报，编辑会看到前后两稿。</p>}
      {fields.commission !== null && <p className="notice">答复约稿。</p>}
      <Field label="标题" hint="不填标题的作为简讯">
        {(field) => (
          <input id={field} value={fields.title} maxLength={200} onChange={(e) => change({ title: e.target.value })} />
        )}
      </Field>
      <Field label="正文" hint="也可只附文件">
        {(field) => (
          <textarea id={field} value={fields.text} rows={12} onChange={(e) => change({ text: e.target.value })} />
        )}
      </Field>
      <FileList id={id} draft={draft} onError={(reason) => setError(failed(reason))} />
      <PeopleFields fields={fields} publications={unit.publications} onChange={change} />
      {check && <CheckPanel check={check} />}
      {error !== null && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
      <div className="actions">
        {check ? (
          <>
            <button type="button" className="main" disabled={busy !== null} onClick={send}>
              {busy === 'sending' ? '正在报送……' : '仍要报送'}
            </button>
            <button type="submit" disabled={busy !== null}>
              改好后再检查
            </button>
          </>
        ) : (
          <button type="submit" className="main" disabled={busy !== null}>
            {busy === null ? '报送' : busy === 'checking' ? '正在检查……' : '正在报送……'}
          </button>
        )}
        <a className="button" href="#/write">
          返回
        </a>
        <span className={draft.saved === 'failed' ? 'error' : 'quiet'} role="status">
          {savedWords[draft.saved]}
        </span>
      </div>
    </form>
  );
}
