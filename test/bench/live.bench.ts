import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { ensureBrowser } from '../../build/setup/browser.ts';
import { buildWhenStale } from '../../build/setup/bundle.ts';
import { isRoot } from '../../build/setup/debian.ts';
import { root } from '../../build/setup/process.ts';
import type { Input, MethodName, Output } from '../../shared/contract/index.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import type { IssueId } from '../../shared/domain/ids.ts';
import { openUrlOf } from '../e2e/support/doors.ts';
import { bulletinOf } from '../support/bulletins.ts';

const KEYS = 40;
const EDITS = 1000;
/** Between two keys of a quick typist, ms. */
const PACE = 250;

/**
 * From the key to the frame that shows the changed page, in a real browser, for 4 and 40 pages; memory over many edits.
 * The first argument is another number of edits.
 */
export async function run([given]: string[] = []): Promise<void> {
  const edits = Number(given ?? EDITS);
  await buildWhenStale('renderer', console.log);
  const folder = await mkdtemp(join(tmpdir(), 'live-bench-'));
  const server = spawn(process.execPath, ['electron/cli.ts', 'serve', '--data', folder, '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(console.log),
    args: ['--disable-background-networking', ...(isRoot ? ['--no-sandbox'] : [])],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
    await page.goto(await openUrlOf(server));
    await call(page, 'office.begin', {
      office: '中共上街区委办公室',
      person: '郝婕',
      publication: '上街信息',
      startNumber: 19,
      startTotal: 512,
      year: 2020,
    });
    const table: Record<string, Record<string, string>> = {};
    for (const [name, times] of [
      ['4 页', 1],
      ['40 页', 12],
    ] as const)
      table[name] = await measure(page, await issueOf(page, times), server.pid ?? 0, edits);
    console.table(table);
  } finally {
    await browser.close();
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(page: Page, id: IssueId, server: number, edits: number): Promise<Record<string, string>> {
  await page.goto(new URL(`/issues/${id}`, page.url()).href);
  await page.locator('[data-page="1"] [data-line]').first().waitFor();
  // The third line of the second page: what stands before and behind it moves with it.
  await page.locator('[data-page="2"]').scrollIntoViewIfNeeded();
  await page.locator('[data-page="2"] [data-line="3"]').click();
  await page.locator('.page-line-caret').waitFor();
  await page.evaluate(watchPaints);
  const pages = await page.getByRole('figure').count();
  const empty = await typed(page, KEYS, 'frame');
  await typed(page, 5, 'paint');
  const paints = await typed(page, KEYS, 'paint');
  const answers = await page.evaluate((count) => {
    const asked = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const previews = asked.filter(({ name }) => name.endsWith('/rpc/issues.preview'));
    return previews.slice(-count).map(({ responseEnd, startTime }) => responseEnd - startTime);
  }, KEYS);
  const before = { page: await heap(page), engine: await engineMemory(server) };
  await page.keyboard.type('改'.repeat(edits), { delay: 20 });
  await page.waitForTimeout(3_000);
  const after = { page: await heap(page), engine: await engineMemory(server) };
  return {
    页数: String(pages),
    '键到像素 p50／p95': pair(paints),
    '其中内核 p50／p95': pair(answers),
    '同一台机器的空帧 p50／p95': pair(empty),
    比空帧: `${(at(paints, 0.5) / at(empty, 0.5)).toFixed(1)} 倍`,
    [`${edits} 次修改，页面内存`]: `${before.page} → ${after.page} MB`,
    [`${edits} 次修改，引擎内存`]: `${before.engine} → ${after.engine} MB`,
  };
}

/** Types one character after the other; for each, ms from the key to the frame after what is waited for. */
async function typed(page: Page, count: number, until: 'frame' | 'paint'): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    await page.evaluate((wait) => window.benchKey(wait), until);
    await page.keyboard.press(until === 'frame' ? 'Shift' : 'a');
    times.push(await page.evaluate(() => window.benchTime));
    await page.waitForTimeout(PACE);
  }
  return times;
}

declare global {
  interface Window {
    benchKey(wait: 'frame' | 'paint'): void;
    benchTime: Promise<number>;
  }
}

/** Runs in the page: notes when a key went down and when the frame with the next painted page has been handed on. */
function watchPaints(): void {
  performance.setResourceTimingBufferSize(100_000);
  let keyAt = 0;
  let onPaint: (() => void) | null = null;
  let onKey: (() => void) | null = null;
  document.addEventListener(
    'keydown',
    (event) => {
      keyAt = event.timeStamp;
      onKey?.();
    },
    true,
  );
  const { fillRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillRect = function (...rect) {
    fillRect.apply(this, rect);
    onPaint?.();
  };
  const afterFrame = (done: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
  window.benchKey = (wait) => {
    window.benchTime = new Promise((resolve) => {
      const finish = () => {
        onPaint = null;
        onKey = null;
        afterFrame(() => resolve(performance.now() - keyAt));
      };
      if (wait === 'paint') onPaint = finish;
      else onKey = finish;
    });
  };
}

/** An issue with the items of text 001 so many times over. */
async function issueOf(page: Page, times: number): Promise<IssueId> {
  const { entries } = bulletinOf('001');
  const [publication] = await call(page, 'publications.list', {});
  if (!publication) throw new Error('no publication');
  const issue = await call(page, 'issues.create', {
    publicationId: publication.id,
    date: '2020-03-06' as IsoDate,
    theme: '精准服务　主动作为\n夺取疫情防控和经济社会发展“双胜利”（三）',
    correctsId: null,
  });
  const board: Input<'issues.setEntries'>['entries'] = [];
  for (let n = 0; n < times; n++)
    for (const { title, body, kind } of entries) {
      const { submissions } = await call(page, 'submissions.type', {
        title: title ?? '',
        text: body.map((block) => ('text' in block ? block.text : '')).join('\n'),
        departmentId: null,
        receivedDate: '2020-03-05' as IsoDate,
        fields: { author: null, signer: null, phone: null },
      });
      const id = submissions[0]?.id;
      if (!id) throw new Error('nothing was filed');
      await call(page, 'submissions.shortlist', { ids: [id] });
      const { itemId } = await call(page, 'submissions.get', { id });
      if (itemId) board.push({ itemId, kind, section: null });
    }
  await call(page, 'issues.setEntries', { id: issue.id, version: issue.version, entries: board });
  return issue.id;
}

async function call<Name extends MethodName>(page: Page, name: Name, input: Input<Name>): Promise<Output<Name>> {
  return page.evaluate(
    async ([method, body]) => {
      const headers = { 'content-type': 'application/json', 'x-desk': '1' };
      const response = await fetch(`/rpc/${method}`, { method: 'POST', headers, body: JSON.stringify(body) });
      if (!response.ok) throw new Error(`${method}: ${await response.text()}`);
      return response.json();
    },
    [name, input] as const,
  );
}

/** MB in use on the page after a collection. */
async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return Math.round(usedSize / 1024 / 1024);
}

/** Resident MB of the server's children: the engine is the largest of them. */
async function engineMemory(server: number): Promise<number> {
  if (process.platform !== 'linux') return Number.NaN;
  const ids = (await readFile(`/proc/${server}/task/${server}/children`, 'utf8')).trim().split(' ');
  const sizes = await Promise.all(
    ids.map(async (id) =>
      Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${id}/status`, 'utf8').catch(() => ''))?.[1]),
    ),
  );
  return Math.round(Math.max(0, ...sizes.filter((size) => size > 0)) / 1024);
}

function at(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

const pair = (times: readonly number[]) => `${at(times, 0.5).toFixed(0)}／${at(times, 0.95).toFixed(0)} ms`;
