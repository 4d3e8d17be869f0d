import { inflateSync } from 'node:zlib';

/** What stands in a PDF besides pictures, inflated. */
const MAX_INFLATED = 100 * 1024 * 1024;

/** `unsafe` beyond the limit of inflated bytes; `flawed` where pdf.js would mend or skip something without a word. */
export type Wholeness = 'whole' | 'flawed' | 'unsafe';

/**
 * Looks for cuts and flipped bits, which pdf.js reads over in silence: the table of contents must be where the end of the
 * file says, and packed streams must agree with their checksums.
 */
export function wholenessOf(bytes: Uint8Array): Wholeness {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const streams = checkStreams(file);
  return streams === 'whole' && !endIsRight(file) ? 'flawed' : streams;
}

function endIsRight(file: Buffer): boolean {
  const end = file.subarray(-1024).toString('latin1');
  const start = /startxref\s+(\d+)\s+%%EOF/.exec(end.slice(end.lastIndexOf('startxref')))?.[1];
  if (start === undefined) return false;
  const at = Number(start) + Math.max(0, file.subarray(0, 1024).indexOf('%PDF-'));
  return /^\s*(?:xref|\d+\s+\d+\s+obj)/.test(file.toString('latin1', at, at + 40));
}

/** Streams of pictures are not looked at: they are large, and text does not need them. Those in cipher cannot be. */
function checkStreams(file: Buffer): Wholeness {
  if (file.includes('/Encrypt')) return 'whole';
  let left = MAX_INFLATED;
  let flawed = false;
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at)) {
    const end = file.indexOf('endstream', at);
    if (end === -1) return 'flawed';
    const dictionary =
      file
        .toString('latin1', Math.max(0, at - 400), at)
        .split(/\bobj\b/)
        .at(-1) ?? '';
    const packed = /\/Filter\s*\[?\s*\/FlateDecode\s*(?:\]|\/(?!FlateDecode)|>)/.test(dictionary);
    if (packed && !/\/Subtype\s*\/Image/.test(dictionary)) {
      const size = inflatedSize(file.subarray(afterLineEnd(file, at + 6), end), left);
      if (size === 'too-large') return 'unsafe';
      if (size === 'flawed') flawed = true;
      else left -= size;
    }
    at = end + 9;
  }
  return flawed ? 'flawed' : 'whole';
}

function afterLineEnd(file: Buffer, at: number): number {
  if (file[at] === 0x0d) return file[at + 1] === 0x0a ? at + 2 : at + 1;
  return file[at] === 0x0a ? at + 1 : at;
}

function inflatedSize(packed: Uint8Array, most: number): number | 'flawed' | 'too-large' {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : 'flawed';
  }
}
