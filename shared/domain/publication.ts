import { z } from 'zod';
import { distributionSchema } from './distribution.ts';
import { houseStyleSchema } from './houseStyle.ts';
import { publicationId } from './ids.ts';

/** 刊物: a numbered bulletin with its own masthead, numbering, page, sections, default distribution and editors. */
export const publicationSchema = z.object({
  id: publicationId,
  /** As printed in red, 上街信息. */
  name: z.string().trim().min(1).max(20),
  /** As printed under it, 中共上街区委办公室. */
  office: z.string().trim().min(1).max(60),
  /** Headings an entry may stand under, in printed order. */
  sections: z.array(z.string().trim().min(1).max(30)),
  /** Names after 责任编辑 in a new issue. */
  editors: z.array(z.string().trim().min(1).max(40)),
  /** Rows and remarks of the imprint besides the distribution, in printed order. */
  imprintParts: z.array(z.enum(['editors', 'reviewer', 'signer', 'copies'])),
  distribution: distributionSchema,
  style: houseStyleSchema,
});
export type Publication = z.infer<typeof publicationSchema>;
