import { z } from 'zod';
import type { Points } from './points.ts';

/** Largest figure a clause or an entry by hand may name: 9,999.99. */
const LARGEST = 999_999;

const isPoints = (value: number): value is Points => Number.isSafeInteger(value);

export const pointsSchema = z
  .int()
  .min(-LARGEST)
  .max(LARGEST)
  .refine((value): value is Points => isPoints(value));

/** Points that only add. */
export const creditSchema = pointsSchema.refine((value) => value >= 0, '分值不能为负');
