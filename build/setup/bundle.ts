import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run } from './process.ts';

/** What Vite makes: the workstation's page, the department page, the desktop's own code for Electron. */
export type Bundle = 'renderer' | 'portal' | 'desktop';

const BUNDLES = {
  renderer: { configs: ['build/vite.renderer.ts'], sources: ['renderer', 'shared'] },
  portal: {
    configs: ['build/vite.portal.ts', 'build/vite.packet.ts'],
    sources: ['renderer/submit', 'renderer/data', 'shared'],
  },
  desktop: { configs: ['build/vite.desktop.ts', 'build/vite.preload.ts'], sources: ['electron', 'shared'] },
} satisfies Record<Bundle, { configs: readonly string[]; sources: readonly string[] }>;

const NAMES: Record<Bundle, string> = { renderer: '界面', portal: '报送端页面', desktop: '桌面程序' };

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
  say(`正在生成${NAMES[bundle]}……`);
  for (const config of configs) await buildApart(config);
  await mkdir(join(root, 'dist'), { recursive: true });
  await writeFile(mark, hash);
  return true;
}

/** In a process of its own: Vite sets NODE_ENV to production, and tests run after it would get the other React. */
async function buildApart(config: string): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { code, output } = await run(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn']);
  if (code !== 0) throw new Error(`生成没有成功：\n${output.trim()}`);
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
