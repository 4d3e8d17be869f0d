import type { HandInFields, HandInReceipt } from '../../../../shared/contract/portal/views.ts';
import { type IsoDate, toIsoDate } from '../../../../shared/domain/dates.ts';
import { receiptNumber } from '../../../../shared/domain/handIn.ts';
import type { DraftId, HandInId } from '../../../../shared/domain/ids.ts';
import { openingOf } from '../../../../shared/text/opening.ts';
import { newId, now, record } from '../../context.ts';
import { putBlob } from '../../db/blobs.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { asCall, type UnitCall } from '../../portal/context.ts';
import { getCommissionFor } from '../commissions/repo.ts';
import { readPortalSettings } from '../portal/settings.ts';
import { fileReadFile, intakeTyped, type ReadFile, readFile } from '../submissions/intake.ts';
import { deleteIntake } from '../submissions/repo.ts';
import { dropFiles, readDraftFiles } from './draftFiles.ts';
import { discardDraft } from './drafts.ts';
import {
  addHandIn,
  countOrdinary,
  getHandIn,
  handInOfDraft,
  intakesOf,
  keepFile,
  linkIntake,
  markWithdrawn,
  unlinkIntakes,
} from './repo.ts';

/**
 * Receives what a unit sends: receipt number, submissions and original files in one transaction. Sent again under the
 * same draft's id, after a cut line, it is the same hand-in. Files that cannot be read refuse the whole, by name.
 * Throws `hand-in-empty`, `hand-in-cap`, `not-found` and what the readers say.
 */
export async function sendHandIn(call: UnitCall, draftId: DraftId, fields: HandInFields): Promise<HandInReceipt> {
  const { desk, unit } = call;
  const earlier = desk.db.read((r) => handInOfDraft(r, unit.departmentId, draftId));
  if (earlier) return receiptOf(earlier);
  const key = [unit.departmentId, draftId] as const;
  const files = await readDraftFiles(desk, key);
  const read: ReadFile[] = [];
  for (const file of files) read.push(await readFile(desk, file));
  const receipt = receive(call, { draftId, fields, files: read, packet: null });
  await dropFiles(
    desk,
    key,
    files.map(({ hash }) => hash),
  );
  return receipt;
}

export interface Received {
  draftId: DraftId;
  fields: HandInFields;
  files: readonly ReadFile[];
  /** The packet it came in: hash of the file, key for the receipt; `null` over the network. */
  packet: { hash: string; replyKey: string } | null;
}

/** Files what was read already. */
export function receive(call: UnitCall, { draftId, fields, files, packet }: Received): HandInReceipt {
  const { desk, unit } = call;
  const done = desk.db.write((w) => {
    // The line was cut and the page sends again while the first is still being read.
    const earlier = handInOfDraft(w, unit.departmentId, draftId);
    if (earlier) return { receipt: receiptOf(earlier), submission: null };
    const id = newId<HandInId>();
    const at = now(desk);
    const day = toIsoDate(desk.clock());
    const year = Number(day.slice(0, 4));
    refuse(w, call, fields, files, day);
    const title = fields.title.trim() || titleOf(fields, files);
    const number = addHandIn(w, {
      id,
      departmentId: unit.departmentId,
      draftId,
      year,
      at,
      day,
      title,
      fields,
      urgentStage: fields.urgent?.stage ?? null,
      chainId: chainOf(w, call, fields, id),
      answersId: fields.answers,
      commissionId: fields.commission,
      packet: packet?.hash ?? null,
      replyKey: packet?.replyKey ?? null,
    });
    const rows = [...fileText(w, call, id, fields, day), ...files.flatMap((file, i) => fileOne(w, call, id, file, i))];
    discardDraft(w, unit.departmentId, draftId);
    const receipt = { id, number: receiptNumber(year, number), at };
    record(w, asCall(call), id, `${unit.name}报送${receipt.number}：${title}`);
    return { receipt, submission: rows[0] ?? null };
  });
  if (done.submission && fields.urgent)
    desk.emit({
      type: 'urgent',
      submissionId: done.submission.id,
      unit: unit.name,
      title: done.submission.title,
      stage: fields.urgent.stage,
    });
  return done.receipt;
}

