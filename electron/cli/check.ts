import { resolve } from 'node:path';
import { readArguments, required } from './arguments.ts';
import type { Command } from './command.ts';
import { withCore } from './host.ts';

const usage = 'check --data DIR';

/** Checks what is stored: the database itself, the numbers, signed content against its hash. */
export const command: Command = {
  usage,
  async run(args, terminal) {
    const { values } = readArguments(args, usage, { data: { type: 'string' } });
    const problems = await withCore(resolve(required(values.data, usage)), async ({ core }) => core.check());
    if (problems.length > 0) {
      terminal.say(`发现 ${problems.length} 处问题：${problems.join('；')}`);
      terminal.fail();
    }
    return { ok: problems.length === 0, problems };
  },
};
