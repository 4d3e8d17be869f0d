import type { ReactNode } from 'react';
import type { Passage, SearchKind, SearchRow } from '../../../shared/contract/methods/search.ts';
import { formatDate } from '../../../shared/domain/dates.ts';

export const kindNames: Record<SearchKind, string> = {
  submission: '来稿',
  item: '稿件',
  issue: '期',
  department: '单位',
};

/** Where a hit is opened. */
export function addressOf(row: SearchRow): string {
  switch (row.kind) {
    case 'submission':
      return `/submissions/${row.id}`;
    case 'item':
      return `/items/${row.id}`;
    case 'issue':
      return row.state === 'assembling' || row.state === 'inReview' ? `/issues/${row.id}` : `/archive/${row.id}`;
    case 'department':
      return `/registers/departments?unit=${row.id}`;
  }
}

/** Where it stands or who sent it, and its day. */
export function noteOf(row: SearchRow): string {
  const place = row.kind === 'issue' ? null : row.issue?.label;
  return [place ?? row.unit, row.date && formatDate(row.date)].filter(Boolean).join('　');
}

/** A passage with the words asked for marked. */
export function Marked({ passage: { text, hits } }: { passage: Passage }) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const [start, end] of hits) {
    parts.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>);
    from = end;
  }
  return [...parts, text.slice(from)];
}
