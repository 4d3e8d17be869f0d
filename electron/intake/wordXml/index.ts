import { normaliseText } from '../../../shared/text/normalise.ts';
import { containerError } from '../containerError.ts';
import { withoutControls } from '../controls.ts';
import { findingsTold } from '../docx/findings.ts';
import { readPackage } from '../docx/index.ts';
import { createWordReader } from '../docx/wordText.ts';
import {
  type ChildTaker,
  child,
  children,
  descendants,
  type Element,
  parseXml,
  textOf,
  XmlError,
} from '../docx/xml.ts';
import { picturesTold } from '../pictures.ts';
import { type Attachment, IntakeError, type Reader, type Reading } from '../reader.ts';

/** Word says so above the root, or the root itself does. */
const START = /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*<\?xml[^>]{0,200}\?>/;
const WORD = /<\?mso-application\s+progid="Word\.Document"\?>|<(?:\w+:)?wordDocument\b|<pkg:package\b/;

/** Word documents saved as one XML file, also under .doc: of Word 2003 (WordprocessingML) and of later ones (flat OPC). */
export const wordXmlReader: Reader = {
  name: 'wordxml',

  accepts(bytes) {
    const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
    return START.test(head) && WORD.test(head);
  },

  async read(bytes, file): Promise<Reading> {
    try {
      if (isPackage(bytes)) return { ...readPackage(packageOf(parseXml(bytes)), file), reader: 'wordxml' };
      return readDocument2003(bytes, file);
    } catch (error) {
      throw error instanceof XmlError ? containerError(error, file) : error;
    }
  },
};

const isPackage = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 2048)).toString('latin1').includes('<pkg:package');

function readDocument2003(bytes: Uint8Array, file: string): Reading {
  const reader = createWordReader({ label: shownLabel });
  const attachments: Attachment[] = [];
  const root = parseXml(bytes, {
    of: reader.of,
    take(block) {
      reader.take(block);
      for (const data of descendants(block, 'binData')) attachments.push(picture(data, attachments.length));
    },
  });
  if (root.name !== 'wordDocument' || child(root, 'body') === undefined)
    throw new IntakeError('file-damaged', { file, detail: '没有正文' });
  const { lines, notes, found } = reader.finish();
  return {
    reader: 'wordxml',
    text: normaliseText(withoutControls([...lines, ...notes].map((line) => `${line}\n`).join(''))),
    warnings: [...findingsTold(found), ...picturesTold(attachments)],
    attachments,
  };
}

/** The number of a list as Word showed it, kept beside the paragraph: `<wx:t wx:val="一、"/>`. */
function shownLabel(properties: Element | undefined): string {
  const label = child(child(properties, 'listPr'), 't')?.attributes['val']?.trim() ?? '';
  return /[\p{L}\p{N}]/u.test(label) ? label : '';
}

function picture(data: Element, index: number): Attachment {
  const name = data.attributes['name']?.split('/').at(-1);
  return { name: name ?? `图片${index + 1}`, bytes: decoded(data) };
}

/** The parts of a package written one after the other in one file. */
function packageOf(root: Element) {
  const parts = new Map(
    children(root, 'part').map((part) => [(part.attributes['name'] ?? '').replace(/^\//, ''), part] as const),
  );
  return {
    names: [...parts.keys()],
    bytes(name: string): Uint8Array | null {
      const data = child(parts.get(name), 'binaryData');
      return data === undefined ? null : decoded(data);
    },
    xml(name: string, taker?: ChildTaker): Element | null {
      const root = child(parts.get(name), 'xmlData')?.children.find((one): one is Element => typeof one !== 'string');
      if (root && taker) handOver(root, taker);
      return root ?? null;
    },
  };
}

const decoded = (data: Element): Uint8Array => new Uint8Array(Buffer.from(textOf(data), 'base64'));

function handOver(root: Element, taker: ChildTaker): void {
  for (const holder of root.children)
    if (typeof holder !== 'string' && taker.of.has(holder.name))
      for (const block of holder.children) if (typeof block !== 'string') taker.take(block);
}
