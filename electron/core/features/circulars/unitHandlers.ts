import type { CircularDetail } from '../../../../shared/contract/methods/circulars.ts';
import type { UnitCircular, UnitCircularRow } from '../../../../shared/contract/portal/views.ts';
import type { CircularFigures } from '../../../../shared/domain/circular/circular.ts';
import type { CircularPart } from '../../../../shared/domain/circular/parts.ts';
import type { DepartmentId } from '../../../../shared/domain/ids.ts';
import type { Points } from '../../../../shared/domain/scoring/points.ts';
import { CoreError } from '../../errors.ts';
import type { UnitHandlersOf } from '../../portal/context.ts';
import { getCircular, listCirculars } from './repo.ts';

/** 通报 as a unit sees them: once published, and of the lists only what is its own. */
export const unitCircularHandlers: UnitHandlersOf<'circulars'> = {
  'circulars.list': (_, { desk }) => desk.db.read(listCirculars).flatMap((circular) => rowOf(circular) ?? []),
  'circulars.get': ({ id }, { desk, unit }) => {
    const circular = desk.db.read((r) => getCircular(r, id));
    const row = rowOf(circular);
    if (row === null) throw new CoreError('not-found', { what: '这份通报' });
    return { ...row, ...partsFor(circular.content, unit.departmentId) };
  },
};

const rowOf = ({ id, title, publishedAt }: CircularDetail): UnitCircularRow | null =>
  publishedAt === null ? null : { id, title, publishedAt };

function partsFor(
  { office, date, opening, closing, parts, figures }: CircularDetail['content'],
  departmentId: DepartmentId,
): Omit<UnitCircular, keyof UnitCircularRow> {
  return {
    office,
    date,
    opening,
    closing,
    groups: parts.includes('ranking')
      ? figures.groups.map(({ group, units }) => ({
          group,
          units: units.map(({ departmentId: id, unit, rank, submitted, adopted, points }) => ({
            unit,
            own: id === departmentId,
            rank,
            submitted,
            adopted,
            points: points as Points,
          })),
        }))
      : [],
    own: parts.flatMap((part) => {
      const lines = ownLines(part, figures, departmentId);
      return lines.length === 0 ? [] : [{ part, lines }];
    }),
  };
}

function ownLines(
  part: CircularPart,
  figures: CircularFigures,
  departmentId: DepartmentId,
): UnitCircular['own'][number]['lines'] {
  // Lists name units as the ranking of the same circular does, whatever they are called by now.
  const name = figures.groups.flatMap(({ units }) => units).find((one) => one.departmentId === departmentId)?.unit;
  switch (part) {
    case 'titles':
      return figures.titles
        .filter((one) => one.departmentId === departmentId)
        .flatMap(({ items }) => items.map(({ title, issue, points }) => ({ text: `${title}（${issue}）`, points })));
    case 'upper':
      return figures.upper
        .filter(({ unit }) => unit === name)
        .map(({ title, what, points }) => ({ text: `${title} ${what}`, points }));
    case 'commissions':
    case 'shortfalls':
      return figures[part].filter(({ unit }) => unit === name).map(({ what, points }) => ({ text: what, points }));
    // The ranking stands whole; of the rules each line of the unit's points names its own clause.
    case 'ranking':
    case 'rules':
      return [];
    default:
      return part satisfies never;
  }
}
