import { z } from 'zod';
import type { Timestamp } from '../../domain/dates.ts';
import { commentId, itemId } from '../../domain/ids.ts';
import { command, query } from '../define.ts';
import { editors, reviewers, staff } from './common.ts';

/** A passage: UTF-16 offsets in the `Stream` of the title or of the text. */
const anchorSchema = z
  .object({ part: z.enum(['title', 'text']), start: z.int().min(0), end: z.int().min(0) })
  .refine(({ start, end }) => start < end);
export type Anchor = z.infer<typeof anchorSchema>;

/** 批注 tells the colleagues something; a 问题 wants an answer before the issue is signed. */
export const commentKindSchema = z.enum(['note', 'question']);
export type CommentKind = z.infer<typeof commentKindSchema>;

interface Remark {
  id: z.infer<typeof commentId>;
  at: Timestamp;
  person: string;
  text: string;
}

export interface CommentThread extends Remark {
  kind: CommentKind;
  /** Where it stands now; `null` where it is on the whole item or its passage is gone. */
  anchor: Anchor | null;
  /** The passage when it was written; empty where it is on the whole item. */
  quote: string;
  replies: Remark[];
  resolved: { at: Timestamp; person: string } | null;
}

const text = z.string().trim().min(1).max(2000);
const writers = [...editors, ...reviewers] as const;

/** 批注 and 问题 on an item: kept with it, never printed. */
export const commentMethods = {
  /** In the order of the text, the whole item's first; resolved ones last. */
  'comments.list': query(staff, z.object({ itemId })).returns<CommentThread[]>(),
  /** `version` is that of the text the anchor was read from; `item-changed-elsewhere` where it is not the stored one. */
  'comments.add': command(
    writers,
    z.object({ itemId, version: z.int(), kind: commentKindSchema, text, anchor: anchorSchema.nullable() }),
  ).returns<CommentThread>(),
  'comments.reply': command(writers, z.object({ id: commentId, text })).returns<void>(),
  'comments.resolve': command(writers, z.object({ id: commentId, resolved: z.boolean() })).returns<void>(),
  /** Takes back a remark of one's own that nobody has answered. */
  'comments.delete': command(writers, z.object({ id: commentId })).returns<void>(),
};
