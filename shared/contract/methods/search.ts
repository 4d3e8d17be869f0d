import { z } from 'zod';
import type { IsoDate } from '../../domain/dates.ts';
import {
  type DepartmentId,
  departmentId,
  type IssueId,
  type ItemId,
  intakeId,
  itemId,
  publicationId,
  type SubmissionId,
  submissionId,
} from '../../domain/ids.ts';
import { isoDate } from '../../domain/isoDate.ts';
import { type IssueState, issueStateSchema } from '../../domain/issue.ts';
import { type SubmissionState, submissionStateSchema } from '../../domain/submission.ts';
import type { SharedPassage } from '../../text/similar/compare.ts';
import { command, query } from '../define.ts';
import { editors, staff } from './common.ts';

/** Where an item stands: in no issue, in one being made, in one that was signed. */
export const itemPlaceSchema = z.enum(['pool', 'inIssue', 'printed']);
export type ItemPlace = z.infer<typeof itemPlaceSchema>;

/** 作废 is kept beside the state elsewhere; one who searches asks for either. */
export type FoundIssueState = IssueState | 'voided';

export const searchKindSchema = z.enum(['submission', 'item', 'issue', 'department']);
export type SearchKind = z.infer<typeof searchKindSchema>;

/** Half-open range of UTF-16 units. */
export type HitRange = [number, number];

export interface Passage {
  text: string;
  /** Where the words asked for stand, in order. */
  hits: HitRange[];
}

interface Found<Kind extends SearchKind, Id, State> {
  kind: Kind;
  id: Id;
  /** Of an untitled text, its opening. */
  title: Passage;
  passage: Passage;
  /** Short names of the units; of an issue its publication. */
  unit: string;
  /** The issue it stands in, or is: 《上街信息》第19期. */
  issue: { id: IssueId; label: string } | null;
  date: IsoDate | null;
  state: State;
}

export type SearchRow =
  | Found<'submission', SubmissionId, SubmissionState>
  | Found<'item', ItemId, ItemPlace>
  | Found<'issue', IssueId, FoundIssueState>
  | Found<'department', DepartmentId, 'active' | 'inactive'>;

export interface SearchResult {
  rows: SearchRow[];
  /** How many there are, counted up to a thousand. */
  total: number;
  /** There are more than were counted. */
  more: boolean;
  /** Documents not indexed yet, after a change of the index; they may be missing here. */
  unindexed: number;
}

/** An earlier (or at any rate other) text that tells the same. */
export type DuplicateRow = (
  | { kind: 'submission'; id: SubmissionId; state: SubmissionState }
  | { kind: 'item'; id: ItemId; state: ItemPlace }
) & {
  title: string;
  unit: string;
  date: IsoDate;
  /** Where it was printed or is to be: 《上街信息》第17期. */
  issue: { id: IssueId; label: string } | null;
  /** How much of the shorter text stands in the longer, 0 to 1. */
  score: number;
  /** Printed, or filed before the text asked about. */
  earlier: boolean;
  /** Title and paragraphs, one a line. */
  text: string;
  /** Ranges of the text asked about (`here`) and of `text` (`there`). */
  passages: SharedPassage[];
};

export interface Duplicates {
  /** The text asked about, title and paragraphs, one a line. */
  text: string;
  /** The likest first. */
  rows: DuplicateRow[];
}

/** A submission and the text it is likest to. */
export interface NearSubmission {
  submissionId: SubmissionId;
  title: string;
  /** Title and paragraphs, one a line. */
  text: string;
  near: DuplicateRow;
}

const about = z.union([z.object({ submissionId }), z.object({ itemId })]);

export const searchMethods = {
  /**
   * One box over everything. Words divided by spaces must all be found, each as it stands, in title, text, source,
   * author or, from two characters on, as the name of the unit; width and case do not count. A unit is also found by
   * its initials (qfgw). Without words, everything that passes the filters.
   */
  'search.query': query(
    staff,
    z.object({
      text: z.string().max(100),
      /** `null` looks in all. Units are only found by words, and not where a filter below is set. */
      kinds: z.array(searchKindSchema).min(1).nullable().default(null),
      departmentId: departmentId.nullable().default(null),
      state: z
        .enum([...submissionStateSchema.options, ...itemPlaceSchema.options, ...issueStateSchema.options, 'voided'])
        .nullable()
        .default(null),
      /** First and last day: received, printed or last edited. */
      from: isoDate.nullable().default(null),
      to: isoDate.nullable().default(null),
      publicationId: publicationId.nullable().default(null),
      /** `best` weighs the newest four hundred hits and those in titles; single characters are answered newest first. */
      order: z.enum(['newest', 'best']).default('newest'),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
  ).returns<SearchResult>(),

  /** Submissions and items, printed ones too, that tell the same as one of them; what was made of it is left out. */
  'duplicates.find': query(staff, about).returns<Duplicates>(),
  /** Of the submissions that came with one intake those that tell what another text told, each with the likest. */
  'duplicates.ofIntake': query(staff, z.object({ intakeId })).returns<NearSubmission[]>(),
  /** Says that two texts that look alike tell different things, or takes that back; they name each other no more. */
  'duplicates.setApart': command(
    editors,
    z.object({
      about,
      other: z.union([
        z.object({ kind: z.literal('submission'), id: submissionId }),
        z.object({ kind: z.literal('item'), id: itemId }),
      ]),
      apart: z.boolean(),
    }),
  ).returns<void>(),
};
