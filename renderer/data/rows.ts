import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Input, MethodName, Output } from '../../shared/contract/index.ts';
import { useDesk } from './hooks.tsx';

/** Methods that answer rows by pages. */
type RowsMethod = {
  [Name in MethodName]: Output<Name> extends { rows: unknown[]; total: number } ? Name : never;
}[MethodName];
type RowOf<Name extends RowsMethod> = Output<Name> extends { rows: (infer Row)[] } ? Row : never;

const pageSize = 200;
/** Pages besides the first that are kept and asked again when something changes: those looked at last. */
const pagesKept = 6;

/** The rows of a list of any length, as far as they were looked at; what `RowList` shows. */
export interface LongList<Row> {
  /** Rows that are here, in the order of the list. */
  rows: readonly Row[];
  /** The place of each of them in the whole list, from 0. */
  places: readonly number[];
  /** How many there are in all. */
  total: number;
  /** The row at a place; `undefined` where it is not here yet. */
  rowAt: (place: number) => Row | undefined;
  /** Has the rows of these places fetched. */
  look: (from: number, to: number) => void;
}

/** A list method by pages: the first, and those that are looked at. */
export function useRows<Name extends RowsMethod>(name: Name, input: Omit<Input<Name>, 'offset' | 'limit'>) {
  type Row = RowOf<Name>;
  const { client } = useDesk();
  const asked = JSON.stringify(input);
  const [seen, setSeen] = useState<{ asked: string; pages: readonly number[] }>({ asked, pages: [] });
  const pages = seen.asked === asked ? seen.pages : noPages;
  const page = (n: number) => ({
    queryKey: [name, input, n],
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      const slice = { ...input, offset: n * pageSize, limit: pageSize } as Input<Name>;
      return (await client.call(name, slice, signal)) as { rows: Row[]; total: number };
    },
  });
  const first = useQuery({ ...page(0), placeholderData: keepPreviousData });
  const further = useQueries({ queries: pages.map(page), combine: answersOf<{ rows: Row[]; total: number }> });
  const list = useMemo(() => {
    const answers = new Map([[0, first.data], ...pages.map((n, i) => [n, further[i]] as const)]);
    const here = [...answers].sort(([a], [b]) => a - b).map(([n, answer]) => ({ n, rows: answer?.rows ?? [] }));
    return {
      rows: here.flatMap(({ rows }) => rows),
      places: here.flatMap(({ n, rows }) => rows.map((_, i) => n * pageSize + i)),
      // What is counted only so far grows as one looks on.
      total: Math.max(0, ...[...answers.values()].map((answer) => answer?.total ?? 0)),
      rowAt: (place: number) => answers.get(Math.floor(place / pageSize))?.rows[place % pageSize],
    };
  }, [first.data, further, pages]);
  const look = useCallback(
    (from: number, to: number) => {
      const [a, b] = [Math.max(1, Math.floor(from / pageSize)), Math.floor(to / pageSize)];
      const wanted = Array.from({ length: Math.max(0, b - a + 1) }, (_, i) => a + i);
      setSeen((before) => {
        const known = before.asked === asked ? before.pages : [];
        if (wanted.every((n) => known.includes(n))) return before.asked === asked ? before : { asked, pages: known };
        return { asked, pages: [...new Set([...wanted, ...known])].slice(0, Math.max(pagesKept, wanted.length)) };
      });
    },
    [asked],
  );
  const long: LongList<Row> = { ...list, look };
  return {
    ...list,
    long,
    loaded: first.data !== undefined,
    error: first.error,
    retry: () => void first.refetch(),
  };
}

const noPages: readonly number[] = [];
const answersOf = <Answer>(queries: readonly { data: Answer | undefined }[]) => queries.map(({ data }) => data);
