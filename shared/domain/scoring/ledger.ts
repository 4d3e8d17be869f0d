import type { IsoDate } from '../dates.ts';
import type {
  AdjustmentId,
  CommissionId,
  DepartmentId,
  IssueId,
  ItemId,
  RecognitionId,
  ScoringRulesId,
} from '../ids.ts';
import type { Month } from './months.ts';
import type { Points } from './points.ts';
import type { Form, LeaderRank, Level, UpperLevel } from './rules.ts';

/** An entry of a signed issue that was not voided. */
export interface PrintedEntry {
  itemId: ItemId;
  issueId: IssueId;
  /** Date of the issue. */
  date: IsoDate;
  /** Name of the publication, and heading of the section it stands under. */
  publication: string;
  section: string | null;
  form: Exclude<Form, 'merged'>;
  /** Units credited, in printed order; several make it a merged item. */
  units: readonly DepartmentId[];
  /** Printed again to correct an issue that stands: it was counted there. */
  correction: boolean;
}

/** An item printed by a bulletin of a higher level. */
export interface UpperAdoption {
  id: RecognitionId;
  itemId: ItemId;
  level: UpperLevel;
  publication: string;
  form: Form;
  date: IsoDate;
}

/** A leader wrote on an item. */
export interface LeaderInstruction {
  id: RecognitionId;
  itemId: ItemId;
  level: Level;
  rank: LeaderRank;
  date: IsoDate;
}

/** 约稿: answered on a day, or not (yet). */
export interface CommissionOutcome {
  id: CommissionId;
  unitId: DepartmentId;
  dueDate: IsoDate;
  answeredDate: IsoDate | null;
  /** Answered after the hour it was due. */
  late: boolean;
}

/** A bonus or deduction by hand, with its reason. */
export interface Adjustment {
  id: AdjustmentId;
  unitId: DepartmentId;
  date: IsoDate;
  points: Points;
  /** The clause it was given by; `null` where it has only its reason. */
  clause: string | null;
}

export interface ScoredUnit {
  id: DepartmentId;
  group: string;
  /** Units no longer active have no quota and no base. */
  active: boolean;
}

/** Everything that points are reckoned from. The order of the lists does not matter. */
export interface Facts {
  units: readonly ScoredUnit[];
  printed: readonly PrintedEntry[];
  upper: readonly UpperAdoption[];
  instructions: readonly LeaderInstruction[];
  /** Credited units of items that were recognised but stand in no issue. */
  credits: ReadonlyMap<ItemId, readonly DepartmentId[]>;
  /** Pieces handed in, by unit and month. */
  submitted: readonly { unitId: DepartmentId; month: Month; count: number }[];
  commissions: readonly CommissionOutcome[];
  adjustments: readonly Adjustment[];
}

/** 采用, 上级采用, 批示, 基础, 任务, 约稿, 加减分 */
export type LineKind = 'printed' | 'upper' | 'instruction' | 'base' | 'quota' | 'commission' | 'manual';

export const lineKindNames: Record<LineKind, string> = {
  printed: '采用',
  upper: '上级采用',
  instruction: '批示',
  base: '基础分',
  quota: '任务',
  commission: '约稿',
  manual: '加减分',
};

/** One line of the ledger: so many points to one unit on one day, with the clause they stand on. */
export interface LedgerLine {
  kind: LineKind;
  unitId: DepartmentId;
  date: IsoDate;
  points: Points;
  /** The rule book in force on that day; `null` where none was. */
  versionId: ScoringRulesId | null;
  /** Clause within it; `null` where none fits, or a bonus has only its reason. */
  clause: string | null;
  itemId: ItemId | null;
  issueId: IssueId | null;
  /** The recognition, commission or adjustment behind the line. */
  sourceId: string | null;
  /** How the figure came about, where it is not the clause's own: 均分10分，3个单位. */
  working: string;
}
