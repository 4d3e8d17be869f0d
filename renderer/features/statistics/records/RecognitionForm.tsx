import { AutoComplete, Input, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { type IsoDate, toIsoDate } from '../../../../shared/domain/dates.ts';
import { type ItemId, itemId, type RecognitionId } from '../../../../shared/domain/ids.ts';
import { type Recognition, recognitionSchema } from '../../../../shared/domain/scoring/records.ts';
import {
  type Form,
  formNames,
  formSchema,
  type LeaderRank,
  type Level,
  leaderRankNames,
  levelNames,
  levels,
} from '../../../../shared/domain/scoring/rules.ts';
import { sentenceOf, useCommand, useMethod } from '../../../data/index.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { ItemSelect } from './ItemSelect.tsx';
import { RecordFoot } from './RecordFoot.tsx';

/** Both kinds at once, so that what was typed stays when the kind is changed. */
interface Draft {
  kind: Recognition['kind'];
  itemId: ItemId | null;
  date: IsoDate | null;
  level: Level;
  publication: string;
  form: Form;
  rank: LeaderRank;
  leader: string;
  text: string;
}

interface RecognitionFormProps {
  /** `null` for a new one. */
  id: RecognitionId | null;
  /** The item a new one is for, where it is known. */
  item: string | null;
  readOnly: boolean;
  onLeave: () => void;
}

const all = { itemId: null, search: '', offset: 0, limit: 500 };

/** One 上级采用 or 领导批示. */
export function RecognitionForm({ id, item, readOnly, onLeave }: RecognitionFormProps) {
  const records = useMethod('scoring.recognitions', all);
  const stored = records.data?.rows.find((row) => row.id === id);
  if (id !== null && !records.data) return null;
  if (id !== null && !stored) return <p className="panel soft">这条记录已不在。</p>;
  const known = (pick: (row: NonNullable<typeof stored>) => string | null) =>
    [...new Set((records.data?.rows ?? []).map(pick))].filter((name) => name !== null).map((value) => ({ value }));
  return (
    <RecognitionFields
      id={id}
      initial={stored ? draftOf(stored) : newDraft(itemId.safeParse(item).data ?? null)}
      issue={stored?.issue ?? null}
      publications={known((row) => (row.kind === 'upper' ? row.publication : null))}
      leaders={known((row) => (row.kind === 'instruction' ? row.leader : null))}
      readOnly={readOnly}
      onLeave={onLeave}
    />
  );
}

interface FieldsProps extends Omit<RecognitionFormProps, 'item'> {
  initial: Draft;
  issue: { id: string; label: string } | null;
  publications: { value: string }[];
  leaders: { value: string }[];
}

function RecognitionFields({ id, initial, issue, publications, leaders, readOnly, onLeave }: FieldsProps) {
  const [draft, setDraft] = useState(initial);
  const save = useCommand('scoring.saveRecognition');
  const remove = useCommand('scoring.deleteRecognition');
  const messages = useMessages();
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const parsed = recognitionSchema.safeParse(recordOf(draft));
  const keep = () => {
    if (!parsed.success) return;
    save.run({ id, recognition: parsed.data }).then(
      () => {
        messages.done('已登记，得分已重算');
        onLeave();
      },
      () => {},
    );
  };
  const error = save.error ?? remove.error;
  const upper = draft.kind === 'upper';
  return (
    <div className="panel">
      <h2>{id === null ? '登记上级采用或领导批示' : '上级采用或领导批示'}</h2>
      <div className="record-form">
        <label htmlFor="record-kind">类别</label>
        <Segmented<Draft['kind']>
          id="record-kind"
          disabled={readOnly}
          value={draft.kind}
          options={[
            { value: 'upper', label: '上级采用' },
            { value: 'instruction', label: '领导批示' },
          ]}
          onChange={(kind) => set({ kind, level: kind === 'upper' && draft.level === 'own' ? 'city' : draft.level })}
        />
        <label htmlFor="record-item">稿件</label>
        <ItemSelect
          id="record-item"
          disabled={readOnly}
          value={draft.itemId}
          onChange={(chosen) => set({ itemId: chosen })}
        />
        <label htmlFor="record-level">级别</label>
        <Segmented<Level>
          id="record-level"
          disabled={readOnly}
          value={draft.level}
          options={levels
            .filter((level) => !upper || level !== 'own')
            .map((value) => ({ value, label: levelNames[value] }))}
          onChange={(level) => set({ level })}
        />
        {upper ? (
          <>
            <label htmlFor="record-publication">刊物</label>
            <AutoComplete
              id="record-publication"
              disabled={readOnly}
              maxLength={60}
              placeholder="郑州信息"
              options={publications}
              showSearch={{ filterOption: true }}
              value={draft.publication}
              onChange={(publication: string) => set({ publication })}
            />
            <label htmlFor="record-form">形式</label>
            <Segmented<Form>
              id="record-form"
              disabled={readOnly}
              value={draft.form}
              options={formSchema.options.map((value) => ({ value, label: formNames[value] }))}
              onChange={(form) => set({ form })}
            />
          </>
        ) : (
          <>
            <label htmlFor="record-leader">领导</label>
            <AutoComplete
              id="record-leader"
              disabled={readOnly}
              maxLength={60}
              placeholder="职务和姓名"
              options={leaders}
              showSearch={{ filterOption: true }}
              value={draft.leader}
              onChange={(leader: string) => set({ leader })}
            />
            <label htmlFor="record-rank">分类</label>
            <Segmented<LeaderRank>
              id="record-rank"
              disabled={readOnly}
              value={draft.rank}
              options={(['chief', 'other'] as const).map((value) => ({ value, label: leaderRankNames[value] }))}
              onChange={(rank) => set({ rank })}
            />
          </>
        )}
        <label htmlFor="record-date">{upper ? '采用日期' : '批示日期'}</label>
        <DateField id="record-date" disabled={readOnly} value={draft.date} onChange={(date) => set({ date })} />
        <label htmlFor="record-text">{upper ? '说明' : '批示内容'}</label>
        <Input.TextArea
          id="record-text"
          disabled={readOnly}
          maxLength={2000}
          autoSize={{ minRows: 3, maxRows: 10 }}
          value={draft.text}
          onChange={({ target }) => set({ text: target.value })}
        />
      </div>
      {issue && (
        <p className="row-note">
          刊于 <Link to={`/archive/${issue.id}`}>{issue.label}</Link>
        </p>
      )}
      {error && <ErrorNote text={sentenceOf(error)} />}
      {!readOnly && (
        <RecordFoot
          fresh={id === null}
          ready={parsed.success}
          saving={save.running}
          deleting={{ title: '删除这条记录？', description: '得分随之减去；删除的内容留在记录里。' }}
          onKeep={keep}
          onLeave={onLeave}
          onDelete={() => id !== null && void remove.run({ id }).then(onLeave, () => {})}
        />
      )}
    </div>
  );
}

const newDraft = (of: ItemId | null): Draft => ({
  kind: 'upper',
  itemId: of,
  date: toIsoDate(new Date()),
  level: 'city',
  publication: '',
  form: 'item',
  rank: 'chief',
  leader: '',
  text: '',
});

const draftOf = (row: Recognition): Draft => ({ ...newDraft(row.itemId), ...row });

const recordOf = ({ kind, publication, form, rank, leader, ...common }: Draft): unknown =>
  kind === 'upper' ? { ...common, kind, publication, form } : { ...common, kind, rank, leader };
