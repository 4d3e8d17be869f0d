import WordExtractor from 'word-extractor';
import { normaliseText } from '../../../shared/text/normalise.ts';
import { withoutControls } from '../controls.ts';
import { IntakeError, type Reader, type Reading } from '../reader.ts';
import { CompoundError, isCompound, openCompound } from './compound.ts';

/** Marks in the head of a Word document ([MS-DOC] 2.5.2, FibBase). */
const WORD_97 = 0xa5ec;
const WORD_95 = 0xa5dc;
const HAS_PICTURES = 0x0008;
const ENCRYPTED = 0x0100;

/** Word 97–2003 documents, and those of WPS, which lie in the same container. */
export const docReader: Reader = {
  name: 'doc',

  accepts(bytes) {
    return isCompound(bytes);
  },

  async read(bytes, file): Promise<Reading> {
    const { flags } = readHead(bytes, file);
    if ((flags & ENCRYPTED) !== 0) throw new IntakeError('file-encrypted', { file });
    const document = await new WordExtractor().extract(Buffer.from(bytes)).catch((cause: unknown) => {
      throw new IntakeError('file-damaged', { file, detail: '正文无法取出' }, { cause });
    });
    const kept = { filterUnicode: false } as const;
    const notes = tidy(`${document.getFootnotes(kept)}\n${document.getEndnotes(kept)}`);
    const boxes = tidy(document.getTextboxes(kept));
    const body = tidy(document.getBody(kept));
    if (looksScrambled(body)) throw new IntakeError('file-damaged', { file, detail: '正文已成乱码' });
    const told = (words: string, text: string) => (text === '' ? [] : [`${words}：“${oneLine(text)}”。`]);
    return {
      reader: 'doc',
      text: body + notes + boxes,
      warnings: [
        ...(notes === '' ? [] : ['文件中有脚注或尾注，已放在正文之后。']),
        ...(boxes === '' ? [] : ['文件中有文本框，已放在正文之后。']),
        ...told('页眉页脚没有读入正文', withoutNumbers(tidy(document.getHeaders(kept)))),
        ...told('批注没有读入正文', tidy(document.getAnnotations(kept))),
        ...((flags & HAS_PICTURES) === 0 ? [] : ['文件中有图片，未读入。']),
        '旧版 Word 文件的自动编号读不出来，请对照原件核对。',
      ],
      attachments: [],
    };
  },
};

function readHead(bytes: Uint8Array, file: string): { readonly flags: number } {
  try {
    const compound = openCompound(bytes);
    if (compound.names.has('EncryptedPackage')) throw new IntakeError('file-encrypted', { file });
    // A workbook, slides or a saved mail lie in the same container.
    if (!compound.names.has('WordDocument')) throw new IntakeError('file-unknown-type', { file });
    const head = Buffer.from(compound.head('WordDocument') ?? []);
    if (head.length < 32) throw new CompoundError('文件不完整');
    const mark = head.readUInt16LE(0);
    if (mark === WORD_95) throw new CompoundError('是 Word 95 或更早的格式，请用 Word 另存为 .docx');
    if (mark !== WORD_97) throw new CompoundError('内容不是 Word 文档');
    return { flags: head.readUInt16LE(0x0a) };
  } catch (error) {
    if (!(error instanceof CompoundError)) throw error;
    throw new IntakeError('file-damaged', { file, detail: error.message }, { cause: error });
  }
}

/** Lines without trailing blanks, table cells apart by one; ended with a line break unless empty. */
function tidy(text: string): string {
  const plain = normaliseText(withoutControls(text.replace(/\r\n?|[\f\v]/g, '\n')));
  const lines = plain.split('\n').map((line) => line.trimEnd());
  const trimmed = lines.join('\n').replace(/^\n+|\n+$/g, '');
  return trimmed === '' ? '' : `${trimmed}\n`;
}

const withoutNumbers = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/^[\s\-—–]*第?\s*\d*\s*页?[\s\-—–]*$/.test(line))
    .join('\n');

function oneLine(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 200 ? `${line.slice(0, 200)}……` : line;
}

/** Text taken from the wrong place is full of characters no text has. */
function looksScrambled(text: string): boolean {
  const alien = text.match(/[\p{Co}\p{Cn}\p{Cs}\ufffd]/gu)?.length ?? 0;
  return alien > text.length * 0.02;
}
