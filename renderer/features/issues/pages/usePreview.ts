import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { IssueDetail } from '../../../../shared/contract/views.ts';
import { useDesk } from '../../../data/index.ts';
import { type PagesShown, Previewer } from './Previewer.ts';

/** The pages of an issue, asked for anew whenever what is saved of it, or its publication's style, changes. */
export function usePreviewer(issue: IssueDetail, styleKey: unknown): Previewer {
  const { client } = useDesk();
  const { id } = issue;
  const previewer = useMemo(
    () => new Previewer((view) => client.call('issues.preview', { id, ...view })),
    [client, id],
  );
  useEffect(() => previewer.open(), [previewer]);
  // By what is printed: the issue keeps its identity while it is equal.
  // biome-ignore lint/correctness/useExhaustiveDependencies: issue and styleKey are what the pages are made of
  useEffect(() => previewer.refresh(), [previewer, issue, styleKey]);
  return previewer;
}

export const usePages = (previewer: Previewer): PagesShown =>
  useSyncExternalStore(previewer.subscribe, () => previewer.shown);
