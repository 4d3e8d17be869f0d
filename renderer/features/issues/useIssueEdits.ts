import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { IssueDetail } from '../../../shared/contract/views.ts';
import { askAgain, useDesk } from '../../data/index.ts';
import { arrange, type Board, type BoardEdit, type BoardEntry, boardOf, editBoard } from './board/board.ts';
import { createIssueQueue, type IssueFields, type IssueQueue } from './issueQueue.ts';

export interface IssueEdits {
  /** The board as it stands on the screen; saved a moment later. */
  board: Board;
  edit(edit: BoardEdit): void;
  /** Fields changed and not yet confirmed, over the issue's own. */
  fields: IssueFields;
  update(fields: IssueFields): void;
  run: IssueQueue['run'];
  /** Why the last edit was not saved; the issue has been asked for again. */
  refused: unknown;
  dismiss(): void;
}

/** The edits of one open issue: shown at once, saved in order, taken back with a sentence where they are refused. */
export function useIssueEdits(issue: IssueDetail): IssueEdits {
  const { client } = useDesk();
  const queries = useQueryClient();
  const [refused, setRefused] = useState<unknown>(null);
  const [fields, setFields] = useState<IssueFields>({});
  const sections = issue.sections;
  const [board, dispatch] = useReducer(
    (before: Board, edit: BoardEdit) => editBoard(before, edit, sections),
    issue,
    (from) => boardOf(entriesOf(from)),
  );

  const { id } = issue;
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
          void askAgain(queries, ['issues', 'items']);
        },
      }),
    [client, queries, id],
  );

  useEffect(() => {
    if (!queue.accept(issue)) return;
    dispatch({ type: 'load', entries: entriesOf(issue) });
    setFields({});
  }, [queue, issue]);

  const latest = useRef(board);
  latest.current = board;
  const edit = useCallback(
    (change: BoardEdit) => {
      const after = editBoard(latest.current, change, sections);
      if (after === latest.current) return;
      latest.current = after;
      setRefused(null);
      dispatch(change);
      queue.entries(after.entries);
    },
    [queue, sections],
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

const entriesOf = ({ entries, sections }: IssueDetail): BoardEntry[] =>
  arrange(
    entries.map(({ item, kind, section }) => ({ itemId: item.id, kind, section })),
    sections,
  );
