/**
 * Our own gate before a compound file ([MS-CFB]) is given to a library: its chains of sectors must end and lie
 * in the file, because the library follows loops and reads cut files without a word.
 */
export interface Compound {
  /** Names of its streams, whatever folder they lie in. */
  readonly names: ReadonlySet<string>;
  /** The first bytes of a stream, at most a sector; `null` where there is none or it is too small for sectors of its own. */
  head(name: string): Uint8Array | null;
}

export class CompoundError extends Error {
  override readonly name = 'CompoundError';
}

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export function isCompound(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, index) => bytes[index] === byte);
}

/** Streams below this size lie in a stream of their own (2.2, Mini Stream Cutoff Size). */
const MINI_CUTOFF = 4096;
const ENTRY = 128;
const STREAM = 2;
const ROOT = 5;
/** Sector numbers from here on are marks, not places. */
const LAST_SECTOR = 0xfffffffa;

/** @throws CompoundError with a few Chinese words that complete the sentence of `file-damaged` */
export function openCompound(bytes: Uint8Array): Compound {
  if (bytes.length < 1024) throw new CompoundError('文件不完整');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(0x1e, true);
  if (shift !== 9 && shift !== 12) throw new CompoundError('结构不对');
  const table = readTable(view, 1 << shift);
  const chain = (first: number) => follow(first, table, view.byteLength, 1 << shift);
  const streams = new Map<string, { first: number; size: number }>();
  for (const start of chain(view.getUint32(0x30, true)))
    for (let at = start; at + ENTRY <= Math.min(start + (1 << shift), view.byteLength); at += ENTRY) {
      const type = view.getUint8(at + 66);
      const entry = { first: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) };
      const inSectors = type === ROOT ? entry.size > 0 : type === STREAM && entry.size >= MINI_CUTOFF;
      if (inSectors && chain(entry.first).length << shift < entry.size) throw new CompoundError('文件不完整');
      if (type === STREAM) streams.set(nameAt(view, at), entry);
    }
  return {
    names: new Set(streams.keys()),
    head(name) {
      const stream = streams.get(name);
      if (stream === undefined || stream.size < MINI_CUTOFF) return null;
      const start = (stream.first + 1) << shift;
      return bytes.subarray(start, start + (1 << shift));
    },
  };
}

/** For each sector the one that follows it. */
function readTable(view: DataView, sector: number): Uint32Array {
  const places = placesOfTable(view, sector);
  const perSector = sector / 4;
  const table = new Uint32Array(places.length * perSector);
  places.forEach((place, index) => {
    const start = (place + 1) * sector;
    if (start + sector > view.byteLength) throw new CompoundError('文件不完整');
    for (let i = 0; i < perSector; i += 1) table[index * perSector + i] = view.getUint32(start + i * 4, true);
  });
  return table;
}

/** The first 109 stand in the header, further ones in sectors of their own, linked by their last word. */
function placesOfTable(view: DataView, sector: number): number[] {
  const count = view.getUint32(0x2c, true);
  if (count * sector > view.byteLength) throw new CompoundError('文件不完整');
  const places: number[] = [];
  for (let i = 0; i < 109 && places.length < count; i += 1) places.push(view.getUint32(0x4c + i * 4, true));
  let more = view.getUint32(0x44, true);
  while (places.length < count) {
    const start = (more + 1) * sector;
    if (more >= LAST_SECTOR || start + sector > view.byteLength) throw new CompoundError('文件不完整');
    for (let at = start; at < start + sector - 4 && places.length < count; at += 4)
      places.push(view.getUint32(at, true));
    more = view.getUint32(start + sector - 4, true);
  }
  return places;
}

/** Offsets of a chain's sectors in the file. */
function follow(first: number, table: Uint32Array, length: number, sector: number): number[] {
  const offsets: number[] = [];
  for (let at = first; at < LAST_SECTOR; at = table[at] ?? LAST_SECTOR) {
    const offset = (at + 1) * sector;
    // The last sector of a file may be short.
    if (offset >= length || at >= table.length) throw new CompoundError('文件不完整');
    if (offsets.length >= table.length) throw new CompoundError('结构有循环');
    offsets.push(offset);
  }
  return offsets;
}

function nameAt(view: DataView, at: number): string {
  const length = Math.min(64, view.getUint16(at + 64, true));
  const units = Array.from({ length: Math.max(0, length / 2 - 1) }, (_, index) => view.getUint16(at + index * 2, true));
  return String.fromCharCode(...units);
}
