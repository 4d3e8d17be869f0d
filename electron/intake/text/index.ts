import { normaliseText } from '../../../shared/text/normalise.ts';
import { IntakeError, type Reader, type Reading } from '../reader.ts';
import { decodeText } from './decode.ts';

/** First bytes of formats that are no text, though some of them begin with letters. */
const OTHER_FORMATS = [
  '%PDF-',
  '{\\rtf',
  'PK\u0003\u0004',
  'PK\u0005\u0006',
  '\u00d0\u00cf\u0011\u00e0',
  '\u0089PNG',
  'GIF8',
  'Rar!',
  '7z\u00bc\u00af',
  '\u00ff\u00d8\u00ff',
];
const TEXT_NAME = /\.(?:txt|text)$|^[^.]+$/i;

/** Plain text in any encoding Chinese offices use. */
export const txtReader: Reader = {
  name: 'txt',

  accepts(bytes, fileName) {
    const start = String.fromCharCode(...bytes.subarray(0, 8));
    return TEXT_NAME.test(fileName) && !OTHER_FORMATS.some((signature) => start.startsWith(signature));
  },

  async read(bytes, file): Promise<Reading> {
    const decoded = decodeText(bytes);
    switch (decoded.kind) {
      case 'binary':
        throw new IntakeError('file-unknown-type', { file });
      case 'unknown':
        throw new IntakeError('file-encoding', { file });
      case 'text':
        return { reader: 'txt', text: plainText(decoded.text), warnings: [...decoded.warnings], attachments: [] };
      default:
        return decoded satisfies never;
    }
  },
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\u0001-\u0008\u000e-\u001f\u007f]/g;

function plainText(text: string): string {
  return normaliseText(text.replace(/[\f\v]/g, '\n').replace(CONTROLS, ''));
}
