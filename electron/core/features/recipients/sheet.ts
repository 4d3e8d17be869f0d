import type { ImportResult } from '../../../../shared/contract/views.ts';
import type { Recipient, RecipientGroup } from '../../../../shared/domain/distribution.ts';
import { type Call, newId, record } from '../../context.ts';
import { CoreError } from '../../errors.ts';
import { type Column, readRows, writeSheet } from '../../sheets.ts';
import { listGroups, listRecipients, putGroup, putRecipient } from './repo.ts';

interface RecipientRow extends Recipient {
  groups: string[];
}

const columns: Column<RecipientRow>[] = [
  { heading: '收件人', width: 30, cell: (r) => r.name },
  { heading: '分组', width: 30, cell: (r) => r.groups.join('、') },
  { heading: '备注', width: 30, cell: (r) => r.note },
  { heading: '停用', width: 8, cell: (r) => (r.active ? '' : '是') },
];

export const recipientSheet = (
  recipients: readonly Recipient[],
  groups: readonly RecipientGroup[],
): Promise<Uint8Array> =>
  writeSheet(
    '收件人',
    columns,
    recipients.map((recipient) => ({
      ...recipient,
      groups: groups.filter((group) => group.members.includes(recipient.id)).map((group) => group.name),
    })),
  );

/** Takes a sheet in whole or not at all: recipients with a known name are updated, others added; groups are made. */
export async function importRecipients(call: Call, file: { name: string; bytes: Uint8Array }): Promise<ImportResult> {
  const rows = await readRows(
    file,
    columns.map((column) => column.heading),
  );
  return call.desk.db.write((w) => {
    const known = new Map(listRecipients(w).map((r) => [r.name, r]));
    const groups = new Map(listGroups(w).map((group) => [group.name, { ...group, members: [...group.members] }]));
    const result: ImportResult = { added: 0, updated: 0, unchanged: 0 };
    for (const { row, cells } of rows) {
      const name = cells['收件人'] ?? '';
      if (name === '') throw new CoreError('sheet-row', { file: file.name, row, detail: '收件人不能为空' });
      const existing = known.get(name);
      const recipient: Recipient = {
        id: existing?.id ?? newId(),
        name,
        note: cells['备注'] ?? '',
        active: cells['停用'] !== '是',
      };
      const wanted = new Set(
        (cells['分组'] ?? '')
          .split(/[、;；\n]/)
          .map((part) => part.trim())
          .filter(Boolean),
      );
      const regrouped = regroup(groups, recipient.id, wanted);
      const changed = !existing || existing.note !== recipient.note || existing.active !== recipient.active;
      if (changed) putRecipient(w, recipient);
      known.set(name, recipient);
      result[existing ? (changed || regrouped ? 'updated' : 'unchanged') : 'added'] += 1;
    }
    for (const group of groups.values()) putGroup(w, group);
    record(w, call, null, `导入收件人“${file.name}”：新增${result.added}，修改${result.updated}`);
    return result;
  });
}

/** Puts a recipient into the groups a row names and out of the others; says whether anything changed. */
function regroup(groups: Map<string, RecipientGroup>, id: Recipient['id'], wanted: ReadonlySet<string>): boolean {
  let changed = false;
  for (const name of wanted) if (!groups.has(name)) groups.set(name, { id: newId(), name, members: [] });
  for (const group of groups.values()) {
    const isIn = group.members.includes(id);
    if (isIn === wanted.has(group.name)) continue;
    group.members = isIn ? group.members.filter((member) => member !== id) : [...group.members, id];
    changed = true;
  }
  return changed;
}
