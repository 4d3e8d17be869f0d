import { normaliseText } from '../../../shared/text/normalise.ts';
import { IntakeError, type Reader, type Reading } from '../reader.ts';
import { setFurnitureAside } from './furniture.ts';
import { modernForms } from './glyphForms.ts';
import { PdfError, type PdfPage } from './page.ts';
import { pageText } from './pageText.ts';
import { wholenessOf } from './wholeness.ts';

/** Share of characters without a meaning above which a text is none. */
const MOSTLY_UNKNOWN = 0.2;

/**
 * PDF (ISO 32000), by its text layer. Its lines stay lines, indented as printed, so that the splitter joins them in sight of
 * the editor; running heads and page numbers are set aside by their place.
 */
export const pdfReader: Reader = {
  name: 'pdf',

  accepts(bytes, fileName) {
    return startOf(bytes) !== -1 || /\.pdf$/i.test(fileName);
  },

  // pdf.js is large; it is loaded for the first PDF only.
  prepare: () => import('./pages.ts'),

  async read(bytes, file, _readInner, limits): Promise<Reading> {
    if (startOf(bytes) === -1) throw new IntakeError('file-damaged', { file, detail: '内容不是 PDF' });
    const wholeness = wholenessOf(bytes);
    if (wholeness === 'unsafe') throw new IntakeError('file-unsafe', { file, detail: '展开后超过 100 MB' });
    const { readPdfPages } = await import('./pages.ts');
    const { pages, flawed } = await readPdfPages(bytes, limits.pages).catch((error: unknown) => {
      throw asIntakeError(error, file, limits.pages);
    });
    const { pages: bodies, leftOver } = setFurnitureAside(pages);
    const text = modernForms(bodies.map(pageText).join(''));
    const damaged = flawed || wholeness === 'flawed';
    if (damaged && text.trim() === '') throw new IntakeError('file-damaged', { file, detail: '取不出文字' });
    const unknown = countUnknown(text, file);
    return {
      reader: 'pdf',
      text: normaliseText(text),
      warnings: [
        ...(damaged ? ['文件不完整或有损坏之处，已尽量读出，请对照原件核对。'] : []),
        ...leftOver,
        ...remarks(pages, unknown),
      ],
      attachments: [],
    };
  },
};

/** The mark may stand within the first 1,024 bytes (ISO 32000-1 annex H.3.4.1). */
function startOf(bytes: Uint8Array): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).indexOf('%PDF-');
}

function countUnknown(text: string, file: string): number {
  const unknown = text.match(/[\p{Co}\p{Cn}\ufffd]/gu)?.length ?? 0;
  if (unknown > 0 && unknown >= text.replace(/\s/g, '').length * MOSTLY_UNKNOWN)
    throw new IntakeError('file-damaged', { file, detail: '所用字体没有文字对照表，取不出文字' });
  return unknown;
}

function remarks(pages: readonly PdfPage[], unknown: number): string[] {
  const empty = pages.filter(({ lines }) => lines.length === 0).map(({ number }) => number);
  const slanted = pages.filter((page) => page.slanted !== '').map(({ number }) => number);
  const [first] = pages.filter((page) => page.slanted !== '');
  return [
    ...(empty.length === 0 ? [] : [`第 ${empty.join('、')} 页没有文字，可能是图片或扫描件，请对照原件补录。`]),
    ...(first === undefined
      ? []
      : [`第 ${slanted.join('、')} 页有斜排或竖排的文字（如水印），没有读入：“${excerpt(first.slanted)}”。`]),
    ...(unknown === 0 ? [] : [`有 ${unknown} 个字在字体中没有对照，读入后显示为 □ 或 \ufffd，请对照原件补上。`]),
  ];
}

function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}……` : text;
}

function asIntakeError(error: unknown, file: string, limit: number): unknown {
  if (!(error instanceof PdfError)) return error;
  switch (error.kind) {
    case 'encrypted':
      return new IntakeError('file-encrypted', { file }, { cause: error });
    case 'too-long':
      return new IntakeError('file-too-long', { file, pages: error.pages, limit }, { cause: error });
    case 'damaged':
      return new IntakeError('file-damaged', { file, detail: '不是完整的 PDF' }, { cause: error });
    default:
      return error.kind satisfies never;
  }
}
