import {
  type Recipient,
  type RecipientGroup,
  recipientGroupSchema,
  recipientSchema,
} from '../../../../shared/domain/distribution.ts';
import type { GroupId, RecipientId } from '../../../../shared/domain/ids.ts';
import type { Readable, Writable } from '../../db/open.ts';

interface RecipientRecord {
  id: string;
  name: string;
  note: string;
  active: number;
}

export const listRecipients = (r: Readable): Recipient[] =>
  r
    .all<RecipientRecord>('SELECT id, name, note, active FROM recipients ORDER BY position')
    .map((row) => recipientSchema.parse({ ...row, active: row.active === 1 }));

export const listGroups = (r: Readable): RecipientGroup[] =>
  r
    .all<{ id: string; name: string; members: string }>(
      'SELECT id, name, members FROM recipient_groups ORDER BY position',
    )
    .map((row) => recipientGroupSchema.parse({ ...row, members: JSON.parse(row.members) }));

export function putRecipient(w: Writable, { id, name, note, active }: Recipient): void {
  w.run(
    `INSERT INTO recipients (id, position, name, note, active)
     VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM recipients), ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, note = excluded.note, active = excluded.active`,
    [id, name, note, active ? 1 : 0],
  );
  w.touch('recipients', 'issues');
}

export function orderRecipients(w: Writable, ids: readonly RecipientId[]): void {
  ids.forEach((id, index) => {
    w.run('UPDATE recipients SET position = ? WHERE id = ?', [index + 1, id]);
  });
  w.touch('recipients');
}

export function deleteRecipient(w: Writable, id: RecipientId): void {
  w.run('DELETE FROM recipients WHERE id = ?', [id]);
  w.touch('recipients', 'issues');
}

export function putGroup(w: Writable, { id, name, members }: RecipientGroup): void {
  w.run(
    `INSERT INTO recipient_groups (id, position, name, members)
     VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM recipient_groups), ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, members = excluded.members`,
    [id, name, JSON.stringify(members)],
  );
  w.touch('recipients', 'issues');
}

export function deleteGroup(w: Writable, id: GroupId): void {
  w.run('DELETE FROM recipient_groups WHERE id = ?', [id]);
  w.touch('recipients', 'issues');
}

/**
 * Names of groups, publications and open issues whose lists hold this recipient or group. Signed issues keep what they
 * were sent to by name and do not count.
 */
export function usesOf(r: Readable, id: RecipientId | GroupId): string[] {
  const rows = r.all<{ name: string }>(
    `SELECT name FROM recipient_groups WHERE instr(members, @quoted) > 0
     UNION ALL SELECT '《' || name || '》默认发送范围' FROM publications WHERE instr(settings, @quoted) > 0
     UNION ALL SELECT '正在编排的期' FROM issues WHERE number IS NULL AND instr(distribution, @quoted) > 0`,
    { quoted: JSON.stringify(id) },
  );
  return rows.map((row) => row.name);
}
