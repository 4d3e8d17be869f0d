import { readFileSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { checkImports } from '../checkImports.ts';
import { findElectron } from '../setup/electronRuntime.ts';
import { findOffice } from '../setup/office.ts';
import { type Finished, root, run } from '../setup/process.ts';
import { readPlaywrightReport } from './playwrightReport.ts';
import { type Check, exitCheck, type StepResult, withExitCode } from './result.ts';
import { readVitestReport } from './vitestReport.ts';

/** Rooms of the suite that Vitest runs, named as in vitest.config.ts. */
export const VITEST_ROOMS = ['unit', 'component', 'core', 'migrations', 'security'] as const;
export type VitestRoom = (typeof VITEST_ROOMS)[number];

const reports = join(root, '.cache', 'test');

/** Types of everything; and of `shared/` alone, where neither Node nor a page is there to lean on. */
export async function checkTypes(): Promise<StepResult> {
  const all = await runPackage('typescript', 'tsc', ['-p', 'tsconfig.json']);
  const pure = await runPackage('typescript', 'tsc', ['-p', 'build/tsconfig.shared.json']);
  return {
    step: 'types',
    checks: [exitCheck('types', all.code), exitCheck('types › shared runs anywhere', pure.code)],
    output: all.output + pure.output,
    ms: all.ms + pure.ms,
  };
}

/** Lint rules and formatting. */
export async function checkLint(): Promise<StepResult> {
  const { code, output, ms } = await runPackage('@biomejs/biome', 'biome', ['check', '.', '--colors=off']);
  return { step: 'lint', checks: [exitCheck('lint', code)], output, ms };
}

export async function checkImportRule(): Promise<StepResult> {
  const began = performance.now();
  const findings = await checkImports(root);
  const checks = findings.map(
    ({ rule, problems }): Check => ({
      name: `imports › ${rule}`,
      state: problems.length === 0 ? 'passed' : 'failed',
      detail: problems[0] ?? '',
    }),
  );
  const output = findings.flatMap(({ rule, problems }) => problems.map((problem) => `${rule}: ${problem}`)).join('\n');
  return { step: 'imports', checks, output, ms: Math.round(performance.now() - began) };
}

/** @param filters parts of file names; all files where empty */
export async function runVitest(rooms: readonly VitestRoom[], filters: readonly string[]): Promise<StepResult> {
  const report = await freshReport('vitest.json');
  const finished = await runPackage('vitest', 'vitest', [
    'run',
    ...rooms.flatMap((room) => ['--project', room]),
    '--passWithNoTests',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filters,
  ]);
  const step = rooms.length === VITEST_ROOMS.length ? 'unit to security' : rooms.join(', ');
  const result = await reportStep(step, finished, report, (json) => readVitestReport(json, root));
  const office = rooms.includes('core') && filters.length === 0 && findOffice() === null;
  return office ? { ...result, checks: [...result.checks, WITHOUT_OFFICE] } : result;
}

const WITHOUT_OFFICE: Check = {
  name: 'core › the DOCX as LibreOffice sets it',
  state: 'skipped',
  detail: 'no LibreOffice (soffice) on this machine',
};

/** End-to-end specs in the real browser, and in Electron where its runtime is on this machine. */
export async function runEndToEnd(browser: string, filters: readonly string[]): Promise<StepResult> {
  const report = await freshReport('playwright.json');
  const electron = findElectron() !== null;
  const projects = electron ? ['browser', 'electron'] : ['browser'];
  const finished = await runPackage(
    '@playwright/test',
    'playwright',
    [
      'test',
      ...projects.map((name) => `--project=${name}`),
      '--reporter=list,json',
      '--pass-with-no-tests',
      ...filters,
    ],
    { BULLETIN_DESK_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  );
  const result = await reportStep('e2e', finished, report, readPlaywrightReport);
  if (electron) return result;
  const skipped: Check = {
    name: 'electron › the end-to-end specs in the desktop window',
    state: 'skipped',
    detail: 'no Electron runtime on this machine',
  };
  return { ...result, checks: [...result.checks, skipped] };
}

async function reportStep(
  step: string,
  { code, output, ms }: Finished,
  report: string,
  read: (json: unknown) => Check[],
): Promise<StepResult> {
  try {
    const checks = read(JSON.parse(await readFile(report, 'utf8')));
    return { step, checks: withExitCode(step, checks, code), output, ms };
  } catch (error) {
    const detail = `no readable report: ${error instanceof Error ? error.message : error}`;
    return { step, checks: [{ name: `${step} › run`, state: 'failed', detail }], output: `${output}\n${detail}`, ms };
  }
}

async function freshReport(name: string): Promise<string> {
  await mkdir(reports, { recursive: true });
  const file = join(reports, name);
  await rm(file, { force: true });
  return file;
}

/** Runs a package's program on this Node; `.bin` links are shell scripts on some systems and are not used. */
function runPackage(
  name: string,
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Finished> {
  const folder = join(root, 'node_modules', name);
  const manifest: { bin: string | Record<string, string> } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const file = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[program];
  if (file === undefined) throw new Error(`${name} has no program ${program}`);
  const path = [join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
  return run(process.execPath, [join(folder, file), ...args], { env: { PATH: path, NO_COLOR: '1', ...env } });
}
