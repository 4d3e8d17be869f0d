import type { ItemId } from '../domain/ids.ts';
import type { ErrorData } from './errors.ts';

/** What a change touched; a page that shows it asks again. */
export type Topic =
  | 'office'
  | 'people'
  | 'departments'
  | 'recipients'
  | 'publications'
  | 'submissions'
  | 'items'
  | 'issues'
  | 'deliveries';

/** Pushed from the core to every open page, as server-sent events on `/events`. */
export type DeskEvent =
  | { type: 'changed'; topics: Topic[] }
  /** Who may type in an item has changed, or somebody asks for it. */
  | { type: 'lease'; itemId: ItemId }
  /** `total` is null while it is not known. */
  | { type: 'progress'; job: string; label: string; done: number; total: number | null }
  | { type: 'finished'; job: string; error: ErrorData | null };
