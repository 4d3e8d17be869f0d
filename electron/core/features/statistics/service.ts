import type { LedgerRow, Span, Statistics, UnitLedger } from '../../../../shared/contract/methods/statistics.ts';
import { toIsoDate } from '../../../../shared/domain/dates.ts';
import type { DepartmentId, IssueId, ItemId } from '../../../../shared/domain/ids.ts';
import type { LedgerLine } from '../../../../shared/domain/scoring/ledger.ts';
import { monthOf, monthsBetween } from '../../../../shared/domain/scoring/months.ts';
import { add, noPoints, type Points } from '../../../../shared/domain/scoring/points.ts';
import type { Recognition } from '../../../../shared/domain/scoring/records.ts';
import { levelNames } from '../../../../shared/domain/scoring/rules.ts';
import { score } from '../../../../shared/domain/scoring/score.ts';
import { RuleBook } from '../../../../shared/domain/scoring/versions.ts';
import { matrixOf } from '../../../../shared/domain/statistics/matrix.ts';
import { openingOf } from '../../../../shared/text/opening.ts';
import type { Desk } from '../../context.ts';
import type { Readable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { issueLabel } from '../issues/labels.ts';
import { getAdjustment, getRecognition, listRules } from '../scoring/repo.ts';
import { countAdopted, countSubmitted, type OfficeFacts, type Printed, readFacts } from './facts.ts';

/** The books of an office for a span: what happened, what it is worth, and why. */
export interface Books {
  facts: OfficeFacts;
  /** Entries printed in the span, by the publication asked for. */
  printed: Printed[];
  /** Ledger lines of the span; with a publication those of what it printed. */
  lines: LedgerLine[];
}

export function readBooks(r: Readable, desk: Desk, { from, to, publicationId }: Span): Books {
  const facts = readFacts(r);
  const asOf = toIsoDate(desk.clock());
  const inSpan = (date: string) => date >= from && date <= to;
  const issuesOf = new Set(
    facts.printed.flatMap((entry) => (entry.publicationId === publicationId ? [entry.issueId] : [])),
  );
  return {
    facts,
    printed: facts.printed.filter(
      (entry) => inSpan(entry.date) && (publicationId === null || entry.publicationId === publicationId),
    ),
    lines: score(facts, listRules(r), asOf).filter(
      ({ date, issueId }) => inSpan(date) && (publicationId === null || (issueId !== null && issuesOf.has(issueId))),
    ),
  };
}

/** Units by month, with places. */
export function statisticsOf(r: Readable, desk: Desk, span: Span): Statistics {
  const { facts, printed, lines } = readBooks(r, desk, span);
  const months = monthsBetween(monthOf(span.from), monthOf(span.to));
  const submitted = countSubmitted(r, span);
  const versions = listRules(r);
  const used = new Set(lines.map(({ versionId }) => versionId));
  return {
    months,
    groups: matrixOf(facts.units, months, lines, submitted, countAdopted(printed)),
    total: {
      submitted: submitted.reduce((sum, { count }) => sum + count, 0),
      adopted: distinctItems(printed),
      points: sumOf(lines),
    },
    versions: versions
      .filter(({ id }) => used.has(id))
      .map(({ id, validFrom, rules }) => ({ id, validFrom, title: rules.title })),
    earliest: facts.printed.reduce<Statistics['earliest']>(
      (first, { date }) => (first === null || date < first ? date : first),
      null,
    ),
  };
}

/** What one unit's figures are made of. Throws `not-found`. */
export function unitLedger(r: Readable, desk: Desk, span: Span, departmentId: DepartmentId): UnitLedger {
  const books = readBooks(r, desk, span);
  const months = monthsBetween(monthOf(span.from), monthOf(span.to));
  const groups = matrixOf(books.facts.units, months, books.lines, countSubmitted(r, span), countAdopted(books.printed));
  const unit = books.facts.units.find(({ id }) => id === departmentId);
  if (!unit) throw new CoreError('not-found', { what: '这个单位' });
  const row = groups.flatMap(({ units }) => units).find((one) => one.departmentId === departmentId);
  const lines = books.lines.filter((line) => line.unitId === departmentId);
  return {
    departmentId,
    unit: unit.name,
    group: unit.group,
    figures: row?.total ?? { submitted: 0, adopted: 0, points: noPoints },
    rank: row?.rank ?? null,
    rows: ledgerRows(r, lines),
    submissions: r
      .all<UnitLedger['submissions'][number] & { opening: string }>(
        `SELECT s.id, i.received_date AS date, s.title, ${openingSql('s.paragraphs', '$[0]')} AS opening, s.state
         FROM submissions s JOIN intakes i ON i.id = s.intake_id
         WHERE s.department_id = @departmentId AND i.received_date BETWEEN @from AND @to ORDER BY i.received_date, s.seq`,
        { departmentId, from: span.from, to: span.to },
      )
      .map(({ opening, title, ...row }) => ({ ...row, title: title || openingOf(opening) })),
  };
}

/** Lines with item, issue, rule book and clause by name, in order of day. */
export function ledgerRows(r: Readable, lines: readonly LedgerLine[]): LedgerRow[] {
  const versions = listRules(r);
  const book = new RuleBook(versions);
  const labels = new Map<IssueId, string>();
  const labelOf = (id: IssueId) => {
    const label = labels.get(id) ?? issueLabel(r, id);
    labels.set(id, label);
    return label;
  };
  return lines
    .toSorted((a, b) => (a.date === b.date ? order(a, b) : a.date < b.date ? -1 : 1))
    .map((line): LedgerRow => {
      const version = versions.find(({ id }) => id === line.versionId);
      return {
        kind: line.kind,
        date: line.date,
        points: line.points,
        working: line.working,
        what: whatOf(r, line),
        item: line.itemId && { id: line.itemId, title: titleOf(r, line.itemId) },
        issue: line.issueId && { id: line.issueId, label: labelOf(line.issueId) },
        rules: version ? { id: version.id, title: version.rules.title, validFrom: version.validFrom } : null,
        clause: version && line.clause !== null ? book.clause(version.id, line.clause) : null,
      };
    });
}

const order = (a: LedgerLine, b: LedgerLine) => (`${a.kind} ${a.itemId}` < `${b.kind} ${b.itemId}` ? -1 : 1);

/** The title of an item, or what one without is named by; stands in circulars as in lists. */
export function titleOf(r: Readable, id: ItemId): string {
  const item = r.get<{ title: string; opening: string }>(
    `SELECT title, ${openingSql('blocks', '$[0].text')} AS opening FROM items WHERE id = ?`,
    [id],
  );
  return item?.title || openingOf(item?.opening ?? '');
}

/** More of a first paragraph than any opening takes; empty where it has no text. */
const openingSql = (column: string, path: string) => `coalesce(substr(json_extract(${column}, '${path}'), 1, 200), '')`;

function whatOf(r: Readable, { kind, sourceId }: LedgerLine): string {
  if (sourceId === null) return '';
  if (kind === 'commission') return commissionTopic(r, sourceId);
  if (kind === 'manual') return getAdjustment(r, sourceId as never)?.reason ?? '';
  const recognition = getRecognition(r, sourceId as never);
  return recognition ? recognisedBy(recognition) : '';
}

const commissionTopic = (r: Readable, id: string): string =>
  r.get<{ topic: string }>('SELECT topic FROM commissions WHERE id = ?', [id])?.topic ?? '';

/** 市级《郑州信息》; 区级 区委书记某某 */
export const recognisedBy = (one: Recognition): string =>
  `${levelNames[one.level]}${one.kind === 'upper' ? `《${one.publication}》` : ` ${one.leader}`}`;

export const distinctItems = (printed: readonly Printed[]): number =>
  new Set(printed.filter(({ correction }) => !correction).map(({ itemId }) => itemId)).size;

export const sumOf = (lines: readonly LedgerLine[]): Points =>
  lines.reduce<Points>((sum, { points }) => add(sum, points), noPoints);
