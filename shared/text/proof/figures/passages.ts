import type { Draft, FigureCheck } from '../types.ts';

/** A stretch of an item between two marks. */
export interface Passage {
  start: number;
  end: number;
}

/** Sentences: up to 。！？ and line ends. */
export const sentencesOf = (text: string): Passage[] => split(text, /[。！？\n]+/g);
/** Parts of sentences: up to ； as well. */
export const segmentsOf = (text: string): Passage[] => split(text, /[。！？；\n]+/g);

function split(text: string, marks: RegExp): Passage[] {
  const passages: Passage[] = [];
  let start = 0;
  for (const match of text.matchAll(marks)) {
    if (match.index > start) passages.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < text.length) passages.push({ start, end: text.length });
  return passages;
}

export const holding = (passages: readonly Passage[], at: number): number =>
  passages.findIndex((passage) => passage.start <= at && at < passage.end);

/** What a check of one figure gives: the mark on the figure and, where it is wrong, the finding. */
export interface Verdict {
  figure: FigureCheck;
  finding: Draft | null;
}

export const green = (start: number, end: number, formula: string): Verdict => ({
  figure: { start, end, verdict: 'green', formula, missing: '' },
  finding: null,
});

export const amber = (start: number, end: number, formula: string, missing: string): Verdict => ({
  figure: { start, end, verdict: 'amber', formula, missing },
  finding: null,
});

export const red = (
  start: number,
  end: number,
  formula: string,
  message: string,
  ...suggestions: string[]
): Verdict => ({
  figure: { start, end, verdict: 'red', formula, missing: '' },
  finding: { start, end, severity: 'error', message, suggestions },
});
