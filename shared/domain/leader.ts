import { z } from 'zod';
import { leaderId } from './ids.ts';
import { isoDate } from './isoDate.ts';

/**
 * A leader with the posts held and the days they are held, both included. Who changes posts has an entry for each
 * time; the register's order is the order of precedence.
 */
export const leaderSchema = z.object({
  id: leaderId,
  name: z.string().trim().min(1).max(40),
  /** 区委副书记, 区长: as printed before the name, each at most once. */
  posts: z.array(z.string().trim().min(1).max(60)).max(20),
  validFrom: isoDate.nullable(),
  validTo: isoDate.nullable(),
  note: z.string().trim().max(200),
});
export type Leader = z.infer<typeof leaderSchema>;

/** Whether the entry holds on a day. */
export const holdsOn = ({ validFrom, validTo }: Pick<Leader, 'validFrom' | 'validTo'>, day: string): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
