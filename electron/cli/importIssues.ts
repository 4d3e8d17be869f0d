import { relative, resolve, sep } from 'node:path';
import type { BackDraftKey, BackNumbers, BackRow } from '../../shared/contract/methods/backIssues.ts';
import { backProblemNames } from '../../shared/domain/backIssue.ts';
import { emptyDistribution } from '../../shared/domain/distribution.ts';
import { defaultHouseStyle } from '../../shared/domain/houseStyle.ts';
import { readArguments, required } from './arguments.ts';
import { type Command, CommandError, type Terminal } from './command.ts';
import { type CoreHost, withCore } from './host.ts';
import { listFiles } from './import.ts';
import { readInput } from './input.ts';

const usage = 'import-issues DIR --data DIR [--publication NAME] [--check]';
const PAGE = 500;

interface Left extends BackDraftKey {
  readonly file: string;
  readonly problems: string[];
}

interface Imported {
  readonly files: number;
  /** Files whose bytes were here before. */
  readonly known: number;
  readonly refused: { file: string; error: string }[];
  /** Issues filed as back issues. */
  readonly filed: number;
  /** What waits to be put right in the program, and why. */
  readonly left: Left[];
  readonly numbers: BackNumbers;
}

/**
 * Reads every file of a folder as back issues and files those that nothing stands in the way of; `--check` files none.
 * A second run takes only what is new. A file that cannot be read is named, and the rest goes on.
 */
export const command: Command = {
  usage,
  async run(args, terminal) {
    const { positionals, values } = readArguments(args, usage, {
      data: { type: 'string' },
      publication: { type: 'string' },
      check: { type: 'boolean' },
    });
    const folder = resolve(required(positionals[0], usage));
    const files = await listFiles(folder);
    return withCore(resolve(required(values.data, usage)), async (host) => {
      await refuseWithoutPublication(host, values.publication);
      const { known, refused } = await handOver(host, folder, files, terminal);
      await readAll(host);
      const { filed } = values.check ? { filed: 0 } : await host.call('backIssues.file', { drafts: null, job: 'desk' });
      const left = (await listRows(host)).map(leftOf);
      if (refused.length + left.length > 0) terminal.fail();
      const result: Imported = {
        files: files.length,
        known,
        refused,
        filed,
        left,
        numbers: await host.call('backIssues.numbers', {}),
      };
      return result;
    });
  },
};

async function refuseWithoutPublication({ call }: CoreHost, name: string | undefined): Promise<void> {
  const publications = await call('publications.list', {});
  if (name !== undefined && !publications.some((publication) => publication.name === name)) {
    await call('publications.save', {
      id: null,
      name,
      office: name,
      sections: [],
      editors: [],
      imprintParts: ['editors'],
      distribution: emptyDistribution,
      style: defaultHouseStyle,
    });
  } else if (publications.length === 0)
    throw new CommandError('这个数据文件夹里还没有刊物。请先在程序中设立，或用 --publication 刊名 新设一份。');
}

async function handOver({ core, actor }: CoreHost, folder: string, files: readonly string[], { say }: Terminal) {
  let known = 0;
  const refused: Imported['refused'] = [];
  for (const path of files) {
    const file = relative(folder, path);
    try {
      const { bytes } = await readInput(path);
      const upload = await core.files.upload('back-issues', { name: file.split(sep).join('/'), bytes }, actor);
      if ((upload as { state: string }).state === 'known') known++;
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error);
      say(sentence);
      refused.push({ file, error: sentence });
    }
  }
  return { known, refused };
}

/** Waits until nothing is left to be read, also what an earlier run left. */
async function readAll({ core, call }: CoreHost): Promise<void> {
  await call('backIssues.pause', { paused: false });
  const { promise, resolve: finished } = Promise.withResolvers<void>();
  const stop = core.subscribe((event) => {
    if (event.type === 'finished' && event.job === 'back-issues') finished();
  });
  const { waiting } = await call('backIssues.status', {});
  if (waiting > 0) await promise;
  stop();
}

async function listRows({ call }: CoreHost): Promise<BackRow[]> {
  const all: BackRow[] = [];
  for (;;) {
    const page = { offset: all.length, limit: PAGE };
    const { rows, total } = await call('backIssues.list', { only: 'all', sort: 'file', descending: false, ...page });
    all.push(...rows);
    if (all.length >= total || rows.length === 0) return all;
  }
}

const leftOf = ({ fileId, part, fileName, sentence, problems }: BackRow): Left => ({
  fileId,
  part,
  file: fileName,
  problems: sentence === null ? problems.map((problem) => backProblemNames[problem]) : [sentence],
});
