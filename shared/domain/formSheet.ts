import { z } from 'zod';
import { isoDate } from './isoDate.ts';

/**
 * A form of the office that goes beside the bulletin, 核稿单 or 退改单: a heading, facts, parts that are a table or
 * paragraphs, and lines to sign on. Printed and written to Word from the same.
 */
const tablePart = z.object({
  heading: z.string(),
  /** Titles of the columns with their share of the width. */
  columns: z.array(z.object({ title: z.string(), width: z.number().positive() })).min(1),
  rows: z.array(z.array(z.string())),
  /** Said in place of a table without rows. */
  none: z.string(),
});
const textPart = z.object({ heading: z.string(), paragraphs: z.array(z.string()) });

export const formSheetSchema = z.object({
  title: z.string(),
  date: isoDate,
  facts: z.array(z.tuple([z.string(), z.string()])),
  parts: z.array(z.union([tablePart, textPart])),
  /** Each with room to write behind it: 责任编辑：. */
  foot: z.array(z.string()),
});
export type FormSheet = z.infer<typeof formSheetSchema>;
export type FormPart = FormSheet['parts'][number];
