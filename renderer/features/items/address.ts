import { useCallback } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { z } from 'zod';
import type { Input } from '../../../shared/contract/index.ts';
import { type ItemId, itemId } from '../../../shared/domain/ids.ts';

export type ItemsWhere = Input<'items.list'>['where'];
const whereSchema = z.enum(['pool', 'inIssue', 'printed', 'all']) satisfies z.ZodType<ItemsWhere>;

export interface ItemsAddress {
  where: ItemsWhere;
  search: string;
  id: ItemId | null;
  /** The text itself, or what changed in it. */
  view: ItemsView;
}

export type ItemsView = 'text' | 'changes';

/** The screen's state lives in its address, so that Back, reload and links work. */
export function useItemsAddress() {
  const navigate = useNavigate();
  const params = useParams();
  const [query] = useSearchParams();
  const id = itemId.safeParse(params['id']).data ?? null;
  const where = whereSchema.safeParse(query.get('where')).data ?? (id === null ? 'pool' : 'all');
  const search = query.get('q') ?? '';
  const view: ItemsView = query.get('view') === 'changes' && id !== null ? 'changes' : 'text';
  const go = useCallback(
    (change: Partial<ItemsAddress>, { replace = true }: { replace?: boolean } = {}) =>
      void navigate(toAddress({ where, search, id, view: 'text', ...change }), { replace }),
    [navigate, where, search, id],
  );
  return { address: { where, search, id, view } satisfies ItemsAddress, go };
}

function toAddress({ where, search, id, view }: ItemsAddress): string {
  const query = new URLSearchParams({ where });
  if (search !== '') query.set('q', search);
  if (view === 'changes') query.set('view', view);
  return `/items${id === null ? '' : `/${encodeURIComponent(id)}`}?${query.toString()}`;
}
