import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { Publication } from '../../../../shared/domain/publication.ts';
import { issueText } from '../../../../shared/domain/wording.ts';
import { sentenceOf, useCommand } from '../../../data/index.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { isComposing } from '../../../ui/keys.ts';
import { PresetCards } from './PresetCards.tsx';
import type { DraftPublication } from './useStylePages.ts';

interface NewPublicationProps {
  draft: DraftPublication;
  /** Publications whose readers and editors a new one may share. */
  publications: readonly Publication[];
  onChange: (draft: DraftPublication) => void;
  onMade: (publication: Publication) => void;
  onCancel: () => void;
}

const numberWordings = ['第{n}期', '增刊第{n}期', '专报第{n}期', '总第{n}期'];

/** A publication from a preset: its name, its office, how it looks and what its first issue is called. */
export function NewPublication({ draft, publications, onChange, onMade, onCancel }: NewPublicationProps) {
  const save = useCommand('publications.save');
  const setStart = useCommand('publications.setStart');
  const [preset, setPreset] = useState('standard');
  const [number, setNumber] = useState(1);
  const [readersOf, setReadersOf] = useState<string>('');
  const set = (change: Partial<DraftPublication>) => onChange({ ...draft, ...change });
  const { issueWording } = draft.style;
  const ready = draft.name.trim() !== '' && draft.office.trim() !== '' && issueWording.includes('{n}');
  const running = save.running || setStart.running;

  const make = async () => {
    if (!ready || running) return;
    const made = await save.run({ ...draft, name: draft.name.trim(), office: draft.office.trim() });
    const year = new Date().getFullYear();
    if (number > 1) await setStart.run({ id: made.id, year, startNumber: number, startTotal: number });
    onMade(made);
  };
  // What went wrong stands in the form.
  const tryMake = () => void make().catch(() => {});
  const error = save.error ?? setStart.error;

  return (
    <div className="panel">
      <Form
        layout="vertical"
        component="div"
        aria-label="新建刊物"
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === 'Escape') onCancel();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) tryMake();
        }}
      >
        <h2>新建刊物</h2>
        {error && <ErrorNote text={sentenceOf(error)} />}
        <div className="form-grid">
          <Form.Item label="刊名（红字）">
            <Input
              autoFocus
              aria-label="刊名"
              placeholder="如：上街信息（增刊）"
              maxLength={20}
              value={draft.name}
              onChange={({ target }) => set({ name: target.value })}
            />
          </Form.Item>
          <Form.Item label="编印单位">
            <Input
              aria-label="编印单位"
              maxLength={60}
              value={draft.office}
              onChange={({ target }) => set({ office: target.value })}
            />
          </Form.Item>
        </div>
        <PresetCards
          publication={shown(draft)}
          value={preset}
          onChange={({ id, style }) => {
            setPreset(id);
            set({ style: { ...style, issueWording } });
          }}
        />
        <div className="form-grid form-grid-3">
          <Form.Item label="期号写法">
            <Select
              aria-label="期号写法"
              value={issueWording}
              options={numberWordings.map((wording) => ({ value: wording, label: wording.replace('{n}', '×') }))}
              onChange={(wording) => set({ style: { ...draft.style, issueWording: wording } })}
            />
          </Form.Item>
          <Form.Item label="第一期编为" extra={issueText(draft.style, number)}>
            <InputNumber
              aria-label="第一期编为"
              min={1}
              max={9999}
              precision={0}
              value={number}
              onChange={(value) => setNumber(value ?? 1)}
            />
          </Form.Item>
          <Form.Item label="发送范围和责任编辑">
            <Select
              aria-label="发送范围和责任编辑"
              value={readersOf}
              options={[
                { value: '', label: '以后再填' },
                ...publications.map(({ id, name }) => ({ value: id as string, label: `照《${name}》` })),
              ]}
              onChange={(id) => {
                setReadersOf(id);
                const like = publications.find((one) => one.id === id);
                set({ distribution: like?.distribution ?? { lines: [], spare: 0 }, editors: like?.editors ?? [] });
              }}
            />
          </Form.Item>
        </div>
        <p className="soft">其余各项建立后都可以再改；右边是它将印出的样子。</p>
        <div className="panel-foot">
          <Button type="primary" disabled={!ready} loading={running} title="Ctrl+Enter" onClick={tryMake}>
            建立
          </Button>
          <Button onClick={onCancel}>取消</Button>
        </div>
      </Form>
    </div>
  );
}

/** What the pages show while a field is still empty. */
export const shown = (draft: DraftPublication): DraftPublication => ({
  ...draft,
  name: draft.name.trim() || '刊名',
  office: draft.office.trim() || '编印单位',
});
