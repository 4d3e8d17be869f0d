import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './process.ts';

/** What Vite makes: the page, for every door; the desktop's own code, for Electron. */
export type Bundle = 'renderer' | 'desktop';

const BUNDLES = {
  renderer: { configs: ['build/vite.renderer.ts'], sources: ['renderer', 'shared'] },
  desktop: { configs: ['build/vite.desktop.ts', 'build/vite.preload.ts'], sources: ['electron', 'shared'] },
} satisfies Record<Bundle, { configs: readonly string[]; sources: readonly string[] }>;

/**
 * Builds a bundle into `dist/<bundle>` unless it was built from exactly these sources.
 * @returns whether it was built now
 * @throws Error with Vite's message where the build fails
 */
export async function buildWhenStale(bundle: Bundle, say: (line: string) => void): Promise<boolean> {
  const { configs, sources } = BUNDLES[bundle];
  const hash = await hashSources(root, [...sources, ...configs, 'package-lock.json', 'tsconfig.json']);
  const mark = join(root, 'dist', `${bundle}.sources`);
  if (existsSync(join(root, 'dist', bundle)) && (await readFile(mark, 'utf8').catch(() => '')) === hash) return false;
  say(bundle === 'renderer' ? '正在生成界面……' : '正在生成桌面程序……');
  const { build } = await import('vite');
  for (const config of configs) await build({ configFile: join(root, config), logLevel: 'warn' });
  await mkdir(join(root, 'dist'), { recursive: true });
  await writeFile(mark, hash);
  return true;
}

/** SHA-256 over the names and bytes of files, folders walked in name order. */
export async function hashSources(base: string, paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  const add = async (path: string): Promise<void> => {
    const full = join(base, path);
    const entries = await readdir(full, { withFileTypes: true }).catch(() => null);
    if (entries === null) {
      hash.update(`${path}\0`).update(await readFile(full));
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) await add(`${path}/${entry.name}`);
  };
  for (const path of paths) await add(path);
  return hash.digest('hex');
}
