import { describe, expect, test } from 'vitest';
import { readPlaywrightReport } from '../../../build/suite/playwrightReport.ts';
import { type Check, summaryLine, withExitCode } from '../../../build/suite/result.ts';
import { readVitestReport } from '../../../build/suite/vitestReport.ts';

const check = (state: Check['state']): Check => ({ name: state, state, detail: '' });

describe('the last line', () => {
  test('counts passed and failed, and names skipped only where there are any', () => {
    expect(summaryLine([check('passed'), check('failed'), check('passed')])).toBe('2 passed, 1 failed');
    expect(summaryLine([check('passed'), check('skipped')])).toBe('1 passed, 0 failed, 1 skipped');
  });

  test('a runner that fails with no failed test still counts as a failure', () => {
    expect(summaryLine(withExitCode('unit', [check('passed')], 1))).toBe('1 passed, 1 failed');
    expect(summaryLine(withExitCode('unit', [check('failed')], 1))).toBe('0 passed, 1 failed');
    expect(summaryLine(withExitCode('unit', [check('passed')], 0))).toBe('1 passed, 0 failed');
  });
});

describe('the Vitest report', () => {
  test('a file that cannot be loaded counts as one failure', () => {
    const checks = readVitestReport(
      {
        testResults: [
          { name: '/r/test/a.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] },
          {
            name: '/r/test/b.test.ts',
            status: 'passed',
            assertionResults: [
              { status: 'passed', fullName: 'x y', failureMessages: [] },
              { status: 'todo', fullName: 'z' },
            ],
          },
        ],
      },
      '/r',
    );
    expect(checks).toEqual([
      { name: 'test/a.test.ts', state: 'failed', detail: 'Cannot find module' },
      { name: 'test/b.test.ts › x y', state: 'passed', detail: '' },
      { name: 'test/b.test.ts › z', state: 'skipped', detail: 'marked todo' },
    ]);
  });

  test('a report of another shape is not read as no tests', () => {
    expect(() => readVitestReport({ results: [] }, '/r')).toThrow();
  });
});

describe('the Playwright report', () => {
  const outcome = (status: string, more: object = {}) => ({
    title: status,
    tests: [{ projectName: 'browser', status, annotations: [], results: [{}], ...more }],
  });

  test('a test that passed only when run again counts as failed', () => {
    const checks = readPlaywrightReport({
      suites: [
        {
          title: 'flow.spec.ts',
          specs: [outcome('expected')],
          suites: [{ title: 'inner', specs: [outcome('flaky')] }],
        },
      ],
      errors: [],
    });
    expect(checks.map(({ name, state }) => `${state} ${name}`)).toEqual([
      'passed browser › flow.spec.ts › expected',
      'failed browser › flow.spec.ts › inner › flaky',
    ]);
  });

  test('a skipped test keeps its reason, an error outside any test counts', () => {
    const checks = readPlaywrightReport({
      suites: [
        {
          title: 'flow.spec.ts',
          specs: [outcome('skipped', { annotations: [{ type: 'skip', description: 'no runtime' }] })],
        },
      ],
      errors: [{ message: 'No server' }],
    });
    expect(checks.map(({ state, detail }) => [state, detail])).toEqual([
      ['skipped', 'no runtime'],
      ['failed', 'No server'],
    ]);
  });
});
