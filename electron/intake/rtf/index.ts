import { normaliseText } from '../../../shared/text/normalise.ts';
import { withoutControls } from '../controls.ts';
import { IntakeError, type Reader, type Reading } from '../reader.ts';
import { type RtfText, RtfTooDeepError, readRtf } from './text.ts';

const START = '{\\rtf';

/** Rich Text Format, also where it is named .doc. Read by ourselves: text is a small part of the format. */
export const rtfReader: Reader = {
  name: 'rtf',

  accepts(bytes, fileName) {
    return startsRight(bytes) || /\.rtf$/i.test(fileName);
  },

  async read(bytes, file): Promise<Reading> {
    if (!startsRight(bytes)) throw new IntakeError('file-damaged', { file, detail: '内容不是 RTF' });
    const { body, notes, aside, hidden, cut } = parse(bytes, file);
    const besides = tidy(aside).trim().replace(/\s+/g, ' ');
    return {
      reader: 'rtf',
      text: tidy(body) + tidy(notes),
      warnings: [
        ...(cut ? ['文件不完整，已读到断处为止，请对照原件核对。'] : []),
        ...(hidden ? ['文件中有隐藏或已删除的文字，没有读入。'] : []),
        ...(notes.trim() === '' ? [] : ['文件中有脚注或尾注，已放在正文之后。']),
        ...(besides === '' ? [] : [`页眉页脚和批注没有读入正文：“${besides.slice(0, 200)}”。`]),
      ],
      attachments: [],
    };
  },
};

const startsRight = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, START.length)).toString('latin1') === START;

function parse(bytes: Uint8Array, file: string): RtfText {
  try {
    return readRtf(Buffer.from(bytes).toString('latin1'));
  } catch (error) {
    if (!(error instanceof RtfTooDeepError)) throw error;
    throw new IntakeError('file-unsafe', { file, detail: '层次超过 256 层' }, { cause: error });
  }
}

function tidy(text: string): string {
  const lines = normaliseText(withoutControls(text.toWellFormed()))
    .split('\n')
    .map((line) => line.trimEnd());
  const trimmed = lines.join('\n').replace(/^\n+|\n+$/g, '');
  return trimmed === '' ? '' : `${trimmed}\n`;
}
