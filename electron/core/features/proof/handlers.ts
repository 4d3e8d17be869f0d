import type { Department } from '../../../../shared/domain/department.ts';
import type { UnitEntry } from '../../../../shared/text/proof/index.ts';
import { type HandlersOf, record } from '../../context.ts';
import { listDepartments } from '../departments/repo.ts';
import { getIssue } from '../issues/repo.ts';
import { getItem, placeOfItem } from '../items/repo.ts';
import { readWhiteList, writeWhiteList } from './repo.ts';

export const proofHandlers: HandlersOf<'proof'> = {
  'proof.knowledge': ({ id }, { desk }) =>
    desk.db.read((r) => {
      const place = placeOfItem(r, getItem(r, id).id);
      return {
        issueDate: place ? (getIssue(r, place.id)?.date ?? null) : null,
        units: listDepartments(r).map(unitEntry),
        whiteList: readWhiteList(r),
      };
    }),

  'proof.ignore': ({ passage, ignored }, call) =>
    call.desk.db.write((w) => {
      const others = readWhiteList(w).filter((one) => one !== passage);
      writeWhiteList(w, ignored ? [...others, passage] : others);
      record(w, call, null, ignored ? `校对不再提示“${passage}”` : `校对恢复提示“${passage}”`);
    }),
};

/** A unit as the proofer knows it. A further name in use is one more short form: the proofer asks where both appear. */
const unitEntry = ({ fullName, shortName, otherNames }: Department): UnitEntry => ({
  names: [
    { name: shortName, kind: 'short' },
    { name: fullName, kind: 'full' },
    ...otherNames.map(({ kind, ...name }) => ({ ...name, kind: kind === 'former' ? kind : ('short' as const) })),
  ],
});
