import type { HandInDetail, HandInPiece, HandInRow } from '../../../../shared/contract/portal/views.ts';
import { type HandInState, handInStateOf, receiptNumber } from '../../../../shared/domain/handIn.ts';
import type { DepartmentId, HandInId, SubmissionId } from '../../../../shared/domain/ids.ts';
import { isFrozen } from '../../../../shared/domain/issue.ts';
import type { SubmissionState } from '../../../../shared/domain/submission.ts';
import type { Readable } from '../../db/open.ts';
import { issueLabel } from '../issues/labels.ts';
import { itemsOfSubmission, placeOfItem } from '../items/repo.ts';
import { lastStanding } from '../submissions/repo.ts';
import { filesOf, getHandIn, type HandIn, threadOf } from './repo.ts';
import { wasTouched } from './send.ts';

/** A hand-in as its own unit sees it. Throws `not-found`. */
export function handInDetail(r: Readable, unit: DepartmentId, id: HandInId): HandInDetail {
  const handIn = getHandIn(r, unit, id);
  const pieces = piecesOf(r, handIn);
  return {
    ...rowOf(handIn, pieces),
    fields: handIn.fields,
    files: filesOf(r, id),
    pieces,
    thread: threadOf(r, handIn).map((one) => handInRow(r, one)),
    mayWithdraw: handIn.withdrawnAt === null && handIn.readAt === null && !wasTouched(r, id),
  };
}

export const handInRow = (r: Readable, handIn: HandIn): HandInRow => rowOf(handIn, piecesOf(r, handIn));

function rowOf(handIn: HandIn, pieces: readonly HandInPiece[]): HandInRow {
  const { id, year, number, at, title, urgentStage } = handIn;
  return {
    id,
    number: receiptNumber(year, number),
    at,
    title,
    urgent: urgentStage,
    state: handIn.withdrawnAt !== null ? 'withdrawn' : furthest(pieces),
    issue: pieces.find((piece) => piece.issue !== null)?.issue ?? null,
  };
}

/** Of several pieces, what the unit wants to know first: printed, then what it must answer. */
const ORDER: readonly HandInState[] = ['printed', 'returned', 'shortlisted', 'reading', 'received', 'rejected'];

const furthest = (pieces: readonly HandInPiece[]): HandInState =>
  ORDER.find((state) => pieces.some((piece) => piece.state === state)) ?? 'received';

interface PieceRecord {
  id: SubmissionId;
  title: string;
  state: SubmissionState;
  feedback: string;
}

function piecesOf(r: Readable, { id, title, readAt }: HandIn): HandInPiece[] {
  const rows = r.all<PieceRecord>(
    `SELECT s.id, s.title, s.state, coalesce(f.text, '') AS feedback FROM hand_in_intakes h
     JOIN submissions s ON s.intake_id = h.intake_id LEFT JOIN submission_feedback f ON f.submission_id = s.id
     WHERE h.hand_in_id = ? ORDER BY s.seq`,
    [id],
  );
  return rows.map((row) => {
    const decided = row.state === 'returned' || row.state === 'rejected' ? lastStanding(r, row.id) : null;
    return {
      title: row.title || title,
      state: handInStateOf(row.state, readAt !== null),
      reason: decided?.reason ?? '',
      dueDate: decided?.dueDate ?? null,
      issue: row.state === 'adopted' ? printedIn(r, row.id) : null,
      feedback: row.feedback,
    };
  });
}

/** Only a signed issue is named: what is still being made is the office's own. */
function printedIn(r: Readable, id: SubmissionId): string | null {
  for (const item of itemsOfSubmission(r, id)) {
    const place = placeOfItem(r, item.id);
    if (place && isFrozen(place.state)) return issueLabel(r, place.id);
  }
  return null;
}

/** Returned and not answered yet. */
export const countReturned = (r: Readable, unit: DepartmentId): number =>
  r.get<{ n: number }>(
    `SELECT count(DISTINCT h.id) AS n FROM hand_ins h JOIN hand_in_intakes hi ON hi.hand_in_id = h.id
     JOIN submissions s ON s.intake_id = hi.intake_id
     WHERE h.department_id = ? AND s.state = 'returned'
       AND NOT EXISTS (SELECT 1 FROM hand_ins a WHERE a.answers_id = h.id AND a.withdrawn_at IS NULL)`,
    [unit],
  )?.n ?? 0;
