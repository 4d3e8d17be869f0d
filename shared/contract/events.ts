import type { UrgentStage } from '../domain/handIn.ts';
import type { ItemId, SubmissionId } from '../domain/ids.ts';
import type { ErrorData } from './errors.ts';

/** What a change touched; a page that shows it asks again. */
export type Topic =
  | 'office'
  | 'people'
  | 'departments'
  | 'recipients'
  | 'leaders'
  | 'wordings'
  | 'publications'
  | 'submissions'
  | 'items'
  | 'proofs'
  | 'issues'
  | 'backIssues'
  | 'deliveries'
  | 'portal'
  | 'commissions'
  | 'scoring'
  | 'circulars';

/** Pushed from the core to every open page, as server-sent events on `/events`. */
export type DeskEvent =
  | { type: 'changed'; topics: Topic[] }
  /** Who may type in an item has changed, or somebody asks for it. */
  | { type: 'lease'; itemId: ItemId }
  /** An urgent report came in: shown at once, with a sound. */
  | { type: 'urgent'; submissionId: SubmissionId; unit: string; title: string; stage: UrgentStage }
  /** `total` is null while it is not known. */
  | { type: 'progress'; job: string; label: string; done: number; total: number | null }
  | { type: 'finished'; job: string; error: ErrorData | null };
