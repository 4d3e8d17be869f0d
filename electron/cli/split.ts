import type { SplitDocument } from '../../shared/text/split/document.ts';
import { splitText } from '../../shared/text/split/index.ts';
import { readArguments, required } from './arguments.ts';
import type { Command } from './command.ts';
import { readInput, readText } from './input.ts';

const usage = 'split FILE';

/** Prints what the splitter makes of a text. */
export const command: Command = {
  usage,
  async run(args, terminal): Promise<SplitDocument> {
    const { positionals } = readArguments(args, usage, {});
    const { text } = await readText(await readInput(required(positionals[0], usage)), terminal);
    return splitText(text);
  },
};
