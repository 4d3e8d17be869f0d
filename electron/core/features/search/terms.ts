import type { Department } from '../../../../shared/domain/department.ts';
import type { DepartmentId } from '../../../../shared/domain/ids.ts';
import { BREAK, foldText } from '../../../../shared/text/similar/fold.ts';
import { initialsOf, matchesName } from '../../../../shared/text/units/index.ts';

/** One word of a query. */
export interface Term {
  folded: string;
  /** Units it may mean: their documents are found too. */
  units: ReadonlySet<DepartmentId>;
}

/** More units than this share a word that says nothing about the unit (区, 街道办). */
const MOST_UNITS = 24;

/** The words of a query, each once. */
export function readTerms(departments: readonly Department[], text: string): Term[] {
  const folded = text.split(/\s+/u).flatMap((word) => foldText(word).split(BREAK));
  const words = [...new Set(folded.filter((word) => word !== ''))];
  return words.map((folded) => {
    const units = namesUnits(folded) ? departments.filter((d) => isMeant(d, folded)).map((d) => d.id) : [];
    return { folded, units: new Set(units.length > MOST_UNITS ? [] : units) };
  });
}

/** Units a whole query means, the likeliest first. */
export function departmentsNamed(departments: readonly Department[], text: string): Department[] {
  const wanted = foldText(text.replace(/\s/gu, ''));
  if (wanted === '') return [];
  const rank = (d: Department) =>
    foldText(d.shortName) === wanted ? 0 : foldText(d.shortName).startsWith(wanted) ? 1 : 2;
  return departments
    .filter((d) => isMeant(d, wanted))
    .map((department) => ({ department, rank: rank(department) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ department }) => department);
}

const namesUnits = (folded: string) => [...folded].length >= 2;

const namesOf = (d: Department) => [d.shortName, d.fullName, ...d.otherNames.map((other) => other.name)];

function isMeant(department: Department, folded: string): boolean {
  if (!/[a-z]/.test(folded)) return namesOf(department).some((name) => foldText(name).includes(folded));
  if (!/^[a-z0-9]+$/.test(folded)) return namesOf(department).some((name) => matchesName(folded, name));
  return namesOf(department).some((name) => initialsOf(name).some((initials) => initials.includes(folded)));
}
