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
  /** Wording of the number; {n} is the number: 第{n}期, 增刊第{n}期. */
  issueWording: z.string().default('第{n}期'),
  /** Wording of the running total; {t} is the total, empty prints none. */
  totalWording: z.string().default(''),
  /** Numerals of both: 第19期 or 第十九期. */
  issueNumerals: z.enum(['arabic', 'chinese']).default('arabic'),
  secrecy: z.string().default(''),
  /** 份号: wording of a copy's own number, {n} is the number; empty prints none. */
  copyNumberWording: z.string().max(40).default(''),
  /** Fewest digits of it; shorter numbers begin with noughts (7.2.1 一般用6位). */
  copyNumberDigits: z.int().min(1).max(8).default(6),
  /** Opens a 更正; {issue} is the issue corrected, {date} its date. */
  correctionWording: z.string().max(200).default('更正：{issue}（{date}）有误，以本期为准。'),
  /** 目录 of the titled items with their pages: under the masthead, or filling the first page alone. */
  contents: z.enum(['none', 'firstPage', 'ownPage']).default('none'),
  contentsHeading: z.string().max(20).default('目　录'),
  /** Section headings (栏目): {section} is its name. */
  sectionWording: z.string().max(40).default('{section}'),
  sectionFace: z.enum(['hei', 'kai', 'song']).default('hei'),
  /** Size, pt; `null` is the size of the text. */
  sectionPt: z.number().min(9).max(36).nullable().default(null),
  sectionPlace: z.enum(['centre', 'left']).default('centre'),
  /** Kinds within a section after the leads (头条): titled items (稿件) before briefs (简讯), or the other way round. */
  entryOrder: z.enum(['itemsFirst', 'briefsFirst']).default('itemsFirst'),
  /** Opens each brief. */
  briefMark: z.string().max(2).default('△'),
  /** Wording of the source after an item; {source} is the unit. */
  sourceWording: z.string().default('（{source}）'),
  pageNumber: z.enum(['outer', 'centre', 'none']).default('outer'),
  /** Wording of the names in the imprint, as printed before the colon. */
  editorsLabel: z.string().max(20).default('责任编辑'),
  reviewerLabel: z.string().max(20).default('审核'),
  signerLabel: z.string().max(20).default('签发'),
  /** The names in one row of the imprint instead of a row each. */
  namesInOneRow: z.boolean().default(false),
  /** Number of copies, at the right of the imprint's last row; {n} is the number. */
  copiesWording: z.string().max(40).default('（共印{n}份）'),
  /** 版记 on an even page (GB/T 9704 7.4), with a blank page before it where needed. */
  imprintOnEvenPage: z.boolean().default(false),
  /** 套打: red parts are left out, nothing moves, for pre-printed paper. */
  overprint: z.boolean().default(false),
});
export type HouseStyle = z.infer<typeof houseStyleSchema>;

/** The style a new publication begins with. */
export const defaultHouseStyle: HouseStyle = houseStyleSchema.parse({});
