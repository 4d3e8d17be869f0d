import type { SubmissionId } from '../../../../shared/domain/ids.ts';
import { type Call, type HandlersOf, record } from '../../context.ts';
import type { Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { getDepartment } from '../departments/repo.ts';
import { creditsOf, itemsOfSubmission, setCredits } from '../items/repo.ts';
import { readIndex } from '../search/keeper.ts';
import { findIds } from '../search/narrow.ts';
import { decide, mergeSubmissions, undo } from './decisions.ts';
import { intakePaste, intakeTyped, readPasted } from './intake.ts';
import {
  deleteIntake,
  getIntake,
  getSubmission,
  listSubmissions,
  setDepartment,
  submissionRows,
  wasDecided,
} from './repo.ts';
import { intakeSplit, resplit } from './split.ts';
import { submissionDetail } from './views.ts';

export const submissionHandlers: HandlersOf<'submissions'> = {
  'submissions.list': ({ search, state, departmentId, ...page }, { desk }) =>
    search.trim() === ''
      ? desk.db.read((r) => listSubmissions(r, { state, departmentId }, page))
      : readIndex(desk, (r) => {
          const { ids, total } = findIds(r, 'submission', { text: search, state, departmentId }, page);
          return { rows: submissionRows(r, ids as SubmissionId[]), total };
        }),

  'submissions.get': ({ id }, call) => call.desk.db.read((r) => submissionDetail(r, call, id)),

  'submissions.paste': ({ text }, call) => call.desk.db.write((w) => intakePaste(w, call, text)),

  'submissions.readPasted': ({ html }, call) => readPasted(call, html),

  'submissions.type': (input, call) => call.desk.db.write((w) => intakeTyped(w, call, input)),

  'submissions.setDepartment': ({ ids, departmentId }, call) =>
    call.desk.db.write((w) => {
      const department = getDepartment(w, departmentId);
      if (!department) throw new CoreError('not-found', { what: '这个单位' });
      for (const id of ids) {
        moveCredit(w, id, departmentId);
        setDepartment(w, id, departmentId);
        record(w, call, id, `来稿单位定为${department.shortName}`);
      }
    }),

  'submissions.shortlist': each((w, call, id) => decide(w, call, id, 'shortlisted')),
  'submissions.hold': each((w, call, id) => decide(w, call, id, 'held')),
  'submissions.return': each((w, call, id, because) => decide(w, call, id, 'returned', because)),
  'submissions.reject': each((w, call, id, { reason }) => decide(w, call, id, 'rejected', { reason, dueDate: null })),
  'submissions.undo': each((w, call, id) => undo(w, call, id)),

  'submissions.undoIntake': ({ id }, call) =>
    call.desk.db.write((w) => {
      const intake = getIntake(w, id);
      if (wasDecided(w, id))
        throw new CoreError('state-changed', { what: intake.fileName ?? '这次导入', state: '处理过' });
      deleteIntake(w, id);
      record(w, call, id, `撤销导入${intake.fileName === null ? '' : `“${intake.fileName}”`}`);
    }),

  'submissions.split': ({ intakeId }, { desk }) => desk.db.read((r) => intakeSplit(r, intakeId)),

  'submissions.resplit': ({ intakeId, split }, call) => call.desk.db.write((w) => resplit(w, call, intakeId, split)),

  'submissions.merge': ({ ids }, call) =>
    call.desk.db.write((w) => ({ itemId: mergeSubmissions(w, call, [...new Set(ids)]) })),
};

/** A decision on several submissions is one transaction: all or none. */
function each<Input extends { ids: readonly SubmissionId[] }>(
  one: (w: Writable, call: Call, id: SubmissionId, input: Input) => void,
) {
  return (input: Input, call: Call): void =>
    call.desk.db.write((w) => {
      for (const id of new Set(input.ids)) one(w, call, id, input);
    });
}

/** The credit of an item made from the submission follows its unit. */
function moveCredit(w: Writable, id: SubmissionId, to: Parameters<typeof setDepartment>[2]): void {
  const { departmentId: from } = getSubmission(w, id);
  for (const item of itemsOfSubmission(w, id)) {
    const credits = creditsOf(w, item.id).map((credit) => credit.departmentId);
    setCredits(w, item.id, credits.includes(to) ? credits : [...credits.filter((unit) => unit !== from), to]);
  }
}
