/**
 * Numbers of issues: 期号 per publication and year, 总期号 per publication. The number is taken in the transaction
 * that signs the issue; until then it is tentative.
 */
export interface NumberingState {
  /** Highest number signed in this publication and year; `null` where none is. */
  lastNumber: number | null;
  /** Highest running total signed in this publication; `null` where none is. */
  lastTotal: number | null;
  /** The same of back issues that were filed. */
  lastFiledNumber: number | null;
  lastFiledTotal: number | null;
  /** Where the office began to use the program mid-year: the first number of that year; 1 otherwise. */
  startNumber: number;
  startTotal: number;
}

/**
 * The number the next signed issue takes: one above the last, so that no number is left out or given twice. The first
 * one signed follows what was filed, where that goes on beyond where the office said it would begin.
 */
export function nextNumbers(state: NumberingState): { number: number; total: number } {
  const { lastNumber, lastTotal, lastFiledNumber, lastFiledTotal, startNumber, startTotal } = state;
  return {
    number: (lastNumber ?? Math.max(startNumber - 1, lastFiledNumber ?? 0)) + 1,
    total: (lastTotal ?? Math.max(startTotal - 1, lastFiledTotal ?? 0)) + 1,
  };
}
