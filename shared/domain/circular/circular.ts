import { z } from 'zod';
import { houseStyleSchema } from '../houseStyle.ts';
import { departmentId, publicationId } from '../ids.ts';
import { isoDate } from '../isoDate.ts';
import { pointsSchema } from '../scoring/pointsSchema.ts';
import { circularParts } from './parts.ts';

/** 每日, 月度, 季度 circulars, and those over other days. */
export const circularKindSchema = z.enum(['daily', 'monthly', 'quarterly', 'other']);
export type CircularKind = z.infer<typeof circularKindSchema>;
export const circularKindNames: Record<CircularKind, string> = {
  daily: '每日通报',
  monthly: '月度通报',
  quarterly: '季度通报',
  other: '其他',
};

export const circularPartSchema = z.enum(circularParts);

/** A figure that may be large: totals of all units. */
const total = z.int();

/** The figures a circular was made of, kept as they were: what has been issued does not change with the rules. */
export const circularFiguresSchema = z.object({
  from: isoDate,
  to: isoDate,
  publicationId: publicationId.nullable(),
  submitted: z.int(),
  adopted: z.int(),
  points: total,
  groups: z.array(
    z.object({
      group: z.string(),
      units: z.array(
        z.object({
          departmentId,
          unit: z.string(),
          submitted: z.int(),
          adopted: z.int(),
          points: total,
          rank: z.int(),
        }),
      ),
    }),
  ),
  /** Items adopted, by unit; points are those of being printed here. */
  titles: z.array(
    z.object({
      departmentId,
      unit: z.string(),
      items: z.array(z.object({ title: z.string(), issue: z.string(), points: pointsSchema })),
    }),
  ),
  upper: z.array(z.object({ unit: z.string(), title: z.string(), what: z.string(), points: pointsSchema })),
  commissions: z.array(z.object({ unit: z.string(), what: z.string(), points: pointsSchema })),
  shortfalls: z.array(z.object({ unit: z.string(), what: z.string(), points: pointsSchema })),
  /** Rule books in force, each with its clauses in words. */
  rules: z.array(z.object({ title: z.string(), clauses: z.array(z.string()) })),
});
export type CircularFigures = z.infer<typeof circularFiguresSchema>;

const words = z.string().max(20_000);

/** What is printed: words that an editor may change, parts he may leave out, figures he may not touch. */
export const circularContentSchema = z.object({
  /** In red at the top: 信息采用通报. */
  masthead: z.string().trim().min(1).max(20),
  /** Below it, 2020年第一季度. */
  issueText: z.string().trim().max(40),
  office: z.string().trim().min(1).max(60),
  date: isoDate,
  title: z.string().trim().min(1).max(200),
  /** Paragraphs, one a line, before and after the tables. */
  opening: words,
  closing: words,
  /** To whom it goes, in the imprint; empty prints none. */
  sendTo: z.string().trim().max(200),
  parts: z.array(circularPartSchema),
  figures: circularFiguresSchema,
  style: houseStyleSchema,
});
export type CircularContent = z.infer<typeof circularContentSchema>;

/** Words of a circular before the figures are filled in; `slots` tells what may stand in braces. */
export const circularWordingSchema = z.object({
  masthead: z.string().trim().min(1).max(20),
  title: z.string().trim().min(1).max(200),
  opening: words,
  closing: words,
  sendTo: z.string().trim().max(200),
  parts: z.array(circularPartSchema),
});
export type CircularWording = z.infer<typeof circularWordingSchema>;
export type CircularWordings = Record<CircularKind, CircularWording>;

const allParts = circularPartSchema.options.filter((part) => part !== 'rules');

/** Words an office begins with; it may keep its own. */
export const defaultWording: CircularWordings = {
  daily: {
    masthead: '信息采用通报',
    title: '{期间}信息采用情况',
    opening: '{期间}，各单位报送信息{报送}条，采用{采用}篇。采用情况如下：',
    closing: '',
    sendTo: '各报送单位',
    parts: ['titles', 'upper'],
  },
  monthly: longWording(),
  quarterly: longWording(),
  other: longWording(),
};

function longWording(): CircularWording {
  return {
    masthead: '信息采用通报',
    title: '关于{期间}信息报送采用情况的通报',
    opening:
      '{期间}，各单位共报送信息{报送}条，采用{采用}篇，采用率{采用率}；被上级采用{上级}篇次，获领导批示{批示}次。{前三}现将有关情况通报如下。',
    closing: '各单位对本通报数据有异议的，请于收到之日起5个工作日内与我们联系核对。',
    sendTo: '各报送单位',
    parts: allParts,
  };
}
