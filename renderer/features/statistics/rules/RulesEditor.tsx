import { Button, Input, Popconfirm } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import type { ScoringRulesId } from '../../../../shared/domain/ids.ts';
import { type ScoringRules, scoringRulesSchema } from '../../../../shared/domain/scoring/rules.ts';
import { sentenceOf, useCommand } from '../../../data/index.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { KeyButton } from '../../../ui/KeyButton.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { Example } from './Example.tsx';
import { RulesForm } from './RulesForm.tsx';

/** A rule book not saved yet. */
export interface NewRules {
  validFrom: IsoDate;
  rules: ScoringRules;
}

interface RulesEditorProps {
  /** `null` for a version not saved yet. */
  id: ScoringRulesId | null;
  stored: NewRules;
  /** Clause that was asked for, marked among the words. */
  clause: string | null;
  readOnly: boolean;
  onSaved: (id: ScoringRulesId | null) => void;
  onLeave: () => void;
}

/** One rule book being edited. It is saved by a button, not as one types: every save makes all points anew. */
export function RulesEditor({ id, stored, clause, readOnly, onSaved, onLeave }: RulesEditorProps) {
  const [rules, setRules] = useState<ScoringRules>(stored.rules);
  const [validFrom, setValidFrom] = useState<IsoDate>(stored.validFrom);
  const save = useCommand('scoring.saveRules');
  const remove = useCommand('scoring.deleteRules');
  const messages = useMessages();
  const form = useRef<HTMLDivElement>(null);
  const changed =
    id === null || validFrom !== stored.validFrom || JSON.stringify(rules) !== JSON.stringify(stored.rules);
  const sound = scoringRulesSchema.safeParse(rules).success;
  useEffect(() => {
    if (!changed || readOnly) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [changed, readOnly]);

  const keep = () => {
    if (!changed || readOnly || !sound || form.current?.querySelector('[aria-invalid="true"]')) return;
    save.run({ id, validFrom, rules }).then(
      (row) => {
        messages.done('已保存，得分已按新规则重算');
        onSaved(row.id);
      },
      () => {},
    );
  };
  useKeys([{ key: 'Ctrl+S', label: '保存规则', whileTyping: true, run: keep }]);
  const drop = () =>
    id &&
    remove.run({ id }).then(
      () => onSaved(null),
      () => {},
    );
  const error = save.error ?? remove.error;

  return (
    <div className="rules-editor">
      <div className="panel" ref={form}>
        <div className="rules-head">
          <Input
            aria-label="规则名称"
            className="rules-title"
            maxLength={60}
            disabled={readOnly}
            value={rules.title}
            {...(rules.title.trim() === '' ? { status: 'error' as const } : {})}
            onChange={({ target }) => setRules({ ...rules, title: target.value })}
          />
          <DateField
            id="rules-from"
            allowClear={false}
            disabled={readOnly}
            value={validFrom}
            onChange={(day) => day && setValidFrom(day)}
          />
          <label htmlFor="rules-from">起施行</label>
          <span className="spacer" />
          {!readOnly && (
            <>
              {id === null && <Button onClick={onLeave}>放弃</Button>}
              {id !== null && (
                <Popconfirm
                  title="删除这一版规则？"
                  description="它管的那段时间改由前一版计分。"
                  okText="删除"
                  cancelText="不删除"
                  onConfirm={drop}
                >
                  <Button danger>删除</Button>
                </Popconfirm>
              )}
              <KeyButton
                type="primary"
                hint="Ctrl+S"
                disabled={!changed || !sound}
                loading={save.running}
                onClick={keep}
              >
                保存
              </KeyButton>
            </>
          )}
        </div>
        {error && <ErrorNote text={sentenceOf(error)} />}
        <RulesForm rules={rules} readOnly={readOnly} onChange={setRules} />
      </div>
      <Example rules={rules} clause={clause} />
    </div>
  );
}
