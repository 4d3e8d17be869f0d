import { normaliseText } from '../../../shared/text/normalise.ts';
import { containerError } from '../containerError.ts';
import { withoutControls } from '../controls.ts';
import { picturesTold } from '../pictures.ts';
import { type Attachment, IntakeError, type Reader, type Reading } from '../reader.ts';
import { isZip, openZip, type Zip, ZipError } from '../zip/gate.ts';
import { findingsTold } from './findings.ts';
import { createNumbering } from './numbering.ts';
import { createWordReader, readWordText } from './wordText.ts';
import { type ChildTaker, child, children, type Element, parseXml, XmlError } from './xml.ts';

const ZIP_NAME = /\.(?:docx|docm|dotx|doc|wps)$/i;

/**
 * Word documents (ECMA-376). Read by our own walker rather than a converter: those drop line breaks, automatic numbers and text
 * boxes, take hidden text in, and inflate an archive before anything was checked.
 */
export const docxReader: Reader = {
  name: 'docx',

  accepts(bytes, fileName) {
    // By its name, too: a .docx that is none gets its own sentence instead of "unknown type".
    return isZip(bytes) ? ZIP_NAME.test(fileName) || holdsDocument(bytes) : ZIP_NAME.test(fileName);
  },

  async read(bytes, file): Promise<Reading> {
    if (!isZip(bytes)) throw new IntakeError('file-damaged', { file, detail: '内容不是 Word 文档' });
    try {
      return readPackage(packageIn(openZip(bytes)), file);
    } catch (error) {
      throw error instanceof ZipError || error instanceof XmlError ? containerError(error, file) : error;
    }
  },
};

const DOCUMENT = 'word/document.xml';

/** Names stand uncompressed in the directory at the end. */
function holdsDocument(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(DOCUMENT);
}

/** Parts of a document by name, `null` where there is none: in an archive, or written one after the other. */
export interface Package {
  readonly names: readonly string[];
  bytes(name: string): Uint8Array | null;
  /** Its root; what `taker` names is handed to it instead. */
  xml(name: string, taker?: ChildTaker): Element | null;
}

const packageIn = (zip: Zip): Package => ({
  names: zip.names,
  bytes: (name) => zip.part(name),
  xml(name, taker) {
    const bytes = zip.part(name);
    return bytes === null ? null : parseXml(bytes, taker);
  },
});

/** What a document holds for us. @throws IntakeError, and what its parts throw */
export function readPackage(parts: Package, file: string): Reading {
  const path = mainPart(parts);
  const folder = (path ?? '').slice(0, (path ?? '').lastIndexOf('/') + 1);
  const numbering = createNumbering(parts.xml(`${folder}numbering.xml`), parts.xml(`${folder}styles.xml`));
  const reader = createWordReader(numbering);
  const document = path === null ? null : parts.xml(path, reader);
  if (child(document ?? undefined, 'body') === undefined)
    throw new IntakeError('file-damaged', { file, detail: '没有正文' });
  const { lines, found } = reader.finish();
  const notes = found.has('notes') ? readNotes(parts, folder, numbering) : [];
  const attachments = readPictures(parts, folder);
  return {
    reader: 'docx',
    text: normaliseText(withoutControls([...lines, ...notes].map((line) => `${line}\n`).join(''))),
    warnings: [...findingsTold(found), ...picturesTold(attachments)],
    attachments,
  };
}

/** The part named by the package; nearly always `word/document.xml`. */
function mainPart(parts: Package): string | null {
  const relations = parts.xml('_rels/.rels');
  const main = children(relations ?? undefined, 'Relationship').find(({ attributes }) =>
    attributes['Type']?.endsWith('/officeDocument'),
  );
  const path = (main?.attributes['Target'] ?? DOCUMENT).replace(/^\//, '');
  return parts.names.includes(path) ? path : null;
}

/** Separator notes carry a type; the author's own do not. */
function readNotes(parts: Package, folder: string, numbering: Parameters<typeof readWordText>[1]): string[] {
  return (['footnote', 'endnote'] as const).flatMap((kind) => {
    const part = parts.xml(`${folder}${kind}s.xml`);
    const own = children(part ?? undefined, kind).filter(({ attributes }) => attributes['type'] === undefined);
    return own.flatMap((note) => readWordText(note, numbering).lines);
  });
}

function readPictures(parts: Package, folder: string): Attachment[] {
  const media = parts.names.filter((name) => name.startsWith(`${folder}media/`) && !name.endsWith('/'));
  return media.map((name) => ({
    name: name.slice(name.lastIndexOf('/') + 1),
    bytes: parts.bytes(name) ?? new Uint8Array(),
  }));
}
