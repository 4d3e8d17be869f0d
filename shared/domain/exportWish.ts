import { z } from 'zod';
import { type LabelWish, labelSheetIds } from '../page/labels.ts';

/** What an export may write, in the order it is made. */
export const exportPartSchema = z.enum([
  'pdf',
  'copies',
  'docx',
  'txt',
  'html',
  'sheet',
  'receipts',
  'labels',
  'review',
]);
export type ExportPart = z.infer<typeof exportPartSchema>;

/** What an office wants of an export; kept with the office, so that it is asked once. */
export const exportWishSchema = z.object({
  parts: z.array(exportPartSchema).min(1).max(9),
  labels: z.object({
    sheet: z.enum(labelSheetIds),
    first: z.int().min(1).max(24),
    per: z.enum(['recipient', 'copy']),
  }) satisfies z.ZodType<LabelWish>,
});
export type ExportWish = z.infer<typeof exportWishSchema>;

export const usualExport: ExportWish = {
  parts: ['pdf', 'docx', 'txt', 'html', 'sheet', 'receipts', 'review'],
  labels: { sheet: 'a4x24', first: 1, per: 'recipient' },
};
