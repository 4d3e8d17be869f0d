import { type Command, CommandError } from './command.ts';

const COMMANDS = {
  split: () => import('./split.ts'),
  press: () => import('./press.ts'),
  read: () => import('./read.ts'),
  proof: () => import('./proof.ts'),
  import: () => import('./import.ts'),
  'import-issues': () => import('./importIssues.ts'),
  issues: () => import('./issues.ts'),
  export: () => import('./export.ts'),
  serve: () => import('./serve.ts'),
  check: () => import('./check.ts'),
} satisfies Record<string, () => Promise<{ command: Command }>>;

type Name = keyof typeof COMMANDS;

/** What a command left behind, as a shell sees it. */
export interface Ended {
  /** 0, or 1 where something did not go well. */
  readonly code: number;
  /** One JSON document, or nothing. */
  readonly output: string;
}

/**
 * Runs one command to its end.
 * @param argv the command's name and what stands after it
 * @param say takes the lines for standard error
 * @returns never throws: what goes wrong becomes a line and code 1
 */
export async function runDesk([name, ...args]: readonly string[], say: (message: string) => void): Promise<Ended> {
  try {
    if (name === undefined || name === '--help' || name === 'help') {
      say(await help());
      return { code: 0, output: '' };
    }
    if (!isCommand(name))
      throw new CommandError(`没有“${name}”这个命令。可用的命令：${Object.keys(COMMANDS).join('、')}。`);
    const { command } = await COMMANDS[name]();
    let code = 0;
    const fail = () => {
      code = 1;
    };
    const result = await command.run(args, { say, fail });
    return { code, output: `${JSON.stringify(result, null, 2)}\n` };
  } catch (error) {
    say(sentence(error));
    return { code: 1, output: '' };
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
