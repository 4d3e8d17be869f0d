import { z } from 'zod';
import { blockSchema, entryKindSchema } from '../../domain/bulletin.ts';
import { departmentId, itemId } from '../../domain/ids.ts';
import { command, query } from '../define.ts';
import type { AcceptedText, ItemDetail, ItemRow, Revision, RevisionRow } from '../views.ts';
import { editors, reviewers, staff } from './common.ts';

/** 稿件: the edited text, apart from what was received. */
export const itemMethods = {
  'items.list': query(
    staff,
    z.object({
      /** pool: shortlisted and in no issue yet; inIssue: in one that is not signed; printed: in a signed one. */
      where: z.enum(['pool', 'inIssue', 'printed', 'all']),
      search: z.string().max(100),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
  ).returns<{ rows: ItemRow[]; total: number }>(),
  'items.get': query(staff, z.object({ id: itemId })).returns<ItemDetail>(),
  /** An item of the office's own, without a submission. */
  'items.create': command(
    editors,
    z.object({ title: z.string().trim().max(200), departmentId: departmentId.nullable() }),
  ).returns<ItemDetail>(),
  /** Autosave. Refused where `version` is not the stored one: somebody else saved in between. */
  'items.save': command(
    editors,
    z.object({
      id: itemId,
      version: z.int(),
      title: z.string().max(200),
      blocks: z.array(blockSchema).max(2000),
      kind: entryKindSchema,
      sourceOverride: z.string().trim().max(200).nullable(),
      /** Begins a revision of its own and says what was done; without it typing goes on in the last one. */
      note: z.string().trim().min(1).max(200).optional(),
    }),
  ).returns<{ version: number }>(),
  'items.revisions': query(staff, z.object({ id: itemId })).returns<RevisionRow[]>(),
  /** Every text the item has had, the oldest first: what changes are laid to people by. */
  'items.history': query(staff, z.object({ id: itemId })).returns<Revision[]>(),
  /** The text with the changes that were accepted; `null` where none was: changes then are those since the first text. */
  'items.accepted': query(staff, z.object({ id: itemId })).returns<AcceptedText | null>(),
  'items.accept': command(
    [...editors, ...reviewers],
    z.object({ id: itemId, title: z.string().max(200), blocks: z.array(blockSchema).max(2000) }),
  ).returns<void>(),
  'items.revision': query(staff, z.object({ id: itemId, seq: z.int() })).returns<Revision>(),
  /** Brings an earlier text back as a new revision. */
  'items.restore': command(editors, z.object({ id: itemId, seq: z.int(), version: z.int() })).returns<{
    version: number;
  }>(),
  /** Several items become the first one; texts are put one after the other, all units credited. */
  'items.merge': command(editors, z.object({ ids: z.array(itemId).min(2).max(20) })).returns<{
    id: z.infer<typeof itemId>;
  }>(),
  'items.setCredits': command(
    editors,
    z.object({ id: itemId, departmentIds: z.array(departmentId).max(20) }),
  ).returns<void>(),
  /** Only an item in no issue; its submissions go back to where they were before it. */
  'items.delete': command(editors, z.object({ id: itemId })).returns<void>(),
};
