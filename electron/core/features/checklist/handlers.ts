import { checkNames } from '../../../../shared/contract/methods/checklist.ts';
import { isFrozen } from '../../../../shared/domain/issue.ts';
import { type HandlersOf, now, record } from '../../context.ts';
import { CoreError } from '../../errors.ts';
import { issueLabel } from '../issues/labels.ts';
import { existingIssue } from '../issues/views.ts';
import { checklistOf, subjectOf } from './checklist.ts';
import { deleteConfirmation, putConfirmation, writeBlocks } from './repo.ts';

export const checklistHandlers: HandlersOf<'checklist'> = {
  'checklist.get': ({ id }, { desk }) => desk.db.read((r) => checklistOf(r, existingIssue(r, id))),

  'checklist.confirm': ({ id, name, note, confirmed }, call) =>
    call.desk.db.write((w) => {
      const issue = existingIssue(w, id);
      if (isFrozen(issue.state)) throw new CoreError('issue-frozen', { issue: issueLabel(w, id) });
      if (name === 'errors') throw new CoreError('invalid-input', { detail: '校对错误须逐处改正或说明理由' });
      if (confirmed)
        putConfirmation(w, id, {
          name,
          note,
          subject: subjectOf(w, issue),
          at: now(call.desk),
          person: call.actor.name,
        });
      else deleteConfirmation(w, id, name);
      record(w, call, id, `核对${checkNames[name]}：${confirmed ? '已核' : '取消'}${note === '' ? '' : `，${note}`}`);
    }),

  'checklist.setBlocking': ({ blocks }, call) =>
    call.desk.db.write((w) => {
      writeBlocks(w, blocks);
      record(w, call, null, `签发前${blocks ? '须' : '不必'}处理完校对错误`);
    }),
};
