import type { DeskEvent } from '../../shared/contract/events.ts';
import type { IntakeResult } from '../../shared/contract/views.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import type { Actor, SessionPort } from '../core/context.ts';

export { CoreError } from '../core/errors.ts';
export type { Actor, SessionPort };

/** What the doors need of the core. */
export interface Core {
  call(name: string, input: unknown, actor: Actor | null, session: SessionPort): Promise<unknown>;
  intakeFile(file: { name: string; bytes: Uint8Array }, actor: Actor | null): Promise<IntakeResult>;
  files: {
    download(path: string, actor: Actor | null): Promise<{ bytes: Uint8Array; name: string; type: string }>;
    upload(path: string, file: { name: string; bytes: Uint8Array }, actor: Actor | null): Promise<unknown>;
  };
  actorFor(personId: PersonId): Actor | null;
  subscribe(listener: (event: DeskEvent) => void): () => void;
}
