import type { UnitHandlersOf } from '../../portal/context.ts';
import { checkDraft } from './check.ts';
import { dropFiles, removeFile } from './draftFiles.ts';
import { discardDraft, getDraft, listDrafts, saveDraft } from './drafts.ts';
import { countHandIns, listHandIns } from './repo.ts';
import { sendHandIn, withdraw } from './send.ts';
import { handInDetail, handInRow } from './views.ts';

/** 报送 and 我的来稿, as the unit that signed in. */
export const unitHandInHandlers: UnitHandlersOf<'handIns'> & UnitHandlersOf<'drafts'> = {
  'drafts.list': (_, { desk, unit }) => desk.db.read((r) => listDrafts(r, unit.departmentId)),
  'drafts.save': ({ id, fields }, call) =>
    call.desk.db.write((w) => {
      saveDraft(w, call, id, fields);
      return getDraft(w, call.unit.departmentId, id);
    }),
  async 'drafts.discard'({ id }, { desk, unit }) {
    const hashes = desk.db.write((w) => discardDraft(w, unit.departmentId, id));
    await dropFiles(desk, [unit.departmentId, id], hashes);
  },
  'drafts.removeFile': ({ id, hash }, { desk, unit }) => removeFile(desk, [unit.departmentId, id], hash),

  'handIns.check': ({ id }, call) => checkDraft(call, id),
  'handIns.send': ({ id, fields }, call) => sendHandIn(call, id, fields),
  'handIns.list': (page, { desk, unit }) =>
    desk.db.read((r) => ({
      rows: listHandIns(r, unit.departmentId, page).map((handIn) => handInRow(r, handIn)),
      total: countHandIns(r, unit.departmentId),
    })),
  'handIns.get': ({ id }, { desk, unit }) => desk.db.read((r) => handInDetail(r, unit.departmentId, id)),
  'handIns.withdraw': ({ id }, call) => call.desk.db.write((w) => withdraw(w, call, id)),
};
