import type { Block } from '../../domain/bulletin.ts';
import { type Edit, editsOf } from './edits.ts';
import { type Move, movesBetween, splitAtMoves } from './moves.ts';
import { blocksOfSlices, type Format, type Slice, type Stream, streamOf, wordsOfSlice } from './stream.ts';

/** A title and what stands below it. */
export interface Writing {
  title: string;
  blocks: readonly Block[];
}

export type Part = 'title' | 'text';

/** One change, as an editor would mark it; `format` changes no character but bold or the kind of a paragraph. */
export interface Change extends Edit {
  part: Part;
  kind: 'insert' | 'delete' | 'replace' | 'format';
  /** The change at the other end, where a paragraph was moved. */
  movedTo: number | null;
}

/** Two writings and all that differs between them, in the order of the text. */
export interface Comparison {
  before: Record<Part, Stream>;
  after: Record<Part, Stream>;
  changes: Change[];
}

export const streamsOf = ({ title, blocks }: Writing): Record<Part, Stream> => ({
  title: streamOf([{ kind: 'text', text: title }]),
  text: streamOf(blocks),
});

export function compare(before: Writing, after: Writing): Comparison {
  const [a, b] = [streamsOf(before), streamsOf(after)];
  const edits = editsOf(a.text, b.text);
  const moves = movesBetween(a.text, b.text, edits);
  const changes = [
    ...changesOf('title', a.title, b.title, editsOf(a.title, b.title)),
    ...changesOf('text', a.text, b.text, splitAtMoves(edits, moves)),
  ];
  tellMoves(changes, moves);
  return { before: a, after: b, changes };
}

function changesOf(part: Part, a: Stream, b: Stream, edits: readonly Edit[]): Change[] {
  const changes: Change[] = [];
  let [aAt, bAt] = [0, 0];
  const formatsUpTo = (aTo: number) => {
    for (let at = aAt; at < aTo; at++) {
      if (sameFormat(a.formats[at], b.formats[bAt + at - aAt])) continue;
      const from = at;
      while (at + 1 < aTo && !sameFormat(a.formats[at + 1], b.formats[bAt + at + 1 - aAt])) at++;
      const shift = bAt - aAt;
      const edit = { aFrom: from, aTo: at + 1, bFrom: from + shift, bTo: at + 1 + shift };
      changes.push({ ...edit, part, kind: 'format', movedTo: null });
    }
  };
  for (const edit of edits) {
    formatsUpTo(edit.aFrom);
    const kind = edit.aFrom === edit.aTo ? 'insert' : edit.bFrom === edit.bTo ? 'delete' : 'replace';
    changes.push({ ...edit, part, kind, movedTo: null });
    [aAt, bAt] = [edit.aTo, edit.bTo];
  }
  formatsUpTo(a.text.length);
  return changes;
}

const sameFormat = (one: Format | undefined, other: Format | undefined) =>
  one === other || (typeof one === 'object' && typeof other === 'object');

function tellMoves(changes: Change[], moves: readonly Move[]): void {
  for (const { a, b } of moves) {
    const left = changes.findIndex((one) => one.part === 'text' && one.kind === 'delete' && one.aFrom === a.from);
    const came = changes.findIndex((one) => one.part === 'text' && one.kind === 'insert' && one.bFrom === b.from);
    const [from, to] = [changes[left], changes[came]];
    if (!from || !to) continue;
    from.movedTo = came;
    to.movedTo = left;
  }
}

/**
 * The text after with some changes taken back: where one of them stood, what was there before stands again. All taken
 * back give the text before.
 */
export function takeBack({ before, after, changes }: Comparison, taken: ReadonlySet<Change>): Writing {
  const slices = (part: Part): Slice[] => {
    const parts: Slice[] = [];
    let at = 0;
    for (const change of changes) {
      if (change.part !== part || !taken.has(change)) continue;
      parts.push({ stream: after[part], from: at, to: change.bFrom });
      parts.push({ stream: before[part], from: change.aFrom, to: change.aTo });
      at = change.bTo;
    }
    parts.push({ stream: after[part], from: at, to: after[part].text.length });
    return parts;
  };
  return {
    title: slices('title').map(wordsOfSlice).join('').replace(/\n$/, ''),
    blocks: blocksOfSlices(slices('text')),
  };
}

/** The text before with some changes made: the other half of `takeBack`. All made give the text after. */
export function makeChanges(comparison: Comparison, made: ReadonlySet<Change>): Writing {
  return takeBack(comparison, new Set(comparison.changes.filter((change) => !made.has(change))));
}

/** What a change took away and what it put in place, in words. */
export const wordsOfChange = ({ before, after }: Comparison, { part, aFrom, aTo, bFrom, bTo }: Change) => ({
  before: wordsOfSlice({ stream: before[part], from: aFrom, to: aTo }),
  after: wordsOfSlice({ stream: after[part], from: bFrom, to: bTo }),
});
