import { resolve } from 'node:path';
import { readArguments, required } from './arguments.ts';
import { type Command, say } from './command.ts';
import { withCore } from './host.ts';

const usage = 'check --data DIR';

/** Checks what is stored: the database itself, the numbers, signed content against its hash. */
export const command: Command = {
  usage,
  async run(args) {
    const { values } = readArguments(args, usage, { data: { type: 'string' } });
    const problems = await withCore(resolve(required(values.data, usage)), async ({ core }) => core.check());
    if (problems.length > 0) {
      say(`发现 ${problems.length} 处问题：${problems.join('；')}`);
      process.exitCode = 1;
    }
    return { ok: problems.length === 0, problems };
  },
};
