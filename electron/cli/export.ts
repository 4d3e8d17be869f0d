import { resolve } from 'node:path';
import type { IssueRow } from '../../shared/contract/views.ts';
import { readArguments, required } from './arguments.ts';
import { type Command, CommandError } from './command.ts';
import { withCore } from './host.ts';
import { listIssues } from './issues.ts';

const usage = 'export ISSUE --data DIR --out DIR';

/** Writes the files of one issue, named by its id, its number (19) or year and number (2020-19). */
export const command: Command = {
  usage,
  async run(args, { say }) {
    const { positionals, values } = readArguments(args, usage, { data: { type: 'string' }, out: { type: 'string' } });
    const wanted = required(positionals[0], usage);
    const folder = resolve(required(values.out, usage));
    return withCore(resolve(required(values.data, usage)), async (host) => {
      const issue = choose(await listIssues(host), wanted);
      const result = await host.call('issues.export', { id: issue.id, folder, job: 'export' });
      for (const remark of result.remarks) say(remark);
      return result;
    });
  },
};

function choose(issues: readonly IssueRow[], wanted: string): IssueRow {
  const [year, number] = /^(\d{4})-(\d+)$/.exec(wanted)?.slice(1) ?? [];
  const found = issues.filter((issue) =>
    number === undefined
      ? issue.id === wanted || String(issue.number) === wanted
      : issue.date.startsWith(year ?? '') && String(issue.number) === number,
  );
  const [first, ...others] = found;
  if (first === undefined) throw new CommandError(`没有找到“${wanted}”这一期。可用 issues 命令查看各期。`);
  if (others.length === 0) return first;
  throw new CommandError(
    `“${wanted}”有 ${found.length} 期：${found.map((issue) => `${issue.date} ${issue.label} ${issue.id}`).join('，')}。请写明编号。`,
  );
}
