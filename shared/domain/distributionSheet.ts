import { z } from 'zod';
import { type IsoDate, isIsoDate } from './dates.ts';

/**
 * The distribution sheet (分发单) of an issue: who gets how many copies. The print room packs by it and the reader signs
 * on it.
 */
export const distributionRowSchema = z.object({
  /** The line of the imprint the recipient stands on: 报, 送, 发. */
  label: z.string(),
  recipient: z.string(),
  copies: z.int().nonnegative(),
  /** First and last copy number (份号) where copies are numbered. */
  fromCopy: z.int().positive().optional(),
  toCopy: z.int().positive().optional(),
});
export type DistributionRow = z.infer<typeof distributionRowSchema>;

export const distributionSheetSchema = z.object({
  /** Name of the publication, 上街信息. */
  title: z.string(),
  /** As printed, 第19期. */
  issueText: z.string(),
  date: z.string().refine((text): text is IsoDate => isIsoDate(text)),
  rows: z.array(distributionRowSchema),
  /** Copies kept in the office. */
  spare: z.int().nonnegative(),
  /** 印数: all copies, the spare ones included. */
  total: z.int().nonnegative(),
});
export type DistributionSheet = z.infer<typeof distributionSheetSchema>;
