import { z } from 'zod';
import { departmentId, type ItemId, intakeId, submissionId } from '../../domain/ids.ts';
import { isoDate } from '../../domain/isoDate.ts';
import { submissionFieldsSchema, submissionStateSchema } from '../../domain/submission.ts';
import { splitSchema } from '../../text/split/review/index.ts';
import { command, query } from '../define.ts';
import type { IntakeResult, IntakeSplit, SubmissionDetail, SubmissionRow } from '../views.ts';
import { editors, staff } from './common.ts';

const text = z.string().max(2_000_000);
/** Characters of a clipboard's HTML; a longer one is taken by its plain text. */
export const MOST_PASTED_HTML = 2_500_000;
const ids = z.array(submissionId).min(1).max(500);

/** 来稿. Files come in through `POST /files/intake?name=…`, which answers an IntakeResult too. */
export const submissionMethods = {
  'submissions.list': query(
    staff,
    z.object({
      /** `null` lists all. */
      state: submissionStateSchema.nullable(),
      /** In title and text; also unit names and their pinyin initials. Empty finds all. */
      search: z.string().max(100),
      departmentId: departmentId.nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
  ).returns<{ rows: SubmissionRow[]; total: number }>(),
  'submissions.get': query(staff, z.object({ id: submissionId })).returns<SubmissionDetail>(),
  /** Pasted text, split like a file. */
  'submissions.paste': command(editors, z.object({ text })).returns<IntakeResult>(),
  /** The text of what was copied from Word, WPS or a page, as a file of it would be read; nothing is taken in yet. */
  'submissions.readPasted': query(editors, z.object({ html: z.string().max(MOST_PASTED_HTML) })).returns<{
    text: string;
    warnings: string[];
  }>(),
  /** 补录: one item typed from paper or telephone. */
  'submissions.type': command(
    editors,
    z.object({
      title: z.string().trim().max(200),
      text: z.string().trim().min(1).max(200_000),
      departmentId: departmentId.nullable(),
      receivedDate: isoDate,
      fields: submissionFieldsSchema,
    }),
  ).returns<IntakeResult>(),
  'submissions.setDepartment': command(editors, z.object({ ids, departmentId })).returns<void>(),
  /** Shortlisting makes the item (稿件) where there is none yet. */
  'submissions.shortlist': command(editors, z.object({ ids })).returns<void>(),
  'submissions.hold': command(editors, z.object({ ids })).returns<void>(),
  'submissions.return': command(
    editors,
    z.object({ ids, reason: z.string().trim().min(1).max(2000), dueDate: isoDate.nullable() }),
  ).returns<void>(),
  'submissions.reject': command(editors, z.object({ ids, reason: z.string().trim().min(1).max(2000) })).returns<void>(),
  /** Takes back the last decision of each; open until the issue is signed. */
  'submissions.undo': command(editors, z.object({ ids })).returns<void>(),
  /** Takes back a whole intake while nothing was decided on it. */
  'submissions.undoIntake': command(editors, z.object({ id: intakeId })).returns<void>(),
  /** How a received text is split into its parts. */
  'submissions.split': query(staff, z.object({ intakeId })).returns<IntakeSplit>(),
  /** Files its parts anew as an editor split them, while nothing was decided on one. */
  'submissions.resplit': command(editors, z.object({ intakeId, split: splitSchema })).returns<IntakeResult>(),
  /** 多条合一: one item from several submissions, each unit credited. */
  'submissions.merge': command(editors, z.object({ ids: z.array(submissionId).min(2).max(20) })).returns<{
    itemId: ItemId;
  }>(),
};
