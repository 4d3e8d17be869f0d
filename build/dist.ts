import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packaging } from './package/config.ts';
import { buildWhenStale } from './setup/bundle.ts';
import { ensureElectron } from './setup/electronRuntime.ts';
import { ensureFonts } from './setup/fonts.ts';
import { root } from './setup/process.ts';

const ARCHITECTURES = ['x64', 'arm64'] as const;
type Architecture = (typeof ARCHITECTURES)[number];

const USAGE = `npm run dist                  为本机系统和处理器打包
npm run dist -- x64 arm64     为本机系统的这些处理器打包
Windows 安装包在 Windows 上打，macOS 的在 macOS 上打，Linux 的在 Linux 上打。`;

/** Packages the program for this system, or says in a sentence what is missing. */
async function main(): Promise<void> {
  const words = process.argv.slice(2);
  if (words.includes('--help')) return console.log(USAGE);
  const wanted = words.length === 0 ? [process.arch] : words;
  const architectures = ARCHITECTURES.filter((one) => wanted.includes(one));
  const strange = wanted.filter((word) => !ARCHITECTURES.some((one) => one === word));
  if (strange.length > 0) {
    throw new Error(
      `不能为“${strange.join('、')}”打包：Electron 只有 x64 和 arm64。其他处理器（如龙芯）请用 npm start 以浏览器方式使用。\n${USAGE}`,
    );
  }
  for (const architecture of architectures) requireTypesetter(architecture);
  if ((await ensureElectron(say, true)) === null) {
    throw new Error(
      '不能打包：取不到 Electron 运行时。请在能访问 Electron 下载源的机器上运行，或用 ELECTRON_MIRROR 指定镜像后重试。',
    );
  }
  await ensureFonts(say);
  await buildWhenStale('renderer', say);
  await buildWhenStale('desktop', say);
  const { build } = await import('electron-builder');
  const files = await build({
    projectDir: root,
    config: packaging,
    publish: 'never',
    x64: architectures.includes('x64'),
    arm64: architectures.includes('arm64'),
  });
  for (const file of files) console.log(file);
}

/** The typesetter comes as one package for each system and processor; npm installs only this machine's. */
function requireTypesetter(architecture: Architecture): void {
  const suffix = { win32: '-msvc', linux: '-gnu' }[process.platform as string] ?? '';
  const name = `@myriaddreamin/typst-ts-node-compiler-${process.platform}-${architecture}${suffix}`;
  if (existsSync(join(root, 'node_modules', name))) return;
  throw new Error(`不能为 ${architecture} 打包：缺少排版组件 ${name}。请在 ${architecture} 的机器上运行本命令。`);
}

function say(line: string): void {
  console.error(line);
}

await main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
