import { type FormEvent, useState } from 'react';
import { sentenceOf } from '../data/errors.ts';
import type { PortalClient } from '../data/portal.ts';
import { Field } from './Field.tsx';

interface SignInProps {
  client: PortalClient;
  /** Why one is here again. */
  note: string | null;
  onDone: () => void;
}

export function SignIn({ client, note, onDone }: SignInProps) {
  const [unit, setUnit] = useState('');
  const [code, setCode] = useState('');
  const [error, setError] = useState(note);
  const [busy, setBusy] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    client
      .signIn(unit, code)
      .then(onDone, (reason: unknown) => setError(sentenceOf(reason)))
      .finally(() => setBusy(false));
  };
  return (
    <main className="narrow">
      <h1>信息报送</h1>
      <form className="card" onSubmit={submit}>
        <Field label="单位" hint="全称或简称">
          {(id) => (
            <input
              id={id}
              value={unit}
              autoComplete="organization"
              onChange={(e) => setUnit(e.target.value)}
              required
            />
          )}
        </Field>
        <Field label="密码" hint="首次使用填报送单上的密码">
          {(id) => (
            <input
              id={id}
              type="password"
              value={code}
              autoComplete="current-password"
              onChange={(e) => setCode(e.target.value)}
              required
            />
          )}
        </Field>
        {error !== null && (
          <p className="error" role="alert">
            {error}
          </p>
        )}
        <button type="submit" className="main" disabled={busy}>
          {busy ? '正在登录……' : '登录'}
        </button>
      </form>
      <p className="quiet">没有密码请向编辑部索取。本页只在办公网内使用。</p>
    </main>
  );
}
