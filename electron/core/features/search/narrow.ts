import type { Readable } from '../../db/open.ts';
import { listDepartments } from '../departments/repo.ts';
import type { DocumentKind } from './documents.ts';
import { findDocuments, type Page, type Query } from './query.ts';
import { readTerms } from './terms.ts';

/** More rows than any office has. */
const allOfThem: Page = { offset: 0, limit: 10_000_000 };

const unnarrowed = {
  departmentId: null,
  state: null,
  from: null,
  to: null,
  publicationId: null,
  order: 'newest' as const,
};

/** A page of one kind's list, narrowed by words as the search box narrows: ids, the newest day first, and how many there are. */
export function findIds(
  r: Readable,
  kind: DocumentKind,
  narrowed: Pick<Query, 'text'> & Partial<Pick<Query, 'state' | 'departmentId'>>,
  page: Page = allOfThem,
): { ids: string[]; total: number } {
  const query = { ...unnarrowed, ...narrowed, kinds: [kind] };
  const terms = readTerms(listDepartments(r), query.text);
  const { found, total } = findDocuments(r, query, terms, page, allOfThem.limit);
  return { ids: found.map(({ id }) => id), total };
}
