import { QueryClient } from '@tanstack/react-query';
import { ConnectionLost } from './errors.ts';

/**
 * A query cache for a core on the same machine: answers stay fresh until a push says otherwise, and only a cut line
 * is worth asking twice.
 */
export const newQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        networkMode: 'always',
        retry: (count, error) => error instanceof ConnectionLost && count < 2,
        retryDelay: 500,
      },
      mutations: { networkMode: 'always' },
    },
  });
