import { z } from 'zod';
import { type IsoDate, isIsoDate } from './dates.ts';

/** A date at the door: `2020-03-06`, and one that exists. Apart from `dates.ts`, which the engine's process loads. */
export const isoDate = z
  .string()
  .refine((text): text is IsoDate => isIsoDate(text), '日期应为 2020-03-06 这样的有效日期');
