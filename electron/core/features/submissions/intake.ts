import type { IntakeResult, IntakeWay, UnitCandidate } from '../../../../shared/contract/views.ts';
import { type IsoDate, toIsoDate } from '../../../../shared/domain/dates.ts';
import type { DepartmentId, IntakeId, SubmissionId } from '../../../../shared/domain/ids.ts';
import type { SubmissionFields } from '../../../../shared/domain/submission.ts';
import { charCount } from '../../../../shared/text/normalise.ts';
import type { SplitItem } from '../../../../shared/text/split/document.ts';
import { splitWithTrace, UNSURE } from '../../../../shared/text/split/index.ts';
import { documentOf, type Split } from '../../../../shared/text/split/review/index.ts';
import { recogniseUnit, type UnitName } from '../../../../shared/text/units/index.ts';
import { recogniseFields } from '../../../intake/fields.ts';
import { LIFTED_LIMITS, type ReadLimits, USUAL_LIMITS } from '../../../intake/limits.ts';
import { IntakeError } from '../../../intake/reader.ts';
import type { FileReader } from '../../../intake/readInChild.ts';
import { type Call, type Desk, newId, now, record } from '../../context.ts';
import { hashBytes, putBlob } from '../../db/blobs.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { listDepartments, unitNames } from '../departments/repo.ts';
import { officeKnowledge } from './knowledge.ts';
import { keepPictures } from './pictures.ts';
import {
  addIntake,
  addSubmission,
  findIntakeOfBytes,
  type Intake,
  keepSplit,
  type Submission,
  submissionRows,
  submissionsOfIntake,
} from './repo.ts';

/** Reads, splits and files what a department sent. The same bytes a second time add nothing and say when they came. */
export async function intakeFile(
  call: Call,
  file: { name: string; bytes: Uint8Array },
  long = false,
): Promise<IntakeResult> {
  const { db } = call.desk;
  const hash = hashBytes(file.bytes);
  const earlier = db.read((r) => {
    const intake = findIntakeOfBytes(r, hash);
    return intake && { intake, submissions: submissionRows(r, submissionsOfIntake(r, intake.id)) };
  });
  if (earlier)
    return {
      intakeId: earlier.intake.id,
      fileName: file.name,
      submissions: earlier.submissions,
      alreadyReceivedAt: earlier.intake.receivedAt,
      warnings: [],
      unsure: 0,
    };
  const read = await readFile(call.desk, file, long ? LIFTED_LIMITS : USUAL_LIMITS);
  return db.write((w) => fileReadFile(w, call, read, null));
}

/** A file with what its reader found in it. */
export interface ReadFile {
  file: { name: string; bytes: Uint8Array };
  content: Awaited<ReturnType<FileReader['read']>>;
}

/** Throws `CoreError` with what the reader says of the file. */
export const readFile = async (
  { reader }: Desk,
  file: ReadFile['file'],
  limits: ReadLimits = USUAL_LIMITS,
): Promise<ReadFile> => ({
  file,
  content: await reader.read(file, limits).catch(refused),
});

/** Splits and files what was read. `departmentId`: the unit that handed it in, where that is known. */
export function fileReadFile(
  w: Writable,
  call: Call,
  { file, content }: ReadFile,
  departmentId: DepartmentId | null,
): IntakeResult {
  const { hash } = putBlob(w, file.bytes);
  const from = { fileName: file.name, blobHash: hash, warnings: [...content.warnings] };
  const result = fileSplit(w, call, newIntake(call, 'file', content.text, from), departmentId);
  keepPictures(w, result.intakeId, content.attachments);
  return result;
}

/** What a reader says of a file, as the core says it. */
function refused(error: unknown): never {
  throw error instanceof IntakeError ? new CoreError(error.code, error.params, { cause: error }) : error;
}

/** Pasted text, split like a file. */
export function intakePaste(w: Writable, call: Call, text: string): IntakeResult {
  if (text.trim() === '') throw new CoreError('invalid-input', { detail: '没有粘贴到文字' });
  return fileSplit(w, call, newIntake(call, 'paste', text));
}

/** What was copied as HTML, as a file of it would be read, in the readers' process. Throws what the readers say. */
export async function readPasted({ desk }: Call, html: string): Promise<{ text: string; warnings: string[] }> {
  const bytes = new TextEncoder().encode(html);
  const { text, warnings } = await desk.reader.read({ name: '粘贴的内容.html', bytes }).catch(refused);
  return { text, warnings: [...warnings] };
}

export interface Typed {
  title: string;
  text: string;
  departmentId: DepartmentId | null;
  receivedDate: IsoDate;
  fields: SubmissionFields;
}

/** 补录: one item as typed, nothing split. */
export function intakeTyped(
  w: Writable,
  call: Call,
  { title, text, departmentId, receivedDate, fields }: Typed,
): IntakeResult {
  const names = unitNames(listDepartments(w));
  if (departmentId !== null && !names.some((name) => name.unitId === departmentId))
    throw new CoreError('not-found', { what: '这个单位' });
  const paragraphs = text.split(/\s*\n\s*/).filter((line) => line !== '');
  const intake = { ...newIntake(call, 'typed', title === '' ? text : `${title}\n${text}`), receivedDate };
  const piece = {
    kind: title === '' ? ('brief' as const) : ('item' as const),
    title,
    paragraphs,
    subheads: [],
    source: null,
  };
  const submission = toSubmission(intake, piece, fields, names);
  const known = departmentId === null ? submission : { ...submission, departmentId, candidates: [] };
  return file(w, call, intake, [known], null);
}

