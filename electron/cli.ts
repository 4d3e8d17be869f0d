import { type Command, CommandError } from './cli/command.ts';

/** The same core without a window: one JSON document on standard output, messages on standard error. */
const COMMANDS = {
  split: () => import('./cli/split.ts'),
  press: () => import('./cli/press.ts'),
  read: () => import('./cli/read.ts'),
  proof: () => import('./cli/proof.ts'),
  import: () => import('./cli/import.ts'),
  'import-issues': () => import('./cli/importIssues.ts'),
  issues: () => import('./cli/issues.ts'),
  export: () => import('./cli/export.ts'),
  serve: () => import('./cli/serve.ts'),
  check: () => import('./cli/check.ts'),
} satisfies Record<string, () => Promise<{ command: Command }>>;

type Name = keyof typeof COMMANDS;

async function main([name, ...args]: readonly string[]): Promise<void> {
  try {
    if (name === undefined || name === '--help' || name === 'help') return console.error(await help());
    if (!isCommand(name))
      throw new CommandError(`没有“${name}”这个命令。可用的命令：${Object.keys(COMMANDS).join('、')}。`);
    const { command } = await COMMANDS[name]();
    const result = await command.run(args);
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  } catch (error) {
    console.error(sentence(error));
    process.exitCode = 1;
  }
}

function isCommand(name: string): name is Name {
  return Object.hasOwn(COMMANDS, name);
}

async function help(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  return ['用法：npm run -s desk -- 命令', ...commands.map(({ command }) => `  ${command.usage}`)].join('\n');
}

/** Errors with a code of the program carry their sentence; any other is a fault of the program and is shown whole. */
function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const known =
    error instanceof CommandError || ['CoreError', 'IntakeError', 'PressError', 'PortTaken'].includes(error.name);
  return known ? error.message : `程序出错，没有完成。${error.stack ?? error.message}`;
}

await main(process.argv.slice(2));
