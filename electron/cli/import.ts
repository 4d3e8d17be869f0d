import { readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { readArguments, required } from './arguments.ts';
import { type Command, CommandError } from './command.ts';
import { type CoreHost, withCore } from './host.ts';
import { readInput } from './input.ts';

const usage = 'import DIR --data DIR';

interface Imported {
  readonly file: string;
  readonly submissions: { id: string; title: string; department: string | null }[];
  readonly warnings: string[];
  /** When the same bytes came in before; they are not taken twice. */
  readonly alreadyReceivedAt: string | null;
}

/** Takes in every file of a folder, in name order. A file that cannot be read is named, and the rest goes on. */
export const command: Command = {
  usage,
  async run(args, { say, fail }) {
    const { positionals, values } = readArguments(args, usage, { data: { type: 'string' } });
    const folder = resolve(required(positionals[0], usage));
    const files = await listFiles(folder);
    return withCore(resolve(required(values.data, usage)), async (host) => {
      const imported: Imported[] = [];
      const refused: { file: string; error: string }[] = [];
      for (const path of files) {
        const file = relative(folder, path);
        try {
          imported.push(await importFile(host, path, file));
        } catch (error) {
          const sentence = error instanceof Error ? error.message : String(error);
          say(sentence);
          refused.push({ file, error: sentence });
        }
      }
      if (refused.length > 0) fail();
      return { imported, refused };
    });
  },
};

async function importFile({ core, actor }: CoreHost, path: string, file: string): Promise<Imported> {
  const { submissions, warnings, alreadyReceivedAt } = await core.intakeFile(await readInput(path), actor);
  return {
    file,
    submissions: submissions.map(({ id, title, department }) => ({ id, title, department })),
    warnings,
    alreadyReceivedAt,
  };
}

/** Files below a folder; hidden ones, and those Word leaves while a document is open (`~$…`), are passed over. */
export async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !/^[.~]/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    throw new CommandError(`打不开文件夹“${folder}”。`, { cause: error });
  }
}
