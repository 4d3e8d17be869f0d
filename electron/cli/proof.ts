import { proof } from '../../shared/text/proof/index.ts';
import { readArguments, required } from './arguments.ts';
import type { Command } from './command.ts';
import { readInput, readText } from './input.ts';

const usage = 'proof FILE';

/** Prints what a proofreader finds in a text: `text` with its wraps joined, `findings` with offsets into it, `figures`. */
export const command: Command = {
  usage,
  async run(args) {
    const { positionals } = readArguments(args, usage, {});
    const { text } = await readText(await readInput(required(positionals[0], usage)));
    return proof(text);
  },
};
