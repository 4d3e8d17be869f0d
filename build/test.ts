import { ensureBrowser } from './setup/browser.ts';
import { buildWhenStale } from './setup/bundle.ts';
import { findElectron } from './setup/electronRuntime.ts';
import { ensureFonts } from './setup/fonts.ts';
import { type Check, type StepResult, summaryLine } from './suite/result.ts';
import { checkImportRule, checkLint, checkTypes, runEndToEnd, runVitest, VITEST_ROOMS } from './suite/steps.ts';

const STEPS = ['types', 'lint', 'imports', ...VITEST_ROOMS, 'e2e'] as const;
type Step = (typeof STEPS)[number];

const USAGE = `npm test                        everything
npm test -- unit e2e            these steps only: ${STEPS.join(' ')}
npm test -- unit numbering      only test files whose path holds the word`;

/** Runs the suite. Steps that keep the processor busy run one after the other, set-up beside the static checks. */
async function main(): Promise<void> {
  const words = process.argv.slice(2);
  if (words.includes('--help')) return console.log(USAGE);
  const chosen = words.filter(isStep);
  const filters = words.filter((word) => !isStep(word));
  const wanted = (step: Step) => chosen.length === 0 || chosen.includes(step);
  const rooms = VITEST_ROOMS.filter(wanted);

  const needsPages = rooms.length > 0 || wanted('e2e');
  const fonts = settle('fonts', () => (needsPages ? ensureFonts(say) : undefined));
  const browser = fonts.then(() => settle('browser', () => (wanted('e2e') ? ensureBrowser(say) : undefined)));

  const results: StepResult[] = [];
  const add = async (step: Promise<StepResult>) => results.push(report(await step));
  await Promise.all([
    ...(wanted('types') ? [add(checkTypes())] : []),
    ...(wanted('lint') ? [add(checkLint())] : []),
    ...(wanted('imports') ? [add(checkImportRule())] : []),
  ]);
  const bundle = await settle('build', () => (wanted('e2e') ? buildForEndToEnd() : undefined));
  results.push(...failures([await fonts]));
  if (rooms.length > 0) await add(runVitest(rooms, filters));
  const ready = await browser;
  results.push(...failures([bundle, ready]));
  if (wanted('e2e') && ready.value !== undefined && bundle.error === null) await add(runEndToEnd(ready.value, filters));
  conclude(results.flatMap(({ checks }) => checks));
}

async function buildForEndToEnd(): Promise<void> {
  await buildWhenStale('renderer', say);
  await buildWhenStale('portal', say);
  if (findElectron() !== null) await buildWhenStale('desktop', say);
}

type SetUp<T> = { readonly name: string; readonly value: T | undefined; readonly error: string | null };

/** Set-up that fails becomes a failed check of its own; the steps that can do without it still run. */
async function settle<T>(name: string, work: () => Promise<T> | undefined): Promise<SetUp<T>> {
  try {
    return { name, value: await work(), error: null };
  } catch (error) {
    return { name, value: undefined, error: error instanceof Error ? error.message : String(error) };
  }
}

function failures(setUps: readonly SetUp<unknown>[]): StepResult[] {
  return setUps.flatMap(({ name, error }) =>
    error === null ? [] : [report(stepOf(name, { name: `set-up › ${name}`, state: 'failed', detail: error }))],
  );
}

function stepOf(step: string, check: Check): StepResult {
  return { step, checks: [check], output: check.detail, ms: 0 };
}

function report(result: StepResult): StepResult {
  console.log(`${result.step}: ${summaryLine(result.checks)} (${(result.ms / 1000).toFixed(1)} s)`);
  if (result.checks.some(({ state }) => state === 'failed')) console.log(result.output.trim());
  return result;
}

function conclude(checks: readonly Check[]): void {
  for (const { name, state, detail } of checks) {
    if (state !== 'passed') console.log(`${state}: ${name}${detail === '' ? '' : ` (${detail})`}`);
  }
  console.log(summaryLine(checks));
  process.exitCode = checks.some(({ state }) => state === 'failed') ? 1 : 0;
}

function isStep(word: string): word is Step {
  return STEPS.some((step) => step === word);
}

function say(line: string): void {
  console.error(line);
}

await main();