const receiptOf = ({
  id,
  year,
  number,
  at,
}: {
  id: HandInId;
  year: number;
  number: number;
  at: HandInReceipt['at'];
}) => ({
  id,
  number: receiptNumber(year, number),
  at,
});

/** Takes a hand-in back with all that was made of it. Throws `hand-in-read`. */
export function withdraw(w: Writable, call: UnitCall, id: HandInId): void {
  const handIn = getHandIn(w, call.unit.departmentId, id);
  if (handIn.withdrawnAt !== null) return;
  if (handIn.readAt !== null || wasTouched(w, id)) throw new CoreError('hand-in-read');
  const intakes = intakesOf(w, id);
  unlinkIntakes(w, id);
  for (const intake of intakes) deleteIntake(w, intake);
  markWithdrawn(w, id, now(call.desk));
  record(w, asCall(call), id, `${call.unit.name}撤回${receiptNumber(handIn.year, handIn.number)}：${handIn.title}`);
}

/** Whether an editor decided anything on it: a list can be worked without opening each. */
export const wasTouched = (r: Readable, id: HandInId): boolean =>
  r.get(
    `SELECT 1 AS found FROM hand_in_intakes h JOIN submissions s ON s.intake_id = h.intake_id
     WHERE h.hand_in_id = ? AND (s.state <> 'new'
       OR EXISTS (SELECT 1 FROM submission_decisions d WHERE d.submission_id = s.id))`,
    [id],
  ) !== undefined;

function refuse(r: Readable, call: UnitCall, fields: HandInFields, files: readonly ReadFile[], day: IsoDate): void {
  const { unit } = call;
  if (fields.text.trim() === '' && files.length === 0) throw new CoreError('hand-in-empty');
  if (fields.commission !== null) getCommissionFor(r, unit.departmentId, fields.commission);
  const { dailyCap } = readPortalSettings(r);
  const ordinary = fields.urgent === null && fields.answers === null && fields.commission === null;
  if (ordinary && dailyCap !== null && countOrdinary(r, unit.departmentId, day) >= dailyCap)
    throw new CoreError('hand-in-cap', { cap: dailyCap });
}

/** An answer and a further report belong to the matter they follow; both must be the unit's own. */
function chainOf(r: Readable, { unit }: UnitCall, { answers, urgent }: HandInFields, own: HandInId): HandInId {
  const before = answers ?? urgent?.chain ?? null;
  return before === null ? own : getHandIn(r, unit.departmentId, before).chainId;
}

const titleOf = ({ text }: HandInFields, files: readonly ReadFile[]): string =>
  openingOf(text) || (files[0]?.file.name ?? '');

function fileText(w: Writable, call: UnitCall, id: HandInId, fields: HandInFields, day: IsoDate) {
  if (fields.text.trim() === '') return [];
  const blank = (text: string) => (text.trim() === '' ? null : text.trim());
  const { submissions, intakeId } = intakeTyped(w, asCall(call), {
    title: fields.title.trim(),
    text: fields.text,
    departmentId: call.unit.departmentId,
    receivedDate: day,
    fields: { author: blank(fields.author), signer: blank(fields.signer), phone: blank(fields.phone) },
  });
  linkIntake(w, id, intakeId);
  return submissions;
}

function fileOne(w: Writable, call: UnitCall, id: HandInId, read: ReadFile, position: number) {
  keepFile(w, id, position, read.file.name, putBlob(w, read.file.bytes).hash);
  const { submissions, intakeId } = fileReadFile(w, asCall(call), read, call.unit.departmentId);
  linkIntake(w, id, intakeId);
  return submissions;
}
