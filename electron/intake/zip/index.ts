import { containerError } from '../containerError.ts';
import { readParts, safeName } from '../parts.ts';
import { IntakeError, type NamedBytes, type Reader, type Reading } from '../reader.ts';
import { isZip, openZip, ZipError } from './gate.ts';

/** Documents that are archives themselves. */
const DOCUMENT_NAME = /\.(?:docx|docm|dotx|doc|wps|xlsx|xlsm|et|pptx|dps|od[tsp]|ofd|epub|jar)$/i;
const PACKAGE_MARKS = ['[Content_Types].xml', 'mimetype', 'OFD.xml'];
/** What systems and word processors leave beside the files. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** An archive of files of any known format. */
export const zipReader: Reader = {
  name: 'zip',

  accepts(bytes, fileName) {
    if (!isZip(bytes)) return /\.zip$/i.test(fileName);
    return !DOCUMENT_NAME.test(fileName) && !isPackage(bytes);
  },

  async read(bytes, file, readInner): Promise<Reading> {
    if (!isZip(bytes)) throw new IntakeError('file-damaged', { file, detail: '内容不是压缩包' });
    const { refusal, ...reading } = await readParts(unpack(bytes, file), readInner);
    if (reading.text === '' && refusal !== null) throw refusal;
    return { reader: 'zip', ...reading };
  },
};

function isPackage(bytes: Uint8Array): boolean {
  try {
    const { names } = openZip(bytes);
    return PACKAGE_MARKS.some((mark) => names.includes(mark));
  } catch {
    // What is wrong with it is said when it is read.
    return false;
  }
}

function unpack(bytes: Uint8Array, file: string): NamedBytes[] {
  try {
    const zip = openZip(bytes);
    const names = zip.names.filter((name) => !name.endsWith('/') && !LITTER.test(name));
    return names.map((name) => ({ name: safeName(name), bytes: zip.part(name) ?? new Uint8Array() }));
  } catch (error) {
    throw error instanceof ZipError ? containerError(error, file) : error;
  }
}
