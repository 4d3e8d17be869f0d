import {
  keepPreviousData,
  type QueryClient,
  QueryClientProvider,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { DeskEvent } from '../../shared/contract/events.ts';
import type { Input, MethodName, Output } from '../../shared/contract/index.ts';
import { askAgain, askAgainInALull } from './askAgain.ts';
import type { Connection, DeskClient } from './client.ts';
import { topicsOf } from './topics.ts';

interface Desk {
  client: DeskClient;
  connection: Connection;
  /** Called with each push; returns the function that stops it. */
  onEvent: (listener: (event: DeskEvent) => void) => () => void;
}

const DeskContext = createContext<Desk | null>(null);

/** Gives the page its client; pushes from the core make the queries they touch ask again. */
export function DeskProvider({
  client,
  queries,
  children,
}: {
  client: DeskClient;
  queries: QueryClient;
  children: ReactNode;
}) {
  const [connection, setConnection] = useState<Connection>('open');
  const listeners = useMemo(() => new Set<(event: DeskEvent) => void>(), []);
  useEffect(
    () =>
      client.listen(
        (event) => {
          if (event.type === 'changed') askAgainInALull(queries, event.topics);
          for (const listener of listeners) listener(event);
        },
        (state) => {
          setConnection((before) => {
            // Pushes sent while the line was cut are gone: everything on the page is asked again.
            if (before === 'lost' && state === 'open') void queries.invalidateQueries();
            return state;
          });
        },
      ),
    [client, queries, listeners],
  );
  const desk = useMemo<Desk>(
    () => ({
      client,
      connection,
      onEvent: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    }),
    [client, connection, listeners],
  );
  return (
    <QueryClientProvider client={queries}>
      <DeskContext value={desk}>{children}</DeskContext>
    </QueryClientProvider>
  );
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk outside DeskProvider');
  return desk;
}

/** Ask a query of the core; asked again when a push says that it changed. The answer before stays while it loads. */
export function useMethod<Name extends MethodName>(
  name: Name,
  input: Input<Name>,
  { enabled = true, keep = false }: { enabled?: boolean; keep?: boolean } = {},
) {
  const { client } = useDesk();
  return useQuery<Output<Name>>({
    queryKey: [name, input],
    queryFn: ({ signal }) => client.call(name, input, signal),
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Methods that answer rows by pages. */
type RowsMethod = {
  [Name in MethodName]: Output<Name> extends { rows: unknown[]; total: number } ? Name : never;
}[MethodName];
type RowOf<Name extends RowsMethod> = Output<Name> extends { rows: (infer Row)[] } ? Row : never;

const pageSize = 200;

/** All rows of a list method, page by page as they are scrolled to. */
export function useRows<Name extends RowsMethod>(name: Name, input: Omit<Input<Name>, 'offset' | 'limit'>) {
  const { client } = useDesk();
  const query = useInfiniteQuery({
    queryKey: [name, input],
    initialPageParam: 0,
    queryFn: async ({ pageParam, signal }) => {
      const page = await client.call(name, { ...input, offset: pageParam, limit: pageSize } as Input<Name>, signal);
      return page as { rows: RowOf<Name>[]; total: number };
    },
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return loaded < last.total && last.rows.length > 0 ? loaded : undefined;
    },
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  return {
    rows,
    total: query.data?.pages.at(-1)?.total ?? 0,
    loaded: query.data !== undefined,
    error: query.error,
    retry: () => void query.refetch(),
    more: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
  };
}

/** A command of the core: `run(input)` answers its output or throws; what it touched is asked again. */
export function useCommand<Name extends MethodName>(name: Name) {
  const { client } = useDesk();
  const queries = useQueryClient();
  const mutation = useMutation<Output<Name>, Error, Input<Name>>({
    mutationFn: (input) => client.call(name, input),
    onSuccess: () => void askAgain(queries, topicsOf(name)),
  });
  return { run: mutation.mutateAsync, running: mutation.isPending, error: mutation.error, reset: mutation.reset };
}

/** Calls `listener` with each push from the core while the component stands. */
export function useEvents(listener: (event: DeskEvent) => void): void {
  const { onEvent } = useDesk();
  useEffect(() => onEvent(listener), [onEvent, listener]);
}
