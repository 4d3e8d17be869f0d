import type { Block, EntryKind } from '../domain/bulletin.ts';
import type { IsoDate, Timestamp } from '../domain/dates.ts';
import type { Distribution, ResolvedDistribution } from '../domain/distribution.ts';
import type { EntryOrder } from '../domain/entryOrder.ts';
import type { ExportWish } from '../domain/exportWish.ts';
import type { UrgentStage } from '../domain/handIn.ts';
import type {
  BackFileId,
  DepartmentId,
  IntakeId,
  IssueId,
  ItemId,
  PersonId,
  PublicationId,
  SubmissionId,
} from '../domain/ids.ts';
import type { IssueState } from '../domain/issue.ts';
import type { PageAdjust } from '../domain/pageAdjust.ts';
import type { Person } from '../domain/people.ts';
import type { PictureType } from '../domain/picture.ts';
import type { SubmissionFields, SubmissionState } from '../domain/submission.ts';
import type { Assets, LatinMetrics, LineBox, Mark, PageMeter } from '../page/index.ts';
import type { SplitKind } from '../text/split/document.ts';
import type { Split } from '../text/split/review/index.ts';
import type { ErrorData } from './errors.ts';

/** What the methods answer: shapes made for screens, read from the core, never sent back to it. */

export interface OfficeView {
  /** 中共上街区委办公室 */
  name: string;
  exportFolder: string;
  /** What was wanted of the last export. */
  exportWish: ExportWish;
}

/** What the host can do for the page; the page never asks which host it is. */
export interface Capabilities {
  showInFolder: boolean;
  chooseFolder: boolean;
  /** Asked for a PDF with `?print`, opens the system's print dialog itself; elsewhere the PDF's view has a button for it. */
  print: boolean;
}

export interface SessionView {
  /** `null` until the office has been set up. */
  office: OfficeView | null;
  person: Person | null;
  people: Person[];
  capabilities: Capabilities;
  /** Program version, for 关于. */
  version: string;
}

/** Numbers on the rail. */
export interface Counts {
  submissions: Record<SubmissionState, number>;
  /** Items that wait for an issue. */
  items: number;
  issuesOpen: number;
  issuesSigned: number;
}

export interface SubmissionRow {
  id: SubmissionId;
  departmentId: DepartmentId | null;
  /** Short name of the unit; `null` where it is not known yet. */
  department: string | null;
  title: string;
  /** Opening of the text; what a piece without a title is known by. */
  excerpt: string;
  state: SubmissionState;
  receivedAt: Timestamp;
  charCount: number;
  kind: SplitKind;
  fileName: string | null;
  /** Handed in as an urgent report through the department page. */
  urgent?: UrgentStage | null;
}

export type IntakeWay = 'file' | 'paste' | 'typed';

export interface UnitCandidate {
  departmentId: DepartmentId;
  name: string;
}

export interface Decision {
  at: Timestamp;
  person: string;
  from: SubmissionState;
  to: SubmissionState;
  /** Reason of a rejection, what to fix of a return. */
  reason: string;
  dueDate: IsoDate | null;
  /** An undo of the decision before. */
  undo: boolean;
}

export interface SubmissionDetail extends SubmissionRow {
  /** Paragraphs as split; the text itself is never changed. */
  paragraphs: string[];
  subheads: number[];
  source: string | null;
  fields: SubmissionFields;
  /** portal: through the department page. */
  way: IntakeWay | 'portal';
  receivedBy: string;
  /** For 补录: the day the item came in, where it differs. */
  receivedDate: IsoDate;
  intakeId: IntakeId;
  /** Nothing was decided on any part of the intake, so that it may still be split otherwise. */
  mayResplit: boolean;
  /** The whole text of the file or paste it came in, of which this is one part. */
  originalText: string;
  /** What stands in it round the items: greetings, who checked it, telephone numbers. */
  around: string[];
  originalHash: string | null;
  /** Pictures of the file it came in. */
  pictures: PictureView[];
  warnings: string[];
  candidates: UnitCandidate[];
  decisions: Decision[];
  itemId: ItemId | null;
  /** Where it stands, 《上街信息》第19期. */
  issue: { id: IssueId; label: string } | null;
  /** Adopted this year and handed in this month, of the same unit. */
  unitStats: { adoptedThisYear: number; receivedThisMonth: number } | null;
}

/** A picture that came with a file; shown from `/files/pictures/HASH`. */
export interface PictureView {
  hash: string;
  /** As in the file. */
  name: string;
  type: PictureType;
  pixels: [width: number, height: number] | null;
  /** Bytes. */
  size: number;
}

/** What became of one dropped file, paste or typed item. */
export interface IntakeResult {
  intakeId: IntakeId;
  fileName: string | null;
  submissions: SubmissionRow[];
  /** The same bytes were taken in before; nothing was added. */
  alreadyReceivedAt: Timestamp | null;
  warnings: string[];
  /** How many of the submissions the splitter was not sure of. */
  unsure: number;
}

/** A received text and how it is split. */
export interface IntakeSplit {
  intakeId: IntakeId;
  fileName: string | null;
  text: string;
  split: Split;
  /** Nothing was decided on any part yet, so that it may still be split otherwise. */
  open: boolean;
}

export interface Credit {
  submissionId: SubmissionId | null;
  departmentId: DepartmentId;
  department: string;
}

