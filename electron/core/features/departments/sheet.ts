import type { ImportResult } from '../../../../shared/contract/views.ts';
import { isIsoDate } from '../../../../shared/domain/dates.ts';
import { type Department, departmentSchema, type OtherName } from '../../../../shared/domain/department.ts';
import { type Call, newId, record } from '../../context.ts';
import { CoreError } from '../../errors.ts';
import { type Column, readRows, writeSheet } from '../../sheets.ts';
import { refuseTakenName } from './handlers.ts';
import { listDepartments, putDepartment } from './repo.ts';

/** 单位 as a sheet. Several other names are divided by 、 and carry their dates as 旧名（2015-01-01至2019-03-31）. */
const columns: Column<Department>[] = [
  { heading: '简称', width: 18, cell: (d) => d.shortName },
  { heading: '全称', width: 36, cell: (d) => d.fullName },
  { heading: '分组', width: 12, cell: (d) => d.group },
  { heading: '曾用名', width: 36, cell: (d) => otherNames(d, 'former') },
  { heading: '别名', width: 24, cell: (d) => otherNames(d, 'alias') },
  { heading: '停用', width: 8, cell: (d) => (d.active ? '' : '是') },
];

export const departmentSheet = (departments: readonly Department[]): Promise<Uint8Array> =>
  writeSheet('单位', columns, departments);

/** Takes a sheet in whole or not at all: units with a known short name are updated, others added. */
export async function importDepartments(call: Call, file: { name: string; bytes: Uint8Array }): Promise<ImportResult> {
  const rows = await readRows(
    file,
    columns.map((column) => column.heading),
  );
  return call.desk.db.write((w) => {
    const known = new Map(listDepartments(w).map((d) => [d.shortName, d]));
    const result: ImportResult = { added: 0, updated: 0, unchanged: 0 };
    for (const { row, cells } of rows) {
      const parsed = departmentSchema.omit({ id: true }).safeParse({
        shortName: cells['简称'],
        fullName: cells['全称'] || cells['简称'],
        group: cells['分组'],
        otherNames: [...parseNames(cells['曾用名'] ?? '', 'former'), ...parseNames(cells['别名'] ?? '', 'alias')],
        active: cells['停用'] !== '是',
      });
      if (!parsed.success) throw badRow(file.name, row, '简称不能为空');
      const existing = known.get(parsed.data.shortName);
      const department: Department = { ...parsed.data, id: existing?.id ?? newId() };
      if (existing && JSON.stringify(existing) === JSON.stringify({ ...existing, ...department })) {
        result.unchanged += 1;
        continue;
      }
      refuseTakenName(department, [...known.values()]);
      known.set(department.shortName, department);
      putDepartment(w, department);
      result[existing ? 'updated' : 'added'] += 1;
    }
    record(w, call, null, `导入单位“${file.name}”：新增${result.added}，修改${result.updated}`);
    return result;
  });
}

const badRow = (file: string, row: number, detail: string) => new CoreError('sheet-row', { file, row, detail });

const otherNames = (department: Department, kind: OtherName['kind']) =>
  department.otherNames
    .filter((other) => other.kind === kind)
    .map(({ name, validFrom, validTo }) =>
      validFrom || validTo ? `${name}（${validFrom ?? ''}至${validTo ?? ''}）` : name,
    )
    .join('、');

const NAME_WITH_DATES = /^(.*?)（([\d-]*)至([\d-]*)）$/;

function parseNames(text: string, kind: OtherName['kind']): OtherName[] {
  return text
    .split(/[、;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, name = part, from = '', to = ''] = NAME_WITH_DATES.exec(part) ?? [];
      return { name, kind, validFrom: isIsoDate(from) ? from : null, validTo: isIsoDate(to) ? to : null };
    });
}