function newIntake(
  { desk, actor }: Call,
  way: IntakeWay,
  text: string,
  from: Pick<Intake, 'fileName' | 'blobHash' | 'warnings'> = { fileName: null, blobHash: null, warnings: [] },
): Intake {
  return {
    id: newId<IntakeId>(),
    way,
    text,
    ...from,
    receivedAt: now(desk),
    receivedDate: toIsoDate(desk.clock()),
    receivedBy: actor.name,
  };
}

function fileSplit(w: Writable, call: Call, intake: Intake, departmentId: DepartmentId | null = null): IntakeResult {
  const knowledge = officeKnowledge(w, intake.text);
  const split = splitWithTrace(intake.text, knowledge);
  if (split.items.length === 0) throw new CoreError('file-no-text', { file: intake.fileName ?? '粘贴的内容' });
  const pieces = piecesOf(w, intake, split);
  const told = departmentId === null ? pieces : pieces.map((piece) => ({ ...piece, departmentId, candidates: [] }));
  const result = file(w, call, intake, told, split);
  // Titles come and go; the split they spoke for stays what it was.
  const { pieces: kept, items, confidence } = split;
  if (knowledge.titles.length > 0) keepSplit(w, call, intake.id, { pieces: kept, items, confidence });
  return result;
}

/** The submissions a split text makes, in the order of the text. */
export function piecesOf(r: Readable, intake: Intake, split: Split): Submission[] {
  const names = unitNames(listDepartments(r));
  const document = documentOf(intake.text, split);
  const items = 'issues' in document ? document.issues.flatMap((issue) => issue.items) : document.items;
  const around = recogniseFields(intake.text);
  return items.map((item) => {
    const whole = items.length === 1 ? intake.text : null;
    return toSubmission(intake, pieceOf(item), { ...bylineFields(item), ...around }, names, item.sourceText, whole);
  });
}

/** Puts an intake and its submissions into the database; `received` counts up, so the first piece is the newest last. */
function file(
  w: Writable,
  call: Call,
  intake: Intake,
  submissions: readonly Submission[],
  split: Split | null,
): IntakeResult {
  addIntake(w, intake);
  for (const submission of submissions) addSubmission(w, submission);
  const from = intake.fileName === null ? '' : `“${intake.fileName}”`;
  record(w, call, intake.id, `收进来稿${from}，${submissions.length}条`);
  return intakeResult(w, intake, split);
}

/** What a page is told of an intake as it stands. */
export function intakeResult(r: Readable, intake: Intake, split: Split | null): IntakeResult {
  return {
    intakeId: intake.id,
    fileName: intake.fileName,
    submissions: submissionRows(r, submissionsOfIntake(r, intake.id)),
    alreadyReceivedAt: null,
    warnings: intake.warnings,
    unsure: split === null ? 0 : split.confidence.filter((sure) => sure < UNSURE).length,
  };
}

type Piece = Pick<Submission, 'kind' | 'title' | 'paragraphs' | 'subheads' | 'source'>;

const pieceOf = ({ kind, title, body, subheads, source }: SplitItem): Piece => ({
  kind,
  title: title ?? '',
  paragraphs: body,
  subheads,
  source,
});

function bylineFields({ byline }: SplitItem): SubmissionFields {
  const names = [...byline.reporters, ...byline.correspondents];
  return { author: names.length === 0 ? null : names.join('、'), signer: null, phone: null };
}

function toSubmission(
  intake: Intake,
  piece: Piece,
  fields: SubmissionFields,
  names: readonly UnitName[],
  sourceText: string | null = null,
  wholeText: string | null = null,
): Submission {
  const { departmentId, candidates } = recognise({ title: piece.title, sourceText, text: wholeText }, names);
  return {
    ...piece,
    id: newId<SubmissionId>(),
    intakeId: intake.id,
    departmentId,
    candidates,
    state: 'new',
    fields,
    charCount: charCount(piece.paragraphs.join('\n')),
  };
}

/** The unit, where the text is clear about it; otherwise whom to ask about. */
function recognise(clues: Parameters<typeof recogniseUnit>[0], names: readonly UnitName[]) {
  const found = recogniseUnit(clues, names);
  const candidate = ({ unitId }: { unitId: string }): UnitCandidate => ({
    departmentId: unitId as DepartmentId,
    name: names.find((name) => name.unitId === unitId && name.kind === 'short')?.name ?? '',
  });
  if (found === null) return { departmentId: null, candidates: [] };
  if (found.kind === 'recognised') return { departmentId: candidate(found.guess).departmentId, candidates: [] };
  const seen = new Map(found.guesses.map((guess) => [guess.unitId, candidate(guess)]));
  return { departmentId: null, candidates: [...seen.values()] };
}
