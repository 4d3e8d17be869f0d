import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPress, nodeFork } from '../electron/press/index.ts';
import { houseStylePresets } from '../shared/page/presets.ts';
import { bulletinOf } from '../test/support/bulletins.ts';
import { aptInstall, isDebian, isRoot } from './setup/debian.ts';
import { root, run } from './setup/process.ts';

/** Fine enough to read the titles by, coarse enough for a table in the README. */
const DOTS_PER_INCH = 60;

/** Pictures of each preset's pages for the README: an issue as it is exported, its first page and its last. A page of
 * columns shows text 003, many short items; the others text 001, whose page breaks are known. */
async function main(): Promise<void> {
  const folder = join(root, 'docs', 'screens', 'presets');
  await mkdir(folder, { recursive: true });
  const press = createPress({ fork: nodeFork() });
  const work = await mkdtemp(join(tmpdir(), 'preset-pictures-'));
  try {
    for (const { id, name, style } of houseStylePresets) {
      const { bytes, pages, check } = await press.pressedPdf(bulletinOf(style.columns > 1 ? '003' : '001', style));
      const pdf = join(work, `${id}.pdf`);
      await writeFile(pdf, bytes);
      await picture(pdf, 1, join(folder, `${id}-first`));
      await picture(pdf, pages, join(folder, `${id}-last`));
      console.log(`${name}：${pages} 页，核对${check.verdict === 'pass' ? '通过' : '没有通过'}`);
    }
  } finally {
    await press.close();
    await rm(work, { recursive: true, force: true });
  }
}

/** A page as a PNG, by poppler: the PDF itself is shown, not what the program would draw of it. */
async function picture(pdf: string, page: number, file: string): Promise<void> {
  const at = ['-r', String(DOTS_PER_INCH), '-f', String(page), '-l', String(page)];
  const { code, output } = await run('pdftoppm', ['-png', '-singlefile', ...at, pdf, file]);
  if (code !== 0) throw new Error(`pdftoppm: ${output}`);
}

if (isDebian && isRoot) await aptInstall(['poppler-utils']);
await main();
