import { resolve } from 'node:path';
import type { IssueRow } from '../../shared/contract/views.ts';
import { readArguments, required } from './arguments.ts';
import type { Command } from './command.ts';
import { type CoreHost, withCore } from './host.ts';

const usage = 'issues --data DIR';
const PAGE = 500;

/** Lists all issues, those in the making first. */
export const command: Command = {
  usage,
  async run(args) {
    const { values } = readArguments(args, usage, { data: { type: 'string' } });
    return withCore(resolve(required(values.data, usage)), async (host) => ({ issues: await listIssues(host) }));
  },
};

export async function listIssues({ call }: CoreHost): Promise<IssueRow[]> {
  const all: IssueRow[] = [];
  for (const frozen of [false, true]) {
    for (let offset = 0; ; offset += PAGE) {
      const { rows } = await call('issues.list', { frozen, publicationId: null, search: '', offset, limit: PAGE });
      all.push(...rows);
      if (rows.length < PAGE) break;
    }
  }
  return all;
}
