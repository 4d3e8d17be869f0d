import { expect, test } from 'vitest';
import { type ChildPort, createPress, type ForkChild, nodeFork, PressError } from '../../../electron/press/index.ts';
import { bulletinOf } from '../../support/bulletins.ts';

const bulletin = bulletinOf('001');

/** A real engine process that the test can reach. */
function watched(onStart?: (child: ChildPort, started: number) => void): {
  fork: ForkChild;
  started: () => number;
  last: () => ChildPort;
} {
  const children: ChildPort[] = [];
  const real = nodeFork();
  return {
    fork: () => {
      const child = real();
      children.push(child);
      onStart?.(child, children.length);
      return child;
    },
    started: () => children.length,
    last: () => children.at(-1) as ChildPort,
  };
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => (error instanceof PressError ? error.code : error),
  );

test('killed in the middle of a request, the engine starts again and the request is answered', async () => {
  const engine = watched();
  const press = createPress({ fork: engine.fork });
  const before = await press.pdf(bulletin);
  const asked = press.pdf(bulletin);
  // The request is on its way; the process goes down under it.
  await Promise.resolve();
  engine.last().kill();
  expect(Buffer.compare(await asked, before)).toBe(0);
  expect(engine.started()).toBe(2);
  await press.close();
});

test('a request that brings the engine down twice is refused, and the next one is served', async () => {
  let down = true;
  const engine = watched((child) => {
    if (down) setTimeout(() => child.kill(), 20);
  });
  const press = createPress({ fork: engine.fork });
  expect(await codeOf(press.pdf(bulletin))).toBe('engine');
  down = false;
  expect((await press.pdf(bulletin)).length).toBeGreaterThan(1000);
  await press.close();
});

test('an engine that hangs is given up after its patience, with a sentence', async () => {
  // A process that never answers.
  const press = createPress({ fork: nodeFork(new URL('./silent.ts', import.meta.url)), patience: 300 });
  const refused = await press.pdf(bulletin).catch((error) => error);
  expect(refused).toBeInstanceOf(PressError);
  expect(refused.message).toMatch(/排版引擎意外停止/);
  await press.close();
});

test('of several previews waiting, only the newest is made', async () => {
  const press = createPress({ fork: nodeFork() });
  const asked = Array.from({ length: 5 }, () => codeOf(press.preview(bulletin, [], { only: [1] })));
  expect(await Promise.all(asked)).toEqual(['done', 'superseded', 'superseded', 'superseded', 'done']);
  await press.close();
});

test('pages for whoever types come before files that wait', async () => {
  const press = createPress({ fork: nodeFork() });
  const order: string[] = [];
  const done = (name: string) => () => order.push(name);
  await Promise.all([
    press.pdf(bulletin).then(done('first file')),
    press.pdf(bulletin).then(done('second file')),
    press.preview(bulletin, [], { only: [1] }).then(done('pages')),
  ]);
  expect(order).toEqual(['first file', 'pages', 'second file']);
  await press.close();
});

test('an engine above its memory limit is replaced without a request lost', async () => {
  const engine = watched();
  const press = createPress({ fork: engine.fork, memoryLimit: 1 });
  for (let i = 0; i < 3; i++) expect((await press.preview(bulletin, [], { only: [1] })).pages).toHaveLength(5);
  expect(engine.started()).toBe(4);
  await press.close();
});

test('while somebody types, an engine that grows too large or goes down loses no page', async () => {
  const engine = watched();
  const press = createPress({ fork: engine.fork, memoryLimit: 1 });
  const steady = createPress({ fork: nodeFork() });
  const known: string[] = [];
  for (let typed = 1; typed <= 6; typed++) {
    const entries = bulletin.entries.map((entry) => ({ ...entry, source: `${entry.source}${'会'.repeat(typed)}` }));
    const asked = press.preview({ ...bulletin, entries }, known, { only: [1, 2] });
    if (typed % 3 === 0) engine.last().kill();
    const [preview, wanted] = await Promise.all([asked, steady.preview({ ...bulletin, entries }, [])]);
    expect(preview.pages.map(({ hash }) => hash)).toEqual(wanted.pages.map(({ hash }) => hash));
    for (const { n, hash, drawn } of preview.pages.slice(0, 2)) {
      // Seen anew or seen before: never neither.
      expect(drawn !== undefined || known.includes(hash)).toBe(true);
      if (drawn) expect(drawn).toEqual(wanted.pages[n - 1]?.drawn);
      known.push(hash);
    }
  }
  expect(engine.started()).toBeGreaterThan(6);
  await Promise.all([press.close(), steady.close()]);
});

test('closing refuses what is under way and what comes after', async () => {
  const press = createPress({ fork: nodeFork() });
  const asked = codeOf(press.pdf(bulletin));
  await new Promise((resolve) => setTimeout(resolve, 5));
  await press.close();
  expect(await asked).toBe('closed');
  expect(await codeOf(press.fonts())).toBe('closed');
});

test('fonts are reported by role, substituted ones by name', async () => {
  const press = createPress({ fork: nodeFork() });
  const fonts = await press.fonts();
  expect(fonts.map((font) => font.role)).toEqual(['宋体', '小标宋', '仿宋', '楷体', '黑体', '数字和字母']);
  for (const { wanted, used, substituted } of fonts) {
    expect(used).not.toBeNull();
    expect(substituted).toBe(used !== wanted);
  }
  await press.close();
});
