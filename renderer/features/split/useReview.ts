import { useMemo, useReducer } from 'react';
import type { SplitItem } from '../../../shared/text/split/document.ts';
import { applyChange, type Change, documentOf, pieceAt, type Split } from '../../../shared/text/split/review/index.ts';

/** Where the editor is in the text, and what he has marked; `anchor` is the other end of a marked stretch. */
export interface Place {
  caret: number;
  anchor: number | null;
}

interface State {
  past: readonly Split[];
  now: Split;
  future: readonly Split[];
  place: Place;
}

type Step = { do: 'change'; change: Change } | { do: 'undo' } | { do: 'redo' } | { do: 'go'; place: Place };

/** More steps than anybody takes back. */
const MOST_STEPS = 500;

/** The corrections of one text: what is now, with undo and redo, and the place in it. */
export function useReview(text: string, split: Split) {
  const [{ past, now, future, place }, dispatch] = useReducer(
    (state: State, step: Step) => after(text, state, step),
    split,
    (first): State => ({ past: [], now: first, future: [], place: { caret: startOf(first), anchor: null } }),
  );
  const items = useMemo(() => itemsOf(text, now), [text, now]);
  const piece = now.pieces[pieceAt(now.pieces, place.caret)];
  return {
    split: now,
    items,
    place,
    /** The piece at the caret, and the item it belongs to. */
    piece,
    current: piece?.itemIndex ?? null,
    changed: past.length > 0,
    mayUndo: past.length > 0,
    mayRedo: future.length > 0,
    change: (change: Change) => dispatch({ do: 'change', change }),
    undo: () => dispatch({ do: 'undo' }),
    redo: () => dispatch({ do: 'redo' }),
    go: (caret: number, anchor: number | null = null) => dispatch({ do: 'go', place: { caret, anchor } }),
  };
}

export type Review = ReturnType<typeof useReview>;

function after(text: string, state: State, step: Step): State {
  const { past, now, future, place } = state;
  switch (step.do) {
    case 'change': {
      const next = applyChange(text, now, step.change);
      if (next === now) return state;
      const caret = step.change.does === 'boundary' ? step.change.to : place.caret;
      return { past: [...past, now].slice(-MOST_STEPS), now: next, future: [], place: { caret, anchor: null } };
    }
    case 'undo': {
      const last = past.at(-1);
      return last ? { past: past.slice(0, -1), now: last, future: [now, ...future], place } : state;
    }
    case 'redo': {
      const [next, ...rest] = future;
      return next ? { past: [...past, now], now: next, future: rest, place } : state;
    }
    case 'go':
      return { ...state, place: step.place };
    default:
      return step satisfies never;
  }
}

const startOf = ({ pieces }: Split): number => pieces.find(({ itemIndex }) => itemIndex !== null)?.start ?? 0;

/** The items as they will be taken, in the order of `split.items`. */
function itemsOf(text: string, split: Split): readonly SplitItem[] {
  const document = documentOf(text, split);
  return 'issues' in document ? document.issues.flatMap(({ items }) => items) : document.items;
}
