import { z } from 'zod';
import type { Timestamp } from '../../domain/dates.ts';
import { type ItemId, issueId, itemId } from '../../domain/ids.ts';
import { command, query } from '../define.ts';
import { reviewers, staff } from './common.ts';

export interface ReviewEntry {
  itemId: ItemId;
  /** The revision that would be signed now. */
  revision: number;
  /** Who passed it, and whether it has changed since. */
  passed: { at: Timestamp; person: string; revision: number; stale: boolean } | null;
  openQuestions: number;
  openNotes: number;
}

/** 审核: what the reviewer of an issue has looked at. Printed nowhere; nothing is refused for want of it. */
export const reviewMethods = {
  'review.get': query(staff, z.object({ issueId })).returns<ReviewEntry[]>(),
  /** Passes items as they stand, or takes that back. */
  'review.mark': command(
    reviewers,
    z.object({ issueId, itemIds: z.array(itemId).min(1).max(500), passed: z.boolean() }),
  ).returns<ReviewEntry[]>(),
};
