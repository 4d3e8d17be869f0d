import { z } from 'zod';
import type { IsoDate, Timestamp } from '../../domain/dates.ts';
import {
  type AdjustmentId,
  adjustmentId,
  departmentId,
  type IssueId,
  itemId,
  type RecognitionId,
  recognitionId,
  type ScoringRulesId,
  scoringRulesId,
} from '../../domain/ids.ts';
import { isoDate } from '../../domain/isoDate.ts';
import {
  type AdjustmentEntry,
  adjustmentSchema,
  type Recognition,
  recognitionSchema,
} from '../../domain/scoring/records.ts';
import { type ScoringRules, scoringRulesSchema } from '../../domain/scoring/rules.ts';
import { command, query } from '../define.ts';
import { editors, staff } from './common.ts';

/** A rule book and the day it comes into force. */
export interface RulesRow {
  id: ScoringRulesId;
  validFrom: IsoDate;
  rules: ScoringRules;
  savedAt: Timestamp;
  savedBy: string;
}

export type RecognitionRow = Recognition & {
  id: RecognitionId;
  title: string;
  /** Units credited. */
  source: string;
  issue: { id: IssueId; label: string } | null;
};

export interface AdjustmentRow extends AdjustmentEntry {
  id: AdjustmentId;
  unit: string;
}

const page = { offset: z.int().min(0), limit: z.int().min(1).max(500) };

/** 计分规则, 上级采用, 领导批示, 加减分. Everything entered can be changed; the log keeps what it was. */
export const scoringMethods = {
  /** All versions, the latest first. */
  'scoring.rules': query(staff, z.object({})).returns<RulesRow[]>(),
  /** `id` null adds a version. Two cannot come into force on one day. */
  'scoring.saveRules': command(
    editors,
    z.object({ id: scoringRulesId.nullable(), validFrom: isoDate, rules: scoringRulesSchema }),
  ).returns<RulesRow>(),
  'scoring.deleteRules': command(editors, z.object({ id: scoringRulesId })).returns<void>(),

  'scoring.recognitions': query(
    staff,
    z.object({ itemId: itemId.nullable(), search: z.string().max(100), ...page }),
  ).returns<{ rows: RecognitionRow[]; total: number }>(),
  'scoring.saveRecognition': command(
    editors,
    z.object({ id: recognitionId.nullable(), recognition: recognitionSchema }),
  ).returns<{ id: RecognitionId }>(),
  'scoring.deleteRecognition': command(editors, z.object({ id: recognitionId })).returns<void>(),

  'scoring.adjustments': query(staff, z.object({ departmentId: departmentId.nullable(), ...page })).returns<{
    rows: AdjustmentRow[];
    total: number;
  }>(),
  'scoring.saveAdjustment': command(
    editors,
    z.object({ id: adjustmentId.nullable(), adjustment: adjustmentSchema }),
  ).returns<{ id: AdjustmentId }>(),
  'scoring.deleteAdjustment': command(editors, z.object({ id: adjustmentId })).returns<void>(),
};
