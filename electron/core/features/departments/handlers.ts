import type { Department } from '../../../../shared/domain/department.ts';
import { type HandlersOf, newId, record } from '../../context.ts';
import { CoreError } from '../../errors.ts';
import {
  deleteDepartment,
  departmentIsUsed,
  getDepartment,
  listDepartments,
  orderDepartments,
  putDepartment,
} from './repo.ts';

export const departmentHandlers: HandlersOf<'departments'> = {
  'departments.list': (_, { desk }) => desk.db.read((r) => [...listDepartments(r)]),

  'departments.save': (input, call) =>
    call.desk.db.write((w) => {
      const departments = listDepartments(w);
      if (input.id !== null && !departments.some((d) => d.id === input.id))
        throw new CoreError('not-found', { what: '这个单位' });
      const department = { ...input, id: input.id ?? newId() };
      refuseTakenName(department, departments);
      putDepartment(w, department);
      record(w, call, department.id, `保存单位${department.shortName}`);
      return department;
    }),

  'departments.delete': ({ id }, call) =>
    call.desk.db.write((w) => {
      const department = getDepartment(w, id);
      if (!department) throw new CoreError('not-found', { what: '这个单位' });
      if (departmentIsUsed(w, id))
        throw new CoreError('still-used', { name: department.shortName, where: '来稿或稿件' });
      deleteDepartment(w, id);
      record(w, call, id, `删除单位${department.shortName}`);
    }),

  'departments.order': ({ ids }, { desk }) => desk.db.write((w) => orderDepartments(w, ids)),
};

/** Two units under one present name could not be told apart in a source mark. Throws `name-taken`. */
export function refuseTakenName(department: Department, among: readonly Department[]): void {
  const taken = among.find(
    (d) => d.id !== department.id && (d.shortName === department.shortName || d.fullName === department.fullName),
  );
  if (taken) throw new CoreError('name-taken', { name: department.shortName, what: '单位' });
}
