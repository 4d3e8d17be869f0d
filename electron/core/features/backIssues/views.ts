import { errorSentence } from '../../../../shared/contract/errors.ts';
import type { ParsedInput } from '../../../../shared/contract/index.ts';
import type {
  BackDetail,
  BackDraftKey,
  BackNumbers,
  BackRow,
  BackStatus,
  UnknownSource,
} from '../../../../shared/contract/methods/backIssues.ts';
import {
  type BackProblem,
  doubledNumbers,
  isBlocking,
  missingNumbers,
  numberKey,
  numberProblems,
  outOfOrder,
  type SignedNumbers,
  totalKey,
  yearOfIssue,
} from '../../../../shared/domain/backIssue.ts';
import { dateParts, type IsoDate } from '../../../../shared/domain/dates.ts';
import type { DepartmentId, PublicationId } from '../../../../shared/domain/ids.ts';
import { printedSource } from '../../../../shared/domain/printedIssue.ts';
import type { Readable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { listDepartments } from '../departments/repo.ts';
import { issuesOf, publicationNames } from './drafts.ts';
import {
  type BackDraft,
  type BackFile,
  countFiles,
  getDraft,
  getFile,
  isPaused,
  listDrafts,
  listFiles,
  numbersBeside,
  readSplit,
  type StandingNumber,
  standingNumbers,
} from './repo.ts';
import { type SourceUnits, sourceUnits } from './units.ts';

export function backStatus(r: Readable, today: IsoDate): BackStatus {
  const drafts = judgedDrafts(r, today);
  return {
    waiting: countFiles(r, 'waiting'),
    failed: countFiles(r, 'failed'),
    drafts: drafts.length,
    ready: drafts.filter(isReady).length,
    filed: r.get<{ n: number }>('SELECT count(*) AS n FROM back_drafts WHERE issue_id IS NOT NULL')?.n ?? 0,
    paused: isPaused(r),
  };
}

export interface Judged extends BackDraft {
  problems: BackProblem[];
}

export const isReady = ({ problems }: Pick<Judged, 'problems'>): boolean => !problems.some(isBlocking);

/** All issues to be filed, each with what is wrong with it, by itself and beside the others. */
export function judgedDrafts(r: Readable, today: IsoDate): Judged[] {
  const drafts = listDrafts(r);
  if (drafts.length === 0) return [];
  const standing = standingNumbers(r);
  const units = sourceUnits(r);
  const warned = new Set(
    r.all<{ id: string }>(`SELECT id FROM back_files WHERE warnings <> '[]'`).map((row) => row.id),
  );
  const known = { ...keysOf(drafts, standing), today };
  const unordered = disordered(drafts, standing);
  return drafts.map((draft) => ({
    ...draft,
    problems: [
      ...(draft.items === 0 ? ['no-items' as const] : []),
      ...numberProblems(draft, known),
      ...(draft.unsure > 0 ? ['unsure-items' as const] : []),
      ...(draft.leftover > 0 ? ['leftover' as const] : []),
      ...(draft.sources.some((source) => units.unknownIn(source).length > 0) ? ['unknown-units' as const] : []),
      ...(unordered.has(draft) ? ['out-of-order' as const] : []),
      ...(warned.has(draft.fileId) ? ['read-with-warnings' as const] : []),
    ],
  }));
}

/** What keeps one issue from being filed, without a look at all the others. */
export function blockingProblems(r: Readable, draft: BackDraft, today: IsoDate): BackProblem[] {
  const { drafts, standing } = numbersBeside(r, draft);
  return [
    ...(draft.items === 0 ? ['no-items' as const] : []),
    ...numberProblems(draft, { ...keysOf(drafts, standing), today }),
  ].filter(isBlocking);
}

function keysOf(drafts: readonly BackDraft[], standing: readonly StandingNumber[]) {
  const counted = new Map<string, number>();
  const count = (key: string | null) => {
    if (key !== null) counted.set(key, (counted.get(key) ?? 0) + 1);
  };
  for (const draft of drafts) {
    count(numberKey(draft));
    const total = totalKey(draft);
    count(total === null ? null : `total ${total}`);
  }
  return {
    standing: new Set(
      standing.flatMap(({ publicationId, year, number, total }) => [
        `${publicationId} ${year} ${number}`,
        ...(total === null ? [] : [`total ${publicationId} ${total}`]),
      ]),
    ),
    drafts: counted,
    signed: signedNumbers(standing),
  };
}

function signedNumbers(standing: readonly StandingNumber[]): SignedNumbers[] {
  const signed = standing.filter((issue) => issue.signed === 1);
  const least = (values: number[]) => Math.min(...values);
  return [...Map.groupBy(signed, ({ publicationId, year }) => `${publicationId} ${year}`).values()].flatMap(
    (issues) => {
      const [first] = issues;
      if (!first) return [];
      const totals = signed.filter((issue) => issue.publicationId === first.publicationId);
      return [
        {
          publicationId: first.publicationId,
          year: first.year,
          number: least(issues.map(({ number }) => number)),
          total: least(totals.map(({ total }) => total ?? Number.POSITIVE_INFINITY)),
        },
      ];
    },
  );
}

/** Drafts dated before an issue of their year with a lower number. */
function disordered(drafts: readonly BackDraft[], standing: readonly StandingNumber[]): ReadonlySet<BackDraft> {
  const all = [...drafts, ...standing];
  const groups = Map.groupBy(all, (issue) => `${issue.publicationId} ${yearOfIssue(issue)}`);
  const wrong = [...groups.values()].flatMap((issues) => [...outOfOrder(issues)].map((i) => issues[i]));
  return new Set(wrong.filter((issue): issue is BackDraft => issue !== undefined && 'fileId' in issue));
}

/** The rows of the table: drafts, files not read yet, files that could not be read. */
export function listBack(
  r: Readable,
  { only, sort, descending, offset, limit }: ParsedInput<'backIssues.list'>,
  today: IsoDate,
): { rows: BackRow[]; total: number } {
  const names = publicationNames(r);
  const files = listFiles(r);
  const byFile = Map.groupBy(judgedDrafts(r, today), ({ fileId }) => fileId);
  const rows = files.flatMap((file): BackRow[] => {
    if (file.state === 'waiting' || file.state === 'failed') return [fileRow(file)];
    return (byFile.get(file.id) ?? []).map((draft) => draftRow(file, draft, names));
  });
  const wanted = rows.filter((row) => {
    if (only === 'all') return true;
    const troubled = row.state === 'failed' || row.problems.length > 0;
    return only === 'problems' ? troubled : row.state === 'draft' && isReady(row);
  });
  const sorted = sort === 'file' ? wanted : wanted.toSorted(comparing(sort));
  if (descending) sorted.reverse();
  return { rows: sorted.slice(offset, offset + limit), total: sorted.length };
}

const unread = {
  part: 0,
  publicationId: null,
  publication: null,
  number: null,
  total: null,
  date: null,
  items: 0,
  unsure: 0,
  problems: [],
};

const fileRow = (file: BackFile): BackRow => ({
  ...unread,
  fileId: file.id,
  fileName: file.name,
  addedAt: file.addedAt,
  state: file.state === 'failed' ? 'failed' : 'unread',
  sentence: file.error === null ? null : errorSentence(file.error),
});

function draftRow(file: BackFile, draft: Judged, names: ReadonlyMap<PublicationId, string>): BackRow {
  const { fileId, part, publicationId, number, total, date, items, unsure, problems } = draft;
  return {
    fileId,
    part,
    fileName: file.name,
    addedAt: file.addedAt,
    state: 'draft',
    publicationId,
    publication: publicationId === null ? null : (names.get(publicationId) ?? null),
    number,
    total,
    date,
    items,
    unsure,
    problems,
    sentence: null,
  };
}

/** What is not known comes first: it is what an editor looks for. */
function comparing(sort: 'number' | 'date' | 'items' | 'unsure' | 'problems') {
  const value = (row: BackRow): number | string => {
    switch (sort) {
      case 'number':
        return (row.date === null ? 0 : dateParts(row.date).year * 100_000) + (row.number ?? 0);
      case 'date':
        return row.date ?? '';
      case 'items':
        return row.items;
      case 'unsure':
        return row.unsure;
      case 'problems':
        return row.problems.filter(isBlocking).length * 100 + row.problems.length + (row.state === 'failed' ? 1e4 : 0);
    }
  };
  return (a: BackRow, b: BackRow) => {
    const [one, other] = [value(a), value(b)];
    return one < other ? -1 : one > other ? 1 : 0;
  };
}

export function backDetail(r: Readable, { fileId, part }: BackDraftKey, today: IsoDate): BackDetail {
  const file = getFile(r, fileId);
  getDraft(r, fileId, part);
  const draft = judgedDrafts(r, today).find((one) => one.fileId === fileId && one.part === part);
  if (!draft) throw new CoreError('state-changed', { what: file.name, state: '补录完毕' });
  const { text, split } = readSplit(r, fileId);
  const issue = issuesOf(text, split)[part];
  if (!issue) throw new CoreError('not-found', { what: '这一期' });
  const units = sourceUnits(r);
  const names = new Map(listDepartments(r).map(({ id, shortName }) => [id, shortName]));
  return {
    ...draftRow(file, draft, publicationNames(r)),
    text,
    split,
    warnings: file.warnings,
    issue,
    units: issue.items.map((item) => creditedFor(units, item).map((id) => names.get(id) ?? '')),
  };
}

/** Units an item of a back issue is credited to: those printed after it, else the one that opens its title. */
export function creditedFor(
  units: SourceUnits,
  item: Parameters<typeof printedSource>[0] & { unitInTitle: string | null },
): DepartmentId[] {
  return units.of(printedSource(item) ?? item.unitInTitle ?? '');
}

/** Gaps and doubles per publication and year, over what stands and what is to be filed. */
export function backNumbers(r: Readable): BackNumbers {
  const names = publicationNames(r);
  const drafts = listDrafts(r).flatMap(({ publicationId, number, total, date }) =>
    publicationId === null || date === null
      ? []
      : [{ publicationId, year: dateParts(date).year, number, total, draft: true }],
  );
  const standing = standingNumbers(r).map((issue) => ({ ...issue, draft: false }));
  const all = [...standing, ...drafts];
  const years = [...Map.groupBy(all, ({ publicationId, year }) => `${publicationId} ${year}`).values()].flatMap(
    (issues) => {
      const [first] = issues;
      if (!first) return [];
      const numbers = issues.flatMap(({ number }) => number ?? []);
      return [
        {
          publicationId: first.publicationId,
          publication: names.get(first.publicationId) ?? '',
          year: first.year,
          standing: issues.filter(({ draft }) => !draft).length,
          drafts: issues.filter(({ draft }) => draft).length,
          missing: missingNumbers(numbers),
          doubled: doubledNumbers(numbers),
        },
      ];
    },
  );
  const totals = [...Map.groupBy(all, ({ publicationId }) => publicationId)].map(([publicationId, issues]) => {
    const numbers = issues.flatMap(({ total }) => total ?? []);
    return {
      publicationId,
      publication: names.get(publicationId) ?? '',
      // Nobody owns every issue from the first on: gaps are told from the earliest there is.
      missing: missingNumbers(numbers, Math.min(...numbers)),
      doubled: doubledNumbers(numbers),
    };
  });
  return {
    years: years.sort((a, b) => a.publication.localeCompare(b.publication) || b.year - a.year),
    totals: totals.filter(({ missing, doubled }) => missing.length + doubled.length > 0),
  };
}

export function unknownSources(r: Readable): UnknownSource[] {
  const units = sourceUnits(r);
  const counted = new Map<string, number>();
  for (const { sources } of listDrafts(r))
    for (const name of sources.flatMap((source) => units.unknownIn(source)))
      counted.set(name, (counted.get(name) ?? 0) + 1);
  return [...counted]
    .map(([name, items]) => ({ name, items }))
    .sort((a, b) => b.items - a.items || a.name.localeCompare(b.name));
}
