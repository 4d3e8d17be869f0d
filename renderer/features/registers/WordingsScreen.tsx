import { Button, Form, Popconfirm, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { WordingId } from '../../../shared/domain/ids.ts';
import {
  type Wording,
  type WordingKind,
  wordingFault,
  wordingKindNames,
  wordingKindSchema,
} from '../../../shared/domain/wordings.ts';
import { useMay } from '../../app/session.ts';
import { sentenceOf, useCommand, useMethod } from '../../data/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { SavedText } from '../../ui/SavedText.tsx';
import { Tag } from '../../ui/StateTag.tsx';
import { RegisterLayout } from './RegisterLayout.tsx';
import { SheetButtons } from './SheetButtons.tsx';
import { replaced, useOptimistic } from './useRegister.ts';

/** 提法用语: the office's own terms, formulations, words not to use, and what is right whatever a rule says. */
export function WordingsScreen({ tabs }: { tabs: ReactNode }) {
  const { data: wordings = [], error, isSuccess } = useMethod('wordings.list', {});
  const mayEdit = useMay('editor');
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<WordingKind | null>(null);
  const [current, setCurrent] = useState<WordingId | null>(null);
  const { apply, failure, setFailure } = useOptimistic<Wording[]>(['wordings.list', {}]);
  const save = useCommand('wordings.save');
  const remove = useCommand('wordings.delete');

  const rows = wordings.filter(
    (wording) =>
      (kind === null || wording.kind === kind) &&
      [wording.word, wording.preferred, wording.reason].some((text) => text.includes(search.trim())),
  );
  const chosen = wordings.find(({ id }) => id === current) ?? null;
  const add = (typed: string) => {
    const [word = '', preferred = ''] = typed.split(/[>→＞]/).map((part) => part.trim());
    const given = kind ?? (preferred === '' ? 'formulation' : 'term');
    void apply(
      (before) => before,
      () => save.run({ id: null, kind: given, word, preferred, reason: '' }),
    ).then((made) => made && setCurrent(made.id));
  };

  return (
    <RegisterLayout
      name="用语"
      tabs={tabs}
      failure={failure ?? (error ? sentenceOf(error) : null)}
      search={search}
      onSearch={setSearch}
      searchHint="词语或理由"
      onAdd={mayEdit ? add : null}
      addHint={addHintOf(kind)}
      actions={<SheetButtons register="wordings" mayImport={mayEdit} onFailed={setFailure} />}
      list={
        <>
          <KindFilter value={kind} onChange={setKind} wordings={wordings} />
          <RowList
            label="用语"
            rows={rows}
            idOf={({ id }) => id}
            current={current}
            onCurrent={setCurrent}
            renderRow={(wording) => (
              <>
                <Tag tone="faint">{wordingKindNames[wording.kind]}</Tag>
                <span className="register-name">{wording.word}</span>
                <span className="row-text soft">
                  {wording.preferred !== '' && `→ ${wording.preferred}`} {wording.reason}
                </span>
              </>
            )}
            empty={
              isSuccess &&
              (wordings.length === 0 ? (
                <EmptyState
                  title="还没有本单位的用语"
                  hint="在上面写“峡窝乡>峡窝镇”是规范用语，只写一句是固定提法；也可导入 XLSX。"
                />
              ) : (
                <EmptyState title="没有找到" hint="可按词语、理由查找，或换一个类别。" />
              ))
            }
          />
        </>
      }
      detail={
        chosen ? (
          <WordingForm
            key={chosen.id}
            wording={chosen}
            readOnly={!mayEdit}
            onChange={(wording) =>
              void apply(
                (before) => replaced(before, wording),
                () => save.run(wording),
              )
            }
            onDelete={() =>
              void apply(
                (before) => before.filter(({ id }) => id !== chosen.id),
                () => remove.run({ id: chosen.id }),
              )
            }
          />
        ) : (
          <p className="soft">选一条查看和修改；改动自动保存，正在编辑的稿件立即按新的用语校对。</p>
        )
      }
    />
  );
}

/** What typing a new entry makes, by the kind on show. */
function addHintOf(kind: WordingKind | null): string {
  if (kind === null) return '新增：错的>对的，或一句固定提法，回车';
  return kind === 'term' ? '新增规范用语：错的>对的，回车' : `新增${wordingKindNames[kind]}：写词语，回车`;
}

interface KindFilterProps {
  value: WordingKind | null;
  onChange: (kind: WordingKind | null) => void;
  wordings: readonly Wording[];
}

function KindFilter({ value, onChange, wordings }: KindFilterProps) {
  const choices = [null, ...wordingKindSchema.options];
  return (
    <fieldset className="kind-filter" aria-label="类别">
      {choices.map((kind) => (
        <Button
          key={kind ?? 'all'}
          size="small"
          type={kind === value ? 'primary' : 'text'}
          aria-pressed={kind === value}
          onClick={() => onChange(kind)}
        >
          {kind === null ? '全部' : wordingKindNames[kind]}{' '}
          {kind === null ? wordings.length : wordings.filter((wording) => wording.kind === kind).length}
        </Button>
      ))}
    </fieldset>
  );
}

const effects: Record<WordingKind, string> = {
  term: '文中出现就报错，建议改为正确写法。',
  formulation: '差一个字就报错。',
  forbidden: '文中出现就报错。',
  cautious: '文中出现就提问，不算错误。',
  right: '这几个字在任何稿件里都不再提示。',
};

interface WordingFormProps {
  wording: Wording;
  readOnly: boolean;
  onChange: (wording: Wording) => void;
  onDelete: () => void;
}

function WordingForm({ wording, readOnly, onChange, onDelete }: WordingFormProps) {
  const change = (part: Partial<Wording>) => onChange({ ...wording, ...part });
  const fits = (part: Partial<Wording>) => wordingFault({ ...wording, ...part }) === null;
  const usable = wordingKindSchema.options.filter((kind) => fits({ kind }));
  return (
    <Form layout="vertical" component="div" disabled={readOnly} className="register-form">
      <Form.Item label="类别" extra={effects[wording.kind]}>
        <Select<WordingKind>
          aria-label="类别"
          value={wording.kind}
          onChange={(kind) => change({ kind })}
          options={wordingKindSchema.options.map((kind) => ({
            value: kind,
            label: wordingKindNames[kind],
            disabled: !usable.includes(kind),
          }))}
        />
      </Form.Item>
      <Form.Item label={wording.kind === 'term' ? '错误写法' : '词语'}>
        <SavedText
          label="词语"
          value={wording.word}
          maxLength={80}
          valid={(word) => word.trim().length >= 2 && fits({ word: word.trim() })}
          disabled={readOnly}
          onSave={(word) => change({ word: word.trim() })}
        />
      </Form.Item>
      {wording.kind !== 'formulation' && wording.kind !== 'right' && (
        <Form.Item label={wording.kind === 'term' ? '正确写法' : '可以改为（可不填）'}>
          <SavedText
            label="正确写法"
            value={wording.preferred}
            maxLength={80}
            valid={(preferred) => fits({ preferred: preferred.trim() })}
            disabled={readOnly}
            onSave={(preferred) => change({ preferred: preferred.trim() })}
          />
        </Form.Item>
      )}
      <Form.Item label="理由、依据">
        <SavedText
          label="理由"
          value={wording.reason}
          maxLength={200}
          disabled={readOnly}
          onSave={(reason) => change({ reason: reason.trim() })}
        />
      </Form.Item>
      <div className="panel-foot">
        <span className="spacer" />
        <Popconfirm title={`删去“${wording.word}”？`} okText="删除" onConfirm={onDelete}>
          <Button danger>删除</Button>
        </Popconfirm>
      </div>
    </Form>
  );
}
