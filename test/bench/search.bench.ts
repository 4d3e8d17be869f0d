import { connect } from '../../electron/core/db/sqlite.ts';
import { databaseFile } from '../../electron/core/files/folder.ts';
import type { Input } from '../../shared/contract/index.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import type { DepartmentId, ItemId } from '../../shared/domain/ids.ts';
import { clauses, fillOffice, openFilled, randomNumbers, recombined } from './support.ts';

const TIMES = 100;
/** Scans without an index, which take a second each at a million. */
const SCANS = 5;

/**
 * First pages of searches through the door of the core, newest first, each asked for while a save is running and timed
 * from then on; beside them a plain scan of the same texts.
 * Sizes in items: `npm run bench -- search 100000 1000000`.
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
  const search = (input: Partial<Input<'search.query'>>) => async (text: string) => {
    const saving = save();
    const { total } = await call('search.query', { text, offset: 0, limit: 20, ...input });
    await saving;
    return total;
  };
  const rows: Row[] = [];
  for (const { name, texts, input, scanned } of questions(size, random))
    rows.push(
      row(
        name,
        await times(texts, search(input)),
        scanned ? await times(texts.slice(0, SCANS), async (text) => scan.rows(text)) : null,
      ),
    );
  const near = await times(scan.items(TIMES), async (item) => {
    const saving = save();
    const found = await call('duplicates.find', { itemId: item as ItemId });
    await saving;
    return found.rows.length;
  });
  rows.push(row('相近稿件', near, null));
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
  scanned: boolean;
}

const LENGTHS = [1, 2, 3, 5, 8];

function questions(size: number, random: Random): Question[] {
  const ask = (name: string, texts: string[], input: Partial<Input<'search.query'>> = {}, scanned = false) => ({
    name,
    texts,
    input,
    scanned,
  });
  const filters: [string, Partial<Input<'search.query'>>][] = [
    ['限单位', { departmentId: 'unit7' as DepartmentId }],
    ['限一年', { from: '2014-01-01' as IsoDate, to: '2014-12-31' as IsoDate }],
    ['限往期', { kinds: ['issue'] }],
    ['限已印发', { kinds: ['item'], state: 'printed' }],
  ];
  return [
    ...LENGTHS.map((n) => ask(`${n}字 常见`, common(n, random), {}, true)),
    ...LENGTHS.slice(1).map((n) => ask(`${n}字 少见`, rare(n, size), {}, true)),
    ...LENGTHS.map((n) => ask(`${n}字 没有`, absent(n, random), {}, true)),
    ...filters.flatMap(([name, input]) =>
      LENGTHS.slice(0, 4).map((n) => ask(`${n}字 ${name}`, common(n, random), input)),
    ),
    ask(
      '1字和5字',
      common(5, random).map((text, i) => `${text} ${common(1, random)[i]}`),
    ),
    ask('2字 最相关', common(2, random), { order: 'best' }),
    ask('5字 最相关', common(5, random), { order: 'best' }),
    ask('拼音首字母', Array(TIMES).fill('q7j')),
  ];
}

type Random = ReturnType<typeof randomNumbers>;
const several = (make: () => string) => Array.from({ length: TIMES }, make);

/** Pieces of clauses: each stands in some hundredths of all texts. */
const common = (length: number, random: Random): string[] =>
  several(() => {
    const long = clauses.filter((clause) => clause.length > length);
    const clause = long[random(long.length)] ?? '';
    const from = random(clause.length - length);
    return clause.slice(from, from + length);
  });

/** Pieces over the seam of two clauses: they stand in a few texts only. */
function rare(length: number, size: number): string[] {
  const random = randomNumbers(size);
  const before = Math.ceil(length / 2);
  return several(() => {
    const text = recombined(random);
    const at = text.indexOf('，', random(200)) + 1;
    return text.slice(at - before, at - before + length);
  });
}

/** Pieces no text holds, made of pairs of characters that many do; two alone are no pair of any, one alone stands in none. */
function absent(length: number, random: Random): string[] {
  const all = clauses.join('\n');
  const han = [...new Set(all)].filter((char) => /\p{Script=Han}/u.test(char));
  const pick = (chars: readonly string[]) => chars[random(chars.length)] ?? '';
  const after = (char: string) => pick(han.filter((other) => all.includes(char + other) === length > 2));
  return several(() => {
    if (length === 1) return '鼯';
    for (;;) {
      let text = pick(han);
      for (let n = 1; n < length; n++) text += after(text.slice(-1));
      if (text.length === length && !all.includes(text)) return text;
    }
  });
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
  /** Processor time, median and p95: what stays of both where other programs leave the machine alone. */
  cpu50: number;
  cpu95: number;
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
    cpu50: quantile(worked, 0.5),
    cpu95: quantile(worked, 0.95),
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
  '处理器 p50': round(search.cpu50),
  '处理器 p95': round(search.cpu95),
  '扫描 p50': scanned ? round(scanned.p50) : '',
  快几倍: scanned ? round(scanned.p50 / search.p50) : '',
});

const round = (value: number) => Math.round(value * 100) / 100;
