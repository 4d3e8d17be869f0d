import type { DepartmentId } from '../../../../shared/domain/ids.ts';
import { recogniseUnit, type UnitName } from '../../../../shared/text/units/index.ts';
import type { Readable } from '../../db/open.ts';
import { listDepartments, unitNames } from '../departments/repo.ts';

/** Who is credited for what is printed after an item. */
export interface SourceUnits {
  /** Units of a source as printed, in its order, as far as they are known. */
  of(source: string): DepartmentId[];
  /** The names in a source that no unit goes by. */
  unknownIn(source: string): string[];
}

/** Several units stand side by side: 区委政法委、区司法局. */
const BETWEEN = /[、，,；;\s]+/u;

/** Looking up a hundred names takes longer than reading a page of rows: what was found holds while the register does. */
let latest: { register: string; units: SourceUnits } | null = null;

/** By the register as it now is, units no longer active included: back issues are old. */
export function sourceUnits(r: Readable): SourceUnits {
  const names = unitNames(listDepartments(r).map((department) => ({ ...department, active: true })));
  const register = JSON.stringify(names);
  if (latest?.register !== register) latest = { register, units: lookUpIn(names) };
  return latest.units;
}

function lookUpIn(names: readonly UnitName[]): SourceUnits {
  const known = new Map<string, DepartmentId | null>();
  const unitOf = (name: string): DepartmentId | null => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const unit = recognised(name, names);
    known.set(name, unit);
    return unit;
  };
  const partsOf = (source: string): string[] => {
    const whole = source.trim();
    if (whole === '' || unitOf(whole) !== null) return whole === '' ? [] : [whole];
    return whole.split(BETWEEN).filter((part) => part !== '');
  };
  return {
    of: (source) => [...new Set(partsOf(source).flatMap((part) => unitOf(part) ?? []))],
    unknownIn: (source) => partsOf(source).filter((part) => unitOf(part) === null),
  };
}

function recognised(name: string, names: readonly UnitName[]): DepartmentId | null {
  const found = recogniseUnit({ sourceText: `（${name}）` }, names);
  return found?.kind === 'recognised' ? (found.guess.unitId as DepartmentId) : null;
}
