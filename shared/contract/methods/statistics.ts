import { z } from 'zod';
import type { IsoDate } from '../../domain/dates.ts';
import {
  type DepartmentId,
  departmentId,
  type IssueId,
  type ItemId,
  publicationId,
  type ScoringRulesId,
  type SubmissionId,
} from '../../domain/ids.ts';
import { isoDate } from '../../domain/isoDate.ts';
import type { LineKind } from '../../domain/scoring/ledger.ts';
import type { Month } from '../../domain/scoring/months.ts';
import type { Points } from '../../domain/scoring/points.ts';
import type { Figures, GroupFigures } from '../../domain/statistics/matrix.ts';
import type { SubmissionState } from '../../domain/submission.ts';
import { query } from '../define.ts';
import { staff } from './common.ts';

/** First and last day, and one publication or all. With a publication only points of what it printed count. */
export const spanSchema = z
  .object({ from: isoDate, to: isoDate, publicationId: publicationId.nullable() })
  .refine(({ from, to }) => from <= to, '起止日期颠倒了');
export type Span = z.infer<typeof spanSchema>;

export interface Statistics {
  months: Month[];
  groups: GroupFigures[];
  /** Pieces handed in, distinct items printed, and points, of all units together. */
  total: Figures;
  /** The rule books that were in force in the span; none where nothing can be scored. */
  versions: { id: ScoringRulesId; title: string; validFrom: IsoDate }[];
  /** Of the whole register of signed issues: where a span can begin. */
  earliest: IsoDate | null;
}

/** A line of the ledger with everything it stands on, by name. */
export interface LedgerRow {
  kind: LineKind;
  date: IsoDate;
  points: Points;
  working: string;
  /** What was printed where, who wrote on it, why it was given. */
  what: string;
  item: { id: ItemId; title: string } | null;
  issue: { id: IssueId; label: string } | null;
  rules: { id: ScoringRulesId; title: string; validFrom: IsoDate } | null;
  clause: { id: string; number: number; text: string } | null;
}

export interface UnitLedger {
  departmentId: DepartmentId;
  unit: string;
  group: string;
  figures: Figures;
  rank: number | null;
  rows: LedgerRow[];
  submissions: { id: SubmissionId; date: IsoDate; title: string; state: SubmissionState }[];
}

export interface Balance {
  /** Printed items by month and group of units; a merged item counts for each of its groups. */
  months: Month[];
  trend: Figures[];
  groups: { group: string; adopted: number[] }[];
  topics: { topic: string; count: number }[];
  /** The last issues looked at, the newest first. */
  lastIssues: { id: IssueId; label: string }[];
  /** Active units credited in none of them. */
  unheard: { departmentId: DepartmentId; unit: string; group: string; last: { label: string; date: IsoDate } | null }[];
}

/** 统计: all figures are reckoned from the ledger when asked for; nothing is kept that could be out of date. */
export const statisticsMethods = {
  'statistics.matrix': query(staff, spanSchema).returns<Statistics>(),
  'statistics.ledger': query(staff, spanSchema.safeExtend({ departmentId })).returns<UnitLedger>(),
  'statistics.balance': query(staff, spanSchema).returns<Balance>(),
};
