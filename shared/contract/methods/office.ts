import { z } from 'zod';
import { personId } from '../../domain/ids.ts';
import { personSchema } from '../../domain/people.ts';
import { command, query } from '../define.ts';
import type { Counts, LogRow, PersonRow, SessionView } from '../views.ts';
import { editors, staff } from './common.ts';

const officeName = z.string().trim().min(1).max(60);

export const officeMethods = {
  /** Who works here, what the host can do; the first thing the page asks. */
  'session.get': query('anyone', z.object({})).returns<SessionView>(),
  'session.choose': command('anyone', z.object({ personId })).returns<SessionView>(),
  /** First start: the office, its first person (all roles) and its first publication. */
  'office.begin': command(
    'anyone',
    z.object({
      office: officeName,
      person: z.string().trim().min(1).max(40),
      publication: z.string().trim().min(1).max(20),
      /** The number and running total the next issue takes, where the office begins mid-year. */
      startNumber: z.int().min(1).max(9999),
      startTotal: z.int().min(1).max(99999),
      year: z.int().min(1990).max(2100),
    }),
  ).returns<SessionView>(),
  'office.save': command(editors, z.object({ name: officeName, exportFolder: z.string().max(500) })).returns<void>(),
  'office.counts': query(staff, z.object({})).returns<Counts>(),
  'office.log': query(staff, z.object({ subject: z.string().nullable(), limit: z.int().min(1).max(500) })).returns<
    LogRow[]
  >(),

  'people.list': query(staff, z.object({})).returns<PersonRow[]>(),
  /** `id` null adds. The last person who may edit cannot lose that role. */
  'people.save': command(
    editors,
    personSchema.omit({ id: true }).extend({ id: personId.nullable() }),
  ).returns<PersonRow>(),
};
