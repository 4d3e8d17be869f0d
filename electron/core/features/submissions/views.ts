import type { SubmissionDetail } from '../../../../shared/contract/views.ts';
import { toIsoDate } from '../../../../shared/domain/dates.ts';
import type { SubmissionId } from '../../../../shared/domain/ids.ts';
import type { Call } from '../../context.ts';
import type { Readable } from '../../db/open.ts';
import { handInOfSubmission } from '../handIns/repo.ts';
import { issueLabel } from '../issues/labels.ts';
import { itemsOfSubmission, placeOfItem } from '../items/repo.ts';
import { picturesOf } from './pictures.ts';
import { getIntake, getSubmission, listDecisions, submissionRows, unitStats, wasDecided } from './repo.ts';
import { wordsAround } from './split.ts';

/** All a screen shows of one submission. Throws `not-found`. */
export function submissionDetail(r: Readable, { desk }: Call, id: SubmissionId): SubmissionDetail {
  const submission = getSubmission(r, id);
  const [row] = submissionRows(r, [id]);
  if (!row) throw new Error(`submission ${id} has no row`);
  const intake = getIntake(r, submission.intakeId);
  const itemId = itemsOfSubmission(r, id).find((item) => !item.withdrawn)?.id ?? null;
  const place = itemId === null ? null : placeOfItem(r, itemId);
  const today = toIsoDate(desk.clock());
  return {
    ...row,
    paragraphs: submission.paragraphs,
    subheads: submission.subheads,
    source: submission.source,
    fields: submission.fields,
    way: handInOfSubmission(r, id) === null ? intake.way : 'portal',
    receivedBy: intake.receivedBy,
    receivedDate: intake.receivedDate,
    intakeId: intake.id,
    mayResplit: intake.way !== 'typed' && !wasDecided(r, intake.id),
    originalText: intake.text,
    around: wordsAround(r, intake.id),
    originalHash: intake.blobHash,
    pictures: picturesOf(r, intake.id),
    warnings: intake.warnings,
    candidates: submission.candidates,
    decisions: listDecisions(r, id),
    itemId,
    issue: place && { id: place.id, label: issueLabel(r, place.id) },
    unitStats:
      submission.departmentId === null
        ? null
        : unitStats(r, submission.departmentId, today.slice(0, 7), today.slice(0, 4)),
  };
}
