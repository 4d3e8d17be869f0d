import { Button, Checkbox, Form, Popconfirm } from 'antd';
import { useState } from 'react';
import {
  type CircularKind,
  type CircularWording,
  circularKindNames,
  circularKindSchema,
  defaultWording,
} from '../../../../shared/domain/circular/circular.ts';
import { type CircularPart, circularPartNames } from '../../../../shared/domain/circular/parts.ts';
import { exampleFigures, fillWording, slots, unknownSlots } from '../../../../shared/domain/circular/wording.ts';
import { useMay } from '../../../app/session.ts';
import { sentenceOf, useCommand, useMethod } from '../../../data/index.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { SavedText } from '../../../ui/SavedText.tsx';
import { StateTabs } from '../../../ui/StateTabs.tsx';

const partOptions = Object.entries(circularPartNames).map(([value, label]) => ({
  value: value as CircularPart,
  label,
}));

/** How each kind of 通报 is worded before its figures are filled in; beside it what that comes to. */
export function CircularWordings() {
  const [kind, setKind] = useState<CircularKind>('quarterly');
  const { data: wordings, error } = useMethod('circulars.wordings', {});
  const save = useCommand('circulars.saveWording');
  const mayEdit = useMay('editor');
  const failure = error ?? save.error;
  const wording = wordings?.[kind];
  const own = wording && JSON.stringify(wording) !== JSON.stringify(defaultWording[kind]);
  return (
    <div className="settings-split">
      <div className="panel settings-panel">
        <StateTabs<CircularKind>
          label="通报种类"
          value={kind}
          onChange={setKind}
          tabs={circularKindSchema.options.map((key) => ({ key, name: circularKindNames[key] }))}
        />
        {failure && <ErrorNote text={sentenceOf(failure)} />}
        {wording && (
          <WordingForm
            key={kind}
            wording={wording}
            disabled={!mayEdit}
            onSave={(change) => void save.run({ kind, wording: { ...wording, ...change } }).catch(() => {})}
          />
        )}
        {mayEdit && own && (
          <Popconfirm
            title="恢复原来的文字？"
            okText="恢复"
            cancelText="不恢复"
            onConfirm={() => void save.run({ kind, wording: null }).catch(() => {})}
          >
            <Button>恢复原来的文字</Button>
          </Popconfirm>
        )}
        <p className="soft">改动用于以后生成的通报和“重新统计”；已经生成的不变。</p>
      </div>
      <div className="panel">{wording && <Example wording={wording} />}</div>
    </div>
  );
}

interface WordingFormProps {
  wording: CircularWording;
  disabled: boolean;
  onSave: (change: Partial<CircularWording>) => void;
}

function WordingForm({ wording, disabled, onSave }: WordingFormProps) {
  const field = (
    key: 'masthead' | 'title' | 'opening' | 'closing' | 'sendTo',
    label: string,
    { maxLength, required = false, multiline = false }: { maxLength: number; required?: boolean; multiline?: boolean },
  ) => {
    const unknown = unknownSlots(wording[key]);
    return (
      <Form.Item
        label={label}
        {...(unknown.length > 0
          ? { validateStatus: 'warning', help: `没有${unknown.join('、')}这样的空，将照样印出。` }
          : {})}
      >
        <SavedText
          label={label}
          value={wording[key]}
          maxLength={maxLength}
          multiline={multiline}
          disabled={disabled}
          valid={(text) => !required || text.trim() !== ''}
          onSave={(text) => onSave({ [key]: text.trim() })}
        />
      </Form.Item>
    );
  };
  return (
    <Form layout="vertical" component="div" disabled={disabled}>
      {field('masthead', '报头', { maxLength: 20, required: true })}
      {field('title', '标题', { maxLength: 200, required: true, multiline: true })}
      {field('opening', '开头', { maxLength: 20_000, multiline: true })}
      <Form.Item label="列出">
        <Checkbox.Group<CircularPart>
          options={partOptions}
          value={wording.parts}
          onChange={(parts) => onSave({ parts })}
        />
      </Form.Item>
      {field('closing', '结尾', { maxLength: 20_000, multiline: true })}
      {field('sendTo', '发', { maxLength: 200 })}
    </Form>
  );
}

/** The template filled in with a made-up quarter, and what each slot stands for. */
function Example({ wording }: { wording: CircularWording }) {
  const fill = (template: string) => fillWording(template, exampleFigures);
  return (
    <>
      <h2>示例</h2>
      <article className="wording-example" aria-label="示例">
        <h3>{fill(wording.title)}</h3>
        <p>{fill(wording.opening)}</p>
        <p className="soft">（{wording.parts.map((part) => circularPartNames[part]).join('、') || '不列表'}）</p>
        <p>{fill(wording.closing)}</p>
        {wording.sendTo !== '' && <p>发：{wording.sendTo}</p>}
      </article>
      <h2>可以用的空</h2>
      <table className="plain-table" aria-label="可以用的空">
        <tbody>
          {Object.entries(slots).map(([name, what]) => (
            <tr key={name}>
              <td>
                <code>{`{${name}}`}</code>
              </td>
              <td>{what}</td>
              <td className="soft">{fill(`{${name}}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
