import { readFile as readBytes, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { assertSize, type Intake, readFile } from '../intake/index.ts';
import { CommandError, say } from './command.ts';

/**
 * Bytes of a file named on the command line; a file over the limit is refused before it is read.
 * @throws CommandError, IntakeError
 */
export async function readInput(path: string): Promise<{ name: string; bytes: Uint8Array }> {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new CommandError(`“${path}”不是文件。`);
    assertSize(found.size, name);
    return { name, bytes: await readBytes(path) };
  } catch (error) {
    throw asSentence(error, path);
  }
}

/** The text of a file; what the reader remarks on goes to standard error. */
export async function readText(file: { name: string; bytes: Uint8Array }): Promise<Intake> {
  const intake = await readFile(file);
  for (const warning of intake.warnings) say(`“${file.name}”：${warning}`);
  return intake;
}

function asSentence(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new CommandError(`找不到文件“${path}”。`, { cause: error });
    case 'EACCES':
    case 'EPERM':
      return new CommandError(`没有权限读取文件“${path}”。`, { cause: error });
    default:
      return error;
  }
}
