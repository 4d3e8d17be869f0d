import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { missingOptionals } from '../../../build/setup/lockFile.ts';
import { root } from '../../../build/setup/process.ts';

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

test('the lock file holds the native packages of every system, so that a clean install works on each', () => {
  expect(missingOptionals(lock.packages)).toEqual([]);
});

test('the lock file names no registry: packages come from the one each machine uses', () => {
  expect(JSON.stringify(lock)).not.toMatch(/"resolved"/);
});

test('a package left out is named with the systems it runs on', () => {
  const packages = {
    'node_modules/a': {
      version: '1.0.0',
      dev: true,
      optionalDependencies: { '@a/b-linux-arm64-musl': '1.0.0', 'a-win32-x64': '1.0.0' },
    },
    'node_modules/a-win32-x64': { version: '1.0.0' },
  };
  expect(missingOptionals(packages)).toEqual([
    {
      path: 'node_modules/@a/b-linux-arm64-musl',
      entry: { version: '1.0.0', dev: true, optional: true, cpu: ['arm64'], libc: ['musl'], os: ['linux'] },
    },
  ]);
});
