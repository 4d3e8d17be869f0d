import { type Block, wordsOf } from '../../domain/bulletin.ts';

/**
 * A text as one run of characters, so that paragraphs split, joined and moved are changes like any other. Each paragraph
 * ends in `\n` (the last one, too); a table or picture stands as one `OBJECT`. What is not a character (bold, the kind of
 * a paragraph, the table itself) is kept beside it: `formats` has one entry for each UTF-16 unit of `text`.
 */
export interface Stream {
  text: string;
  formats: readonly Format[];
}

/** Of a character whether it is bold, of a paragraph's end its kind, of an object the block itself. */
export type Format = 'plain' | 'bold' | ParagraphKind | ObjectBlock;

type TextBlock = Extract<Block, { text: string }>;
type ParagraphKind = TextBlock['kind'];
type ObjectBlock = Exclude<Block, TextBlock>;

export const OBJECT = '\ufffc';
export const BREAK = '\n';

export function streamOf(blocks: readonly Block[]): Stream {
  let text = '';
  const formats: Format[] = [];
  for (const block of blocks) {
    if (!('text' in block)) {
      text += OBJECT;
      formats.push(block);
      continue;
    }
    // Neither sign is ever typed; one that came in with a file must not be taken for the end of a paragraph.
    text += block.text.replace(/[\n\ufffc]/g, ' ') + BREAK;
    const from = formats.length;
    for (let at = 0; at < block.text.length; at++) formats.push('plain');
    for (const [start, end] of block.bold ?? [])
      for (let at = start; at < Math.min(end, block.text.length); at++) formats[from + at] = 'bold';
    formats.push(block.kind);
  }
  return { text, formats };
}

/** A part of a stream, `[from, to)`. */
export interface Slice {
  stream: Stream;
  from: number;
  to: number;
}

/** The blocks that slices make, put one after the other; what is left without an end becomes a plain paragraph. */
export function blocksOfSlices(slices: readonly Slice[]): Block[] {
  const blocks: Block[] = [];
  let text = '';
  let bold: [number, number][] = [];
  const close = (kind: ParagraphKind) => {
    blocks.push(bold.length > 0 ? { kind, text, bold } : { kind, text });
    text = '';
    bold = [];
  };
  for (const { stream, from, to } of slices)
    for (let at = from; at < to; at++) {
      const format = stream.formats[at] ?? 'plain';
      if (typeof format === 'object') {
        if (text !== '') close('text');
        blocks.push(format);
      } else if (format === 'plain' || format === 'bold') {
        const last = bold.at(-1);
        if (format === 'bold' && last?.[1] === text.length) last[1]++;
        else if (format === 'bold') bold.push([text.length, text.length + 1]);
        text += stream.text.charAt(at);
      } else close(format);
    }
  if (text !== '') close('text');
  return blocks;
}

/** What a stretch of a stream says in words, for lists and messages. */
export const wordsOfSlice = ({ stream, from, to }: Slice): string => {
  let words = '';
  for (let at = from; at < to; at++) {
    const format = stream.formats[at];
    words += typeof format === 'object' ? objectWords(format) : stream.text.charAt(at);
  }
  return words;
};

/** How a table or picture is named where it cannot be shown. */
export const objectWords = (block: ObjectBlock): string => {
  const words = block.caption ?? (block.kind === 'table' ? (wordsOf([block])[0]?.split('\n')[0] ?? '') : '');
  const name = block.kind === 'table' ? '表格' : '图片';
  return words === '' ? `［${name}］` : `［${name}：${words}］`;
};
