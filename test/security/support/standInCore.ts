import type { Actor } from '../../../electron/core/index.ts';
import type { DoorCore } from '../../../electron/web/caller.ts';
import type { DeskEvent } from '../../../shared/contract/events.ts';
import type { PersonId } from '../../../shared/domain/ids.ts';

export const editor: Actor = { personId: 'editor-1' as PersonId, name: '王编辑', roles: ['editor'] };

export interface StandInCore extends DoorCore {
  /** What reached the core, in order: method names, names of uploads, paths of downloads. */
  readonly reached: string[];
  emit(event: DeskEvent): void;
  readonly listeners: ReadonlySet<unknown>;
}

/** A core that does nothing but remember what the door let through; `overrides` answer in its place. */
export function standInCore(overrides: Partial<DoorCore> = {}): StandInCore {
  const reached: string[] = [];
  const listeners = new Set<(event: DeskEvent) => void>();
  return {
    reached,
    listeners,
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
    async call(name, input, _actor, session) {
      reached.push(name);
      if (name === 'session.choose') session.choose(editor.personId);
      return input;
    },
    async intakeFile({ name }) {
      reached.push(name);
      return {
        intakeId: '1' as never,
        fileName: name,
        submissions: [],
        alreadyReceivedAt: null,
        warnings: [],
        unsure: 0,
      };
    },
    files: {
      async download(path) {
        reached.push(path);
        const bytes = new TextEncoder().encode('<script>__kit_pwned=1</script>');
        return { bytes, name: '第19期.html', type: 'text/html' };
      },
      async upload(path, { name }) {
        reached.push(`${path} ${name}`);
        return { added: 0, updated: 0, unchanged: 0 };
      },
    },
    actorFor: (id) => (id === editor.personId ? editor : null),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ...overrides,
  };
}
