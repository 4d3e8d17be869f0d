import type { RecognitionRow, RulesRow } from '../../../../shared/contract/methods/scoring.ts';
import { formatDate } from '../../../../shared/domain/dates.ts';
import type { DepartmentId } from '../../../../shared/domain/ids.ts';
import { type HandlersOf, newId, now, record } from '../../context.ts';
import type { Readable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { getDepartment } from '../departments/repo.ts';
import { getItem } from '../items/repo.ts';
import { itemRow } from '../items/service.ts';
import {
  deleteAdjustment,
  deleteRecognition,
  deleteRules,
  getAdjustment,
  getRecognition,
  listAdjustments,
  listRecognitions,
  listRules,
  putAdjustment,
  putRecognition,
  putRules,
  type StoredRecognition,
} from './repo.ts';
import { adjustmentText, recognitionText, rulesText } from './words.ts';

export const scoringHandlers: HandlersOf<'scoring'> = {
  'scoring.rules': (_, { desk }) => desk.db.read(listRules),

  'scoring.saveRules': ({ id, validFrom, rules }, call) =>
    call.desk.db.write((w) => {
      const versions = listRules(w);
      const before = versions.find((one) => one.id === id) ?? null;
      if (id !== null && !before) throw new CoreError('not-found', { what: '这一版规则' });
      if (versions.some((one) => one.id !== id && one.validFrom === validFrom))
        throw new CoreError('name-taken', { name: `${formatDate(validFrom)}起施行`, what: '规则' });
      const row: RulesRow = { id: id ?? newId(), validFrom, rules, savedAt: now(call.desk), savedBy: call.actor.name };
      putRules(w, row);
      record(w, call, row.id, rulesText(before, row));
      return row;
    }),

  'scoring.deleteRules': ({ id }, call) =>
    call.desk.db.write((w) => {
      const version = listRules(w).find((one) => one.id === id);
      if (!version) throw new CoreError('not-found', { what: '这一版规则' });
      deleteRules(w, id);
      record(w, call, id, `删除计分规则${version.rules.title}（${formatDate(version.validFrom)}起施行）`);
    }),

  'scoring.recognitions': ({ itemId, search, ...page }, { desk }) =>
    desk.db.read((r) => {
      const { rows, total } = listRecognitions(r, { itemId, search }, page);
      return { rows: rows.map((row) => recognitionRow(r, row)), total };
    }),

  'scoring.saveRecognition': ({ id, recognition }, call) =>
    call.desk.db.write((w) => {
      const { title } = getItem(w, recognition.itemId);
      const before = id === null ? null : getRecognition(w, id);
      if (id !== null && !before) throw new CoreError('not-found', { what: '这条记录' });
      const stored = { id: id ?? newId(), ...recognition };
      putRecognition(w, stored);
      const was = before ? `，原为 ${recognitionText(before)}` : '';
      record(w, call, recognition.itemId, `“${title}”${recognitionText(recognition)}${was}`);
      return { id: stored.id };
    }),

  'scoring.deleteRecognition': ({ id }, call) =>
    call.desk.db.write((w) => {
      const before = getRecognition(w, id);
      if (!before) throw new CoreError('not-found', { what: '这条记录' });
      deleteRecognition(w, id);
      record(w, call, before.itemId, `删除“${getItem(w, before.itemId).title}”${recognitionText(before)}`);
    }),

  'scoring.adjustments': ({ departmentId, ...page }, { desk }) =>
    desk.db.read((r) => listAdjustments(r, departmentId, page)),

  'scoring.saveAdjustment': ({ id, adjustment }, call) =>
    call.desk.db.write((w) => {
      const before = id === null ? null : getAdjustment(w, id);
      if (id !== null && !before) throw new CoreError('not-found', { what: '这条加减分' });
      const stored = { id: id ?? newId(), ...adjustment };
      const text = adjustmentText(unitName(w, adjustment.departmentId), adjustment);
      putAdjustment(w, stored);
      const was = before ? `，原为 ${adjustmentText(before.unit, before)}` : '';
      record(w, call, adjustment.departmentId, `${text}${was}`);
      return { id: stored.id };
    }),

  'scoring.deleteAdjustment': ({ id }, call) =>
    call.desk.db.write((w) => {
      const before = getAdjustment(w, id);
      if (!before) throw new CoreError('not-found', { what: '这条加减分' });
      deleteAdjustment(w, id);
      record(w, call, before.departmentId, `删除加减分 ${adjustmentText(before.unit, before)}`);
    }),
};

function recognitionRow(r: Readable, recognition: StoredRecognition): RecognitionRow {
  const { title, excerpt, source, issue } = itemRow(r, getItem(r, recognition.itemId));
  return { ...recognition, title: title || excerpt, source, issue: issue && { id: issue.id, label: issue.label } };
}

function unitName(r: Readable, id: DepartmentId): string {
  const unit = getDepartment(r, id);
  if (!unit) throw new CoreError('not-found', { what: '这个单位' });
  return unit.shortName;
}
