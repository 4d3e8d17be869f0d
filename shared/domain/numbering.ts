/**
 * Numbers of issues: 期号 per publication and year, 总期号 per publication. The number is taken in the transaction
 * that signs the issue; until then it is tentative.
 */
export interface NumberingState {
  /** Highest number signed in this publication and year; `null` where none is. */
  lastNumber: number | null;
  /** Highest running total signed in this publication; `null` where none is. */
  lastTotal: number | null;
  /** Where the office began to use the program mid-year: the first number of that year; 1 otherwise. */
  startNumber: number;
  startTotal: number;
}

/** The number the next signed issue takes: one above the last, so that no number is left out or given twice. */
export function nextNumbers(state: NumberingState): { number: number; total: number } {
  return {
    number: state.lastNumber === null ? state.startNumber : state.lastNumber + 1,
    total: state.lastTotal === null ? state.startTotal : state.lastTotal + 1,
  };
}
