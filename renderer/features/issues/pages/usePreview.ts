import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Input } from '../../../../shared/contract/index.ts';
import type { IssueDetail, Preview } from '../../../../shared/contract/views.ts';
import { useDesk } from '../../../data/index.ts';
import { latestOnly } from './latest.ts';
import { createPageStore } from './pageStore.ts';

export type Draft = NonNullable<Input<'issues.preview'>['draft']>;

export interface PagesState {
  /** The newest pages; `null` before the first. Stays while newer ones are made or cannot be. */
  preview: Preview | null;
  /** Why the newest pages could not be made. */
  error: unknown;
  /** Pages of something newer are on their way. */
  busy: boolean;
  urlOf(hash: string): string | null;
  retry(): void;
}

/** Pages kept drawn: the largest issue and what an undo brings back. */
const PAGES_KEPT = 200;

/**
 * The real pages of an issue, made again whenever the issue, its publication or the text being typed changes. Only
 * drawings the page does not hold are sent.
 */
export function usePreview(issue: IssueDetail, draft: Draft | null, styleKey: unknown): PagesState {
  const { client } = useDesk();
  const store = useMemo(() => createPageStore(PAGES_KEPT), []);
  const [state, setState] = useState<Pick<PagesState, 'preview' | 'error' | 'busy'>>({
    preview: null,
    error: null,
    busy: true,
  });
  const alive = useRef(true);

  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
      store.clear();
    };
  }, [store]);

  const ask = useMemo(
    () =>
      latestOnly(async (id: IssueDetail['id'], typed: Draft | null) => {
        try {
          const preview = await client.call('issues.preview', { id, known: store.known(), draft: typed });
          if (!alive.current) return;
          for (const page of preview.pages) if (page.svg !== undefined) store.add(page.hash, page.svg);
          setState({ preview, error: null, busy: false });
        } catch (error) {
          if (alive.current) setState(({ preview }) => ({ preview, error, busy: false }));
        }
      }),
    [client, store],
  );

  const request = useCallback(() => {
    setState((before) => (before.busy ? before : { ...before, busy: true }));
    ask(issue.id, draft);
  }, [ask, issue.id, draft]);

  // Asked again by what is printed, not by identity of the request: the issue keeps its identity while it is equal.
  // biome-ignore lint/correctness/useExhaustiveDependencies: issue and styleKey are what the pages are made of
  useEffect(request, [request, issue, styleKey]);

  return { ...state, urlOf: store.url, retry: request };
}
