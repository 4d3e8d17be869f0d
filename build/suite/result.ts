/** One test, or one check that counts as one test. */
export type Check = {
  /** Where it belongs and what it says: `unit › numbering.test.ts › takes no number twice`. */
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  /** Why it was skipped, or the first words of its failure; empty where it passed. */
  readonly detail: string;
};

/** What one step of the suite came to. */
export type StepResult = {
  readonly step: string;
  readonly checks: readonly Check[];
  /** What the step's program printed; shown only where a check failed. */
  readonly output: string;
  readonly ms: number;
};

/** The last line of the test command: `412 passed, 0 failed`, with `, 1 skipped` where any was. */
export function summaryLine(checks: readonly Check[]): string {
  const count = (state: Check['state']) => checks.filter((check) => check.state === state).length;
  const skipped = count('skipped');
  return `${count('passed')} passed, ${count('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** A check that only says whether a program ended well. */
export function exitCheck(name: string, code: number): Check {
  return { name, state: code === 0 ? 'passed' : 'failed', detail: code === 0 ? '' : `exit code ${code}` };
}

/**
 * A runner that failed without any failing test (a crash, an unhandled rejection, no report) must still count.
 * @returns the checks, with one failed check more where the exit code says what no test says
 */
export function withExitCode(runner: string, checks: readonly Check[], code: number): readonly Check[] {
  if (code === 0 || checks.some((check) => check.state === 'failed')) return checks;
  return [...checks, { name: `${runner} › run`, state: 'failed', detail: `exit code ${code} without a failed test` }];
}

const ANSI = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** First line of a failure message, without colours. */
export function firstLine(message: string | undefined): string {
  return (message ?? '').replace(ANSI, '').trim().split('\n')[0] ?? '';
}
