import { useDeferredValue, useMemo } from 'react';
import type { ItemDetail } from '../../../../shared/contract/views.ts';
import type { Timestamp } from '../../../../shared/domain/dates.ts';
import { blameOf, type Change, type Comparison, compare, type Writing } from '../../../../shared/text/changes/index.ts';
import { useSession } from '../../../app/session.ts';
import { sentenceOf, useMethod } from '../../../data/index.ts';

/** A text to compare: the first, the one with what was accepted since, one of the revisions, or as it stands. */
export type Side = 'first' | 'accepted' | 'now' | number;

/** A change and who last had a hand in it. */
export interface LaidChange extends Change {
  person: string;
  at: Timestamp | null;
}

export interface Changes {
  comparison: Comparison;
  changes: readonly LaidChange[];
}

/** All that differs between two texts of an item; `writing` is the one that stands, saved or not. */
export function useChanges(item: ItemDetail, writing: Writing, sides: { from: Side; to: Side }) {
  const { person } = useSession();
  const history = useMethod('items.history', { id: item.id });
  const accepted = useMethod('items.accepted', { id: item.id });
  const revisions = history.data;
  const now = useDeferredValue(writing);
  const { from, to } = sides;
  const changes = useMemo((): Changes | null => {
    if (!revisions || accepted.data === undefined) return null;
    const signed = revisions.map((one) => ({ ...one, at: one.endedAt as Timestamp | null }));
    const last = signed.at(-1);
    const first = signed[0];
    if (!first || !last) return null;
    const standing = { ...last, ...now, person: sameText(last, now) ? last.person : person.name };
    const before = from === 'first' ? first : from === 'accepted' ? (accepted.data ?? first) : signedAt(from);
    const after = to === 'now' ? standing : signedAt(to);
    if (!before || !after) return null;
    // Between the two stand the revisions that lead from the one to the other.
    const start = typeof from === 'number' ? signed.findIndex(({ seq }) => seq === from) : -1;
    const end = typeof to === 'number' ? signed.findIndex(({ seq }) => seq === to) : signed.length;
    const between = signed.slice(start + 1, Math.max(start + 1, end));
    const versions = [before, ...between, after];
    const comparison = compare(before, after);
    const blame = blameOf(comparison, versions);
    return {
      comparison,
      changes: comparison.changes.map((change, n) => {
        const version = versions[blame[n] ?? 0];
        return { ...change, person: version?.person ?? '', at: version?.at ?? null };
      }),
    };
    function signedAt(side: Side) {
      return signed.find(({ seq }) => seq === side);
    }
  }, [revisions, accepted.data, now, from, to, person.name]);
  const error = history.error ?? accepted.error;
  return {
    changes,
    revisions: revisions ?? [],
    accepted: accepted.data ?? null,
    failure: error ? sentenceOf(error) : null,
    retry: () => {
      void history.refetch();
      void accepted.refetch();
    },
  };
}

const sameText = (one: Writing, other: Writing) =>
  one.title === other.title && JSON.stringify(one.blocks) === JSON.stringify(other.blocks);
