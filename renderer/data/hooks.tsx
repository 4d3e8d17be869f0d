import {
  keepPreviousData,
  type QueryClient,
  QueryClientProvider,
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
