import { assembleBulletin } from '../../../shared/domain/assemble.ts';
import type { EntryKind } from '../../../shared/domain/bulletin.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { Publication } from '../../../shared/domain/publication.ts';
import { pageMeter } from '../../../shared/page/index.ts';
import type { Draft } from './draft/drafts.tsx';

/** Lines an item would take in print, its title included, measured as the press measures it. */
export function printLines(
  { title, blocks, kind }: Pick<Draft, 'title' | 'blocks'> & { kind: EntryKind },
  source: string,
  publication: Publication,
): number {
  const bulletin = assembleBulletin(publication, {
    number: 1,
    total: 1,
    date: '2020-01-01' as IsoDate,
    theme: '',
    entries: [{ id: 'measured', kind, section: null, title, blocks, source: source === '' ? null : source }],
    editors: [],
    reviewer: null,
    signer: null,
    distributionRows: [],
    copies: 0,
  });
  return pageMeter(bulletin).linesByEntry['measured'] ?? 0;
}
