import { z } from 'zod';
import { departmentId } from './ids.ts';
import { isoDate } from './isoDate.ts';

const name = z.string().trim().min(1).max(80);

/** A former or further name, with the days it was in force where known. */
export const otherNameSchema = z.object({
  name,
  kind: z.enum(['former', 'alias']),
  validFrom: isoDate.nullable(),
  validTo: isoDate.nullable(),
});
export type OtherName = z.infer<typeof otherNameSchema>;

/** A unit that hands in items: town, street, bureau, Party organ. */
export const departmentSchema = z.object({
  id: departmentId,
  /** 中共上街区委政法委员会 */
  fullName: name,
  /** As credited in print, 区委政法委. */
  shortName: name,
  /** 镇办, 区直, 党群 …: units ranked together. */
  group: z.string().trim().max(40),
  otherNames: z.array(otherNameSchema),
  active: z.boolean(),
});
export type Department = z.infer<typeof departmentSchema>;
