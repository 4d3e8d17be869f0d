import { z } from 'zod';
import type { BackProblem, NumberRange } from '../../domain/backIssue.ts';
import type { IsoDate, Timestamp } from '../../domain/dates.ts';
import {
  type BackFileId,
  backFileId,
  departmentId,
  issueId,
  type PublicationId,
  publicationId,
} from '../../domain/ids.ts';
import { isoDate } from '../../domain/isoDate.ts';
import type { SplitIssue } from '../../text/split/document.ts';
import { type Split, splitSchema } from '../../text/split/review/index.ts';
import { command, query } from '../define.ts';
import { editors, staff } from './common.ts';

/** One issue found in a file: the file, and its place among the issues in it, 0-based. */
const draftKey = z.object({ fileId: backFileId, part: z.int().min(0).max(500) });
export type BackDraftKey = z.infer<typeof draftKey>;

/** What became of one file that was handed over. */
export interface BackUpload {
  fileId: BackFileId;
  /** `known`: the same bytes are waiting, read or filed already; nothing was added. */
  state: 'added' | 'known';
}

export interface BackStatus {
  waiting: number;
  failed: number;
  /** Issues to be filed, with how many of them nothing stands in the way. */
  drafts: number;
  ready: number;
  /** Issues filed so far. */
  filed: number;
  paused: boolean;
}

/** An issue to be filed; or a file in which none was found, or that could not be read. */
export interface BackRow {
  fileId: BackFileId;
  part: number;
  fileName: string;
  addedAt: Timestamp;
  /** `unread`: waiting to be read; `failed`: could not be; `draft`: to be filed. */
  state: 'unread' | 'failed' | 'draft';
  publicationId: PublicationId | null;
  publication: string | null;
  number: number | null;
  total: number | null;
  date: IsoDate | null;
  items: number;
  unsure: number;
  problems: BackProblem[];
  /** Why it could not be read. */
  sentence: string | null;
}

export interface BackDetail extends BackRow {
  /** The text of the whole file, with all issues in it, and its split. */
  text: string;
  split: Split;
  warnings: string[];
  /** The issue as it will be filed. */
  issue: SplitIssue;
  /** For each of its items the units credited, as recognised. */
  units: string[][];
}

/** The numbers of a publication in a year: what stands and what is to be filed, taken together. */
export interface BackYear {
  publicationId: PublicationId;
  publication: string;
  year: number;
  standing: number;
  drafts: number;
  missing: NumberRange[];
  doubled: number[];
}

export interface BackNumbers {
  years: BackYear[];
  /** Gaps and doubles of the running totals, where issues have them. */
  totals: { publicationId: PublicationId; publication: string; missing: NumberRange[]; doubled: number[] }[];
}

export interface UnknownSource {
  /** As printed after the items. */
  name: string;
  items: number;
}

export interface FilingResult {
  filed: number;
  /** Left, because something came in the way. */
  left: number;
}

/**
 * 往期补录. Files come in through `POST /files/back-issues?name=…`, which answers a BackUpload; they are read one after
 * the other in the background, also after a restart, with progress under the job `back-issues`.
 */
export const backIssueMethods = {
  'backIssues.status': query(staff, z.object({})).returns<BackStatus>(),
  'backIssues.list': query(
    staff,
    z.object({
      only: z.enum(['all', 'problems', 'ready']),
      sort: z.enum(['file', 'number', 'date', 'items', 'unsure', 'problems']),
      descending: z.boolean(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
  ).returns<{ rows: BackRow[]; total: number }>(),
  'backIssues.get': query(staff, draftKey).returns<BackDetail>(),
  'backIssues.numbers': query(staff, z.object({})).returns<BackNumbers>(),
  /** Sources printed after items that no unit of the register goes by, the most frequent first. */
  'backIssues.unknownSources': query(staff, z.object({})).returns<UnknownSource[]>(),
  /** Says that a printed name means a unit: it becomes a further name of that unit. */
  'backIssues.nameUnit': command(
    editors,
    z.object({ name: z.string().trim().min(1).max(80), departmentId }),
  ).returns<void>(),
  'backIssues.save': command(
    editors,
    draftKey.extend({
      publicationId: publicationId.nullable(),
      number: z.int().min(1).max(99_999).nullable(),
      total: z.int().min(1).max(999_999).nullable(),
      date: isoDate.nullable(),
    }),
  ).returns<void>(),
  /** Cuts, joins, kinds and roles of a whole file as corrected; refused where its text is not wholly covered. */
  'backIssues.saveSplit': command(editors, z.object({ fileId: backFileId, split: splitSchema })).returns<void>(),
  /** Takes files out that are not filed; all of them where `fileIds` is null. */
  'backIssues.remove': command(editors, z.object({ fileIds: z.array(backFileId).max(5_000).nullable() })).returns<{
    removed: number;
  }>(),
  /** Reads a file once more that could not be read. */
  'backIssues.retry': command(editors, z.object({ fileId: backFileId })).returns<void>(),
  'backIssues.pause': command(editors, z.object({ paused: z.boolean() })).returns<void>(),
  /** Files what is named, or (`null`) all that nothing stands in the way of; each issue whole or not at all. */
  'backIssues.file': command(
    editors,
    z.object({ drafts: z.array(draftKey).min(1).max(5_000).nullable(), job: z.string().max(64) }),
  ).returns<FilingResult>(),
  /** Takes a filing back: its number is free, its file waits to be filed again. */
  'backIssues.withdraw': command(
    editors,
    z.object({ issueId, reason: z.string().trim().min(1).max(500) }),
  ).returns<void>(),
};
