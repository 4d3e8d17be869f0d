import { performance } from 'node:perf_hooks';
import { openDatabase } from '../../electron/core/db/open.ts';
import { migrations } from '../../electron/core/migrations/index.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { rulesPresets } from '../../shared/domain/scoring/presets.ts';
import { silentLog } from '../core/support/desk.ts';
import { fillOffice, openFilled } from './support.ts';

const TIMES = 9;
/** Pieces handed in for each that was printed. */
const SUBMITTED = 2;

/**
 * Ten years of an office, every unit's points made anew after a change of the rules, as the screen asks for them.
 * Size in items: `npm run bench -- stats 30000`. Beside it, in the same run, one list of items by a word: what the same
 * machine needs to read through the same office once.
 */
export async function run([size = '30000']: string[] = []): Promise<void> {
  const filled = await fillOffice(Number(size));
  fillSubmissions(filled.dir, Number(size) * SUBMITTED);
  const { core, call } = await openFilled(filled);
  const rules = rulesPresets[1]?.rules;
  if (!rules) throw new Error('no preset');
  const saved = await call('scoring.saveRules', { id: null, validFrom: '2009-01-01' as IsoDate, rules });
  const span = { from: '2010-01-01' as IsoDate, to: '2019-12-31' as IsoDate, publicationId: null };
  let units = 0;
  const recompute = await median(async (n) => {
    const title = `第${n}次修改`;
    await call('scoring.saveRules', { id: saved.id, validFrom: saved.validFrom, rules: { ...rules, title } });
    const { groups } = await call('statistics.matrix', span);
    units = groups.reduce((sum, group) => sum + group.units.length, 0);
  });
  const balance = await median(() => call('statistics.balance', span));
  const scan = await median(() => call('items.list', { where: 'printed', search: '麒麟', offset: 0, limit: 20 }));
  console.log(`${size} 篇稿件，${units} 个单位，十年：`);
  const measured = { 改规则后重算全部统计: recompute, 趋势与均衡: balance, '通读一遍稿件（查一个词）': scan };
  console.table(
    Object.entries(measured).map(([what, { wall, cpu }]) => ({
      what,
      ms: Math.round(wall),
      'CPU ms': Math.round(cpu),
      比通读一遍: Number((cpu / scan.cpu).toFixed(2)),
    })),
  );
  await core.close();
  filled.remove();
}

/** Submissions over the ten years, ten to an intake; the search index is left out, it has a bench of its own. */
function fillSubmissions(dir: string, count: number): void {
  const log = silentLog;
  const db = openDatabase({ dir, migrations, clock: () => new Date(), log, programVersion: '0.0.0' });
  db.write((w) => {
    const units = w.all<{ id: string }>('SELECT id FROM departments ORDER BY position').map(({ id }) => id);
    for (let n = 0; n < count; n++) {
      const intake = `bench-intake-${Math.floor(n / 10)}`;
      const day = new Date(Date.UTC(2010, 0, 4) + (n / count) * 3_640 * 86_400_000).toISOString();
      if (n % 10 === 0)
        w.run(
          `INSERT INTO intakes (id, way, text, warnings, received_at, received_date, received_by)
           VALUES (?, 'paste', '', '[]', ?, ?, '郝婕')`,
          [intake, day, day.slice(0, 10)],
        );
      w.run(
        `INSERT INTO submissions (id, intake_id, department_id, candidates, state, kind, title, paragraphs, subheads, fields,
           char_count) VALUES (?, ?, ?, '[]', 'new', 'item', '', '[]', '[]', '{}', 0)`,
        [`bench-${n}`, intake, units[(n * 7) % units.length] ?? null],
      );
    }
    w.run('DELETE FROM search_pending');
  });
  db.close();
}

/** The middle of several runs, ms; CPU time is what a machine with other work is not slowed by. */
async function median(work: (n: number) => Promise<unknown>): Promise<{ wall: number; cpu: number }> {
  const times: { wall: number; cpu: number }[] = [];
  for (let n = 0; n < TIMES; n++) {
    const before = process.cpuUsage();
    const began = performance.now();
    await work(n);
    const wall = performance.now() - began;
    const { user, system } = process.cpuUsage(before);
    times.push({ wall, cpu: (user + system) / 1000 });
  }
  return times.sort((a, b) => a.cpu - b.cpu)[Math.floor(TIMES / 2)] ?? { wall: 0, cpu: 0 };
}
