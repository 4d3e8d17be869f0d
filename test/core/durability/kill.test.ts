import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { IssueId, ItemId, SubmissionId } from '../../../shared/domain/ids.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';

const WORKER = new URL('./programs/worker.ts', import.meta.url);

interface Acknowledged {
  submission?: SubmissionId;
  title?: string;
  upload?: string;
  item?: ItemId;
  text?: string;
  issue?: IssueId;
  number?: number;
}

let desk: TestDesk;
afterEach(() => desk.close());

/** Lets a worker sign its first issue and go on for a while, then kills it as a power switch would. */
function workUntilKilled(dataDir: string, person: string, ms: number): Promise<Acknowledged[]> {
  return new Promise((resolve, reject) => {
    const worker = spawn(process.execPath, [fileURLToPath(WORKER), dataDir, person], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    let armed = false;
    worker.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (armed || !output.includes('"issue"')) return;
      armed = true;
      setTimeout(() => worker.kill('SIGKILL'), ms);
    });
    worker.on('error', reject);
    worker.on('close', () => {
      const lines = output.split('\n').slice(0, -1);
      resolve(lines.map((line) => JSON.parse(line) as Acknowledged));
    });
  });
}

describe('a killed program', () => {
  it('has lost nothing it acknowledged: submissions, uploads, texts, signed numbers', {
    timeout: 120_000,
  }, async () => {
    desk = await openDesk();
    const [person] = await desk.call('people.list', {});
    const dataDir = path.join(desk.folder, 'data');
    const acknowledged: Acknowledged[] = [];
    await desk.core.close();
    // The data layer is killed fifty times in its own tests; here the whole core is, in its real acts.
    for (let round = 0; round < 10; round++)
      acknowledged.push(...(await workUntilKilled(dataDir, person?.id ?? '', 20 + 37 * round)));
    await desk.reopen();

    const numbers: number[] = [];
    for (const act of acknowledged) {
      if (act.submission) expect((await desk.call('submissions.get', { id: act.submission })).title).toBe(act.title);
      if (act.item)
        expect((await desk.call('items.get', { id: act.item })).blocks).toEqual([{ kind: 'text', text: act.text }]);
      if (act.issue) {
        expect((await desk.call('issues.get', { id: act.issue })).number).toBe(act.number);
        numbers.push(act.number ?? 0);
      }
    }
    expect(numbers.length).toBeGreaterThanOrEqual(10);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(desk.core.check()).toEqual([]);
  });
});
