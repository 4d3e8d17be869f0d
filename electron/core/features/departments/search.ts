import type { DepartmentId } from '../../../../shared/domain/ids.ts';
import { matchesName } from '../../../../shared/text/units/index.ts';
import type { Readable } from '../../db/open.ts';
import { listDepartments } from './repo.ts';

/** Units a search box means by a piece of a name or by its pinyin initials (qfgw → 区发改委). */
export function unitsMatching(r: Readable, search: string): DepartmentId[] {
  if (search === '') return [];
  return listDepartments(r)
    .filter((d) =>
      [d.shortName, d.fullName, ...d.otherNames.map((other) => other.name)].some((name) => matchesName(search, name)),
    )
    .map((d) => d.id);
}
