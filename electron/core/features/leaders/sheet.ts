import type { ImportResult } from '../../../../shared/contract/views.ts';
import { type IsoDate, isIsoDate } from '../../../../shared/domain/dates.ts';
import { type Leader, leaderSchema } from '../../../../shared/domain/leader.ts';
import { type Call, newId, record } from '../../context.ts';
import { CoreError } from '../../errors.ts';
import { type Column, readRows, writeSheet } from '../../sheets.ts';
import { listLeaders, orderLeaders, putLeader } from './repo.ts';

/** 领导名录 as a sheet, in order of precedence; posts divided by 、, days as 2020-03-06 or 2020年3月6日. */
const columns: Column<Leader>[] = [
  { heading: '姓名', width: 12, cell: (leader) => leader.name },
  { heading: '职务', width: 48, cell: (leader) => leader.posts.join('、') },
  { heading: '起始日期', width: 14, cell: (leader) => leader.validFrom ?? '' },
  { heading: '截止日期', width: 14, cell: (leader) => leader.validTo ?? '' },
  { heading: '备注', width: 24, cell: (leader) => leader.note },
];

export const leaderSheet = (leaders: readonly Leader[]): Promise<Uint8Array> =>
  writeSheet('领导名录', columns, leaders);

/**
 * Takes a sheet in whole or not at all: who has the same name and first day is updated, others are added. Rows stand in
 * their order; entries the sheet does not name come after them.
 */
export async function importLeaders(call: Call, file: { name: string; bytes: Uint8Array }): Promise<ImportResult> {
  const rows = await readRows(
    file,
    columns.map((column) => column.heading),
  );
  return call.desk.db.write((w) => {
    const before = listLeaders(w);
    const known = new Map(before.map((leader) => [keyOf(leader), leader]));
    const result: ImportResult = { added: 0, updated: 0, unchanged: 0 };
    const order: Leader['id'][] = [];
    for (const { row, cells } of rows) {
      const refuse = (detail: string) => new CoreError('sheet-row', { file: file.name, row, detail });
      const day = (heading: string) =>
        dayOf(cells[heading] ?? '', () => refuse(`${heading}“${cells[heading]}”不是日期`));
      const given = {
        name: cells['姓名'],
        posts: [...new Set((cells['职务'] ?? '').split(/[、;；\n]/).map((post) => post.trim()))].filter(Boolean),
        validFrom: day('起始日期'),
        validTo: day('截止日期'),
        note: cells['备注'],
      };
      const parsed = leaderSchema.omit({ id: true }).safeParse(given);
      if (!parsed.success) throw refuse('姓名不能为空，职务不超过60字');
      const existing = known.get(keyOf(parsed.data));
      const leader: Leader = { ...parsed.data, id: existing?.id ?? newId() };
      if (order.includes(leader.id)) throw refuse(`“${leader.name}”重复`);
      order.push(leader.id);
      known.set(keyOf(leader), leader);
      if (existing && JSON.stringify(existing) === JSON.stringify({ ...existing, ...leader })) {
        result.unchanged += 1;
        continue;
      }
      putLeader(w, leader);
      result[existing ? 'updated' : 'added'] += 1;
    }
    orderLeaders(w, [...order, ...before.map(({ id }) => id).filter((id) => !order.includes(id))]);
    record(w, call, null, `导入领导名录“${file.name}”：新增${result.added}，修改${result.updated}`);
    return result;
  });
}

const keyOf = ({ name, validFrom }: Pick<Leader, 'name' | 'validFrom'>) => `${name}\n${validFrom ?? ''}`;

/** A day as typed or as Excel gives a date cell; empty is open. */
function dayOf(text: string, refuse: () => Error): IsoDate | null {
  if (text === '') return null;
  const [, year = '', month = '', day = ''] = /(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})/.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const asCell = Number.isNaN(Date.parse(text)) ? '' : new Date(text).toISOString().slice(0, 10);
  const found = [iso, asCell].find(isIsoDate);
  if (!found) throw refuse();
  return found;
}
