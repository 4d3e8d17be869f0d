import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LockedPackage, missingOptionals } from './setup/lockFile.ts';
import { root } from './setup/process.ts';

/**
 * Adds to the lock file the packages of other systems that npm left out, as it does where its registry does not carry
 * them. Without them `npm ci` fails, and other systems get no native parts. To be run after `npm install`.
 */
function main(): void {
  const file = join(root, 'package-lock.json');
  const lock: { packages: Record<string, LockedPackage> } = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingOptionals(lock.packages);
  for (const { path, entry } of missing) lock.packages[path] = entry;
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
  console.log(`added ${missing.length}`);
}

main();
