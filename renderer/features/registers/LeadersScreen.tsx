import { Button, Form, Popconfirm, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { toIsoDate } from '../../../shared/domain/dates.ts';
import type { LeaderId } from '../../../shared/domain/ids.ts';
import { holdsOn, type Leader } from '../../../shared/domain/leader.ts';
import { matchesName } from '../../../shared/text/units/pinyin.ts';
import { useMay } from '../../app/session.ts';
import { sentenceOf, useCommand, useMethod } from '../../data/index.ts';
import { DateField } from '../../ui/DateField.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SavedText } from '../../ui/SavedText.tsx';
import { Tag } from '../../ui/StateTag.tsx';
import { OrderedList } from './OrderedList.tsx';
import { RegisterLayout } from './RegisterLayout.tsx';
import { SheetButtons } from './SheetButtons.tsx';
import { inOrder, replaced, useOptimistic } from './useRegister.ts';

/** 领导名录: names, posts and days, in order of precedence. The proofer holds every text against it. */
export function LeadersScreen({ tabs }: { tabs: ReactNode }) {
  const { data: leaders = [], error, isSuccess } = useMethod('leaders.list', {});
  const mayEdit = useMay('editor');
  const [search, setSearch] = useState('');
  const [current, setCurrent] = useState<LeaderId | null>(null);
  const { apply, failure, setFailure } = useOptimistic<Leader[]>(['leaders.list', {}]);
  const save = useCommand('leaders.save');
  const order = useCommand('leaders.order');
  const remove = useCommand('leaders.delete');

  const rows = leaders.filter(({ name, posts }) => [name, ...posts].some((word) => matchesName(search, word)));
  const chosen = leaders.find(({ id }) => id === current) ?? null;
  const add = (name: string) =>
    void apply(
      (before) => before,
      () => save.run({ id: null, name, posts: [], validFrom: null, validTo: null, note: '' }),
    ).then((made) => made && setCurrent(made.id));

  return (
    <RegisterLayout
      name="领导"
      tabs={tabs}
      failure={failure ?? (error ? sentenceOf(error) : null)}
      search={search}
      onSearch={setSearch}
      onAdd={mayEdit ? add : null}
      addHint="新增领导：写姓名，回车"
      searchHint="姓名、职务或拼音首字母"
      actions={<SheetButtons register="leaders" mayImport={mayEdit} onFailed={setFailure} />}
      list={
        <OrderedList
          label="领导"
          rows={rows}
          idOf={({ id }) => id}
          current={current}
          onCurrent={setCurrent}
          onOrder={
            mayEdit && search === ''
              ? (ids) =>
                  void apply(
                    (before) => inOrder(before, ids),
                    () => order.run({ ids }),
                  )
              : null
          }
          renderRow={(leader) => (
            <>
              <span className="register-name">{leader.name}</span>
              <span className="row-text">{leader.posts.join('、')}</span>
              <span className="row-note">{periodOf(leader)}</span>
              {!holdsOn(leader, toIsoDate(new Date())) && <Tag tone="faint">不在任</Tag>}
            </>
          )}
          empty={
            isSuccess &&
            (leaders.length === 0 ? (
              <EmptyState
                title="还没有领导名录"
                hint="按排序逐个写入，或导入 XLSX。校对时按名录核对姓名、职务、排序和任职日期。"
              />
            ) : (
              <EmptyState title="没有找到" hint="可按姓名、职务或拼音首字母查找。" />
            ))
          }
        />
      }
      detail={
        chosen ? (
          <LeaderForm
            key={chosen.id}
            leader={chosen}
            readOnly={!mayEdit}
            onChange={(leader) =>
              void apply(
                (before) => replaced(before, leader),
                () => save.run(leader),
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
          <p className="soft">选一个人查看和修改；改动自动保存。列表的次序就是排序，拖动或 Alt+↑↓ 调整。</p>
        )
      }
    />
  );
}

/** 2019.1.3起, 至2020.1.31. */
function periodOf({ validFrom, validTo }: Leader): string {
  const day = (iso: string) => iso.split('-').map(Number).join('.');
  if (validFrom && validTo) return `${day(validFrom)}—${day(validTo)}`;
  return validFrom ? `${day(validFrom)}起` : validTo ? `至${day(validTo)}` : '';
}

interface LeaderFormProps {
  leader: Leader;
  readOnly: boolean;
  onChange: (leader: Leader) => void;
  onDelete: () => void;
}

function LeaderForm({ leader, readOnly, onChange, onDelete }: LeaderFormProps) {
  return (
    <Form layout="vertical" component="div" disabled={readOnly} className="register-form">
      <Form.Item label="姓名">
        <SavedText
          label="姓名"
          value={leader.name}
          maxLength={40}
          valid={(text) => text.trim() !== ''}
          disabled={readOnly}
          onSave={(name) => onChange({ ...leader, name: name.trim() })}
        />
      </Form.Item>
      <Form.Item label="职务" extra="照印出来的写法，如“区委副书记”“区长”，写一个回车一次；兼任的都写上。">
        <Select<string[]>
          mode="tags"
          aria-label="职务"
          open={false}
          suffixIcon={null}
          maxCount={20}
          value={leader.posts}
          tokenSeparators={['、', '，', ';', '；']}
          onChange={(posts) =>
            onChange({ ...leader, posts: [...new Set(posts.map((post) => post.trim().slice(0, 60)))].filter(Boolean) })
          }
        />
      </Form.Item>
      <Form.Item label="任职日期" extra="不知道可以空着。换了职务：给旧的填上止期，再新增一条。">
        <div className="field-row">
          <DateField
            placeholder="起"
            value={leader.validFrom}
            onChange={(validFrom) => onChange({ ...leader, validFrom })}
          />
          <span>至</span>
          <DateField
            placeholder="止"
            value={leader.validTo}
            {...(leader.validFrom ? { earliest: leader.validFrom } : {})}
            onChange={(validTo) => onChange({ ...leader, validTo })}
          />
        </div>
      </Form.Item>
      <Form.Item label="备注">
        <SavedText
          label="备注"
          value={leader.note}
          maxLength={200}
          disabled={readOnly}
          onSave={(note) => onChange({ ...leader, note: note.trim() })}
        />
      </Form.Item>
      <div className="panel-foot">
        <span className="spacer" />
        <Popconfirm
          title={`删去“${leader.name}”？`}
          description="离任的请填止期，以便核对从前的期。"
          okText="删除"
          onConfirm={onDelete}
        >
          <Button danger>删除</Button>
        </Popconfirm>
      </div>
    </Form>
  );
}
