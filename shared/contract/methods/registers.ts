import { z } from 'zod';
import { type Department, departmentSchema } from '../../domain/department.ts';
import {
  type Recipient,
  type RecipientGroup,
  recipientGroupSchema,
  recipientSchema,
} from '../../domain/distribution.ts';
import { departmentId, groupId, leaderId, publicationId, recipientId, wordingId } from '../../domain/ids.ts';
import { type Leader, leaderSchema } from '../../domain/leader.ts';
import { type Publication, publicationSchema } from '../../domain/publication.ts';
import { type Wording, wordingFields } from '../../domain/wordings.ts';
import { command, query } from '../define.ts';
import type { Preview } from '../views.ts';
import { editors, staff } from './common.ts';

const savedPublication = publicationSchema.omit({ id: true }).extend({ id: publicationId.nullable() });

/** Registers: units, readers, publications. `id` null in a save adds. XLSX goes through `/files/…`. */
export const registerMethods = {
  'departments.list': query(staff, z.object({})).returns<Department[]>(),
  'departments.save': command(
    editors,
    departmentSchema.omit({ id: true }).extend({ id: departmentId.nullable() }),
  ).returns<Department>(),
  /** Only a unit that nothing refers to; others are set inactive. */
  'departments.delete': command(editors, z.object({ id: departmentId })).returns<void>(),
  'departments.order': command(editors, z.object({ ids: z.array(departmentId).max(2000) })).returns<void>(),

  'recipients.list': query(staff, z.object({})).returns<{ recipients: Recipient[]; groups: RecipientGroup[] }>(),
  'recipients.save': command(
    editors,
    recipientSchema.omit({ id: true }).extend({ id: recipientId.nullable() }),
  ).returns<Recipient>(),
  'recipients.delete': command(editors, z.object({ id: recipientId })).returns<void>(),
  'recipients.order': command(editors, z.object({ ids: z.array(recipientId).max(5000) })).returns<void>(),
  'recipients.saveGroup': command(
    editors,
    recipientGroupSchema.omit({ id: true }).extend({ id: groupId.nullable() }),
  ).returns<RecipientGroup>(),
  'recipients.deleteGroup': command(editors, z.object({ id: groupId })).returns<void>(),

  /** In order of precedence. */
  'leaders.list': query(staff, z.object({})).returns<Leader[]>(),
  'leaders.save': command(
    editors,
    leaderSchema.omit({ id: true }).extend({ id: leaderId.nullable() }),
  ).returns<Leader>(),
  'leaders.delete': command(editors, z.object({ id: leaderId })).returns<void>(),
  'leaders.order': command(editors, z.object({ ids: z.array(leaderId).max(2000) })).returns<void>(),

  /** 提法用语, in the order they were added. */
  'wordings.list': query(staff, z.object({})).returns<Wording[]>(),
  'wordings.save': command(
    editors,
    wordingFields.omit({ id: true }).extend({ id: wordingId.nullable() }),
  ).returns<Wording>(),
  'wordings.delete': command(editors, z.object({ id: wordingId })).returns<void>(),

  'publications.list': query(staff, z.object({})).returns<Publication[]>(),
  'publications.save': command(editors, savedPublication).returns<Publication>(),
  /** Real pages in the style of a publication, saved or not: of its last issue, or of a made-up one where it has none. */
  'publications.preview': query(
    staff,
    z.object({
      publication: savedPublication,
      pages: z.enum(['sample', 'last']),
      known: z.array(z.string().max(100)).max(500),
      only: z.array(z.int().min(1)).max(500).nullable(),
      /** As in `issues.preview`. */
      viewer: z.string().max(40),
    }),
  ).returns<Preview>(),
  /** Numbers the next issue takes in a year, and whether they can still be set. */
  'publications.numbering': query(staff, z.object({ id: publicationId, year: z.int() })).returns<{
    number: number;
    total: number;
    canSet: boolean;
  }>(),
  /** Only while no issue of that year is signed. */
  'publications.setStart': command(
    editors,
    z.object({
      id: publicationId,
      year: z.int().min(1990).max(2100),
      startNumber: z.int().min(1).max(9999),
      startTotal: z.int().min(1).max(99999),
    }),
  ).returns<void>(),
};
