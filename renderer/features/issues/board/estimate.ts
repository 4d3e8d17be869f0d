import type { ItemRow } from '../../../../shared/contract/views.ts';

/**
 * About how many lines an item will take, before it stands on a page: its characters, title and source in lines of
 * `cells`, the first indented by two. The page itself counts exactly once the item is in the issue.
 */
export function estimatedLines({ title, charCount, source, kind }: ItemRow, cells: number): number {
  const brackets = source === '' ? 0 : source.length + 2;
  const head = kind === 'brief' ? 1 : title.length + 1;
  return Math.max(1, Math.ceil((2 + head + charCount + brackets) / cells));
}
