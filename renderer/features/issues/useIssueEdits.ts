import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { IssueDetail } from '../../../shared/contract/views.ts';
import { arranged } from '../../../shared/domain/entryOrder.ts';
import { sameAdjust } from '../../../shared/domain/pageAdjust.ts';
import { askAgain, useDesk } from '../../data/index.ts';
import { type Board, type BoardEdit, type BoardEntry, boardOf, editBoard, sameEntries } from './board/board.ts';

import { createIssueQueue, type IssueFields, type IssueQueue } from './issueQueue.ts';

export interface IssueEdits {
  /** The board as it stands on the screen; saved a moment later. */
  board: Board;
  edit(edit: BoardEdit): void;
  /** Fields changed and not yet confirmed, over the issue's own. */
  fields: IssueFields;
  update(fields: IssueFields): void;
  run: IssueQueue['run'];
  /** Why the last edit was not saved; the screen shows what the core holds. */
  refused: unknown;
  dismiss(): void;
}

/** The edits of one open issue: shown at once, saved in order, taken back with a sentence where they are refused. */
export function useIssueEdits(issue: IssueDetail): IssueEdits {
  const { client } = useDesk();
  const queries = useQueryClient();
  const { id, order } = issue;
  const [board, setBoard] = useState(() => boardOf(entriesOf(issue), issue.pageAdjust));
  const [fields, setFields] = useState<IssueFields>({});
  const [refused, setRefused] = useState<unknown>(null);
  const [refusals, setRefusals] = useState(0);
  const standing = useRef(board);
  const show = useCallback((next: Board) => {
    standing.current = next;
    setBoard(next);
  }, []);

  const firstVersion = useRef(issue.version);
  const queue = useMemo(
    () =>
      createIssueQueue({
        id,
        version: firstVersion.current,
        call: client.call,
        onSaved: (saved) => {
          void queries.cancelQueries({ queryKey: ['issues.get', { id }] });
          queries.setQueryData(['issues.get', { id }], saved);
          void askAgain(queries, ['issues']);
        },
        onRefused: (error) => {
          setRefused(error);
          void askAgain(queries, ['issues']).then(() => setRefusals((n) => n + 1));
        },
      }),
    [client, queries, id],
  );

  // Also after a refusal that changed nothing in the core: what the screen showed was never saved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!queue.accept(issue)) return;
    show(
      editBoard(standing.current, { type: 'load', entries: entriesOf(issue), adjust: issue.pageAdjust }, issue.order),
    );
    setFields({});
  }, [queue, issue, show, refusals]);

  const edit = useCallback(
    (change: BoardEdit) => {
      const before = standing.current;
      const after = editBoard(before, change, order);
      if (after === before) return;
      setRefused(null);
      show(after);
      if (!sameAdjust(before.adjust, after.adjust)) queue.update({ pageAdjust: after.adjust });
      if (!sameEntries(before.entries, after.entries)) queue.entries(after.entries);
    },
    [queue, order, show],
  );
  const update = useCallback(
    (change: IssueFields) => {
      setRefused(null);
      setFields((before) => ({ ...before, ...change }));
      queue.update(change);
    },
    [queue],
  );
  return { board, edit, fields, update, run: queue.run, refused, dismiss: () => setRefused(null) };
}

const entriesOf = ({ entries, order }: IssueDetail): BoardEntry[] =>
  arranged(
    entries.map(({ item, kind, section }) => ({ itemId: item.id, kind, section })),
    order,
  );
