import { z } from 'zod';
import { departmentId, itemId } from '../ids.ts';
import { isoDate } from '../isoDate.ts';
import { pointsSchema } from './pointsSchema.ts';
import { formSchema, leaderRankSchema, levelSchema, upperLevelSchema } from './rules.ts';

const remark = z.string().trim().max(2000);

/** What is entered of an item by hand: printed by a higher level, or written on by a leader. */
export const recognitionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('upper'),
    itemId,
    date: isoDate,
    level: upperLevelSchema,
    /** 郑州信息 */
    publication: z.string().trim().min(1).max(60),
    form: formSchema,
    text: remark,
  }),
  z.object({
    kind: z.literal('instruction'),
    itemId,
    date: isoDate,
    level: levelSchema,
    rank: leaderRankSchema,
    /** Name and post, as written: 区委书记某某 */
    leader: z.string().trim().min(1).max(60),
    /** The words of the instruction. */
    text: remark,
  }),
]);
export type Recognition = z.infer<typeof recognitionSchema>;
export type RecognitionKind = Recognition['kind'];

export const recognitionNames: Record<RecognitionKind, string> = { upper: '上级采用', instruction: '领导批示' };

/** 加分、扣分 by hand. */
export const adjustmentSchema = z.object({
  departmentId,
  date: isoDate,
  points: pointsSchema.refine((value) => value !== 0, '分值不能为 0'),
  /** Clause of the rule book in force that day; `null` where it has only its reason. */
  clause: z.string().max(40).nullable(),
  reason: z.string().trim().min(1).max(500),
});
export type AdjustmentEntry = z.infer<typeof adjustmentSchema>;
