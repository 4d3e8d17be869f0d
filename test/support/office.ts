import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { findOffice } from '../../build/setup/office.ts';
import { root } from '../../build/setup/process.ts';

/** Free faces that stand in for those of an office's Windows, so that lines hold as many characters as there. */
const STAND_INS: Record<string, readonly string[]> = {
  仿宋_GB2312: ['FandolFang R'],
  楷体_GB2312: ['FandolKai'],
  黑体: ['FandolHei'],
  宋体: ['FandolSong'],
  方正小标宋简体: ['FandolSong'],
  'Times New Roman': ['Liberation Serif', 'FandolFang R'],
};

/** LibreOffice with a profile of its own, so that it neither meets nor leaves anything of the user's. */
export interface Office {
  /** PDFs of the documents, by name, made in one run. */
  toPdf(documents: ReadonlyMap<string, Uint8Array>): Promise<Map<string, Uint8Array>>;
  close(): Promise<void>;
}

export async function openOffice(): Promise<Office> {
  const program = findOffice();
  if (program === null) throw new Error('no LibreOffice on this machine');
  const folder = await mkdtemp(join(tmpdir(), 'desk-office-'));
  const fonts = join(folder, 'fonts.conf');
  await writeFile(fonts, fontsConf(folder));
  return {
    async toPdf(documents) {
      const files = [...documents.keys()].map((name) => join(folder, `${name}.docx`));
      await Promise.all([...documents.values()].map((bytes, i) => writeFile(files[i] ?? '', bytes)));
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
      const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files];
      await promisify(execFile)(program, args, { env: { ...process.env, FONTCONFIG_FILE: fonts } });
      const pdfs = await Promise.all(files.map((file) => readFile(file.replace(/docx$/, 'pdf'))));
      return new Map([...documents.keys()].map((name, i) => [name, new Uint8Array(pdfs[i] ?? [])]));
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(root, '.cache', 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts')}</cachedir>
${Object.entries(STAND_INS)
  .map(
    ([name, others]) =>
      `<match target="pattern"><test name="family"><string>${name}</string></test><edit name="family" mode="prepend" binding="strong">${others.map((other) => `<string>${other}</string>`).join('')}</edit></match>`,
  )
  .join('\n')}
</fontconfig>
`;
