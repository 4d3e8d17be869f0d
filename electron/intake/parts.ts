import { pictureTypeOf } from '../../shared/domain/picture.ts';
import { picturesTold } from './pictures.ts';
import { type Attachment, IntakeError, type NamedBytes, type ReadInner } from './reader.ts';

/** What the files in a mail or an archive hold, taken together. */
export interface PartsReading {
  readonly text: string;
  readonly warnings: string[];
  readonly attachments: Attachment[];
  /** The first file that could have held text and was refused. */
  readonly refusal: IntakeError | null;
}

/** Reads each file by its own reader; one that cannot be read stays an attachment, and the others go on. */
export async function readParts(parts: readonly NamedBytes[], readInner: ReadInner): Promise<PartsReading> {
  const texts: string[] = [];
  const warnings: string[] = [];
  const attachments: Attachment[] = [];
  const pictures: Attachment[] = [];
  const unread: string[] = [];
  let refusal: IntakeError | null = null;
  for (const part of parts) {
    if (pictureTypeOf(part.bytes) !== null) {
      attachments.push(part);
      pictures.push(part);
      continue;
    }
    try {
      const reading = await readInner(part);
      texts.push(reading.text.replace(/\n*$/, '\n'));
      warnings.push(...reading.warnings.map((warning) => `“${part.name}”：${warning}`));
      attachments.push(...reading.attachments);
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error;
      attachments.push(part);
      if (error.code === 'file-unknown-type') unread.push(`“${part.name}”`);
      else warnings.push(error.message);
      refusal ??= error;
    }
  }
  warnings.push(...picturesTold(pictures));
  if (unread.length > 0) warnings.push(`附件${unread.join('、')}没有读入正文。`);
  return { text: texts.join('\n'), warnings, attachments, refusal };
}

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A name given by the sender, as a plain file name: no folders, no invisible or reversing characters, legal on Windows. */
export function safeName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  const plain = base
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/[. ]+$|^[. ]+/g, '');
  const short = [...plain].slice(-120).join('');
  if (short === '') return '未命名';
  return RESERVED.test(short) ? `_${short}` : short;
}
