import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IntakeError } from '../../../electron/intake/index.ts';
import { createFileReader, READ_PROCESS } from '../../../electron/intake/readInChild.ts';
import { nodeFork } from '../../../electron/press/nodeFork.ts';
import { intakeKit } from '../../support/intakeKit.ts';
import { mutantOf } from '../../support/mutants.ts';

/** What a file's archive vouches for: a text from it is the right one, or none. */
const CHECKED = /\.(?:docx|zip)$/;

interface Row {
  mutants: number;
  text: number;
  sentence: number;
  fault: number;
  slow: number;
  heavy: number;
  silent: number;
  worst: number;
}

/**
 * `npm run bench -- intake mutants 10000`: damaged copies of a good file of each format, read as the program reads them. Each
 * must end as a text or a sentence; a fault is a reader that failed without one. Those that went wrong are kept.
 */
export async function mutants(count: number): Promise<void> {
  const kit = intakeKit();
  const reader = createFileReader({ fork: nodeFork(READ_PROCESS), processes: 2 });
  const right = new Map<string, string>();
  for (const file of kit) right.set(file.name, (await reader.read(file)).text);
  const rows = new Map<string, Row>();
  const faults: string[] = [];

  async function one(seed: number): Promise<void> {
    const file = kit[seed % kit.length];
    const other = kit[(seed * 7 + 3) % kit.length];
    if (!file || !other) return;
    const row = rows.get(file.name) ?? newRow();
    rows.set(file.name, row);
    row.mutants += 1;
    const bytes = mutantOf(file.bytes, other.bytes, seed);
    const began = performance.now();
    try {
      const { text } = await reader.read({ name: file.name, bytes });
      row.text += 1;
      if (CHECKED.test(file.name) && text !== right.get(file.name)) row.silent += 1;
    } catch (error) {
      const wrong = outcomeOf(row, error);
      if (wrong === null) return;
      const kept = join(tmpdir(), `mutant-${seed}-${file.name}`);
      writeFileSync(kept, bytes);
      faults.push(`${kept}：${wrong}`);
    } finally {
      row.worst = Math.max(row.worst, performance.now() - began);
    }
  }

  let next = 1;
  const lane = async () => {
    while (next <= count) await one(next++);
  };
  await Promise.all([lane(), lane()]);
  await reader.close();
  console.table(Object.fromEntries([...rows].map(([name, row]) => [name, shown(row)])));
  for (const fault of faults.slice(0, 40)) console.log(fault);
}

const newRow = (): Row => ({ mutants: 0, text: 0, sentence: 0, fault: 0, slow: 0, heavy: 0, silent: 0, worst: 0 });

/** Files an outcome under its kind; answers what went wrong with a reader, `null` where nothing did. */
function outcomeOf(row: Row, error: unknown): string | null {
  if (!(error instanceof IntakeError)) {
    row.fault += 1;
    return String(error);
  }
  if (error.code === 'file-too-slow') row.slow += 1;
  else if (error.code === 'file-too-heavy') row.heavy += 1;
  else if (error.params['detail'] === '内容无法识别') {
    row.fault += 1;
    return error.cause instanceof Error ? error.cause.message.slice(0, 400) : error.message;
  } else {
    row.sentence += 1;
    return null;
  }
  return error.message;
}

const shown = (row: Row) => ({
  份数: row.mutants,
  读出文字: row.text,
  说明原因: row.sentence,
  读取器出错: row.fault,
  超时: row.slow,
  超内存: row.heavy,
  '压缩包类：文字有误而未说': row.silent,
  '最慢 毫秒': Math.round(row.worst),
});
