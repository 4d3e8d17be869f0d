import { Form, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { Recipient, RecipientGroup } from '../../../shared/domain/distribution.ts';
import type { GroupId, RecipientId } from '../../../shared/domain/ids.ts';
import { matchesName } from '../../../shared/text/units/pinyin.ts';
import { useMay } from '../../app/session.ts';
import { sentenceOf, useCommand, useMethod } from '../../data/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SavedText } from '../../ui/SavedText.tsx';
import { Tag } from '../../ui/StateTag.tsx';
import { OrderedList } from './OrderedList.tsx';
import { RegisterFoot } from './RegisterFoot.tsx';
import { RegisterLayout } from './RegisterLayout.tsx';
import { SheetButtons } from './SheetButtons.tsx';
import { inOrder, replaced, useOptimistic } from './useRegister.ts';

export type RecipientLists = Output<'recipients.list'>;

/** Readers and offices that receive the bulletin, in the order of the distribution sheet. */
export function RecipientsScreen({ tabs }: { tabs: ReactNode }) {
  const { data = nobody, error, isSuccess } = useMethod('recipients.list', {});
  const { recipients, groups } = data;
  const mayEdit = useMay('editor');
  const [search, setSearch] = useState('');
  const [current, setCurrent] = useState<RecipientId | null>(null);
  const { apply, failure, setFailure } = useOptimistic<RecipientLists>(['recipients.list', {}]);
  const save = useCommand('recipients.save');
  const order = useCommand('recipients.order');
  const remove = useCommand('recipients.delete');
  const saveGroup = useCommand('recipients.saveGroup');

  const rows = recipients.filter(({ name }) => matchesName(search, name));
  const chosen = recipients.find(({ id }) => id === current) ?? null;
  const change = (recipient: Recipient) =>
    void apply(
      (before) => ({ ...before, recipients: replaced(before.recipients, recipient) }),
      () => save.run(recipient),
    );
  const join = (recipient: Recipient, ids: readonly GroupId[]) => {
    for (const group of withMembership(groups, recipient.id, ids)) {
      void apply(
        (before) => ({ ...before, groups: replaced(before.groups, group) }),
        () => saveGroup.run(group),
      );
    }
  };

  return (
    <RegisterLayout
      name="收件人"
      tabs={tabs}
      failure={failure ?? (error ? sentenceOf(error) : null)}
      search={search}
      onSearch={setSearch}
      onAdd={
        mayEdit
          ? (name) =>
              void apply(
                (before) => before,
                () => save.run({ id: null, name, note: '', active: true }),
              ).then((made) => made && setCurrent(made.id))
          : null
      }
      actions={<SheetButtons register="recipients" mayImport={mayEdit} onFailed={setFailure} />}
      list={
        <OrderedList
          label="收件人"
          rows={rows}
          idOf={({ id }) => id}
          current={current}
          onCurrent={setCurrent}
          onOrder={
            mayEdit && search === ''
              ? (ids) =>
                  void apply(
                    (before) => ({ ...before, recipients: inOrder(before.recipients, ids) }),
                    () => order.run({ ids }),
                  )
              : null
          }
          renderRow={(recipient) => (
            <>
              <span className="register-name">{recipient.name}</span>
              <span className="row-text soft">{recipient.note}</span>
              <span className="row-note">
                {groupsOf(groups, recipient.id)
                  .map(({ name }) => name)
                  .join('、')}
              </span>
              {!recipient.active && <Tag tone="faint">停用</Tag>}
            </>
          )}
          empty={
            isSuccess &&
            (recipients.length === 0 ? (
              <EmptyState title="还没有收件人" hint="在上面逐个写入，或导入 XLSX。印在一起的收件人可以编成组。" />
            ) : (
              <EmptyState title="没有找到" hint="可按名称或拼音首字母查找。" />
            ))
          }
        />
      }
      detail={
        chosen ? (
          <RecipientForm
            key={chosen.id}
            recipient={chosen}
            groups={groups}
            readOnly={!mayEdit}
            onChange={change}
            onJoin={(ids) => join(chosen, ids)}
            onDelete={() =>
              void apply(
                (before) => ({ ...before, recipients: before.recipients.filter(({ id }) => id !== chosen.id) }),
                () => remove.run({ id: chosen.id }),
              )
            }
          />
        ) : (
          <p className="soft">选一个收件人查看和修改；改动自动保存。</p>
        )
      }
    />
  );
}

const nobody: RecipientLists = { recipients: [], groups: [] };

const groupsOf = (groups: readonly RecipientGroup[], id: RecipientId) =>
  groups.filter(({ members }) => members.includes(id));

/** Groups that change when a recipient shall stand in exactly these. */
const withMembership = (
  groups: readonly RecipientGroup[],
  id: RecipientId,
  wanted: readonly GroupId[],
): RecipientGroup[] =>
  groups.flatMap((group) => {
    const is = group.members.includes(id);
    const shall = wanted.includes(group.id);
    if (is === shall) return [];
    return [{ ...group, members: shall ? [...group.members, id] : group.members.filter((member) => member !== id) }];
  });

interface RecipientFormProps {
  recipient: Recipient;
  groups: readonly RecipientGroup[];
  readOnly: boolean;
  onChange: (recipient: Recipient) => void;
  onJoin: (ids: readonly GroupId[]) => void;
  onDelete: () => void;
}

function RecipientForm({ recipient, groups, readOnly, onChange, onJoin, onDelete }: RecipientFormProps) {
  return (
    <Form layout="vertical" component="div" disabled={readOnly} className="register-form">
      <Form.Item label="名称">
        <SavedText
          label="名称"
          value={recipient.name}
          maxLength={80}
          valid={(text) => text.trim() !== ''}
          disabled={readOnly}
          onSave={(text) => onChange({ ...recipient, name: text.trim() })}
        />
      </Form.Item>
      <Form.Item label="备注（房间、取件人）">
        <SavedText
          label="备注"
          value={recipient.note}
          maxLength={200}
          disabled={readOnly}
          onSave={(text) => onChange({ ...recipient, note: text.trim() })}
        />
      </Form.Item>
      <Form.Item label="所在的组">
        <Select<GroupId[]>
          mode="multiple"
          aria-label="所在的组"
          placeholder="不在组里"
          value={groupsOf(groups, recipient.id).map(({ id }) => id)}
          onChange={onJoin}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <RegisterFoot
        name={recipient.name}
        active={recipient.active}
        deleteNote="已签发的期不受影响。"
        onActive={(active) => onChange({ ...recipient, active })}
        onDelete={onDelete}
      />
    </Form>
  );
}
