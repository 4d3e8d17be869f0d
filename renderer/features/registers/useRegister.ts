import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '../../data/index.ts';

/**
 * Edits of a register that show at once: the answer in the cache is changed first, the core is told next, and where it
 * refuses the register is asked for again and the sentence stands on the screen.
 */
export function useOptimistic<Answer>(queryKey: readonly [string, object]) {
  const queries = useQueryClient();
  const [failure, setFailure] = useState<string | null>(null);
  const apply = async <Result>(
    change: (before: Answer) => Answer,
    tell: () => Promise<Result>,
  ): Promise<Result | null> => {
    setFailure(null);
    await queries.cancelQueries({ queryKey });
    queries.setQueryData<Answer>(queryKey, (before) => (before === undefined ? before : change(before)));
    try {
      return await tell();
    } catch (error) {
      setFailure(sentenceOf(error));
      await queries.invalidateQueries({ queryKey });
      return null;
    }
  };
  return { apply, failure, setFailure };
}

/** The list with one entry replaced. */
export const replaced = <Row extends { id: string }>(rows: readonly Row[], row: Row): Row[] =>
  rows.map((one) => (one.id === row.id ? row : one));

/** The list in the order of `ids`. */
export function inOrder<Row extends { id: string }>(rows: readonly Row[], ids: readonly string[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
