import { z } from 'zod';

/**
 * The house style of a publication: all that can be chosen about its page. Defaults are GB/T 9704-2012
 * (22 lines of 28 characters on a type area of 156 × 225 mm) with the masthead of three measured issues.
 */
export const houseStyleSchema = z.object({
  /** Lines a full page holds. */
  rows: z.int().min(15).max(40).default(22),
  /** Characters a full line holds. */
  cells: z.int().min(10).max(45).default(28),
  /** Columns of the type area; newspaper pages of short items have two or three. `cells` counts one column. */
  columns: z.int().min(1).max(3).default(1),
  /** flush: first line at the top edge, last at the foot; wordGrid: half a gap above and below, as Word sets it. */
  vertical: z.enum(['flush', 'wordGrid']).default('flush'),
  /** Size of run-in item titles, pt; `null` is the size of the text. */
  titlePt: z.number().min(9).max(36).nullable().default(null),
  titleFace: z.enum(['hei', 'kai', 'song', 'fangBold']).default('hei'),
  /** runIn: the title opens the first line of its text; above: centred on lines of its own. */
  titlePlace: z.enum(['runIn', 'above']).default('runIn'),
  /** Space between a run-in title and its text, cells. */
  titleGap: z.number().min(0).max(4).default(1),
  /** 推入 pushIn, 推出 pushOut, 悬挂 hang: what happens to a mark that falls on the edge (GB/T 15834 5.1.10). */
  lineBreak: z.enum(['pushIn', 'pushOut', 'hang']).default('pushIn'),
  /** 单字不成行: a last line of one character is drawn up where marks can be squeezed. Word does not do it. */
  avoidRunt: z.boolean().default(true),
  /** Size of the name in red, pt. */
  mastheadPt: z.number().min(24).max(120).default(80),
  /** Height of the masthead, lines of the page. */
  mastheadSlots: z.int().min(4).max(16).default(11),
  /** Height of the theme heading, lines of the page. */
  themeSlots: z.int().min(2).max(8).default(4),
  /** Wording of the number; {n} is the number. */
  issueWording: z.string().default('第{n}期'),
  /** Wording of the running total; {t} is the total, empty prints none. */
  totalWording: z.string().default(''),
  secrecy: z.string().default(''),
  /** Opens each brief. */
  briefMark: z.string().max(2).default('△'),
  /** Wording of the source after an item; {source} is the unit. */
  sourceWording: z.string().default('（{source}）'),
  pageNumber: z.enum(['outer', 'centre', 'none']).default('outer'),
  /** 版记 on an even page (GB/T 9704 7.4), with a blank page before it where needed. */
  imprintOnEvenPage: z.boolean().default(false),
  /** 套打: red parts are left out, nothing moves, for pre-printed paper. */
  overprint: z.boolean().default(false),
});
export type HouseStyle = z.infer<typeof houseStyleSchema>;

/** The style a new publication begins with. */
export const defaultHouseStyle: HouseStyle = houseStyleSchema.parse({});
