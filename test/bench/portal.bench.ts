import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { ensureBrowser } from '../../build/setup/browser.ts';
import { buildWhenStale } from '../../build/setup/bundle.ts';
import { isRoot } from '../../build/setup/debian.ts';
import { root } from '../../build/setup/process.ts';
import type { IssuedCode } from '../../shared/contract/portal/officeViews.ts';
import type { ItemDetail, SessionView, SubmissionRow } from '../../shared/contract/views.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import type { Department } from '../../shared/domain/department.ts';
import { defaultPortalSettings } from '../../shared/domain/portal.ts';
import { rulesPresets } from '../../shared/domain/scoring/presets.ts';
import { openUrlOf } from '../e2e/support/doors.ts';
import { freePort } from '../support/freePort.ts';
import { Caller } from './portal/caller.ts';
import { type Times, visit, wordFile } from './portal/department.ts';
import { fillOffice, randomNumbers, recombined } from './support.ts';

const UNITS = 100;
/** What a quick clerk takes between two steps, ms: a visit is a minute. */
const THINK = 5_000;
/** They come within this time, ms: hardly one is gone when the last one comes. */
const ARRIVAL = 40_000;
/** Rounds of the editor's calls with nobody at the department page, before and after. */
const IDLE_ROUNDS = 60;
/** Sign-ins at a time. */
const AT_ONCE = 4;
const OWN_CODE = '单位自己定的密码';

/**
 * A hundred units hand in beside one another within a minute or two, each with a Word file of 2 MB, and read; meanwhile an editor works, and his calls are
 * compared with those in the same run while the page is idle. Then the first load of the page in a real browser over a line
 * of 10 Mbit/s. Load, workstation and browser share the machine. Size of the office in items: `npm run bench -- portal 3000`.
 */
export async function run([size = '3000']: string[] = []): Promise<void> {
  await buildWhenStale('portal', console.log);
  await buildWhenStale('renderer', console.log);
  const filled = await fillOffice(Number(size));
  const server = spawn(process.execPath, ['electron/cli.ts', 'serve', '--data', filled.dir, '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const editor = await editorAt(await openUrlOf(server));
    const url = await openPage(editor);
    const units = await signUnitsIn(editor, url);
    await measureLoad(editor, units);
    await measureFirstLoad(url);
  } finally {
    await end(server);
    filled.remove();
  }
}

async function end(server: ChildProcess): Promise<void> {
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
}

/** A window of the workstation with its first person at work. */
async function editorAt(openUrl: string): Promise<Caller> {
  const { origin, pathname, search } = new URL(openUrl);
  const editor = new Caller(origin);
  await editor.get(pathname + search);
  const { output } = await editor.call<SessionView>('session.get', {});
  await editor.call('session.choose', { personId: output.people[0]?.id });
  const [preset] = rulesPresets;
  await editor.call('scoring.saveRules', { id: null, validFrom: '2009-01-01' as IsoDate, rules: preset?.rules });
  return editor;
}

async function openPage(editor: Caller): Promise<string> {
  const port = await freePort();
  await editor.call('portal.configure', { ...defaultPortalSettings, on: true, port });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries++) {
    const opened = await fetch(url, { headers: { accept: 'text/html' } }).then(
      (answer) => answer.ok,
      () => false,
    );
    if (opened) return url;
    await pause(50);
  }
  throw new Error('the page was not opened');
}

/** Each from an address of its own, with a code of its own; scrypt makes this slow on purpose, so that it is told apart. */
async function signUnitsIn(editor: Caller, url: string): Promise<Caller[]> {
  const { output: departments } = await editor.call<Department[]>('departments.list', {});
  const departmentIds = departments.slice(0, UNITS).map(({ id }) => id);
  const { output: codes } = await editor.call<IssuedCode[]>('portal.issueCodes', { departmentIds });
  const times: number[] = [];
  const enter = async ({ name, code }: IssuedCode, n: number): Promise<Caller> => {
    const caller = new Caller(url, `127.0.1.${n + 1}`);
    times.push(await caller.signIn(name, code));
    await caller.call('unit.changeCode', { oldCode: code, newCode: OWN_CODE });
    return caller;
  };
  const callers: Caller[] = [];
  for (let n = 0; n < codes.length; n += AT_ONCE)
    callers.push(...(await Promise.all(codes.slice(n, n + AT_ONCE).map((code, i) => enter(code, n + i)))));
  console.log(`${callers.length} 个单位登录，每次 ${at(times, 0.5).toFixed(0)} ms（密码校验故意慢，每次${AT_ONCE}家）`);
  return callers;
}

