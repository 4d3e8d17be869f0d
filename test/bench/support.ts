import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Actor, SessionPort } from '../../electron/core/context.ts';
import { type Database, openDatabase, type Writable } from '../../electron/core/db/open.ts';
import { indexPending } from '../../electron/core/features/search/searchIndex.ts';
import { type Core, createCore } from '../../electron/core/index.ts';
import { migrations } from '../../electron/core/migrations/index.ts';
import type { Input, MethodName, Output } from '../../shared/contract/index.ts';
import type { SessionView } from '../../shared/contract/views.ts';
import { noPress, silentLog } from '../core/support/desk.ts';
import { truthOf } from '../support/bulletins.ts';

/** Same numbers in each run. */
export function randomNumbers(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Clauses of the corpus, with the mark that ends each. */
export const clauses: string[] = ['000', '001', '003'].flatMap((name) =>
  truthOf(name).items.flatMap(({ body }) =>
    body.flatMap((text) => text.split(/(?<=[，。；,])/u).filter((clause) => clause.length > 4)),
  ),
);

/** A text of the genre, about `length` characters: clauses put together at random. */
export function recombined(random: (below: number) => number, length = 340): string {
  let text = '';
  while (text.length < length) text += clauses[random(clauses.length)] ?? '';
  return `${text.slice(0, -1)}。`;
}

const UNITS = 100;
const AN_ISSUE = 10;
/** Ten years of working days. */
const DAYS = 2_600;
const AT_ONCE = 1_000;

export interface Filled {
  dir: string;
  milliseconds: number;
  remove(): void;
}

/** A data folder with `count` items, ten to a signed issue, over ten years; written without the services, in batches. */
export async function fillOffice(count: number): Promise<Filled> {
  const dir = mkdtempSync(path.join(tmpdir(), 'desk-bench-'));
  const { core, call } = await openFilled({ dir });
  const [publication] = await call('publications.list', {});
  await core.close();
  const db = openDatabase({
    dir,
    migrations,
    clock: () => new Date(),
    log: silentLog,
    programVersion: '0.0.0',
    beforeCommit: indexPending,
  });
  const began = performance.now();
  db.write(registers);
  const random = randomNumbers(count);
  for (let from = 0; from < count; from += AT_ONCE)
    fill(db, { from, to: Math.min(count, from + AT_ONCE), count, random, publication: publication?.id ?? '' });
  const milliseconds = performance.now() - began;
  db.close();
  return { dir, milliseconds, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

const id = () => randomBytes(16).toString('base64url');

function registers(w: Writable): void {
  for (let n = 0; n < UNITS; n++)
    w.run(
      `INSERT INTO departments (id, position, full_name, short_name, group_name, other_names, active)
       VALUES (?, ?, ?, ?, '区直', '[]', 1)`,
      [`unit${n}`, n, `上街区第${n}局`, `区${n}局`],
    );
}

interface Batch {
  from: number;
  to: number;
  count: number;
  random: (below: number) => number;
  publication: string;
}

function fill(db: Database, { from, to, count, random, publication }: Batch): void {
  db.write((w) => {
    for (let n = from; n < to; n += AN_ISSUE) {
      const day = new Date(Date.UTC(2010, 0, 4) + Math.floor((n / count) * DAYS) * 1.4 * 86_400_000).toISOString();
      const items = Array.from({ length: Math.min(AN_ISSUE, to - n) }, () => addItem(w, day, random));
      addIssue(w, { publication, number: n / AN_ISSUE + 1, date: day.slice(0, 10), items });
    }
  });
}

function addItem(w: Writable, at: string, random: (below: number) => number): string {
  const item = id();
  const blocks = JSON.stringify([{ kind: 'text', text: recombined(random) }]);
  w.run(
    `INSERT INTO items (id, title, blocks, kind, source_override, char_count, version, updated_at, updated_by)
     VALUES (?, ?, ?, 'item', NULL, 340, 1, ?, '郝婕')`,
    [item, recombined(random, 16).slice(0, 24), blocks, at],
  );
  w.run('INSERT INTO item_credits VALUES (?, ?, 0)', [item, `unit${random(UNITS)}`]);
  return item;
}

function addIssue(
  w: Writable,
  { publication, number, date, items }: { publication: string; number: number; date: string; items: readonly string[] },
): void {
  const issue = id();
  w.run(
    `INSERT INTO issues (id, publication_id, state, year, date, theme, editors, distribution)
     VALUES (?, ?, 'assembling', ?, ?, '', '[]', '{"lines":[],"spare":0}')`,
    [issue, publication, number, date],
  );
  for (const [position, item] of items.entries())
    w.run(`INSERT INTO issue_entries VALUES (?, ?, ?, 'item', NULL)`, [issue, position, item]);
  w.run(`UPDATE issues SET state = 'signed', number = ?, total = ?, signed_at = ? WHERE id = ?`, [
    number,
    number,
    date,
    issue,
  ]);
}

/** The core on a filled folder, called as its editor. */
export async function openFilled({ dir }: Pick<Filled, 'dir'>) {
  const core: Core = createCore({
    dataDir: dir,
    exportFolder: path.join(dir, 'out'),
    press: noPress,
    log: silentLog,
    version: '0.0.0',
  });
  const session: SessionPort = {
    personId: null,
    choose() {},
    capabilities: { showInFolder: false, chooseFolder: false, print: false },
  };
  const begin = {
    office: '办公室',
    person: '郝婕',
    publication: '上街信息',
    startNumber: 1,
    startTotal: 1,
    year: 2020,
  };
  const before = (await core.call('session.get', {}, null, session)) as SessionView;
  const { people } = before.office ? before : ((await core.call('office.begin', begin, null, session)) as SessionView);
  const [person] = people;
  if (!person) throw new Error('the office has no first person');
  const actor: Actor = { personId: person.id, name: person.name, roles: person.roles };
  const call = <Name extends MethodName>(name: Name, input: Input<Name>) =>
    core.call(name, input, actor, session) as Promise<Output<Name>>;
  return { core, call, actor };
}
