import { normaliseText } from '../../../shared/text/normalise.ts';
import { withoutControls } from '../controls.ts';
import { picturesTold } from '../pictures.ts';
import { type Attachment, IntakeError, type Reader, type Reading } from '../reader.ts';
import { decodeText } from '../text/decode.ts';
import { type HtmlFinding, readHtml } from './htmlText.ts';

/** A page begins so; Word saves such pages under .doc, too. */
const PAGE = /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|meta|body)\b/i;
const PAGE_NAME = /\.(?:html?|xhtml)$/i;
const CHARSET = /<(?:meta[^>]{0,300}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*["']?([\w-]{2,20})/i;

/** Web pages saved as files, also those that Word saved: their text alone, nothing of them is run or fetched. */
export const htmlReader: Reader = {
  name: 'html',

  accepts(bytes, fileName) {
    const head = headOf(bytes);
    return PAGE.test(head) || (PAGE_NAME.test(fileName) && head.includes('<'));
  },

  async read(bytes, file): Promise<Reading> {
    const html = asMarked(bytes) ?? asNamed(bytes) ?? asFound(bytes, file);
    return { reader: 'html', ...htmlReading(html) };
  },
};

/** What a page holds for us; also for a mail's and an archive's pages, whose pictures come beside them. */
export function htmlReading(html: string, beside: readonly Attachment[] = []): Omit<Reading, 'reader'> {
  const { text, found, pictures } = readHtml(html);
  const inside = pictures.flatMap((address, index) => embedded(address, index + 1) ?? []);
  // With a page come its pictures in two forms at times; those that are there count.
  const elsewhere = Math.max(0, pictures.length - inside.length - beside.length);
  const attachments = [...inside, ...beside];
  return {
    text: normaliseText(withoutControls(`${text}\n`)),
    warnings: [
      ...[...found].map((finding) => FINDINGS[finding]),
      ...picturesTold(attachments),
      ...(elsewhere === 0 ? [] : [`网页引用的 ${elsewhere} 张图片不在文件中，没有读入。`]),
    ],
    attachments,
  };
}

const FINDINGS = {
  hidden: '网页中有不显示的文字，没有读入。',
  revisions: '网页带有修订痕迹，已按接受全部修订后的文字读入。',
  comments: '网页中有批注或脚注标记，没有读入。',
  tables: '网页中有表格，已按行读入。',
} as const satisfies Record<HtmlFinding, string>;

/** A picture written into the page itself. */
function embedded(address: string, number: number): Attachment | null {
  const match = /^data:image\/(png|jpe?g|gif|webp|bmp);base64,/i.exec(address.slice(0, 40));
  if (match === null) return null;
  const bytes = new Uint8Array(Buffer.from(address.slice(match[0].length), 'base64'));
  return { name: `图片${number}.${match[1]?.toLowerCase() ?? 'png'}`, bytes };
}

const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 4096);
  if (isUtf16(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(head);
  return Buffer.from(head)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '');
}

/** A page that begins with an encoding mark is in that encoding, whatever it says further down. */
function asMarked(bytes: Uint8Array): string | null {
  const isUtf8 = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (!isUtf8 && !isUtf16(bytes)) return null;
  const encoding = isUtf8 ? 'utf-8' : bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  return strict(encoding, bytes);
}

/** By the encoding the page names, where every byte fits it. */
function asNamed(bytes: Uint8Array): string | null {
  const name = CHARSET.exec(headOf(bytes))?.[1];
  return name === undefined ? null : strict(name, bytes);
}

function strict(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function asFound(bytes: Uint8Array, file: string): string {
  const decoded = decodeText(bytes);
  if (decoded.kind !== 'text') throw new IntakeError('file-encoding', { file });
  return decoded.text;
}
