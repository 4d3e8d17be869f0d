import { z } from 'zod';
import { type Check, firstLine } from './result.ts';

const testSchema = z.object({
  projectName: z.string(),
  status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
  annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
  results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
});

const suiteSchema = z.object({
  title: z.string(),
  specs: z.array(z.object({ title: z.string(), tests: z.array(testSchema) })),
  get suites() {
    return z.array(suiteSchema).optional();
  },
});

const reportSchema = z.object({
  suites: z.array(suiteSchema),
  errors: z.array(z.object({ message: z.string().optional() })),
});

/**
 * The tests in a Playwright JSON report. A test that passed only when run again counts as failed;
 * an error outside any test counts as one failure.
 * @throws ZodError where the report has another shape
 */
export function readPlaywrightReport(json: unknown): Check[] {
  const { suites, errors } = reportSchema.parse(json);
  return [
    ...suites.flatMap((suite) => suiteChecks(suite, [])),
    ...errors.map((error): Check => ({ name: 'e2e › run', state: 'failed', detail: firstLine(error.message) })),
  ];
}

function suiteChecks(suite: z.infer<typeof suiteSchema>, path: readonly string[]): Check[] {
  const here = [...path, suite.title];
  const own = suite.specs.flatMap((spec) =>
    spec.tests.map((test): Check => {
      const name = [test.projectName, ...here, spec.title].join(' › ');
      switch (test.status) {
        case 'expected':
          return { name, state: 'passed', detail: '' };
        case 'skipped':
          return {
            name,
            state: 'skipped',
            detail: test.annotations.find(({ type }) => type === 'skip')?.description ?? '',
          };
        default:
          return { name, state: 'failed', detail: firstLine(test.results.find(({ error }) => error)?.error?.message) };
      }
    }),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => suiteChecks(inner, here))];
}