async function measureLoad(editor: Caller, units: readonly Caller[]): Promise<void> {
  const idle: Times = new Map();
  const busy: Times = new Map();
  const times: Times = new Map();
  const errors: string[] = [];
  const random = randomNumbers(7);
  const written = () => {
    const text = recombined(random);
    return { title: recombined(random, 16).slice(0, 20), text, file: wordFile(`附件：${text}`) };
  };
  const works = units.map((caller) => ({ caller, ...written() }));
  // Programs are loaded, statements prepared.
  const [first] = units;
  const alone: Times = new Map();
  if (first) for (let n = 0; n < 3; n++) await visit({ caller: first, ...written(), think: 0, times: alone, errors });
  let rounds = 0;
  await editorsWork(editor, new Map(), () => rounds++ < 5);
  rounds = 0;
  await editorsWork(editor, idle, () => rounds++ < IDLE_ROUNDS);
  let working = true;
  const began = performance.now();
  const load = Promise.all(
    works.map(async (work) => {
      await pause(Math.random() * ARRIVAL);
      await visit({ ...work, think: THINK, times, errors });
    }),
  ).finally(() => {
    working = false;
  });
  await Promise.all([load, editorsWork(editor, busy, () => working)]);
  const seconds = (performance.now() - began) / 1000;
  rounds = 0;
  await editorsWork(editor, idle, () => rounds++ < IDLE_ROUNDS);

  const requests = [...times.values()].reduce((sum, list) => sum + list.length, 0);
  console.log(
    `${units.length} 个单位同时报送、查看，${seconds.toFixed(0)} 秒内 ${requests} 次请求，${errors.length} 个错误`,
  );
  for (const error of new Set(errors)) console.log(`  ${error}`);
  console.table(
    [...times].map(([what, list]) => ({
      单位的请求: what,
      次数: list.length,
      单独一家: ms(at(alone.get(what) ?? [], 0.5)),
      ...parts(list),
    })),
  );
  console.table(
    [...idle].map(([what, list]) => {
      const loaded = busy.get(what) ?? [];
      const slower = (at(loaded, 0.5) / at(list, 0.5) - 1) * 100;
      return {
        编辑的请求: what,
        '无人报送 p50': ms(at(list, 0.5)),
        '百家报送 p50': ms(at(loaded, 0.5)),
        慢: `${slower.toFixed(0)}%`,
        '平均，无人／百家': `${ms(mean(list))}／${ms(mean(loaded))}`,
        '无人报送 p95': ms(at(list, 0.95)),
        '百家报送 p95': ms(at(loaded, 0.95)),
      };
    }),
  );
}

/** An editor's calls, one after the other with a moment between: lists, an item, a search, and typing that is saved. */
async function editorsWork(editor: Caller, times: Times, goOn: () => boolean): Promise<void> {
  const call = async <Output>(name: string, input: unknown): Promise<Output> => {
    const { output, ms: took } = await editor.call<Output>(name, input);
    times.set(name, [...(times.get(name) ?? []), took]);
    await pause(50);
    return output;
  };
  let item = (await editor.call<ItemDetail>('items.create', { title: '编辑中的稿件', departmentId: null })).output;
  while (goOn()) {
    const page = { search: '', offset: 0, limit: 50 };
    const { rows } = await call<{ rows: SubmissionRow[] }>('submissions.list', {
      ...page,
      state: 'new',
      departmentId: null,
    });
    const [first] = rows;
    if (first) await call('submissions.get', { id: first.id });
    await call('items.list', { ...page, where: 'printed' });
    item = await call<ItemDetail>('items.get', { id: item.id });
    const { id, version, title, kind } = item;
    const blocks = [{ kind: 'text', text: `正文，第${version}次修改。` }];
    await call('items.save', { id, version, title, blocks, kind, sourceOverride: null });
  }
}

/** Bytes over the line and time until one can type, in a browser that has never been here. */
async function measureFirstLoad(url: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(console.log),
    args: ['--disable-background-networking', ...(isRoot ? ['--no-sandbox'] : [])],
  });
  const usable: number[] = [];
  let bytes = 0;
  for (let n = 0; n < 5; n++) {
    const context = await browser.newContext({ locale: 'zh-CN' });
    const page = await context.newPage();
    const line = await context.newCDPSession(page);
    await line.send('Network.enable');
    const bitsPerSecond = 10_000_000;
    const throughput = bitsPerSecond / 8;
    await line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 5,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
    bytes = 0;
    line.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(url, { waitUntil: 'commit' });
    await page.getByRole('button', { name: '登录' }).waitFor();
    usable.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0));
    await context.close();
  }
  await browser.close();
  console.table([{ 首次打开: '10 Mbit/s', '传输 kB': Math.round(bytes / 1024), 可以输入: ms(at(usable, 0.5)) }]);
}

const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;

const parts = (list: readonly number[]) => ({
  p50: ms(at(list, 0.5)),
  p95: ms(at(list, 0.95)),
  最慢: ms(Math.max(...list)),
});

function at(list: readonly number[], part: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

const ms = (value: number) => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
