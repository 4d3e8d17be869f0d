import { type Department, departmentSchema } from '../../../../shared/domain/department.ts';
import type { DepartmentId } from '../../../../shared/domain/ids.ts';
import type { UnitName } from '../../../../shared/text/units/index.ts';
import type { Readable, Writable } from '../../db/open.ts';

interface DepartmentRecord {
  id: string;
  fullName: string;
  shortName: string;
  group: string;
  otherNames: string;
  active: number;
}

const columns = `id, full_name AS fullName, short_name AS shortName, group_name AS "group",
  other_names AS otherNames, active`;

const toDepartment = (row: DepartmentRecord): Department =>
  departmentSchema.parse({ ...row, otherNames: JSON.parse(row.otherNames), active: row.active === 1 });

/** Every search asks for the register, which hardly ever changes: what was parsed of it holds while its rows do. */
let latest: { rows: string; departments: readonly Department[] } = { rows: '[]', departments: [] };

export function listDepartments(r: Readable): readonly Department[] {
  const records = r.all<DepartmentRecord>(`SELECT ${columns} FROM departments ORDER BY position`);
  const rows = JSON.stringify(records);
  if (latest.rows !== rows) latest = { rows, departments: records.map(toDepartment) };
  return latest.departments;
}

export function getDepartment(r: Readable, id: DepartmentId): Department | null {
  const row = r.get<DepartmentRecord>(`SELECT ${columns} FROM departments WHERE id = ?`, [id]);
  return row ? toDepartment(row) : null;
}

export function putDepartment(w: Writable, department: Department): void {
  w.run(
    `INSERT INTO departments (id, position, full_name, short_name, group_name, other_names, active)
     VALUES (@id, (SELECT coalesce(max(position), 0) + 1 FROM departments), @fullName, @shortName, @group, @otherNames, @active)
     ON CONFLICT (id) DO UPDATE SET full_name = excluded.full_name, short_name = excluded.short_name,
       group_name = excluded.group_name, other_names = excluded.other_names, active = excluded.active`,
    { ...department, otherNames: JSON.stringify(department.otherNames), active: department.active ? 1 : 0 },
  );
  w.touch('departments', 'submissions', 'items');
}

export function orderDepartments(w: Writable, ids: readonly DepartmentId[]): void {
  ids.forEach((id, index) => {
    w.run('UPDATE departments SET position = ? WHERE id = ?', [index + 1, id]);
  });
  w.touch('departments');
}

/** Whether submissions, credits or points given by hand refer to it. */
export function departmentIsUsed(r: Readable, id: DepartmentId): boolean {
  const row = r.get<{ used: number }>(
    `SELECT EXISTS (SELECT 1 FROM submissions WHERE department_id = @id)
         OR EXISTS (SELECT 1 FROM item_credits WHERE department_id = @id)
         OR EXISTS (SELECT 1 FROM score_adjustments WHERE department_id = @id) AS used`,
    { id },
  );
  return row?.used === 1;
}

export function deleteDepartment(w: Writable, id: DepartmentId): void {
  w.run('DELETE FROM departments WHERE id = ?', [id]);
  w.touch('departments');
}

/** Every name a unit goes or went by, as evidence for the recogniser and the splitter. */
export const unitNames = (departments: readonly Department[]): UnitName[] =>
  departments
    .filter((d) => d.active)
    .flatMap(({ id, fullName, shortName, otherNames }) => [
      { unitId: id, name: fullName, kind: 'full' as const },
      { unitId: id, name: shortName, kind: 'short' as const },
      ...otherNames.map(({ name, kind }) => ({ unitId: id, name, kind })),
    ]);

/** The one active unit that goes or went by this name, blanks aside; `null` where there is none or more than one. */
export function unitNamed(r: Readable, typed: string): DepartmentId | null {
  const name = typed.replace(/[\s\u3000]/g, '');
  if (name === '') return null;
  const matches = listDepartments(r).filter(
    (unit) =>
      unit.active &&
      (unit.shortName === name || unit.fullName === name || unit.otherNames.some((other) => other.name === name)),
  );
  return matches.length === 1 ? (matches[0]?.id ?? null) : null;
}
