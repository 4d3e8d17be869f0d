import { crc32, inflateRawSync } from 'node:zlib';

/**
 * Our own gate before any part of a zip is used (APPNOTE 6.3.10): limits, names, overlaps and checksums are
 * checked here, because libraries take damaged, lying and exploding archives without a word.
 */
export interface Zip {
  readonly names: readonly string[];
  /** Inflated bytes of a part, `null` where there is none. @throws ZipError where size or checksum do not agree */
  part(name: string): Uint8Array | null;
}

/** `damaged`: cut or altered; `unsafe`: made to harm, or like it; `encrypted`: needs a password. */
export class ZipError extends Error {
  override readonly name = 'ZipError';
  readonly kind: 'damaged' | 'unsafe' | 'encrypted';

  /** @param detail a few Chinese words that complete the sentence of `file-damaged` or `file-unsafe` */
  constructor(kind: ZipError['kind'], detail: string) {
    super(detail);
    this.kind = kind;
  }
}

/** Limits on one archive; bytes are counted inflated. */
const MAX_ENTRIES = 2_000;
const MAX_INFLATED = 100 * 1024 * 1024;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Offsets in the file: of its local header, and of its packed bytes. */
  readonly start: number;
  readonly dataStart: number;
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** @throws ZipError */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = readDirectoryEnd(view);
  const entries = new Map<string, Entry>();
  let at = directory.start;
  let inflated = 0;
  for (let index = 0; index < directory.count; index += 1) {
    const { entry, next } = readEntry(view, bytes, at);
    at = next;
    if (entries.has(entry.name)) throw new ZipError('unsafe', `部件“${entry.name}”重复`);
    inflated += entry.size;
    if (inflated > MAX_INFLATED) throw new ZipError('unsafe', '展开后超过 100 MB');
    entries.set(entry.name, entry);
  }
  assertNoOverlap([...entries.values()], directory.start);
  return {
    names: [...entries.keys()],
    part(name) {
      const entry = entries.get(name);
      return entry === undefined ? null : inflate(entry, bytes);
    },
  };
}

function readDirectoryEnd(view: DataView): { readonly start: number; readonly count: number } {
  const oldest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= oldest; at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (start === 0xffffffff || count === 0xffff) throw new ZipError('unsafe', '压缩包结构超出文档所需（ZIP64）');
    if (count > MAX_ENTRIES) throw new ZipError('unsafe', `部件多达 ${count} 个`);
    if (start > at) break;
    return { start, count };
  }
  throw new ZipError('damaged', '文件不完整');
}

function readEntry(view: DataView, bytes: Uint8Array, at: number): { readonly entry: Entry; readonly next: number } {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw new ZipError('damaged', '目录不完整');
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const local = view.getUint32(at + 42, true);
  if (next > view.byteLength || local + 30 > view.byteLength) throw new ZipError('damaged', '目录不完整');
  if (view.getUint32(local, true) !== 0x04034b50) throw new ZipError('damaged', '部件位置不对');
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  const localName = bytes.subarray(local + 30, local + 30 + view.getUint16(local + 26, true));
  if (Buffer.compare(nameBytes, localName) !== 0) throw new ZipError('unsafe', '目录与部件名称不一致');
  if ((view.getUint16(at + 8, true) & 1) === 1) throw new ZipError('encrypted', '设有密码');
  const entry: Entry = {
    name: decodeName(nameBytes),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    start: local,
    dataStart: local + 30 + localName.length + view.getUint16(local + 28, true),
  };
  assertName(entry.name);
  if (entry.dataStart + entry.packedSize > view.byteLength) throw new ZipError('damaged', `部件“${entry.name}”不完整`);
  return { entry, next };
}

/** Chinese Windows writes names in its own code page and does not say so. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function assertName(name: string): void {
  const parts = name.split('/');
  if (
    name.includes('\\') ||
    name.includes('\0') ||
    name.startsWith('/') ||
    /^[a-z]:/i.test(name) ||
    parts.includes('..')
  ) {
    throw new ZipError('unsafe', '部件名称指向文档之外');
  }
}

function assertNoOverlap(entries: readonly Entry[], directoryStart: number): void {
  const inOrder = [...entries].sort((a, b) => a.start - b.start);
  inOrder.forEach((entry, index) => {
    const limit = inOrder[index + 1]?.start ?? directoryStart;
    if (entry.dataStart + entry.packedSize > limit) throw new ZipError('unsafe', '部件互相重叠');
  });
}

function inflate(entry: Entry, bytes: Uint8Array): Uint8Array {
  const packed = bytes.subarray(entry.dataStart, entry.dataStart + entry.packedSize);
  const data = unpack(entry, packed);
  if (data.length !== entry.size || crc32(data) !== entry.crc) {
    throw new ZipError('damaged', `部件“${entry.name}”校验不符`);
  }
  return data;
}

function unpack(entry: Entry, packed: Uint8Array): Uint8Array {
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new ZipError('unsafe', '压缩方式不认识');
  try {
    // One byte more than declared shows a lie about the size without inflating the whole of it.
    return inflateRawSync(packed, { maxOutputLength: entry.size + 1 });
  } catch (error) {
    const lied = error instanceof RangeError;
    throw new ZipError(lied ? 'unsafe' : 'damaged', `部件“${entry.name}”${lied ? '大小与所称不符' : '无法展开'}`);
  }
}
