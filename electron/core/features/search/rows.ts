import type { SearchRow } from '../../../../shared/contract/methods/search.ts';
import type { Department } from '../../../../shared/domain/department.ts';
import type { DepartmentId, IssueId, PublicationId } from '../../../../shared/domain/ids.ts';
import { type Folded, fold, foldText } from '../../../../shared/text/similar/fold.ts';
import type { Readable } from '../../db/open.ts';
import { issueLabel } from '../issues/labels.ts';
import { readDocument, type SearchDocument } from './documents.ts';
import { markHits, passageOf } from './passage.ts';
import type { Found } from './query.ts';
import type { Term } from './terms.ts';

/** Characters of an untitled text that stand for its title. */
const OPENING = 30;

/** Makes rows of one answer; names and labels are read once each. */
export function rowMaker(r: Readable, terms: readonly Term[], departments: readonly Department[]) {
  const names = new Map<DepartmentId, string>(departments.map(({ id, shortName }) => [id, shortName]));
  const publications = remembered((id: PublicationId) =>
    r.get<{ name: string }>('SELECT name FROM publications WHERE id = ?', [id]),
  );
  const labels = remembered((id: IssueId) => issueLabel(r, id));
  const words = terms.map((term) => term.folded);

  /** None where the text no longer holds what was asked for: the index is then behind, and a false hit is worse. */
  function row({ kind, id }: Found): SearchRow[] {
    const document = readDocument(r, kind, id);
    if (!document) return [];
    const { issueId, unitIds, publicationId, date, title } = document;
    const [body, byline] = [fold(document.body), fold(document.byline)];
    const texts = [foldText(title), body.text, byline.text];
    const holds = ({ folded, units }: Term) =>
      texts.some((text) => text.includes(folded)) || unitIds.some((unit) => units.has(unit));
    if (!terms.every(holds)) return [];
    const issue = issueId === null ? null : { id: issueId, label: labels(issueId) };
    const units = unitIds.map((unit) => names.get(unit) ?? '').join('、');
    const found = {
      kind,
      id,
      title: markHits(title || (kind === 'issue' && issue ? issue.label : opening(document)), words),
      passage: passageOf(holdsAny(body) || !holdsAny(byline) ? body : byline, words),
      unit: kind === 'issue' && publicationId !== null ? (publications(publicationId)?.name ?? '') : units,
      issue,
      date,
      state: document.state,
    };
    return [found as SearchRow];
  }

  const holdsAny = ({ text }: Folded) => words.some((word) => text.includes(word));

  return { row, department: (department: Department) => departmentRow(department, words) };
}

const opening = ({ body }: SearchDocument): string => (body.split('\n')[0] ?? '').slice(0, OPENING);

const departmentRow = ({ id, shortName, fullName, active }: Department, words: readonly string[]): SearchRow => ({
  kind: 'department',
  id,
  title: markHits(shortName, words),
  passage: markHits(fullName, words),
  unit: shortName,
  issue: null,
  date: null,
  state: active ? 'active' : 'inactive',
});

function remembered<Key, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? read(key);
    known.set(key, value);
    return value;
  };
}
