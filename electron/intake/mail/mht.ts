import { htmlReading } from '../html/index.ts';
import { safeName } from '../parts.ts';
import { IntakeError, type Reader, type Reading } from '../reader.ts';
import { isMail } from './index.ts';
import { parseMail } from './parse.ts';

const NAME = /\.(?:mht|mhtml|doc|docx|wps)$/i;

/** Single-file web pages (RFC 2557), which Word and WPS also save under .doc: the page's text, its pictures beside it. */
export const mhtReader: Reader = {
  name: 'mht',

  accepts(bytes, fileName) {
    return NAME.test(fileName) && isMail(bytes);
  },

  async read(bytes, file): Promise<Reading> {
    const { email, warnings } = await parseMail(bytes).catch((cause: unknown) => {
      throw new IntakeError('file-damaged', { file, detail: '网页结构无法识别' }, { cause });
    });
    const beside = email.attachments
      .filter(({ mimeType }) => mimeType.startsWith('image/'))
      .map(({ filename, mimeType, content }, index) => ({
        name: safeName(filename ?? `图片${index + 1}.${mimeType.slice('image/'.length)}`),
        bytes: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
      }));
    const { text, ...reading } = htmlReading(email.html ?? email.text ?? '', beside);
    return { reader: 'mht', text, ...reading, warnings: [...warnings, ...reading.warnings] };
  },
};
