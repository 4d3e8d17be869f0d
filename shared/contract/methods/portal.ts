import { z } from 'zod';
import { commissionId, departmentId, publicationId, submissionId, topicId } from '../../domain/ids.ts';
import { portalSettingsSchema } from '../../domain/portal.ts';
import { command, query } from '../define.ts';
import type { CommissionView, IssuedCode, PortalView, SignInRow, SubmissionThread } from '../portal/officeViews.ts';
import type { TopicGuide } from '../portal/views.ts';
import { editors, staff } from './common.ts';

/** The office's side of the department page: switching it on, codes, 约稿, 报送要点, what came through it. */
export const officePortalMethods = {
  'portal.get': query(staff, z.object({})).returns<PortalView>(),
  'portal.configure': command(editors, portalSettingsSchema).returns<PortalView>(),
  /** New codes, told this once: only their hashes are kept. Ends every session of the units. */
  'portal.issueCodes': command(editors, z.object({ departmentIds: z.array(departmentId).min(1).max(500) })).returns<
    IssuedCode[]
  >(),
  /** Puts slips by for `GET /files/slips/ID.pdf`, so that codes stand in no file and no address; gone after a while. */
  'portal.slips': command(
    editors,
    z.object({
      slips: z
        .array(z.object({ name: z.string().min(1).max(80), code: z.string().min(1).max(64) }))
        .min(1)
        .max(500),
    }),
  ).returns<{ id: string }>(),
  'portal.lock': command(editors, z.object({ departmentId, locked: z.boolean() })).returns<void>(),
  'portal.signIns': query(staff, z.object({ limit: z.int().min(1).max(500) })).returns<SignInRow[]>(),
  /** An editor opened it: its unit sees so and can no longer take it back. */
  'portal.markRead': command(editors, z.object({ submissionId })).returns<void>(),
  /** 点评; empty takes it away. */
  'portal.giveFeedback': command(editors, z.object({ submissionId, text: z.string().trim().max(500) })).returns<void>(),
  /** What came with a submission through the page; `null` where it came another way. */
  'portal.thread': query(staff, z.object({ submissionId })).returns<SubmissionThread | null>(),

  'commissions.list': query(staff, z.object({})).returns<CommissionView[]>(),
  'commissions.publish': command(
    editors,
    z.object({
      topic: z.string().trim().min(1).max(100),
      text: z.string().trim().max(5000),
      publicationId: publicationId.nullable(),
      deadline: z.iso.datetime().transform((text) => text as CommissionView['deadline']),
      departmentIds: z.array(departmentId).min(1).max(500),
    }),
  ).returns<{ id: CommissionView['id'] }>(),
  'commissions.close': command(editors, z.object({ id: commissionId, closed: z.boolean() })).returns<void>(),
  'topics.list': query(staff, z.object({})).returns<TopicGuide[]>(),
  'topics.publish': command(
    editors,
    z.object({
      month: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, '月份应为 2026-11 的样子'),
      text: z.string().trim().min(1).max(5000),
    }),
  ).returns<void>(),
  'topics.delete': command(editors, z.object({ id: topicId })).returns<void>(),
};
