import { readArguments, required } from './arguments.ts';
import type { Command } from './command.ts';
import { readApart, readInput } from './input.ts';

const usage = 'read FILE [--name NAME]';

/** Prints one file as the readers see it; `--name` stands for the name it was received under. */
export const command: Command = {
  usage,
  async run(args) {
    const { positionals, values } = readArguments(args, usage, { name: { type: 'string' } });
    const file = await readInput(required(positionals[0], usage));
    const { text, warnings, attachments, fields } = await readApart({ ...file, name: values.name ?? file.name });
    return {
      text,
      warnings,
      attachments: attachments.map(({ name, bytes }) => ({ name, size: bytes.byteLength })),
      fields,
    };
  },
};
