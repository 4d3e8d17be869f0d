import type { DraftView, HandInCheck } from '../../../../shared/contract/portal/views.ts';
import { toIsoDate } from '../../../../shared/domain/dates.ts';
import { receiptNumber } from '../../../../shared/domain/handIn.ts';
import type { DepartmentId, DraftId, SubmissionId } from '../../../../shared/domain/ids.ts';
import { proof } from '../../../../shared/text/proof/index.ts';
import type { Readable } from '../../db/open.ts';
import type { UnitCall } from '../../portal/context.ts';
import { findNear } from '../duplicates/find.ts';
import { readIndex } from '../search/keeper.ts';
import { getDraft } from './drafts.ts';
import { handInOfSubmission } from './repo.ts';

/** Findings told to a unit; a text with more is better read again than mended one by one. */
const MOST_FINDINGS = 30;
/** Characters of the text shown around a finding. */
const AROUND = 6;

/**
 * What a unit is told before it sends. Proofed by the same rules as at the office's desk, without the office's own
 * registers: what these hold is not for other units. Only the unit's own texts are looked at for likeness.
 */
export async function checkDraft({ desk, unit }: UnitCall, id: DraftId): Promise<HandInCheck> {
  const draft = desk.db.read((r) => getDraft(r, unit.departmentId, id));
  const whole = [draft.title, draft.text].filter((part) => part.trim() !== '').join('\n');
  const { text, findings } = proof(whole, { issueDate: toIsoDate(desk.clock()) });
  return {
    missing: missingOf(draft),
    findings: findings.slice(0, MOST_FINDINGS).map(({ start, end, message, severity }) => ({
      place: text.slice(Math.max(0, start - AROUND), end + AROUND).replaceAll('\n', ' '),
      message,
      severity,
    })),
    similar: whole.trim() === '' ? [] : await readIndex(desk, (r) => similarOf(r, unit.departmentId, whole)),
  };
}

function missingOf({ title, text, files, publicationId, author, signer, phone }: DraftView): string[] {
  const blank = (value: string) => value.trim() === '';
  return [
    ...(blank(text) && files.length === 0 ? ['还没有填写内容，也没有附上文件'] : []),
    ...(blank(title) && !blank(text) ? ['没有标题，将作为简讯'] : []),
    ...(publicationId === null ? ['没有选择刊物'] : []),
    ...(blank(author) ? ['没有填写撰稿人'] : []),
    ...(blank(signer) ? ['没有填写审核或签发人'] : []),
    ...(blank(phone) ? ['没有填写联系电话'] : []),
  ];
}

function similarOf(r: Readable, unit: DepartmentId, text: string): HandInCheck['similar'] {
  const rows = findNear(r, text, new Set()).flatMap(({ document }) => {
    if (document.kind !== 'submission' || !document.unitIds.includes(unit)) return [];
    const handIn = handInOfSubmission(r, document.id as SubmissionId);
    return handIn?.departmentId === unit && handIn.withdrawnAt === null
      ? [{ number: receiptNumber(handIn.year, handIn.number), title: handIn.title, at: handIn.at }]
      : [];
  });
  return rows.slice(0, 5);
}
