import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { aptCommand, aptDownload, aptInstall, isDebian, isRoot } from './debian.ts';
import { root, run } from './process.ts';

/**
 * Free 仿宋, 楷体, 黑体 and 宋体 for machines that have none: Fandol, kept below the checkout.
 * Windows, macOS and the domestic Linux desktops bring fonts of their own for these roles.
 */
export const fandolFolder: string = join(root, '.cache', 'fonts', 'fandol');

const FANDOL_PACKAGE = 'texlive-lang-chinese';
const FANDOL_INSTALLED = 'usr/share/texlive/texmf-dist/fonts/opentype/public/fandol';
const SCREEN_PACKAGES = ['fonts-noto-cjk', 'fontconfig'];

/**
 * Makes sure that Chinese can be shown and printed. Does nothing but on Debian.
 * @param say one line for the user
 * @throws Error with a sentence that says what to install
 */
export async function ensureFonts(say: (line: string) => void): Promise<void> {
  if (!isDebian) return;
  if (!(await hasChineseFont())) {
    if (!isRoot) throw new Error(`本机没有中文字体。请运行：${aptCommand(SCREEN_PACKAGES)}`);
    say('本机没有中文字体，正在安装 fonts-noto-cjk……');
    await aptInstall(SCREEN_PACKAGES);
  }
  if (!existsSync(join(fandolFolder, 'FandolFang-Regular.otf'))) {
    say('正在取得仿宋、楷体等印刷字体（Fandol，约 50 MB，只此一次）……');
    await fetchFandol();
  }
}

async function hasChineseFont(): Promise<boolean> {
  const { code, output } = await run('fc-list', [':lang=zh', 'family']);
  return code === 0 && output.trim() !== '';
}

async function fetchFandol(): Promise<void> {
  const cache = join(root, '.cache');
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'fandol-'));
  try {
    const source = await unpackFandol(work);
    const ready = join(work, 'ready');
    await mkdir(ready);
    for (const name of await readdir(source)) {
      if (name.endsWith('.otf')) await copyFile(join(source, name), join(ready, name));
    }
    await mkdir(join(fandolFolder, '..'), { recursive: true });
    await rm(fandolFolder, { recursive: true, force: true });
    await rename(ready, fandolFolder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @returns the folder that holds the .otf files */
async function unpackFandol(work: string): Promise<string> {
  const installed = join('/', FANDOL_INSTALLED);
  if (existsSync(installed)) return installed;
  try {
    await aptDownload(FANDOL_PACKAGE, work);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}。请运行：${aptCommand([FANDOL_PACKAGE])}`);
  }
  const archive = (await readdir(work)).find((name) => name.endsWith('.deb'));
  if (archive === undefined) throw new Error(`没有取得印刷字体。请运行：${aptCommand([FANDOL_PACKAGE])}`);
  const { code, output } = await run('dpkg', ['-x', join(work, archive), work]);
  if (code !== 0) throw new Error(`印刷字体包解不开：${output.trim()}。请删除 .cache 文件夹后重试。`);
  return join(work, FANDOL_INSTALLED);
}
