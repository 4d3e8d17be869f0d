import { type FormEvent, useState } from 'react';
import { sentenceOf } from '../data/errors.ts';
import type { PortalClient } from '../data/portal.ts';
import { Field } from './Field.tsx';

interface ChangeCodeProps {
  client: PortalClient;
  unit: string;
  /** The slip's code must go before anything else. */
  first: boolean;
  onDone: () => void;
}

const LEAST = 8;

export function ChangeCode({ client, unit, first, onDone }: ChangeCodeProps) {
  const [codes, setCodes] = useState({ old: '', fresh: '', again: '' });
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const fault =
    codes.fresh.length < LEAST
      ? `新密码至少 ${LEAST} 位。`
      : codes.fresh === codes.again
        ? null
        : '两次填写的新密码不一样。';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fault !== null) {
      setError(fault);
      return;
    }
    setBusy(true);
    client
      .call('unit.changeCode', { oldCode: codes.old, newCode: codes.fresh })
      .then(onDone, (reason: unknown) => setError(sentenceOf(reason)))
      .finally(() => setBusy(false));
  };
  const field = (key: keyof typeof codes, label: string, hint: string, autoComplete: string) => (
    <Field label={label} hint={hint}>
      {(id) => (
        <input
          id={id}
          type="password"
          value={codes[key]}
          autoComplete={autoComplete}
          onChange={(e) => setCodes({ ...codes, [key]: e.target.value })}
          required
        />
      )}
    </Field>
  );
  return (
    <div className="narrow">
      <h1>{first ? '首次使用，请修改密码' : '修改密码'}</h1>
      <form className="card" onSubmit={submit}>
        <p className="quiet">{unit}</p>
        {field('old', '现在的密码', first ? '报送单上的' : '', 'current-password')}
        {field('fresh', '新密码', `至少 ${LEAST} 位`, 'new-password')}
        {field('again', '再填一次', '', 'new-password')}
        {error !== null && (
          <p className="error" role="alert">
            {error}
          </p>
        )}
        <button type="submit" className="main" disabled={busy}>
          确定
        </button>
      </form>
    </div>
  );
}
