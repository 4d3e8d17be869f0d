import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { aptCommand, aptDownload, aptInstall, isDebian, isRoot } from './debian.ts';
import { root, run } from './process.ts';

/** Free faces for machines that have none of a role, kept below the checkout and packaged with the program. */
interface FreeFaces {
  /** Folder below `.cache/fonts`. */
  folder: string;
  /** As told to the user while it is fetched. */
  what: string;
  package: string;
  /** Where the package puts them. */
  installed: string;
  files: RegExp;
  /** There when all are. */
  sample: string;
}

const fontsFolder = join(root, '.cache', 'fonts');

/** Fandol: 仿宋, 楷体, 黑体, 宋体. Windows, macOS and the domestic Linux desktops bring their own for these roles. */
const fandol: FreeFaces = {
  folder: 'fandol',
  what: '仿宋、楷体等印刷字体（Fandol，约 50 MB，只此一次）',
  package: 'texlive-lang-chinese',
  installed: 'usr/share/texlive/texmf-dist/fonts/opentype/public/fandol',
  files: /\.otf$/,
  sample: 'FandolFang-Regular.otf',
};

/** Digits and letters as wide as those of Times New Roman, which domestic systems often lack. */
const liberation: FreeFaces = {
  folder: 'liberation',
  what: '数字和字母的印刷字体（Liberation Serif，约 1 MB，只此一次）',
  package: 'fonts-liberation',
  installed: 'usr/share/fonts/truetype/liberation',
  files: /^LiberationSerif-(Regular|Bold)\.ttf$/,
  sample: 'LiberationSerif-Regular.ttf',
};

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
  await ensureFaces(fandol, say);
  // Pages can be set without: the digits of 仿宋 stand in, and the report of the export says so.
  await ensureFaces(liberation, say).catch((error: unknown) =>
    say(error instanceof Error ? error.message : `${error}`),
  );
}

async function hasChineseFont(): Promise<boolean> {
  const { code, output } = await run('fc-list', [':lang=zh', 'family']);
  return code === 0 && output.trim() !== '';
}

async function ensureFaces(faces: FreeFaces, say: (line: string) => void): Promise<void> {
  if (existsSync(join(fontsFolder, faces.folder, faces.sample))) return;
  say(`正在取得${faces.what}……`);
  await fetchFaces(faces);
}

async function fetchFaces(faces: FreeFaces): Promise<void> {
  const cache = join(root, '.cache');
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, `${faces.folder}-`));
  try {
    const source = await unpack(faces, work);
    const ready = join(work, 'ready');
    await mkdir(ready);
    for (const name of await readdir(source)) {
      if (faces.files.test(name)) await copyFile(join(source, name), join(ready, name));
    }
    await mkdir(fontsFolder, { recursive: true });
    await rm(join(fontsFolder, faces.folder), { recursive: true, force: true });
    await rename(ready, join(fontsFolder, faces.folder));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @returns the folder that holds the font files */
async function unpack(faces: FreeFaces, work: string): Promise<string> {
  const installed = join('/', faces.installed);
  if (existsSync(join(installed, faces.sample))) return installed;
  try {
    await aptDownload(faces.package, work);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}。请运行：${aptCommand([faces.package])}`);
  }
  const archive = (await readdir(work)).find((name) => name.endsWith('.deb'));
  if (archive === undefined) throw new Error(`没有取得印刷字体。请运行：${aptCommand([faces.package])}`);
  const { code, output } = await run('dpkg', ['-x', join(work, archive), work]);
  if (code !== 0) throw new Error(`印刷字体包解不开：${output.trim()}。请删除 .cache 文件夹后重试。`);
  return join(work, faces.installed);
}
