import { type Call, now } from '../../context.ts';
import type { Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { toJson } from '../../json.ts';
import { issueLabel, numbersOf } from '../issues/labels.ts';
import type { Issue } from '../issues/repo.ts';
import { getPublication } from '../publications/repo.ts';
import { checklistOf, openErrors } from './checklist.ts';
import { keepReview } from './repo.ts';
import { reviewSheet } from './review.ts';

/**
 * The check before an issue is signed, and its sheet, kept with it. Throws `issue-not-ready` where errors are neither
 * solved nor waived and the office wants that.
 */
export function sealReview(w: Writable, call: Call, issue: Issue): void {
  const checklist = checklistOf(w, issue);
  const open = openErrors(checklist);
  const [first] = open;
  if (checklist.blocks && first)
    throw new CoreError('issue-not-ready', {
      issue: issueLabel(w, issue.id),
      detail: `还有${open.length}处校对错误没有改正或说明理由，如${first.where}“${first.passage}”`,
    });
  const { name, style } = getPublication(w, issue.publicationId);
  const label = `《${name}》${style.issueWording.replace('{n}', String(numbersOf(w, issue).number))}`;
  const signed = { person: call.actor.name, at: now(call.desk) };
  keepReview(w, issue.id, toJson(reviewSheet(label, issue, checklist, signed)));
}
