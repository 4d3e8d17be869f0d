import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createPress, nodeFork, type Press } from '../../electron/press/index.ts';
import type { Bulletin } from '../../shared/domain/bulletin.ts';
import { pageMeter } from '../../shared/page/index.ts';
import { bulletinOf, longBulletin } from '../support/bulletins.ts';

const EDITS = 1000;

/** Times the press beside LibreOffice making a PDF of the same DOCX, for 4 and 40 pages, and prints a table. */
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
  row['PDF 冷'] = ms(
    await median(3, async () => {
      const press = createPress({ fork: nodeFork() });
      await press.pdf(bulletin);
      await press.close();
    }),
  );
  const press = createPress({ fork: nodeFork() });
  await press.pdf(bulletin);
  row['PDF 热'] = ms(await median(15, () => press.pdf(bulletin)));
  row['改一字到 SVG'] = ms(await median(30, editing(press, bulletin)));
  row['DOCX'] = ms(await median(10, () => press.docx(bulletin)));
  row['soffice 转 PDF'] = await office(await press.docx(bulletin));
  const edit = editing(press, bulletin);
  const started = performance.now();
  let slowest = 0;
  for (let i = 0; i < EDITS; i++) slowest = Math.max(slowest, await timed(edit));
  row[`${EDITS} 次修改，平均／最慢`] = `${ms((performance.now() - started) / EDITS)}／${ms(slowest)}`;
  row['引擎内存'] = `${Math.round(await engineMemory())} MB`;
  await press.close();
  return row;
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

async function office(docx: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'press-bench-'));
  try {
    const file = join(folder, 'issue.docx');
    await writeFile(file, docx);
    const convert = () =>
      promisify(execFile)('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
    await convert();
    return ms(await median(3, convert));
  } catch {
    return '没有 soffice';
  } finally {
    await rm(folder, { recursive: true });
  }
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
