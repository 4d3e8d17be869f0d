import { normaliseText } from '../../shared/text/normalise.ts';
import { withoutControls } from './controls.ts';
import { htmlText } from './html.ts';
import { IntakeError, type Reader, type Reading } from './reader.ts';
import { decodeText } from './text/decode.ts';

/** A page begins so; Word saves such pages under .doc, too. */
const PAGE =
  /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|meta|body)\b/i;
const PAGE_NAME = /\.(?:html?|xhtml)$/i;
const CHARSET = /<meta[^>]{0,300}?charset\s*=\s*["']?([\w-]{2,20})/i;

/** Web pages saved as files, also those that Word saved: their text alone, nothing of them is run or fetched. */
export const htmlReader: Reader = {
  name: 'html',

  accepts(bytes, fileName) {
    return PAGE.test(headOf(bytes)) || (PAGE_NAME.test(fileName) && headOf(bytes).includes('<'));
  },

  async read(bytes, file): Promise<Reading> {
    const html = asNamed(bytes) ?? asFound(bytes, file);
    return {
      reader: 'html',
      text: normaliseText(withoutControls(`${htmlText(html)}\n`)),
      warnings: /<img\b/i.test(html) ? ['网页中的图片没有读入。'] : [],
      attachments: [],
    };
  },
};

const headOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 4096)).toString('latin1');

/** By the encoding the page names, where every byte fits it. */
function asNamed(bytes: Uint8Array): string | null {
  const name = CHARSET.exec(headOf(bytes))?.[1];
  if (name === undefined) return null;
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function asFound(bytes: Uint8Array, file: string): string {
  const decoded = decodeText(bytes);
  if (decoded.kind !== 'text') throw new IntakeError('file-encoding', { file });
  return decoded.text;
}
