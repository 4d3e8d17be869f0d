import type { FontRoleReport } from '../../shared/contract/views.ts';
import type { Bulletin } from '../../shared/domain/bulletin.ts';
import { type Press, PressError, type PressedPdf } from '../press/index.ts';
import { CoreError } from './errors.ts';
import { safeFileName } from './files/safeFileName.ts';
import type { CorePress, PressFiles } from './ports.ts';

/** The press as the core asks it: files under the names an office gives them, errors with the core's codes. */
export function pressForCore(press: Press): CorePress {
  return {
    preview: (bulletin, { known, ...view }) => coded(press.preview(bulletin, known, view)),

    async files(bulletin, sheet, onFile) {
      const name = safeFileName(`${bulletin.masthead.name}${bulletin.masthead.issueText}`);
      const pressed = await coded(press.pressedPdf(bulletin));
      const steps: [string, () => Promise<Uint8Array> | Uint8Array][] = [
        [`${name}.pdf`, () => pressed.bytes],
        [`${name}.docx`, () => press.docx(bulletin)],
        [`${name}.txt`, () => press.txt(bulletin)],
        [`${name}.html`, () => press.html(bulletin)],
        ['分发单.xlsx', () => press.distributionXlsx(sheet)],
        ['分发单.pdf', () => press.distributionPdf(sheet)],
      ];
      const files: PressFiles['files'] = [];
      for (const [file, make] of steps) {
        onFile(files.length, steps.length);
        files.push({ name: file, bytes: await coded((async () => make())()) });
      }
      onFile(steps.length, steps.length);
      const fonts = await coded(press.fonts());
      const { pages, check, strayGlyphs } = pressed;
      return {
        files,
        pages,
        fonts,
        check: { verdict: check.verdict, findings: check.findings },
        remarks: remarksOf(fonts, strayGlyphs, bulletin),
      };
    },

    close: () => press.close(),
  };
}

/** What a person should know before printing. */
function remarksOf(
  fonts: readonly FontRoleReport[],
  strayGlyphs: PressedPdf['strayGlyphs'],
  bulletin: Bulletin,
): string[] {
  const substituted = fonts
    .filter((font) => font.substituted)
    .map((font) => (font.used === null ? `缺少${font.role}字体` : `${font.role}以“${font.used}”代替“${font.wanted}”`));
  const stray = strayGlyphs.map(
    ({ role, characters }) => `${role}字体中没有“${characters.join('')}”，已用其他字体代替`,
  );
  const unsourced = bulletin.entries
    .filter((entry) => entry.kind !== 'lead' && entry.source === null)
    .map((entry) => `“${entry.title ?? '简讯'}”没有供稿单位`);
  return [...substituted, ...stray, ...unsourced];
}

async function coded<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    const failed = error.code === 'engine' || error.code === 'closed' || error.code === 'superseded';
    throw new CoreError(failed ? 'press-failed' : 'press-refused', { detail: error.message }, { cause: error });
  }
}
