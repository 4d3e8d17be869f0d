import { Button, Form, Popconfirm, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Recipient, RecipientGroup } from '../../../shared/domain/distribution.ts';
import type { GroupId, RecipientId } from '../../../shared/domain/ids.ts';
import { matchesName } from '../../../shared/text/units/pinyin.ts';
import { useMay } from '../../app/session.ts';
import { sentenceOf, useCommand, useMethod } from '../../data/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SavedText } from '../../ui/SavedText.tsx';
import { OrderedList } from './OrderedList.tsx';
import type { RecipientLists } from './RecipientsScreen.tsx';
import { RegisterLayout } from './RegisterLayout.tsx';
import { replaced, useOptimistic } from './useRegister.ts';

/** Recipients printed under one name: 区县处级领导, 各街道办事处. */
export function GroupsScreen({ tabs }: { tabs: ReactNode }) {
  const { data, error, isSuccess } = useMethod('recipients.list', {});
  const groups = data?.groups ?? [];
  const mayEdit = useMay('editor');
  const [search, setSearch] = useState('');
  const [current, setCurrent] = useState<GroupId | null>(null);
  const { apply, failure } = useOptimistic<RecipientLists>(['recipients.list', {}]);
  const save = useCommand('recipients.saveGroup');
  const remove = useCommand('recipients.deleteGroup');
  const chosen = groups.find(({ id }) => id === current) ?? null;

  return (
    <RegisterLayout
      name="收件组"
      tabs={tabs}
      failure={failure ?? (error ? sentenceOf(error) : null)}
      search={search}
      onSearch={setSearch}
      onAdd={
        mayEdit
          ? (name) =>
              void apply(
                (before) => before,
                () => save.run({ id: null, name, members: [] }),
              ).then((made) => made && setCurrent(made.id))
          : null
      }
      list={
        <OrderedList
          label="收件组"
          rows={groups.filter(({ name }) => matchesName(search, name))}
          idOf={({ id }) => id}
          current={current}
          onCurrent={setCurrent}
          onOrder={null}
          renderRow={({ name, members }) => (
            <>
              <span className="row-text">{name}</span>
              <span className="row-note">{members.length} 家</span>
            </>
          )}
          empty={
            isSuccess && (
              <EmptyState
                title={search === '' ? '还没有收件组' : '没有找到'}
                hint="印成一个名称的收件人编成一组，如“各街道办事处”；发送时一次选中，份数按家计。"
              />
            )
          }
        />
      }
      detail={
        chosen ? (
          <GroupForm
            key={chosen.id}
            group={chosen}
            recipients={data?.recipients ?? []}
            readOnly={!mayEdit}
            onChange={(group) =>
              void apply(
                (before) => ({ ...before, groups: replaced(before.groups, group) }),
                () => save.run(group),
              )
            }
            onDelete={() =>
              void apply(
                (before) => ({ ...before, groups: before.groups.filter(({ id }) => id !== chosen.id) }),
                () => remove.run({ id: chosen.id }),
              )
            }
          />
        ) : (
          <p className="soft">选一个组查看和修改；改动自动保存。</p>
        )
      }
    />
  );
}

interface GroupFormProps {
  group: RecipientGroup;
  recipients: readonly Recipient[];
  readOnly: boolean;
  onChange: (group: RecipientGroup) => void;
  onDelete: () => void;
}

function GroupForm({ group, recipients, readOnly, onChange, onDelete }: GroupFormProps) {
  return (
    <Form layout="vertical" component="div" disabled={readOnly} className="register-form">
      <Form.Item label="名称（印在版记中）">
        <SavedText
          label="名称"
          value={group.name}
          maxLength={80}
          valid={(text) => text.trim() !== ''}
          disabled={readOnly}
          onSave={(text) => onChange({ ...group, name: text.trim() })}
        />
      </Form.Item>
      <Form.Item label={`成员（${group.members.length} 家）`}>
        <Select<RecipientId[]>
          mode="multiple"
          aria-label="成员"
          placeholder="选收件人，可打拼音首字母"
          value={group.members}
          onChange={(members) => onChange({ ...group, members })}
          options={recipients.map(({ id, name, active }) => ({ value: id, label: active ? name : `${name}（停用）` }))}
          filterOption={(query, option) => matchesName(query, String(option?.label ?? ''))}
        />
      </Form.Item>
      <div className="panel-foot">
        <span className="spacer" />
        <Popconfirm title={`删除“${group.name}”？`} description="收件人本身不删除。" okText="删除" onConfirm={onDelete}>
          <Button danger>删除</Button>
        </Popconfirm>
      </div>
    </Form>
  );
}
