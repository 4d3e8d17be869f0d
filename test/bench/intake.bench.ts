import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findOffice } from '../../build/setup/office.ts';
import { createFileReader, READ_PROCESS } from '../../electron/intake/readInChild.ts';
import { nodeFork } from '../../electron/press/nodeFork.ts';
import { mutants } from './intake/mutants.ts';
import { openFilled } from './support.ts';

/** Copies of each file that are read; LibreOffice gets them in one call, so that its start counts once. */
const COPIES = 12;
const fixtures = new URL('../fixtures/', import.meta.url);

/**
 * Files a second of each format, read as the program reads them, beside LibreOffice turning the same files into text;
 * then back issues in bulk: `npm run bench -- intake 1000`. Damaged files: `npm run bench -- intake mutants 10000`.
 */
export async function run(args: string[] = []): Promise<void> {
  if (args[0] === 'mutants') return mutants(Number(args[1]) || 10_000);
  await formats();
  await bulk(Number(args[0]) || 1_000);
}

async function formats(): Promise<void> {
  const office = findOffice();
  const reader = createFileReader({ fork: nodeFork(READ_PROCESS), patience: 60_000 });
  const rows: Record<string, string | number>[] = [];
  for (const name of ['001.gb18030.txt', 'libreoffice.doc', 'libreoffice.docx', 'libreoffice.rtf', 'libreoffice.pdf']) {
    const bytes = readFileSync(new URL(`intake/${name}`, fixtures));
    // The first file starts the process.
    await reader.read({ name, bytes });
    const began = performance.now();
    for (let n = 0; n < COPIES; n++) await reader.read({ name, bytes });
    const ours = COPIES / ((performance.now() - began) / 1_000);
    const theirs = office === null ? null : officeSpeed(office, name, bytes);
    rows.push({
      格式: extname(name).slice(1),
      KB: Math.round(bytes.byteLength / 1_024),
      '本程序 份/秒': round(ours),
      'LibreOffice 份/秒': theirs === null ? '未安装' : round(theirs),
      快几倍: theirs === null ? '' : round(ours / theirs),
    });
  }
  await reader.close();
  console.table(rows);
}

/** Files a second of `soffice --convert-to txt`; `null` where it makes none of this format. */
function officeSpeed(office: string, name: string, bytes: Uint8Array): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'desk-office-'));
  try {
    const files = Array.from({ length: COPIES }, (_, n) => join(folder, `${n}${extname(name)}`));
    for (const file of files) writeFileSync(file, bytes);
    const out = join(folder, 'out');
    mkdirSync(out);
    const filter = extname(name) === '.pdf' ? ['--infilter=writer_pdf_import'] : [];
    const began = performance.now();
    spawnSync(
      office,
      [
        '--headless',
        ...filter,
        '--convert-to',
        'txt:Text',
        `-env:UserInstallation=file://${folder}/p`,
        '--outdir',
        out,
        ...files,
      ],
      { stdio: 'ignore', timeout: 240_000 },
    );
    const seconds = (performance.now() - began) / 1_000;
    const made = readdirSync(out).filter((file) => extname(basename(file)) === '.txt').length;
    return made === 0 ? null : made / seconds;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `count` issues of ten years, handed over, read, split and filed through the door of the core. */
async function bulk(count: number): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'desk-bulk-'));
  const { core, call, actor } = await openFilled({ dir });
  const memory = watchMemory();
  const text = readFileSync(new URL('corpus/001.txt', fixtures), 'utf8');
  try {
    const began = performance.now();
    for (let n = 0; n < count; n++)
      await core.files.upload('back-issues', { name: `${n}.txt`, bytes: Buffer.from(issueText(text, n)) }, actor);
    const handedOver = performance.now();
    while ((await call('backIssues.status', {})).waiting > 0) await sleep(250);
    const read = performance.now();
    const { filed } = await call('backIssues.file', { drafts: null, job: 'bench' });
    const end = performance.now();
    const seconds = (from: number, to: number) => round((to - from) / 1_000);
    console.table([
      {
        期数: count,
        '收入 秒': seconds(began, handedOver),
        '读取分条 秒': seconds(handedOver, read),
        '补录 秒': seconds(read, end),
        '共 秒': seconds(began, end),
        补录: filed,
        ...memory.stop(),
      },
    ]);
  } finally {
    await core.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** A hundred issues a year, each with a day, a number and figures of its own. */
function issueText(text: string, n: number): string {
  const [year, number] = [2008 + Math.floor(n / 100), (n % 100) + 1];
  const day = new Date(Date.UTC(year, 0, 1 + Math.floor((number - 1) * 3.6)));
  return text
    .replace('第 19 期', `第 ${number} 期`)
    .replace('2020 年 3 月 6 日', `${year} 年 ${day.getUTCMonth() + 1} 月 ${day.getUTCDate()} 日`)
    .replaceAll('100余人', `${100 + n}余人`);
}

/** Greatest memory of this process and those it started, MB. */
function watchMemory() {
  const most = { Rss: 0, Pss: 0 };
  const look = () => {
    const pids = [process.pid, ...childrenOf(process.pid)];
    for (const kind of ['Rss', 'Pss'] as const)
      most[kind] = Math.max(
        most[kind],
        pids.reduce((sum, pid) => sum + memoryOf(pid, kind), 0),
      );
  };
  const timer = setInterval(look, 200);
  return {
    stop() {
      clearInterval(timer);
      look();
      const megabytes = (kilobytes: number) => Math.round(kilobytes / 1_024);
      return { '内存峰值 MB': megabytes(most.Rss), '其中各进程共有的只计一次 MB': megabytes(most.Pss) };
    },
  };
}

/** kB, by the system's own account, what processes share counted with each (`Rss`) or once (`Pss`); 0 where it keeps none. */
function memoryOf(pid: number, kind: 'Rss' | 'Pss'): number {
  try {
    const account = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(new RegExp(`^${kind}:\\s+(\\d+)`, 'm').exec(account)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

const round = (value: number) => Math.round(value * 10) / 10;
