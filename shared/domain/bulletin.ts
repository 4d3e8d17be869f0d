import { z } from 'zod';
import { houseStyleSchema } from './houseStyle.ts';
import { isoDate } from './isoDate.ts';

/**
 * A `Bulletin` is one issue as it is printed: everything on the pages and nothing else.
 * The press makes pages from it alone; a signed issue freezes it as JSON beside its hash.
 */

/** Half-open range of UTF-16 code units, `[start, end)`. */
const range = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);

const textBlock = z.object({
  /** `note` is an 编者按, set apart in 楷体. */
  kind: z.enum(['text', 'subhead', 'note']),
  text: z.string(),
  /** Ranges of `text` set bold. */
  bold: z.array(range).optional(),
});

const tableBlock = z.object({
  kind: z.literal('table'),
  /** Rows of cells; the first row is the head. */
  rows: z.array(z.array(z.string())),
  caption: z.string().optional(),
});

const pictureBlock = z.object({
  kind: z.literal('picture'),
  /** SHA-256 (hex) of the stored bytes. */
  hash: z.string(),
  caption: z.string().optional(),
  /** Size in pixels, so that pages can be laid out without the bytes; 4:3 is assumed where unknown. */
  size: z.tuple([z.int().positive(), z.int().positive()]).optional(),
});

/** One block of an item's text. */
export const blockSchema = z.discriminatedUnion('kind', [textBlock, tableBlock, pictureBlock]);
export type Block = z.infer<typeof blockSchema>;

/** The words of each block, for counting, searching and comparing. */
export const wordsOf = (blocks: readonly Block[]): string[] => blocks.map(wordsOfBlock);

function wordsOfBlock(block: Block): string {
  switch (block.kind) {
    case 'text':
    case 'subhead':
    case 'note':
      return block.text;
    case 'table':
      return [block.caption ?? '', ...block.rows.map((row) => row.join('　'))].join('\n').trim();
    case 'picture':
      return block.caption ?? '';
    default:
      return block satisfies never;
  }
}

/** lead 头条: on top, often a leader's activity; item 稿件: titled; brief 简讯: marked △, untitled. */
export const entryKindSchema = z.enum(['lead', 'item', 'brief']);
export type EntryKind = z.infer<typeof entryKindSchema>;
export const entryKinds = entryKindSchema.options;

export const bulletinEntrySchema = z.object({
  /** Names the entry in the issue (the item's id there), so a line on the page leads back to its text. */
  id: z.string(),
  kind: entryKindSchema,
  /** Section heading (栏目) this entry opens; `null` where it stands under the one before. */
  section: z.string().nullable(),
  title: z.string().nullable(),
  body: z.array(blockSchema),
  /** Units credited after the text, as printed without brackets: `区委政法委`; `null` prints none. */
  source: z.string().nullable(),
});
export type BulletinEntry = z.infer<typeof bulletinEntrySchema>;

/** One row of the imprint (版记): `本期送：区县处级领导`, with `共印45份` at the right where wanted. */
export const imprintRowSchema = z.object({
  label: z.string(),
  text: z.string(),
  right: z.string().optional(),
});
export type ImprintRow = z.infer<typeof imprintRowSchema>;

export const bulletinSchema = z.object({
  masthead: z.object({
    /** Name in red, 上街信息. */
    name: z.string(),
    /** As printed, 第19期. */
    issueText: z.string(),
    /** As printed, 总第512期; `null` prints none. */
    totalText: z.string().nullable(),
    office: z.string(),
    date: isoDate,
    /** 内部资料, 秘密★1年; `null` prints none. */
    secrecy: z.string().nullable(),
    copyNumber: z.string().nullable(),
  }),
  /** Lines of the theme heading; empty where the issue has none. */
  theme: z.array(z.string()),
  /** Stands before the first entry in 楷体: what a 更正 corrects. */
  notice: z.string().optional(),
  entries: z.array(bulletinEntrySchema),
  imprint: z.array(imprintRowSchema),
  style: houseStyleSchema,
});
export type Bulletin = z.infer<typeof bulletinSchema>;
