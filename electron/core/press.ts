import type { Bulletin } from '../../shared/domain/bulletin.ts';
import type { ExportPart, ExportWish } from '../../shared/domain/exportWish.ts';
import { copyNumberText } from '../../shared/domain/wording.ts';
import { formDocx, type Press, PressError } from '../press/index.ts';
import { CoreError } from './errors.ts';
import { safeFileName } from './files/safeFileName.ts';
import { fontRemarksOf } from './fontRemarks.ts';
import type { CorePress, PlannedFile, PressedFile, PressOrder } from './ports.ts';

/** The press as the core asks it: files under the names an office gives them, errors with the core's codes. */
export function pressForCore(press: Press): CorePress {
  return {
    preview: (bulletin, { known, ...view }) => coded(press.preview(bulletin, known, view)),
    readPicturesFrom: (stored) => press.readPicturesFrom(async (hash) => stored(hash)),
    warm: () => void press.fonts().catch(() => {}),
    plan: (order, wish) => planned(press, order, wish),
    document: (bulletin, sheets, name) => [
      { name: `${name}.pdf`, make: () => coded(pages(press, bulletin, null)) },
      { name: `${name}.docx`, make: async () => ({ bytes: await coded(press.docx(bulletin)) }) },
      { name: `${name}.xlsx`, make: async () => ({ bytes: await coded(press.workbookXlsx(sheets)) }) },
    ],
    slips: (slips) => coded(press.slipsPdf(slips)),
    fonts: () => coded(press.fonts()),
    fontRemarks: (bulletin) =>
      coded(
        Promise.all([press.fonts(), press.glyphs(bulletin)]).then(([fonts, glyphs]) =>
          fontRemarksOf(fonts, glyphs, bulletin),
        ),
      ),
    close: () => press.close(),
  };
}

/** Copies in one file of numbered copies: what a print room takes in one go, and the engine sets in seconds. */
const COPIES_A_FILE = 100;

function planned(press: Press, { bulletin, sheet, proof, review }: PressOrder, wish: ExportWish): PlannedFile[] {
  const { name, issueText } = bulletin.masthead;
  const title = safeFileName(`${name}${issueText}${proof === null ? '' : '（清样）'}`);
  const file = (fileName: string, make: () => Promise<Uint8Array> | Uint8Array): PlannedFile => ({
    name: fileName,
    make: async () => ({ bytes: await coded((async () => make())()) }),
  });
  const parts: Record<ExportPart, () => PlannedFile[]> = {
    pdf: () => [{ name: `${title}.pdf`, make: () => coded(pages(press, bulletin, proof)) }],
    copies: () =>
      batches(bulletin, sheet.total).map(([from, to]) =>
        file(`${title}（份号${from}-${to}）.pdf`, () => press.copiesPdf(bulletin, from, to, proof)),
      ),
    docx: () => [file(`${title}.docx`, () => press.docx(bulletin, proof))],
    txt: () => [file(`${title}.txt`, () => press.txt(bulletin, proof))],
    html: () => [file(`${title}.html`, () => press.html(bulletin, proof))],
    sheet: () => [
      file('分发单.xlsx', () => press.sheetXlsx(sheet, 'distribution')),
      file('分发单.pdf', () => press.sheetPdf(sheet, 'distribution')),
    ],
    receipts: () => [
      file('签收单.xlsx', () => press.sheetXlsx(sheet, 'receipts')),
      file('签收单.pdf', () => press.sheetPdf(sheet, 'receipts')),
    ],
    labels: () => [file('信封标签.pdf', () => press.labelsPdf(sheet, wish.labels))],
    review: () => (review === null ? [] : [file('核稿单.docx', () => formDocx(review))]),
  };
  // Numbered copies are the pages of the PDF, which are measured there.
  const wanted = new Set<ExportPart>([...wish.parts, ...(wish.parts.includes('copies') ? (['pdf'] as const) : [])]);
  return (Object.keys(parts) as ExportPart[]).flatMap((part) => (wanted.has(part) ? parts[part]() : []));
}

/** Ranges of copy numbers; none where the style prints no number. */
function batches({ style }: Bulletin, total: number): [from: number, to: number][] {
  if (copyNumberText(style, 1) === null) return [];
  const count = Math.ceil(total / COPIES_A_FILE);
  return Array.from({ length: count }, (_, i) => [i * COPIES_A_FILE + 1, Math.min(total, (i + 1) * COPIES_A_FILE)]);
}

async function pages(press: Press, bulletin: Bulletin, proof: string | null): Promise<PressedFile> {
  const { bytes, pages: count, check, strayGlyphs } = await press.pressedPdf(bulletin, proof);
  const { verdict, findings } = check;
  const { remarks } = fontRemarksOf(await press.fonts(), { stray: strayGlyphs, nowhere: [] }, bulletin);
  return { bytes, pages: { count, check: { verdict, findings }, remarks: [...remarks, ...unsourced(bulletin)] } };
}

/** Items that print no source though their kind has one. */
const unsourced = ({ entries, style }: Bulletin): string[] =>
  entries
    .filter((entry) => entry.kind !== 'lead' && entry.source === null && style.sourceWording !== '')
    .map((entry) => `“${entry.title ?? '简讯'}”没有供稿单位`);

async function coded<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    const failed = error.code === 'engine' || error.code === 'closed' || error.code === 'superseded';
    throw new CoreError(failed ? 'press-failed' : 'press-refused', { detail: error.message }, { cause: error });
  }
}
