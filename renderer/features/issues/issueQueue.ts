import type { Input, MethodName, Output, ParsedInput } from '../../../shared/contract/index.ts';
import type { IssueDetail } from '../../../shared/contract/views.ts';
import type { IssueId } from '../../../shared/domain/ids.ts';
import type { BoardEntry } from './board/board.ts';

/** Fields of an issue that are edited one by one. */
export type IssueFields = Omit<ParsedInput<'issues.update'>, 'id' | 'version'>;

export interface IssueQueue {
  /** Save the entries as they now stand. Edits faster than saves are saved once. */
  entries(entries: readonly BoardEntry[]): void;
  update(fields: IssueFields): void;
  /** Run a command on the whole issue once all edits are saved, with the version they made. Throws as the core does. */
  run(command: (version: number) => Promise<IssueDetail>): Promise<void>;
  /** Take what the core says, unless it is older than what was saved here or edits are on their way. */
  accept(issue: IssueDetail): boolean;
}

interface Ports {
  id: IssueId;
  version: number;
  call<Name extends MethodName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  /** After each save and command, with the issue as it then stands. */
  onSaved(issue: IssueDetail): void;
  /** A save was refused or failed: edits not saved are gone, and the screen must ask for the issue again. */
  onRefused(error: unknown): void;
}

/**
 * Sends the edits of one issue one after the other, each with the version the last one made, so that quick work at
 * one desk never conflicts with itself and changes from another desk are never overwritten.
 */
export function createIssueQueue({ id, version, call, onSaved, onRefused }: Ports): IssueQueue {
  let known = version;
  let running = false;
  let pendingEntries: readonly BoardEntry[] | null = null;
  let pendingFields: IssueFields | null = null;
  let waiting: (() => void)[] = [];

  const next = (): Promise<IssueDetail> | null => {
    if (pendingEntries) {
      const entries = [...pendingEntries];
      pendingEntries = null;
      return call('issues.setEntries', { id, version: known, entries });
    }
    if (pendingFields) {
      const fields = pendingFields;
      pendingFields = null;
      return call('issues.update', { id, version: known, ...fields });
    }
    return null;
  };

  const drain = async () => {
    if (running) return;
    running = true;
    let saved: IssueDetail | null = null;
    let failure: unknown = null;
    try {
      for (let save = next(); save; save = next()) {
        saved = await save;
        known = saved.version;
      }
    } catch (error) {
      failure = error ?? new Error('refused');
      pendingEntries = null;
      pendingFields = null;
      // Whatever the core holds now is newer than what this desk knows.
      known = 0;
    }
    running = false;
    if (failure !== null) onRefused(failure);
    else if (saved) onSaved(saved);
    const released = waiting;
    waiting = [];
    for (const go of released) go();
  };

  const settled = () =>
    running || pendingEntries || pendingFields
      ? new Promise<void>((resolve) => {
          waiting.push(resolve);
        })
      : Promise.resolve();

  return {
    entries(entries) {
      pendingEntries = entries;
      void drain();
    },
    update(fields) {
      pendingFields = { ...pendingFields, ...fields };
      void drain();
    },
    async run(command) {
      await settled();
      const issue = await command(known);
      known = issue.version;
      onSaved(issue);
    },
    accept(issue) {
      if (running || pendingEntries || pendingFields || issue.version < known) return false;
      known = issue.version;
      return true;
    },
  };
}
