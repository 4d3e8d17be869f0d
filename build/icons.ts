import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from './setup/browser.ts';
import { isRoot } from './setup/debian.ts';
import { root } from './setup/process.ts';

const SIZE = 1024;

/** Draws `icon.png` from `icon.svg`, after the drawing was changed; the packager makes the other sizes from it. */
async function main(): Promise<void> {
  const folder = join(root, 'build', 'package');
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('a Chromium is needed to draw the icon');
  const browser = await chromium.launch({ executablePath, chromiumSandbox: !isRoot });
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${SIZE}px}</style>${await readFile(join(folder, 'icon.svg'), 'utf8')}`,
  );
  await writeFile(join(folder, 'icon.png'), await page.screenshot({ omitBackground: true }));
  await browser.close();
}

await main();
