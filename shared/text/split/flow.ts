import type { Line } from './source.ts';

/**
 * The lines of one issue's body as one running text, so that a pattern finds （区自然|资源局） across a wrap.
 * Positions are offsets into `text`; every line begins at one of `starts`.
 */
export interface Flow {
  text: string;
  lines: readonly Line[];
  starts: readonly number[];
  /** The line that holds a position. */
  lineAt: (at: number) => number;
  /** Whether a line begins at this position. */
  startsLine: (at: number) => boolean;
  /** Line starts strictly inside a range. */
  startsWithin: (from: number, to: number) => number[];
  /** The position of a position in the cleaned text, or of the line's end before it. */
  fromClean: (clean: number) => number;
  /** The position in the cleaned text. */
  toClean: (at: number) => number;
}

export function makeFlow(lines: readonly Line[]): Flow {
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.text.length;
  }
  const cleanStarts = lines.map(({ start }) => start);
  const lineAt = (at: number): number => lastAtOrBefore(starts, at);
  return {
    text: lines.map(({ text }) => text).join(''),
    lines,
    starts,
    lineAt,
    startsLine: (at) => at >= length || starts[lineAt(at)] === at,
    startsWithin: (from, to) => {
      const within: number[] = [];
      for (let i = lineAt(from) + 1; i < starts.length && (starts[i] ?? 0) < to; i++) within.push(starts[i] ?? 0);
      return within;
    },
    fromClean: (clean) => {
      const i = lastAtOrBefore(cleanStarts, clean);
      return (starts[i] ?? 0) + Math.max(0, Math.min(clean - (lines[i]?.start ?? 0), lines[i]?.text.length ?? 0));
    },
    toClean: (at) => {
      const i = lineAt(at);
      return (lines[i]?.start ?? 0) + at - (starts[i] ?? 0);
    },
  };
}

/** Index of the last of `sorted` that is not beyond `value`; 0 where all are. */
export function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
