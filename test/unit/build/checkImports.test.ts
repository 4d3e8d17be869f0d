import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkImports } from '../../../build/checkImports.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A checkout that keeps every rule, with `changes` laid over it. */
async function check(changes: Record<string, string>): Promise<Record<string, readonly string[]>> {
  const root = mkdtempSync(join(tmpdir(), 'imports-'));
  folders.push(root);
  const files = {
    'package.json': JSON.stringify({
      dependencies: { 'better-sqlite3': '1', react: '1', zod: '1', hono: '1' },
      devDependencies: { electron: '1', vitest: '1' },
    }),
    'shared/a.ts': "import { z } from 'zod';\nexport const a = z;\n",
    'electron/core/index.ts':
      "import { a } from '../../shared/a.ts';\nimport './db/open.ts';\nexport const core = a;\n",
    'electron/core/db/open.ts': "import Database from 'better-sqlite3';\nexport const open = Database;\n",
    'electron/cli.ts': "import { core } from './core/index.ts';\nimport('./cli/split.ts');\nexport const c = core;\n",
    'electron/cli/split.ts': "export const child = new URL('../press/child.ts', import.meta.url);\n",
    'electron/press/child.ts': 'export const press = 1;\n',
    'renderer/index.html': '<script type="module" src="/main.tsx"></script>',
    'renderer/main.tsx':
      "import './style.css';\nimport { load } from './data/load.ts';\nexport const view = <b>{load()}</b>;\n",
    'renderer/style.css': '',
    'renderer/data/load.ts': "export const load = () => String(fetch('/rpc'));\n",
    'test/unit/a.test.ts': "import '../../shared/a.ts';\nimport 'vitest';\n",
    ...changes,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const findings = await checkImports(root);
  return Object.fromEntries(
    findings.filter(({ problems }) => problems.length > 0).map((one) => [one.rule, one.problems]),
  );
}

test('a checkout that keeps the rules has no finding', async () => {
  expect(await check({})).toEqual({});
});

describe('reading', () => {
  test('a file the parser cannot read is a finding, not a file less', async () => {
    const found = await check({ 'shared/a.ts': 'export const a = ;\n' });
    expect(found['every source file is read']?.[0]).toMatch(/^shared\/a\.ts: /);
  });

  test('an import of a file that is not there is a finding', async () => {
    const found = await check({ 'electron/press/child.ts': "export * from './gone.ts';\n" });
    expect(found['every import leads somewhere']).toEqual([
      'electron/press/child.ts imports ./gone.ts, which does not exist',
    ]);
  });

  test('an import that cannot be followed is a finding', async () => {
    const found = await check({ 'electron/press/child.ts': 'export const go = (name: string) => import(name);\n' });
    expect(found['every import leads somewhere']).toEqual([
      'electron/press/child.ts imports something that is not a plain string',
    ]);
  });
});

describe('the way imports run', () => {
  test.each([
    [
      'shared/a.ts',
      "export * from '../electron/core/db/open.ts';",
      'shared/a.ts (shared) imports electron/core/db/open.ts (core)',
    ],
    [
      'renderer/data/load.ts',
      "export type { core } from '../../electron/core/index.ts';",
      'renderer/data/load.ts (renderer) imports electron/core/index.ts (core)',
    ],
    [
      'electron/press/child.ts',
      "export type Core = typeof import('../core/index.ts');",
      'electron/press/child.ts (press) imports electron/core/index.ts (core)',
    ],
    [
      'electron/core/db/open.ts',
      "export const late = () => import('../../cli/split.ts');",
      'electron/core/db/open.ts (core) imports electron/cli/split.ts (cli)',
    ],
  ])('%s may not look up: %s', async (file, text, problem) => {
    expect((await check({ [file]: `${text}\n` }))['imports run one way']).toEqual([problem]);
  });

  test('modules that need each other at run time are a finding, those that share only types are none', async () => {
    const ring = await check({
      'electron/press/child.ts': "import { b } from './b.ts';\nexport const press = b;\n",
      'electron/press/b.ts': "import { press } from './child.ts';\nexport const b = press;\n",
    });
    expect(ring['no modules import each other in a circle']).toEqual(['electron/press/b.ts → electron/press/child.ts']);
    const types = await check({
      'electron/press/child.ts': "import { type B } from './b.ts';\nexport const press: B = 1;\n",
      'electron/press/b.ts': "import { press } from './child.ts';\nexport type B = number;\nexport const b = press;\n",
    });
    expect(types).toEqual({});
  });
});

describe('packages and calls', () => {
  test.each([
    ['shared/a.ts', "import 'hono';\nexport const a = 1;", 'shared/a.ts imports hono'],
    ['shared/a.ts', "import 'node:fs';\nexport const a = 1;", 'shared/a.ts imports node:fs'],
    ['electron/press/child.ts', "import 'better-sqlite3';", 'electron/press/child.ts imports better-sqlite3'],
    ['electron/press/child.ts', "import { app } from 'electron';\napp();", 'electron/press/child.ts imports electron'],
    ['electron/press/child.ts', "import 'vitest';", 'electron/press/child.ts imports vitest, a development tool'],
    [
      'electron/press/child.ts',
      "import 'left-pad';",
      'electron/press/child.ts imports left-pad, which package.json does not name',
    ],
  ])('%s: %s', async (file, text, problem) => {
    expect((await check({ [file]: `${text}\n` }))['packages stay in their rooms']).toEqual([problem]);
  });

  test.each(["fetch('/x')", "window.fetch('/x')", "globalThis['fetch']('/x')"])(
    'only renderer/data may call %s',
    async (call) => {
      const found = await check({ 'renderer/main.tsx': `import './data/load.ts';\nexport const view = ${call};\n` });
      expect(found['guarded calls stay in their file']).toEqual(['renderer/main.tsx calls fetch']);
    },
  );
});

describe('dead modules', () => {
  test('a module no entry reaches is a finding', async () => {
    const found = await check({ 'shared/left.ts': 'export const left = 1;\n' });
    expect(found['no module is left that nothing uses']).toEqual(['shared/left.ts is reached from nowhere']);
  });

  test('a module only tests reach is a finding', async () => {
    const found = await check({
      'shared/left.ts': 'export const left = 1;\n',
      'test/unit/left.test.ts': "import '../../shared/left.ts';\n",
    });
    expect(found['no module is left that nothing uses']).toEqual(['shared/left.ts is reached from tests only']);
  });
});
