import { type Comparison, streamsOf, type Writing } from './compare.ts';
import { type Edit, editsOf } from './edits.ts';
import type { Stream } from './stream.ts';

/** For each change of a comparison the index of the version that last had a hand in it. */
export type Blame = number[];

/**
 * Who made the changes: `versions` are all texts from the one compared before to the one after, in order. A change is
 * laid to the last version that put in one of its characters or took one out; bold and kinds to the last that set them.
 */
export function blameOf(comparison: Comparison, versions: readonly Writing[]): Blame {
  const streams = versions.map(streamsOf);
  const parts = {
    title: follow(streams.map(({ title }) => title)),
    text: follow(streams.map(({ text }) => text)),
  };
  const last = versions.length - 1;
  return comparison.changes.map((change) => {
    const { gone, came, formatted } = parts[change.part];
    const marks =
      change.kind === 'format'
        ? formatted.slice(change.bFrom, change.bTo)
        : [...gone.slice(change.aFrom, change.aTo), ...came.slice(change.bFrom, change.bTo)];
    const version = marks.reduce((latest, one) => Math.max(latest, one), 0);
    // A text that went and came back in another place has no version of its own to name: the newest answers for it.
    return version === 0 ? last : version;
  });
}

/**
 * Versions in which the first text's characters went and the last one's came and were last set as they are; 0 for those
 * that were there from the beginning and stayed.
 */
function follow(streams: readonly Stream[]) {
  const [first] = streams;
  const gone: number[] = new Array<number>(first?.text.length ?? 0).fill(0);
  /** Of each character of the version at hand: where it stood in the first one, or -1. */
  const origins = Array.from(gone, (_, at) => at);
  const came = [...gone];
  const formatted = [...gone];
  streams.forEach((stream, version) => {
    const earlier = streams[version - 1];
    if (!earlier) return;
    const edits = editsOf(earlier, stream);
    for (const at of reformatted(earlier, stream, edits)) formatted[at] = version;
    // From the end, so that places before an edit still hold.
    for (const { aFrom, aTo, bFrom, bTo } of edits.toReversed()) {
      const fresh = new Array<number>(bTo - bFrom).fill(version);
      for (const origin of origins.splice(aFrom, aTo - aFrom, ...fresh.map(() => -1)))
        if (origin >= 0) gone[origin] = version;
      came.splice(aFrom, aTo - aFrom, ...fresh);
      formatted.splice(aFrom, aTo - aFrom, ...fresh);
    }
  });
  return { gone, came, formatted };
}

/** Places in `a` of characters that stayed and are set otherwise in `b`. */
function reformatted(a: Stream, b: Stream, edits: readonly Edit[]): number[] {
  const places: number[] = [];
  let [at, shift] = [0, 0];
  const upTo = (to: number) => {
    for (; at < to; at++) if (a.formats[at] !== b.formats[at + shift]) places.push(at);
  };
  for (const { aFrom, aTo, bTo } of edits) {
    upTo(aFrom);
    [at, shift] = [aTo, bTo - aTo];
  }
  upTo(a.text.length);
  return places;
}
