import type { Balance, Span } from '../../../../shared/contract/methods/statistics.ts';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import type { DepartmentId, IssueId, ItemId } from '../../../../shared/domain/ids.ts';
import { monthOf, monthsBetween } from '../../../../shared/domain/scoring/months.ts';
import { add, noPoints } from '../../../../shared/domain/scoring/points.ts';
import type { Figures } from '../../../../shared/domain/statistics/matrix.ts';
import { OTHER_TOPIC, topicOf, topics } from '../../../../shared/domain/statistics/topics.ts';
import type { Desk } from '../../context.ts';
import type { Readable } from '../../db/open.ts';
import { issueLabel } from '../issues/labels.ts';
import { countSubmitted, type OfficeFacts, type Printed } from './facts.ts';
import { type Books, readBooks } from './service.ts';

/** A unit that was in none of so many issues is one to ask. */
const LAST_ISSUES = 3;

/** How printed items are spread: over time, groups of units and topics; and who has not been heard of. */
export function balanceOf(r: Readable, desk: Desk, span: Span): Balance {
  const books = readBooks(r, desk, span);
  const months = monthsBetween(monthOf(span.from), monthOf(span.to));
  const counted = books.printed.filter(({ correction }) => !correction);
  return {
    months,
    trend: trendOf(r, span, months, books),
    groups: groupsOf(books.facts, counted, months),
    topics: topicsOf(r, counted),
    ...unheardOf(r, books.facts, span),
  };
}

function trendOf(r: Readable, span: Span, months: Balance['months'], { printed, lines }: Books): Figures[] {
  const figures = months.map((): Figures => ({ submitted: 0, adopted: 0, points: noPoints }));
  const at = new Map(months.map((month, i) => [month, figures[i]]));
  for (const { month, count } of countSubmitted(r, span)) {
    const one = at.get(month);
    if (one) one.submitted += count;
  }
  for (const { date, correction } of printed) {
    const one = at.get(monthOf(date));
    if (one && !correction) one.adopted++;
  }
  for (const { date, points } of lines) {
    const one = at.get(monthOf(date));
    if (one) one.points = add(one.points, points);
  }
  return figures;
}

function groupsOf(facts: OfficeFacts, printed: readonly Printed[], months: Balance['months']): Balance['groups'] {
  const groupOf = new Map(facts.units.map(({ id, group }) => [id, group]));
  const column = new Map(months.map((month, i) => [month, i]));
  const groups = new Map(facts.units.map(({ group }) => [group, months.map(() => 0)]));
  for (const { units, date } of printed)
    for (const group of new Set(units.map((unit) => groupOf.get(unit) ?? ''))) {
      const counts = groups.get(group);
      const at = column.get(monthOf(date)) ?? -1;
      if (counts?.[at] !== undefined) counts[at]++;
    }
  return [...groups].map(([group, adopted]) => ({ group, adopted }));
}

function topicsOf(r: Readable, printed: readonly Printed[]): Balance['topics'] {
  const counts = new Map<string, number>([...topics.map(({ name }) => name), OTHER_TOPIC].map((name) => [name, 0]));
  for (const { itemId } of printed) {
    const topic = topicOf(openingOf(r, itemId));
    counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  return [...counts].map(([topic, count]) => ({ topic, count }));
}

/** Title and the beginning of the text: what an item is about stands there. */
const openingOf = (r: Readable, id: ItemId): string =>
  r.get<{ text: string }>(
    `SELECT title || ' ' || coalesce(substr(json_extract(blocks, '$[0].text'), 1, 120), '') AS text FROM items WHERE id = ?`,
    [id],
  )?.text ?? '';

function unheardOf(
  r: Readable,
  facts: OfficeFacts,
  { publicationId, to }: Span,
): Pick<Balance, 'lastIssues' | 'unheard'> {
  const upTo = facts.printed.filter(
    ({ date, publicationId: of }) => date <= to && (publicationId === null || of === publicationId),
  );
  const issues = [...new Map(upTo.map(({ issueId, date }) => [issueId, date]))]
    .sort(([a, dayA], [b, dayB]) => (dayA === dayB ? seqOf(r, b) - seqOf(r, a) : dayA < dayB ? 1 : -1))
    .slice(0, LAST_ISSUES)
    .map(([id]) => id);
  const latest = new Map<DepartmentId, { date: IsoDate; issueId: IssueId }>();
  for (const { units, date, issueId } of upTo)
    for (const unit of units) if ((latest.get(unit)?.date ?? '') < date) latest.set(unit, { date, issueId });
  const heard = new Set(upTo.filter(({ issueId }) => issues.includes(issueId)).flatMap(({ units }) => units));
  const unheard = facts.units
    .filter(({ id, active }) => active && !heard.has(id))
    .map(({ id, name, group }) => {
      const last = latest.get(id);
      return {
        departmentId: id,
        unit: name,
        group,
        last: last ? { date: last.date, label: issueLabel(r, last.issueId) } : null,
      };
    });
  return {
    lastIssues: issues.map((id) => ({ id, label: issueLabel(r, id) })),
    // Before the first issue nobody is missed.
    unheard: issues.length === 0 ? [] : unheard.sort((a, b) => ((a.last?.date ?? '') < (b.last?.date ?? '') ? -1 : 1)),
  };
}

const seqOf = (r: Readable, id: IssueId): number =>
  r.get<{ seq: number }>('SELECT seq FROM issues WHERE id = ?', [id])?.seq ?? 0;
