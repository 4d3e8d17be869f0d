import type { SearchResult } from '../../../../shared/contract/methods/search.ts';
import type { Department } from '../../../../shared/domain/department.ts';
import type { HandlersOf } from '../../context.ts';
import type { Readable } from '../../db/open.ts';
import { listDepartments } from '../departments/repo.ts';
import { readIndex } from './keeper.ts';
import { findDocuments, type Page, type Query } from './query.ts';
import { rowMaker } from './rows.ts';
import { unindexed } from './searchIndex.ts';
import { departmentsNamed, readTerms } from './terms.ts';

/** Units shown before the texts. */
const SHOWN_UNITS = 5;

export const searchHandlers: HandlersOf<'search'> = {
  'search.query': (query, { desk }) => readIndex(desk, (r) => search(r, query)),
};

function search(r: Readable, query: Query & Page): SearchResult {
  const { offset, limit } = query;
  const departments = listDepartments(r);
  const terms = readTerms(departments, query.text);
  const make = rowMaker(r, terms, departments);
  const units = query.text.trim() === '' ? [] : unitsFor(departments, query);
  const shown = units.slice(offset, offset + limit);
  const page = { offset: Math.max(0, offset - units.length), limit: limit - shown.length };
  const { found, total, more } = findDocuments(r, query, terms, page);
  return {
    rows: [...shown.map(make.department), ...found.flatMap(make.row)],
    total: total + units.length,
    more,
    unindexed: unindexed(r),
  };
}

/** A single character stands in half of all names; where units alone are asked for it is taken all the same. */
function unitsFor(
  departments: readonly Department[],
  { text, kinds, departmentId, state, from, to, publicationId }: Query,
): Department[] {
  const filtered = [departmentId, state, from, to, publicationId].some((filter) => filter !== null);
  if (filtered || (kinds !== null && !kinds.includes('department'))) return [];
  const only = kinds?.length === 1;
  if (!only && [...text.trim()].length < 2) return [];
  const units = departmentsNamed(departments, text);
  return only ? units : units.slice(0, SHOWN_UNITS);
}
