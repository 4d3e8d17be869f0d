import fs from 'node:fs';

/** `BDsk`: marks the file as ours, in the header field SQLite keeps for that. */
export const APPLICATION_ID = 0x4244736b;

/** What a database file is, told from its bytes: SQLite would create -wal and -shm beside it merely by looking. */
export type FileKind =
  | { kind: 'absent' }
  /** No SQLite file, cut short, or one whose main part is missing. */
  | { kind: 'damaged' }
  | { kind: 'database'; applicationId: number; userVersion: number };

/**
 * Reads the header of a database nobody has open in this process (closing the file would drop its POSIX locks,
 * sqlite.org/howtocorrupt 2.2). Takes the newest committed header, which after a crash lies in the -wal.
 */
export function inspectFile(file: string): FileKind {
  const main = readStart(file, HEADER_LENGTH);
  const inWal = readHeaderInWal(`${file}-wal`);
  // Beside a database that is not there SQLite would delete the log, and with it what was saved last.
  if (!main || main.length === 0) return { kind: sizeOf(`${file}-wal`) > 0 ? 'damaged' : 'absent' };
  if (!isHeader(main) || (inWal && !isHeader(inWal))) return { kind: 'damaged' };
  const header = inWal ?? main;
  return {
    kind: 'database',
    userVersion: header.readUInt32BE(60),
    applicationId: header.readUInt32BE(68),
  };
}

// sqlite.org/fileformat2.html, 1.3 (the database header) and 4.1 (the WAL format); all numbers big-endian.
const HEADER_LENGTH = 100;
const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');
const WAL_HEADER_LENGTH = 32;
const FRAME_HEADER_LENGTH = 24;

const isHeader = (bytes: Buffer) => bytes.length === HEADER_LENGTH && bytes.subarray(0, MAGIC.length).equals(MAGIC);

/**
 * The header in the last committed copy of page 1 in a WAL; `undefined` where there is none. Frame checksums are not
 * computed: a torn frame can at worst make us refuse a file that a newer program was about to write.
 */
function readHeaderInWal(file: string): Buffer | undefined {
  return withFile(file, (fd) => {
    const head = readAt(fd, 0, WAL_HEADER_LENGTH);
    if (head.length < WAL_HEADER_LENGTH) return undefined;
    const frameLength = FRAME_HEADER_LENGTH + head.readUInt32BE(8);
    const salts = head.subarray(16, 24);
    let pending: number | undefined;
    let committed: number | undefined;
    for (let at = WAL_HEADER_LENGTH; ; at += frameLength) {
      const frame = readAt(fd, at, FRAME_HEADER_LENGTH);
      // Frames of an earlier round of the log carry other salts.
      if (frame.length < FRAME_HEADER_LENGTH || !frame.subarray(8, 16).equals(salts)) break;
      if (frame.readUInt32BE(0) === 1) pending = at + FRAME_HEADER_LENGTH;
      const commits = frame.readUInt32BE(4) !== 0;
      if (commits) committed = pending;
    }
    return committed === undefined ? undefined : readAt(fd, committed, HEADER_LENGTH);
  });
}

const sizeOf = (file: string) => fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;

const readStart = (file: string, length: number) => withFile(file, (fd) => readAt(fd, 0, length));

function readAt(fd: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, fs.readSync(fd, bytes, 0, length, position));
}

function withFile<T>(file: string, use: (fd: number) => T): T | undefined {
  let fd: number;
  try {
    fd = fs.openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return use(fd);
  } finally {
    fs.closeSync(fd);
  }
}
