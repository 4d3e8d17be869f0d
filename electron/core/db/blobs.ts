import { createHash } from 'node:crypto';
import { CoreError } from '../errors.ts';
import type { Readable, Writable } from './handles.ts';

/** SHA-256 of the bytes, lower-case hex. */
export type BlobHash = string & { readonly __brand: 'BlobHash' };

/**
 * Original bytes as received, under their hash, for migration 1. In the database rather than as files: a submission and
 * its original are then committed, backed up and restored together, and a backup of one file is whole. Bytes are never
 * changed; the same file sent in twice is kept once.
 */
export const BLOBS_DDL = `
  CREATE TABLE blobs (
    hash  TEXT PRIMARY KEY CHECK (length(hash) = 64),
    size  INTEGER NOT NULL CHECK (size = length(bytes)),
    bytes BLOB NOT NULL
  ) STRICT;
  CREATE TRIGGER blobs_never_change BEFORE UPDATE ON blobs
  BEGIN
    SELECT RAISE(ABORT, 'original bytes are never changed');
  END;
`;

/** Keeps `bytes` and says under which hash. */
export function putBlob(w: Writable, bytes: Uint8Array): { hash: BlobHash; size: number } {
  const hash = hashBytes(bytes);
  const size = bytes.byteLength;
  w.run('INSERT INTO blobs (hash, size, bytes) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING', [hash, size, bytes]);
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
