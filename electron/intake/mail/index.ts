import type { Address, Attachment, Email } from 'postal-mime';
import { normaliseText } from '../../../shared/text/normalise.ts';
import { withoutControls } from '../controls.ts';
import { readParts, safeName } from '../parts.ts';
import { IntakeError, type MailFields, type NamedBytes, type Reader, type Reading } from '../reader.ts';
import { mailText, parseMail } from './parse.ts';

/** A body this short beside a file with text only says that the file is there, characters. */
const COVER_NOTE = 150;
/** Lines such as "From: …" that begin a saved mail (RFC 5322 2.2). */
const HEADERS = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2}/;
const KNOWN_HEADER = /^(?:from|subject|date|mime-version|message-id|received|return-path):/im;

/** A saved mail (RFC 5322, MIME): its text, and what the files that came with it hold. */
export const mailReader: Reader = {
  name: 'eml',

  accepts(bytes, fileName) {
    return /\.eml$/i.test(fileName) || (isMail(bytes) && !/\.txt$/i.test(fileName));
  },

  async read(bytes, file, readInner): Promise<Reading> {
    if (!isMail(bytes)) throw new IntakeError('file-damaged', { file, detail: '内容不是邮件' });
    const { email, warnings: remarks } = await parseMail(bytes).catch((cause: unknown) => {
      throw new IntakeError('file-damaged', { file, detail: '邮件结构无法识别' }, { cause });
    });
    if (email.attachments.some(isSealed)) throw new IntakeError('file-encrypted', { file });
    const parts = await readParts(email.attachments.map(asFile), readInner);
    const body = bodyText(email);
    if (body === '' && parts.text === '' && parts.refusal !== null) throw parts.refusal;
    const covers = parts.text !== '' && body !== '' && body.length <= COVER_NOTE;
    return {
      reader: 'eml',
      text: covers || body === '' ? parts.text : parts.text === '' ? body : `${body}\n${parts.text}`,
      warnings: [
        ...remarks,
        ...(covers ? [`邮件正文只是附言，没有读入：“${body.trim().replace(/\s+/g, ' ')}”。`] : []),
        ...parts.warnings,
      ],
      attachments: parts.attachments,
      fields: headFields(email),
    };
  },
};

/** Whether a file begins as saved mails and single-file pages do. */
export function isMail(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4096))
    .toString('latin1')
    .replace(/\r\n?/g, '\n')
    .replace(/^From [^\n]*\n/, '');
  return HEADERS.test(head) && KNOWN_HEADER.test(head);
}

/** Encrypted by S/MIME or PGP: all that is left is one part in cipher. */
const isSealed = ({ mimeType }: Attachment): boolean =>
  /^application\/(?:x-)?pkcs7-mime$|^application\/pgp-encrypted$/.test(mimeType);

function asFile({ filename, mimeType, content }: Attachment): NamedBytes {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  return { name: safeName(filename ?? (mimeType === 'message/rfc822' ? '转发邮件.eml' : '未命名')), bytes };
}

function bodyText(email: Email): string {
  const plain = normaliseText(withoutControls(mailText(email).replace(/[\f\v]/g, '\n'))).trimEnd();
  return plain === '' ? '' : `${plain}\n`;
}

function headFields({ from, subject, date }: Email): Partial<MailFields> {
  const sender = from === undefined ? '' : mailbox(from);
  return {
    ...(sender === '' ? {} : { sender }),
    ...(subject === undefined ? {} : { subject: oneLine(subject) }),
    ...(date === undefined || Number.isNaN(Date.parse(date)) ? {} : { sentAt: date }),
  };
}

function mailbox({ name, address = '' }: Address): string {
  return oneLine(name === '' || name === address ? address : `${name} <${address}>`);
}

/** Heads may carry line breaks and reversing characters that would forge what is shown. */
function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 200);
}
