import { createHash } from 'node:crypto';
import { CoreError } from '../errors.ts';
import type { Readable, Writable } from './handles.ts';

/** SHA-256 of the bytes, lower-case hex. */
export type BlobHash = string & { readonly __brand: 'BlobHash' };

/*
 * Original bytes as received, under their hash. In the database rather than as files: a submission and its original are
 * then committed, backed up and restored together, and a backup of one file is whole. The same file sent twice is kept
 * once; the schema refuses to change or delete one.
 */

/** Keeps `bytes` and says under which hash. */
export function putBlob(w: Writable, bytes: Uint8Array): { hash: BlobHash; size: number } {
  const hash = hashBytes(bytes);
  const size = bytes.byteLength;
  if (w.get('SELECT 1 AS found FROM blobs WHERE hash = ?', [hash]) === undefined)
    w.run('INSERT INTO blobs (hash, size, bytes) VALUES (?, ?, ?)', [hash, size, bytes]);
  return { hash, size };
}

/** The bytes, checked against their hash; `undefined` where there are none. Throws `file-damaged`. */
export function getBlob(r: Readable, hash: BlobHash): Uint8Array | undefined {
  const row = r.get<{ bytes: Uint8Array }>('SELECT bytes FROM blobs WHERE hash = ?', [hash]);
  if (row && hashBytes(row.bytes) !== hash) {
    throw new CoreError('file-damaged', { file: hash.slice(0, 12), detail: '原件与收到时不一致。' });
  }
  return row?.bytes;
}

export const hashBytes = (bytes: Uint8Array): BlobHash => createHash('sha256').update(bytes).digest('hex') as BlobHash;
