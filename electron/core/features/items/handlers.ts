import type { DepartmentId, ItemId } from '../../../../shared/domain/ids.ts';
import { type HandlersOf, now, record } from '../../context.ts';
import { CoreError } from '../../errors.ts';
import { getDepartment } from '../departments/repo.ts';
import { readIndex } from '../search/keeper.ts';
import { findIds } from '../search/narrow.ts';
import { dissolve, markMerged } from '../submissions/decisions.ts';
import {
  getAccepted,
  getItem,
  getRevision,
  listHistory,
  listItems,
  listRevisions,
  setAccepted,
  setCredits,
} from './repo.ts';
import {
  createItem,
  itemDetail,
  itemRow,
  mergeItems,
  refusePlaced,
  refusePrinted,
  restoreRevision,
  saveItem,
} from './service.ts';

export const itemHandlers: HandlersOf<'items'> = {
  'items.list': ({ where, search, ...page }, { desk }) => {
    if (search.trim() === '')
      return desk.db.read((r) => {
        const { rows, total } = listItems(r, where, page);
        return { rows: rows.map((item) => itemRow(r, item)), total };
      });
    const state = where === 'all' ? null : where;
    return readIndex(desk, (r) => {
      const { ids, total } = findIds(r, 'item', { text: search, state }, page);
      return { rows: ids.map((id) => itemRow(r, getItem(r, id as ItemId))), total };
    });
  },

  'items.get': ({ id }, call) => call.desk.db.read((r) => itemDetail(r, call, id)),

  'items.create': ({ title, departmentId }, call) =>
    call.desk.db.write((w) => {
      const credits = departmentId === null ? [] : [departmentId];
      for (const unit of credits) if (!getDepartment(w, unit)) throw new CoreError('not-found', { what: '这个单位' });
      const draft = { title, blocks: [], kind: 'item' as const, sourceOverride: null };
      const id = createItem(w, call, draft, { origin: 'edit', submissions: [], credits });
      record(w, call, id, `新写稿件“${title}”`);
      return itemDetail(w, call, id);
    }),

  'items.save': ({ id, version, note, ...draft }, call) =>
    call.desk.db.write((w) => ({ version: saveItem(w, call, id, version, draft, 'edit', note) })),

  'items.history': ({ id }, { desk }) => desk.db.read((r) => listHistory(r, getItem(r, id).id)),

  'items.revisions': ({ id }, { desk }) => desk.db.read((r) => listRevisions(r, getItem(r, id).id)),

  'items.accepted': ({ id }, { desk }) => desk.db.read((r) => getAccepted(r, getItem(r, id).id)),

  'items.accept': ({ id, title, blocks }, call) =>
    call.desk.db.write((w) => {
      refusePrinted(w, getItem(w, id).id);
      setAccepted(w, id, { at: now(call.desk), person: call.actor.name, title, blocks });
    }),

  'items.revision': ({ id, seq }, { desk }) => desk.db.read((r) => getRevision(r, id, seq)),

  'items.restore': ({ id, seq, version }, call) =>
    call.desk.db.write((w) => {
      const restored = restoreRevision(w, call, id, seq, version);
      record(w, call, id, `恢复稿件到修订${seq}`);
      return { version: restored };
    }),

  'items.merge': ({ ids }, call) =>
    call.desk.db.write((w) => {
      const id = mergeItems(w, call, [...new Set(ids)]);
      markMerged(w, call, id);
      record(w, call, id, `${ids.length}篇稿件合为一篇`);
      return { id };
    }),

  'items.setCredits': ({ id, departmentIds }, call) =>
    call.desk.db.write((w) => {
      refusePrinted(w, id);
      const name = (unit: DepartmentId) => {
        const department = getDepartment(w, unit);
        if (!department) throw new CoreError('not-found', { what: '这个单位' });
        return department.shortName;
      };
      const names = departmentIds.map(name);
      setCredits(w, getItem(w, id).id, departmentIds);
      record(w, call, id, `供稿单位改为${names.join('、') || '无'}`);
    }),

  'items.delete': ({ id }, call) =>
    call.desk.db.write((w) => {
      const { title } = getItem(w, id);
      refusePlaced(w, id);
      dissolve(w, call, id);
      record(w, call, id, `撤下稿件“${title}”`);
    }),
};
