import { dateParts, toIsoDate } from '../../../../shared/domain/dates.ts';
import { isFrozen, issueStateNames } from '../../../../shared/domain/issue.ts';
import { nextNumbers } from '../../../../shared/domain/numbering.ts';
import { nextSeries } from '../../../../shared/text/series.ts';
import { type Call, type HandlersOf, record } from '../../context.ts';
import type { Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { getPublication, numberingState } from '../publications/repo.ts';
import { readIndex } from '../search/keeper.ts';
import { findIds } from '../search/narrow.ts';
import { exportIssue, stopExport } from './export.ts';
import { issueLabel } from './labels.ts';
import { addIssue, type Issue, latestSigned, listIssues, listYears, newIssue } from './repo.ts';
import { arrange, discardIssue, editIssue, moveIssue, releaseIssue, signIssue, voidIssue } from './service.ts';
import { bulletinOf, existingIssue, issueDetail, issueRows } from './views.ts';

export const issueHandlers: HandlersOf<'issues'> = {
  'issues.list': ({ frozen, publicationId, year, search, ...page }, { desk }) => {
    // Whoever looks at issues being made will see pages next.
    if (!frozen) desk.press.warm();
    const indexed = frozen && search.trim() !== '';
    return readIndex(desk, (r) => {
      const among = indexed ? findIds(r, 'issue', { text: search }).ids : null;
      const filter = { frozen, publicationId, year, search: indexed ? '' : search, among };
      const { issues, total } = listIssues(r, filter, page);
      return { rows: issueRows(r, issues), total };
    });
  },

  'issues.years': (_, { desk }) => desk.db.read(listYears),

  'issues.get': ({ id }, { desk }) => desk.db.read((r) => issueDetail(r, id)),

  'issues.suggest': ({ publicationId }, { desk }) =>
    desk.db.read((r) => {
      getPublication(r, publicationId);
      const year = dateParts(toIsoDate(desk.clock())).year;
      const theme = latestSigned(r, publicationId)?.theme ?? '';
      return { theme: nextSeries(theme) ?? theme, number: nextNumbers(numberingState(r, publicationId, year)).number };
    }),

  'issues.create': ({ publicationId, date, theme, correctsId }, call) =>
    call.desk.db.write((w) => {
      const { editors, distribution } = getPublication(w, publicationId);
      if (correctsId !== null) refuseOpen(w, existingIssue(w, correctsId));
      const issue = newIssue({ publicationId, date, theme, editors, distribution, correctsId });
      addIssue(w, issue);
      record(w, call, issue.id, `新建${issueLabel(w, issue.id)}`);
      return issueDetail(w, issue.id);
    }),

  'issues.update': ({ id, version, ...edit }, call) =>
    changing(call, id, (w) => editIssue(w, id, version, withoutUndefined(edit))),

  'issues.setEntries': ({ id, version, entries }, call) => changing(call, id, (w) => arrange(w, id, version, entries)),

  'issues.delete': ({ id }, call) => call.desk.db.write((w) => discardIssue(w, call, id)),

  'issues.sendForReview': ({ id }, call) => changing(call, id, (w) => moveIssue(w, call, id, 'inReview')),

  'issues.sendBack': ({ id, note }, call) => changing(call, id, (w) => moveIssue(w, call, id, 'assembling', note)),

  'issues.sign': ({ id, version, expectedNumber }, call) =>
    changing(call, id, (w) => signIssue(w, call, id, version, expectedNumber)),

  'issues.release': ({ id }, call) => changing(call, id, (w) => releaseIssue(w, call, id)),

  'issues.void': ({ id, reason }, call) => changing(call, id, (w) => voidIssue(w, call, id, reason)),

  'issues.preview': async ({ id, known, only, viewer, draft }, { desk }) => {
    const bulletin = desk.db.read((r) => bulletinOf(r, existingIssue(r, id), draft));
    return desk.press.preview(bulletin, { known, only, lane: `${id}/${viewer}` });
  },

  'issues.fontRemarks': ({ id }, { desk }) =>
    desk.press.fontRemarks(desk.db.read((r) => bulletinOf(r, existingIssue(r, id)))),

  'issues.export': ({ id, folder, ...order }, call) => exportIssue(call, id, { into: folder, ...order }),

  'issues.stopExport': ({ job }, { desk }) => stopExport(desk, job),
};

/** Runs a command and answers the issue as it then stands, from the same transaction. */
const changing = (call: Call, id: Issue['id'], change: (w: Writable) => void) =>
  call.desk.db.write((w) => {
    change(w);
    return issueDetail(w, id);
  });

/** A correction names an issue that has gone out. */
function refuseOpen(w: Writable, issue: Issue): void {
  if (!isFrozen(issue.state))
    throw new CoreError('state-changed', { what: issueLabel(w, issue.id), state: issueStateNames[issue.state] });
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Fields that were not sent stay as they are. */
const withoutUndefined = <T extends object>(edit: T): Defined<T> =>
  Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined)) as Defined<T>;
