import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './setup/process.ts';

const ENDING = '.bench.ts';

/** Runs `test/bench/NAME.bench.ts`: its exported `run()`. */
async function main(): Promise<void> {
  const folder = join(root, 'test', 'bench');
  const names = readdirSync(folder).flatMap((file) => (file.endsWith(ENDING) ? [file.slice(0, -ENDING.length)] : []));
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined || !names.includes(name)) {
    console.error(`npm run bench -- NAME   其中 NAME 是：${names.join('、') || '（还没有）'}`);
    process.exitCode = name === undefined ? 0 : 1;
    return;
  }
  const { run }: { run: (args: string[]) => unknown } = await import(pathToFileURL(join(folder, name + ENDING)).href);
  await run(args);
}

await main();
