import type { IssueDetail } from '../../../../shared/contract/views.ts';
import { assembleBulletin } from '../../../../shared/domain/assemble.ts';
import type { Bulletin } from '../../../../shared/domain/bulletin.ts';
import { adjustedStyle } from '../../../../shared/domain/pageAdjust.ts';
import type { Publication } from '../../../../shared/domain/publication.ts';
import type { Arrangement } from '../board/board.ts';
import type { ItemDraft } from './Previewer.ts';

/**
 * The issue as the core would print it, made on the page from what it shows, so that lines and pages are counted with no
 * question to the core. `null` while the text of an entry just added has not come yet.
 */
export function localBulletin(
  publication: Publication,
  issue: IssueDetail,
  { entries: board, adjust }: Arrangement,
  draft: ItemDraft | null = null,
): Bulletin | null {
  const stored = new Map(issue.entries.map((entry) => [entry.item.id as string, entry]));
  const entries = board.flatMap(({ itemId, kind, section }) => {
    const entry = stored.get(itemId);
    if (!entry) return [];
    const { title, source } = entry.item;
    const text = draft?.itemId === itemId ? draft : { title, blocks: entry.blocks };
    return { id: itemId, kind, section, title: text.title, blocks: [...text.blocks], source: source || null };
  });
  if (entries.length < board.length) return null;
  const { rows: distributionRows, total: copies } = issue.resolved;
  const style = adjustedStyle(publication.style, adjust);
  return assembleBulletin({ ...publication, style }, { ...issue, entries, distributionRows, copies });
}