export interface ItemRow {
  id: ItemId;
  title: string;
  /** Opening of the text, where there is no title. */
  excerpt: string;
  source: string;
  charCount: number;
  kind: EntryKind;
  updatedAt: Timestamp;
  updatedBy: string;
  issue: { id: IssueId; label: string; state: IssueState } | null;
  /** 批注 and 问题 nobody has settled yet. */
  openNotes: number;
  openQuestions: number;
}

export interface ItemDetail extends ItemRow {
  blocks: Block[];
  /** Counts saves; sent back with the next one so that nothing overwrites silently. */
  version: number;
  credits: Credit[];
  /** Printed instead of the credited units; `null` prints these. */
  sourceOverride: string | null;
  /** Submissions it was made from. */
  submissions: SubmissionDetail[];
  /** Frozen with a signed issue. */
  readOnly: boolean;
}

export type RevisionOrigin = 'submission' | 'edit' | 'merge' | 'restore';

export interface RevisionRow {
  seq: number;
  /** When it was begun, and its last save. */
  at: Timestamp;
  endedAt: Timestamp;
  person: string;
  origin: RevisionOrigin;
  /** What was done, where it is more than typing; else empty. */
  note: string;
  charCount: number;
}

export interface Revision extends RevisionRow {
  title: string;
  blocks: Block[];
}

/** An item's text with the changes that were accepted. */
export interface AcceptedText {
  at: Timestamp;
  person: string;
  title: string;
  blocks: Block[];
}

export interface IssueRow {
  id: IssueId;
  publicationId: PublicationId;
  publication: string;
  state: IssueState;
  /** Given when signed; before that the number it would take now. */
  number: number;
  /** `null` where a back issue does not say. */
  total: number | null;
  tentative: boolean;
  /** 第19期, or 第19期（暂定）. */
  label: string;
  date: IsoDate;
  theme: string;
  entryCount: number;
  /** Set where a signed issue was voided; it keeps its number. */
  voided: boolean;
  signedAt: Timestamp | null;
  signedBy: string | null;
}

export interface IssueEntryView {
  item: ItemRow;
  kind: EntryKind;
  section: string | null;
  blocks: Block[];
}

export interface IssueDetail extends IssueRow {
  entries: IssueEntryView[];
  editors: string[];
  reviewer: string | null;
  /** Who is to sign; the person who signed once signed. */
  signer: string | null;
  distribution: Distribution;
  resolved: ResolvedDistribution;
  /** Of a back issue, the file it was read from, and who filed it when. */
  filedFrom: { fileId: BackFileId; fileName: string; by: string; at: Timestamp } | null;
  corrects: { id: IssueId; label: string; date: IsoDate } | null;
  /** What it sets otherwise than its publication's house style. */
  pageAdjust: PageAdjust;
  reviewNote: string;
  /** Changes with every edit; sent back so that nothing overwrites silently. */
  version: number;
  /** Of its publication. */
  order: EntryOrder;
  log: LogRow[];
}

/** One page of the preview; `drawn` is left out where the caller has it or did not ask for it. */
export interface PreviewPage {
  n: number;
  /** Of what is drawn and of the entries its lines belong to. */
  hash: string;
  drawn?: PageDrawing;
}

export interface PageDrawing {
  marks: Mark[];
  lines: PreviewLine[];
}

/** Where a line of an entry stands, mm from the page's upper left corner. */
export type PreviewLine = LineBox;

export interface Preview {
  /** Page size, mm. */
  width: number;
  height: number;
  pages: PreviewPage[];
  /** Outlines and pictures the drawings name and the caller does not have. */
  assets: Assets;
  /** The page each entry begins on. */
  startsOn: Record<string, number>;
  meter: PageMeterView;
  /** Widths of the Latin face in use; `null` where they are those of Times, which the page has. */
  latin: LatinMetrics | null;
}

export type PageMeterView = PageMeter;

export interface FontRoleReport {
  role: string;
  wanted: string;
  used: string | null;
  substituted: boolean;
}

/** What the fonts of this machine lack for an issue, in sentences. */
export interface FontRemarks {
  /** Characters no font has: the issue cannot be exported with them. */
  blocking: string[];
  /** Roles and characters another face stands in for. */
  remarks: string[];
}

export interface ExportedFile {
  name: string;
  bytes: number;
  sha256: string;
}

/** What measuring the finished pages against the house style found. */
export interface PageCheck {
  verdict: 'pass' | 'fail';
  findings: { severity: 'fail' | 'warn'; page: number | null; text: string }[];
}

export interface ExportResult {
  folder: string;
  files: ExportedFile[];
  /** `null` where no PDF was wanted. */
  pages: number | null;
  check: PageCheck | null;
  fonts: FontRoleReport[];
  /** Sentences a person should read before printing: substituted fonts, missing characters. */
  remarks: string[];
}

export interface DeliveryRow {
  index: number;
  label: string;
  recipient: string;
  copies: number;
  deliveredAt: Timestamp | null;
  deliveredBy: string | null;
}

export interface LogRow {
  seq: number;
  at: Timestamp;
  person: string;
  /** What was done, in words: 签发第19期. */
  text: string;
}

export interface ImportResult {
  added: number;
  updated: number;
  unchanged: number;
}

export interface PersonRow extends Person {
  id: PersonId;
}

/** The body of every answer that is not a success. */
export interface ErrorBody {
  error: ErrorData;
}
