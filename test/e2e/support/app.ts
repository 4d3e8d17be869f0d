import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { fillWithSample } from '../../../electron/cli/host.ts';
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts';
import { browserDoor, electronDoor, type OpenDoor, type RunningDoor } from './doors.ts';

export { expect } from '@playwright/test';

/** Which door the specs of a project come in by. */
export interface DoorOption {
  door: 'browser' | 'electron';
}

/** The program as a spec meets it. The same in both doors. */
export interface App {
  readonly page: Page;
  readonly dataDir: string;
  /** A folder of this test's own, for exports and files to drop. */
  readonly folder: string;
  /** Calls a method from the page, as the page does: to prepare or to look, not instead of what is tested. */
  call<Name extends MethodName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  /** Ends the program and starts it again on the same data; `kill` ends it without a warning. */
  restart(how?: 'close' | 'kill'): Promise<void>;
  /** Chooses who works, the first person unless named, and loads the page again. */
  signIn(name?: string): Promise<void>;
}

interface Fixtures {
  /** The program on an empty data folder, as at its first start. */
  app: App;
  /** The program with an office set up and its editor at work: 中共上街区委办公室, 郝婕, 《上街信息》. */
  office: App;
  /** The program on the sample office, with its editor at work. */
  sample: App;
  openDoor: OpenDoor;
}

interface WorkerFixtures {
  sampleFolder: string;
}

export const test = base.extend<Fixtures & DoorOption, WorkerFixtures>({
  door: ['browser', { option: true }],

  openDoor: async ({ door, browser, contextOptions, viewport, locale }, use) => {
    await use(
      door === 'electron'
        ? electronDoor()
        : browserDoor(browser, { ...contextOptions, viewport, ...(locale ? { locale } : {}) }),
    );
  },

  app: async ({ openDoor }, use) => withApp(openDoor, null, use),

  office: async ({ openDoor }, use) =>
    withApp(openDoor, null, async (app) => {
      await app.call('office.begin', {
        office: '中共上街区委办公室',
        person: '郝婕',
        publication: '上街信息',
        startNumber: 19,
        startTotal: 19,
        year: 2020,
      });
      await app.page.reload();
      await use(app);
    }),

  sample: async ({ openDoor, sampleFolder }, use) =>
    withApp(openDoor, sampleFolder, async (app) => {
      await app.signIn();
      await use(app);
    }),

  sampleFolder: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'desk-sample-'));
      await fillWithSample(folder, join(folder, '导出'));
      await use(folder);
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

/** Runs the program on a fresh folder, filled from `source` where given, and clears up whatever happens. */
async function withApp(open: OpenDoor, source: string | null, use: (app: App) => Promise<void>): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'desk-e2e-'));
  const dataDir = join(root, 'data');
  if (source !== null) await cp(source, dataDir, { recursive: true });
  let running: RunningDoor = await open(dataDir);
  const app: App = {
    get page() {
      return running.page;
    },
    dataDir,
    folder: root,
    call: (name, input) => callFrom(running.page, name, input),
    async restart(how = 'close') {
      await running[how]();
      running = await open(dataDir);
    },
    async signIn(name) {
      const { people } = await app.call('session.get', {});
      const person = people.find((one) => name === undefined || one.name === name);
      if (person === undefined) throw new Error(`nobody named ${name} works here`);
      await app.call('session.choose', { personId: person.id });
      await running.page.reload();
    },
  };
  try {
    await use(app);
  } finally {
    await running.close();
    await rm(root, { recursive: true, force: true });
  }
}

async function callFrom<Name extends MethodName>(page: Page, name: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer = await page.evaluate(
    async ([method, body]) => {
      const response = await fetch(`/rpc/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-desk': '1' },
        body: JSON.stringify(body),
      });
      return { ok: response.ok, body: await response.json() };
    },
    [name, input] as const,
  );
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
