import { z } from 'zod';
import { wordingId } from './ids.ts';

/**
 * What the office has decided on a word. `term` a wrong form and the right one, `formulation` a wording to be used as
 * it stands, `forbidden` and `cautious` words not to be used or only with care, `right` a passage that is right
 * whatever a rule says.
 */
export const wordingKindSchema = z.enum(['term', 'formulation', 'forbidden', 'cautious', 'right']);
export type WordingKind = z.infer<typeof wordingKindSchema>;

export const wordingKindNames: Record<WordingKind, string> = {
  term: '规范用语',
  formulation: '固定提法',
  forbidden: '禁用词',
  cautious: '慎用词',
  right: '白名单',
};

/** Shortest wording the proofer can tell from one a character away. */
export const SHORTEST_FORMULATION = 4;

/** The fields alone; whole entries pass `wordingSchema`. */
export const wordingFields = z.object({
  id: wordingId,
  kind: wordingKindSchema,
  /** The wrong form, the formulation, the word, or the passage. One character would be found everywhere. */
  word: z.string().trim().min(2, '至少两个字').max(80),
  /** The right form of a term; what to say instead of a word, where there is something. */
  preferred: z.string().trim().max(80),
  reason: z.string().trim().max(200),
});
export type Wording = z.infer<typeof wordingFields>;

/** Why an entry cannot be used as it is, in words; `null` where it can. */
export function wordingFault({ kind, word, preferred }: Pick<Wording, 'kind' | 'word' | 'preferred'>): string | null {
  if (kind === 'term' && (preferred === '' || preferred === word)) return '规范用语要写正确写法';
  if (kind === 'formulation' && word.length < SHORTEST_FORMULATION) return `固定提法至少${SHORTEST_FORMULATION}个字`;
  return null;
}
