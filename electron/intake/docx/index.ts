import { normaliseText } from '../../../shared/text/normalise.ts';
import { containerError } from '../containerError.ts';
import { withoutControls } from '../controls.ts';
import { type Attachment, IntakeError, type Reader, type Reading } from '../reader.ts';
import { isZip, openZip, type Zip, ZipError } from '../zip/gate.ts';
import { createNumbering } from './numbering.ts';
import { type Finding, readWordText } from './wordText.ts';
import { child, children, type Element, parseXml, XmlError } from './xml.ts';

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
      return readDocument(openZip(bytes), file);
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

function readDocument(zip: Zip, file: string): Reading {
  const path = mainPart(zip);
  const document = path === null ? null : readPart(zip, path);
  const body = document === null ? undefined : child(document, 'body');
  if (path === null || body === undefined) throw new IntakeError('file-damaged', { file, detail: '没有正文' });
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const numbering = createNumbering(readPart(zip, `${folder}numbering.xml`), readPart(zip, `${folder}styles.xml`));
  const { lines, found } = readWordText(body, numbering);
  const notes = found.has('notes') ? readNotes(zip, folder, numbering) : [];
  const attachments = readPictures(zip, folder);
  const pictures = attachments.length === 0 ? [] : [`文件中有 ${attachments.length} 张图片，未读入正文。`];
  return {
    reader: 'docx',
    text: normaliseText(withoutControls([...lines, ...notes].map((line) => `${line}\n`).join(''))),
    warnings: [...[...found].map((finding) => FINDINGS[finding]), ...pictures],
    attachments,
  };
}

const FINDINGS = {
  revisions: '文件带有修订痕迹，已按接受全部修订后的文字读入。',
  hidden: '文件中有隐藏文字，没有读入。',
  numbers: '自动编号已转为文字，请核对序号。',
  symbols: '文件中有特殊符号，读入后显示为 □，请对照原件补上。',
  notes: '文件中有脚注或尾注，已放在正文之后。',
  tables: '文件中有表格，已按行读入。',
} as const satisfies Record<Finding, string>;

/** The part named by the package; nearly always `word/document.xml`. */
function mainPart(zip: Zip): string | null {
  const relations = readPart(zip, '_rels/.rels');
  const main = children(relations ?? undefined, 'Relationship').find(({ attributes }) =>
    attributes['Type']?.endsWith('/officeDocument'),
  );
  const path = (main?.attributes['Target'] ?? DOCUMENT).replace(/^\//, '');
  return zip.names.includes(path) ? path : null;
}

/** Separator notes carry a type; the author's own do not. */
function readNotes(zip: Zip, folder: string, numbering: Parameters<typeof readWordText>[1]): string[] {
  return (['footnote', 'endnote'] as const).flatMap((kind) => {
    const part = readPart(zip, `${folder}${kind}s.xml`);
    const own = children(part ?? undefined, kind).filter(({ attributes }) => attributes['type'] === undefined);
    return own.flatMap((note) => readWordText(note, numbering).lines);
  });
}

function readPictures(zip: Zip, folder: string): Attachment[] {
  const media = zip.names.filter((name) => name.startsWith(`${folder}media/`) && !name.endsWith('/'));
  return media.map((name) => ({
    name: name.slice(name.lastIndexOf('/') + 1),
    bytes: zip.part(name) ?? new Uint8Array(),
  }));
}

function readPart(zip: Zip, name: string): Element | null {
  const bytes = zip.part(name);
  return bytes === null ? null : parseXml(bytes);
}
