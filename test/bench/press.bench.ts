import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { findOffice } from '../../build/setup/office.ts';
import { createPress, nodeFork, type Press } from '../../electron/press/index.ts';
import type { Bulletin } from '../../shared/domain/bulletin.ts';
import { Composer, pageMeter } from '../../shared/page/index.ts';
import { bulletinOf, longBulletin } from '../support/bulletins.ts';
import { openOffice } from '../support/office.ts';

const EDITS = 1000;
const COLD_STARTS = 5;

/**
 * Times the press beside LibreOffice making a PDF of the same DOCX in the same run, for 4 and 40 pages, and prints a table.
 * cold: from asking for the first PDF until its bytes are here, with no engine process running: the start of the process,
 * its look at the fonts, the first composition. warm: the same in a process that has set this issue before, with one word
 * of it changed. LibreOffice starts anew each time, as it does for whoever converts a file; its first start is not counted.
 */
export async function run(): Promise<void> {
  const documents: [string, Bulletin][] = [
    ['4 页', bulletinOf('001', { rows: 24 })],
    ['40 页', longBulletin(12)],
  ];
  const table: Record<string, Record<string, string>> = {};
  for (const [name, bulletin] of documents) table[name] = await measure(bulletin);
  console.table(table);
}

async function measure(bulletin: Bulletin): Promise<Record<string, string>> {
  const row: Record<string, string> = { 页数: String(pageMeter(bulletin).pages) };
  row['页数估算'] = ms(await median(20, async () => pageMeter(bulletin)));
  // As the editor counts: every paragraph but the one typed is composed already.
  const composer = new Composer();
  const typed = editions(bulletin);
  composer.layOut(bulletin);
  row['改一字后估算'] = ms(await median(40, async () => composer.layOut(typed())));
  const colds: Press[] = [];
  const cold = await median(COLD_STARTS, async () => {
    const press = createPress({ fork: nodeFork() });
    colds.push(press);
    await press.pdf(bulletin);
  });
  const [press, ...others] = colds;
  await Promise.all(others.map((other) => other.close()));
  if (!press) throw new Error('nothing was started');
  row['PDF 冷'] = ms(cold);
  const word = editions(bulletin);
  const warm = await median(15, () => press.pdf(word()));
  row['PDF 热'] = ms(warm);
  row['DOCX'] = ms(await median(10, () => press.docx(bulletin)));
  row['引擎内存（PDF 后）'] = megabytes(await engineMemory());
  row['改一字到屏上'] = ms(await median(30, editing(press, bulletin)));
  const office = await timeOffice(await press.docx(bulletin));
  row['soffice 转 PDF'] = office ? ms(office.ms) : '没有 soffice';
  row['soffice 内存'] = office ? megabytes(office.memory) : '';
  row['比 soffice 快（冷／热）'] = office ? `${times(office.ms, cold)}／${times(office.ms, warm)}` : '';
  const edit = editing(press, bulletin);
  const started = performance.now();
  let slowest = 0;
  for (let i = 0; i < EDITS; i++) slowest = Math.max(slowest, await timed(edit));
  row[`${EDITS} 次修改，平均／最慢`] = `${ms((performance.now() - started) / EDITS)}／${ms(slowest)}`;
  row[`引擎内存（${EDITS} 次修改后）`] = megabytes(await engineMemory());
  await press.close();
  return row;
}

/** The bulletin with one word of its first entry changed, another at each call. */
function editions(bulletin: Bulletin): () => Bulletin {
  let n = 0;
  return () => {
    n++;
    const entries = bulletin.entries.map((entry, i) => (i === 0 ? { ...entry, title: `${entry.title}${n}` } : entry));
    return { ...bulletin, entries };
  };
}

/** One edit as the screen makes it: a character more in the second entry, two pages in view, the rest by hash. */
function editing(press: Press, bulletin: Bulletin): () => Promise<unknown> {
  let known: string[] = [];
  let typed = 0;
  return async () => {
    typed = (typed + 1) % 60;
    const entries = bulletin.entries.map((entry, i) => {
      const [block] = entry.body;
      if (i !== 1 || block?.kind !== 'text') return entry;
      return {
        ...entry,
        body: [{ ...block, text: block.text.slice(0, 40) + '改'.repeat(typed) + block.text.slice(40) }],
      };
    });
    const { pages } = await press.preview({ ...bulletin, entries }, known, { only: [1, 2] });
    known = pages.filter((page) => page.n <= 2).map((page) => page.hash);
  };
}

/** Resident memory of this process's children, MB: the engine is the only one. */
async function engineMemory(): Promise<number> {
  if (process.platform !== 'linux') return Number.NaN;
  const ids = (await readFile(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')).trim().split(' ');
  const sizes = await Promise.all(
    ids.map(
      async (id) => /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${id}/status`, 'utf8').catch(() => ''))?.[1] ?? '0',
    ),
  );
  return sizes.reduce((sum, kilobytes) => sum + Number(kilobytes) / 1024, 0);
}

/** Median time and largest resident size of LibreOffice making a PDF; `null` where it is not installed. */
async function timeOffice(docx: Uint8Array): Promise<{ ms: number; memory: number } | null> {
  if (findOffice() === null) return null;
  const office = await openOffice();
  try {
    const convert = () => office.toPdf(new Map([['issue', docx]]));
    await convert();
    let memory = 0;
    const watch = setInterval(() => {
      memory = Math.max(memory, peakOf('soffice.bin'));
    }, 50);
    const taken = await median(3, convert);
    clearInterval(watch);
    return { ms: taken, memory };
  } finally {
    await office.close();
  }
}

/** Largest resident size so far of the running programs of a name, MB. */
function peakOf(program: string): number {
  if (process.platform !== 'linux') return Number.NaN;
  const sizes = readdirSync('/proc').map((id) => {
    try {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      return status.startsWith(`Name:\t${program}`) ? Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) : 0;
    } catch {
      return 0;
    }
  });
  return Math.max(...sizes) / 1024;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function median(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let i = 0; i < times; i++) taken.push(await timed(work));
  return taken.sort((a, b) => a - b)[times >> 1] ?? Number.NaN;
}

const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const megabytes = (value: number) => `${Math.round(value)} MB`;
const times = (slow: number, fast: number) => `${(slow / fast).toFixed(1)} 倍`;
