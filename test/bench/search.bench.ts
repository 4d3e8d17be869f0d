import { connect } from '../../electron/core/db/sqlite.ts';
import { databaseFile } from '../../electron/core/files/folder.ts';
import type { Input } from '../../shared/contract/index.ts';
import type { ItemId } from '../../shared/domain/ids.ts';
import { clauses, fillOffice, openFilled, randomNumbers, recombined } from './support.ts';

const TIMES = 40;

/**
 * Searches through the door of the core, each behind a save, against a plain scan of the same texts.
 * Sizes in items: `npm run bench -- search 10000 100000`.
 */
export async function run(args: string[] = []): Promise<void> {
  const sizes = args.map(Number).filter((size) => size > 0);
  for (const size of sizes.length > 0 ? sizes : [10_000, 100_000]) await measure(size);
}

async function measure(size: number): Promise<void> {
  const filled = await fillOffice(size);
  const perSecond = Math.round((size / filled.milliseconds) * 1_000);
  console.log(`\n${size} 篇稿件，写入并建索引 ${perSecond} 篇/秒`);
  const { core, call } = await openFilled(filled);
  const scan = scanner(databaseFile(filled.dir));
  const random = randomNumbers(7);
  const { id, version } = await call('items.create', { title: '正在改的稿件', departmentId: null });
  let saved = version;
  const save = async () => {
    const blocks = [{ kind: 'text' as const, text: recombined(random) }];
    const draft = { title: '正在改的稿件', blocks, kind: 'item' as const, sourceOverride: null };
    saved = (await call('items.save', { id, version: saved, ...draft })).version;
  };
  const rows: Row[] = [];
  for (const { name, texts, input, plain } of questions(size, random)) {
    const search = await times(texts, async (text) => {
      const saving = save();
      const { total } = await call('search.query', { text, offset: 0, limit: 20, ...input });
      await saving;
      return total;
    });
    const scanned = plain ? await times(texts.slice(0, size > 200_000 ? 3 : 8), async (text) => scan.rows(text)) : null;
    rows.push(row(name, search, scanned));
  }
  const found = await times(scan.items(TIMES), async (item) => {
    const saving = save();
    const near = await call('duplicates.find', { itemId: item as ItemId });
    await saving;
    return near.rows.length;
  });
  rows.push(row('相近稿件', found, null));
  const alone = await times(Array(TIMES).fill(''), async () => {
    await save();
    return 0;
  });
  rows.push(row('只保存', alone, null));
  console.table(rows);
  scan.close();
  await core.close();
  filled.remove();
}

interface Question {
  name: string;
  texts: string[];
  input: Partial<Input<'search.query'>>;
  plain: boolean;
}

function questions(size: number, random: (below: number) => number): Question[] {
  const within = (length: number) =>
    Array.from({ length: TIMES }, () => {
      const long = clauses.filter((clause) => clause.length > length);
      const clause = long[random(long.length)] ?? '';
      return clause
        .slice(0, -1)
        .slice(random(clause.length - length), length + clause.length)
        .slice(0, length);
    });
  const across = (length: number) => {
    const texts = randomNumbers(size);
    return Array.from({ length: TIMES }, () => {
      const text = recombined(texts);
      const at = text.indexOf('，', random(200));
      return text.slice(at + 1 - length / 2, at + 1 + length / 2);
    });
  };
  const lengths = [1, 2, 4, 8];
  const unit = { departmentId: 'unit7' as never };
  return [
    ...lengths.map((n) => ({ name: `${n}字 常见`, texts: within(n), input: {}, plain: true })),
    ...lengths.slice(1).map((n) => ({ name: `${n}字 少见`, texts: across(n), input: {}, plain: true })),
    ...lengths.slice(0, 3).map((n) => ({ name: `${n}字 限单位`, texts: within(n), input: unit, plain: false })),
    { name: '1字和4字', texts: within(4).map((text, i) => `${text} ${within(1)[i]}`), input: {}, plain: false },
    ...lengths
      .slice(1)
      .map((n) => ({ name: `${n}字 最相关`, texts: within(n), input: { order: 'best' as const }, plain: false })),
    { name: '拼音首字母', texts: Array(TIMES).fill('q7j'), input: {}, plain: false },
  ];
}

/** Without an index, as the lists of the screens search. */
function scanner(file: string) {
  const connection = connect(file, { readonly: true });
  const newest = connection.prepare<[string, string]>(
    `SELECT id FROM items WHERE withdrawn = 0 AND (instr(title, ?) > 0 OR instr(blocks, ?) > 0)
     ORDER BY seq DESC LIMIT 20`,
  );
  const some = connection.prepare<[number], { id: string }>('SELECT id FROM items ORDER BY seq % 997 LIMIT ?');
  return {
    rows: (text: string) => newest.all(text, text).length,
    items: (n: number) => some.all(n).map((item) => item.id),
    close: () => connection.close(),
  };
}

interface Times {
  p50: number;
  p95: number;
  /** Processor time, median: what stays of p50 where other programs leave the machine alone. */
  cpu: number;
  /** Mean of what was answered. */
  answered: number;
}

async function times(texts: readonly string[], ask: (text: string) => Promise<number>): Promise<Times> {
  const taken: number[] = [];
  const worked: number[] = [];
  let answered = 0;
  for (const text of texts) {
    const began = performance.now();
    const before = process.cpuUsage();
    answered += await ask(text);
    taken.push(performance.now() - began);
    const { user, system } = process.cpuUsage(before);
    worked.push((user + system) / 1_000);
  }
  return {
    p50: quantile(taken, 0.5),
    p95: quantile(taken, 0.95),
    cpu: quantile(worked, 0.5),
    answered: answered / texts.length,
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

type Row = Record<string, string | number>;

const row = (name: string, search: Times, scanned: Times | null): Row => ({
  查询: name,
  平均条数: Math.round(search.answered),
  'p50 毫秒': round(search.p50),
  'p95 毫秒': round(search.p95),
  '处理器 p50': round(search.cpu),
  '扫描 p50': scanned ? round(scanned.p50) : '',
  快几倍: scanned ? round(scanned.p50 / search.p50) : '',
});

const round = (value: number) => Math.round(value * 100) / 100;
