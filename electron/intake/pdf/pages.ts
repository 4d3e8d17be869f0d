import { fileURLToPath } from 'node:url';
import {
  getDocument,
  PasswordException,
  type PDFDocumentProxy,
  type PDFPageProxy,
  Util,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PdfError, type PdfLine, type PdfPage } from './page.ts';

/**
 * Where the text of each page stands.
 * @returns `flawed` where pdf.js had to pass over something damaged
 * @throws PdfError
 */
export async function readPdfPages(
  bytes: Uint8Array,
  maxPages: number,
): Promise<{ pages: PdfPage[]; flawed: boolean }> {
  try {
    return { pages: await readAll(bytes, maxPages, true), flawed: false };
  } catch (error) {
    if (error instanceof PdfError) throw error;
    const pages = await readAll(bytes, maxPages, false).catch((last: unknown) => {
      throw last instanceof PdfError ? last : new PdfError('damaged', 0, { cause: last });
    });
    return { pages, flawed: true };
  }
}

/** Character maps and metrics that many Chinese PDFs leave to the reader; without them their text is empty. */
const folder = (name: string) => fileURLToPath(new URL(`../../${name}/`, import.meta.resolve(PDFJS)));
const PDFJS = 'pdfjs-dist/legacy/build/pdf.mjs';

async function readAll(bytes: Uint8Array, maxPages: number, strict: boolean): Promise<PdfPage[]> {
  const task = getDocument({
    // pdf.js takes the buffer over; the caller keeps his.
    data: new Uint8Array(bytes),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: strict,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise.catch((error: unknown): never => {
      throw error instanceof PasswordException ? new PdfError('encrypted', 0, { cause: error }) : error;
    });
    if (document.numPages > maxPages) throw new PdfError('too-long', document.numPages);
    return await readEach(document);
  } finally {
    await task.destroy();
  }
}

async function readEach(document: PDFDocumentProxy): Promise<PdfPage[]> {
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    pages.push(await readPage(page, number));
    page.cleanup();
  }
  return pages;
}

/** A run of text as pdf.js gives it. */
interface Run {
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly em: number;
  readonly text: string;
}

async function readPage(page: PDFPageProxy, number: number): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const lines: Run[][] = [];
  let slanted = '';
  for (const item of items) {
    // Blanks show as gaps.
    if (!('str' in item) || item.str.trim() === '') continue;
    const [a = 0, b = 0, , , x = 0, y = 0] = Util.transform(viewport.transform, item.transform) as number[];
    if (Math.abs(b) > Math.abs(a) * 0.05) {
      slanted += item.str;
      continue;
    }
    const em = item.height || Math.abs(a);
    const run = { x, y, right: x + item.width, em, text: item.str };
    const last = lines.at(-1);
    if (last !== undefined && sameLine(last, run)) last.push(run);
    else lines.push([run]);
  }
  return {
    number,
    height: viewport.height,
    lines: lines.map(toLine).filter(({ text }) => text !== ''),
    slanted: slanted.trim(),
  };
}

/** Bold type is often printed twice a hair apart; what goes far back begins a new line even on the same height. */
function sameLine(line: readonly Run[], run: Run): boolean {
  const last = line.at(-1);
  if (last === undefined) return false;
  const em = Math.max(last.em, run.em);
  return Math.abs(last.y - run.y) < em * 0.5 && run.x > last.x - em * 0.5;
}

function toLine(runs: readonly Run[]): PdfLine {
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  const kept: Run[] = [];
  for (const run of runs) {
    const before = kept.at(-1);
    if (before !== undefined && isDouble(before, run)) continue;
    const gap = run.x - right;
    if (text !== '' && gap > run.em * 0.3 && !text.endsWith(' ') && !run.text.startsWith(' '))
      text += gap > run.em * 1.5 ? '  ' : ' ';
    text += run.text;
    right = Math.max(right, run.right);
    kept.push(run);
  }
  return {
    x: Math.min(...kept.map((run) => run.x)),
    y: kept[0]?.y ?? 0,
    right: Math.max(...kept.map((run) => run.right)),
    em: Math.max(...kept.map((run) => run.em)),
    text: closeGaps(text.trim()),
  };
}

const isDouble = (before: Run, run: Run): boolean =>
  before.text === run.text && Math.abs(before.x - run.x) < run.em * 0.2;

/** Word processors set a little space between Chinese and figures or Latin letters; it is no character of the text. */
function closeGaps(text: string): string {
  return text.replace(
    /(?<=[\p{sc=Han}，。、；：！？“”‘’（）《》%]) (?=[\dA-Za-z.%])|(?<=[\dA-Za-z.%]) (?=[\p{sc=Han}，。、；：！？“”‘’（）《》])/gu,
    '',
  );
}
