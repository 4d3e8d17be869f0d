import { relative } from 'node:path';
import { z } from 'zod';
import { type Check, firstLine } from './result.ts';

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/**
 * The tests in a Vitest JSON report. A file that could not be loaded has no tests and counts as one failure;
 * `todo`, `pending` and `skipped` tests all count as skipped.
 * @param root folder that file names are shown relative to
 * @throws ZodError where the report has another shape
 */
export function readVitestReport(json: unknown, root: string): Check[] {
  return reportSchema.parse(json).testResults.flatMap((file) => {
    const name = relative(root, file.name);
    if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')) {
      return [{ name, state: 'failed', detail: firstLine(file.message) } satisfies Check];
    }
    return file.assertionResults.map((test): Check => {
      const state = test.status === 'passed' || test.status === 'failed' ? test.status : 'skipped';
      const detail = state === 'skipped' ? `marked ${test.status}` : firstLine(test.failureMessages?.[0]);
      return { name: `${name} › ${test.fullName}`, state, detail };
    });
  });
}
