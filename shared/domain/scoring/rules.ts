import { z } from 'zod';
import { scoringRulesId } from '../ids.ts';
import { isoDate } from '../isoDate.ts';
import { creditSchema, pointsSchema } from './pointsSchema.ts';

/** 区级, 市级, 省级, 中央级: where an item was printed or a leader wrote on it. */
export const levelSchema = z.enum(['own', 'city', 'province', 'central']);
export type Level = z.infer<typeof levelSchema>;
export const levels = levelSchema.options;
export const levelNames: Record<Level, string> = { own: '区级', city: '市级', province: '省级', central: '中央级' };

export const upperLevelSchema = z.enum(['city', 'province', 'central']);
export type UpperLevel = z.infer<typeof upperLevelSchema>;

/** 头条, 单篇, 简讯, 综合采用 (one item made from several units' texts). */
export const formSchema = z.enum(['lead', 'item', 'brief', 'merged']);
export type Form = z.infer<typeof formSchema>;
export const formNames: Record<Form, string> = { lead: '头条', item: '单篇', brief: '简讯', merged: '综合' };

/** 主要领导, 其他领导 */
export const leaderRankSchema = z.enum(['chief', 'other']);
export type LeaderRank = z.infer<typeof leaderRankSchema>;
export const leaderRankNames: Record<LeaderRank, string> = { chief: '主要领导', other: '其他领导' };

/** Names a clause for ever: a ledger line points to it. */
const clauseId = z.string().min(1).max(40);

export const adoptionClauseSchema = z.object({
  id: clauseId,
  level: levelSchema,
  /** Part of the publication's name or of the section's heading: 专刊, 工作交流. Empty for all others of the level. */
  place: z.string().trim().max(30),
  /** `null` counts as a single item (头条, 综合) does. */
  lead: creditSchema.nullable(),
  item: creditSchema,
  brief: creditSchema,
  merged: creditSchema.nullable(),
});
export type AdoptionClause = z.infer<typeof adoptionClauseSchema>;

const instructionClauseSchema = z.object({
  id: clauseId,
  level: levelSchema,
  chief: creditSchema,
  other: creditSchema,
});

const quotaClauseSchema = z.object({
  id: clauseId,
  /** Group of units; empty for all groups that have no clause of their own. */
  group: z.string().trim().max(40),
  period: z.enum(['month', 'quarter', 'year']),
  counts: z.enum(['submitted', 'adopted']),
  quota: z.int().min(1).max(999),
  /** Taken off for each piece that is missing. */
  penalty: creditSchema,
  /** The most that is taken off for one period; `null` has no bound. */
  most: creditSchema.nullable(),
});
export type QuotaClause = z.infer<typeof quotaClauseSchema>;

const baseClauseSchema = z.object({
  /** month: so much each month; submission: so much for each piece handed in. */
  per: z.enum(['month', 'submission']),
  points: creditSchema,
  /** Of a monthly base: who gets it. */
  when: z.enum(['always', 'submitted', 'quotaMet']),
  monthCap: creditSchema.nullable(),
  yearCap: creditSchema.nullable(),
});
export type BaseClause = z.infer<typeof baseClauseSchema>;

const manualClauseSchema = z.object({ id: clauseId, label: z.string().trim().min(1).max(40), points: pointsSchema });
export type ManualClause = z.infer<typeof manualClauseSchema>;

/** ×2 is 200; `null` where adoptions of the level are scored by clauses of their own. */
const timesSchema = z.int().min(0).max(10_000).nullable();

/** 计分规则: what an office's rule book says, as data. */
export const scoringRulesSchema = z
  .object({
    /** As cited: 《信息工作考核办法》（2020年） */
    title: z.string().trim().min(1).max(60),
    adoptions: z.array(adoptionClauseSchema).max(60),
    /** Where no clause of the level fits: the points of the office's own bulletin times so much. */
    times: z.object({ city: timesSchema, province: timesSchema, central: timesSchema }),
    /** add: each adoption counts; highest: of one item only the highest does. */
    combine: z.enum(['add', 'highest']),
    /** each: every unit of a merged item gets the points; split: they share them equally. */
    mergedCredit: z.enum(['each', 'split']),
    instructions: z.array(instructionClauseSchema).max(20),
    combineInstructions: z.enum(['add', 'highest']),
    base: baseClauseSchema.nullable(),
    quotas: z.array(quotaClauseSchema).max(40),
    commissions: z.object({ answered: pointsSchema, late: pointsSchema, missing: pointsSchema }),
    manual: z.array(manualClauseSchema).max(40),
  })
  .refine((rules) => {
    const ids = [rules.adoptions, rules.instructions, rules.quotas, rules.manual].flat().map(({ id }) => id);
    return new Set(ids).size === ids.length;
  }, '条款编号重复');
export type ScoringRules = z.infer<typeof scoringRulesSchema>;

/** A rule book in force from a day on, until the next one is. */
export const rulesVersionSchema = z.object({ id: scoringRulesId, validFrom: isoDate, rules: scoringRulesSchema });
export type RulesVersion = z.infer<typeof rulesVersionSchema>;
