import { readFile as readBytes, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { assertSize } from '../intake/limits.ts';
import type { Intake, NamedBytes } from '../intake/reader.ts';
import { createFileReader, READ_PROCESS } from '../intake/readInChild.ts';
import { nodeFork } from '../press/index.ts';
import { CommandError, type Terminal } from './command.ts';

/**
 * Bytes of a file named on the command line; a file over the limit is refused before it is read.
 * @throws CommandError, IntakeError
 */
export async function readInput(path: string): Promise<NamedBytes> {
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

/**
 * A file read in a process of its own, which is ended after it.
 * @throws IntakeError
 */
export async function readApart(file: NamedBytes): Promise<Intake> {
  const reader = createFileReader({ fork: nodeFork(READ_PROCESS) });
  try {
    return await reader.read(file);
  } finally {
    await reader.close();
  }
}

/** The text of a file; what the reader remarks on goes to standard error. */
export async function readText(file: NamedBytes, { say }: Terminal): Promise<Intake> {
  const intake = await readApart(file);
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
