import { expect, test } from 'vitest';
import { type BlobHash, getBlob, putBlob } from '../../../electron/core/db/blobs.ts';
import { type Database, openDatabase } from '../../../electron/core/db/open.ts';
import { migrations } from '../../../electron/core/migrations/index.ts';
import { office } from './programs/office.ts';
import { coreErrorOf, tempFolder } from './support.ts';

function withOffice(use: (db: Database) => void) {
  const db = openDatabase(office(tempFolder(), migrations));
  try {
    use(db);
  } finally {
    db.close();
  }
}

test('an original comes back byte for byte, is kept once, and cannot be changed', () =>
  withOffice((db) => {
    const bytes = new Uint8Array([0, 255, 1, 254]);
    const { hash, size } = db.write((w) => putBlob(w, bytes));
    expect(size).toBe(4);
    db.write((w) => putBlob(w, bytes));
    expect(db.read((r) => r.all('SELECT size FROM blobs'))).toEqual([{ size: 4 }]);
    expect(db.read((r) => new Uint8Array(getBlob(r, hash) ?? []))).toEqual(bytes);
    expect(db.read((r) => getBlob(r, 'none' as BlobHash))).toBeUndefined();
    expect(() => db.write((w) => w.run(`UPDATE blobs SET bytes = x'00000000'`))).toThrow('append-only');
  }));

test('an original whose bytes were changed behind our back is not handed out', () =>
  withOffice((db) => {
    const { hash } = db.write((w) => putBlob(w, new Uint8Array([1, 2, 3])));
    db.write((w) => {
      w.exec('DROP TRIGGER blobs_no_update');
      w.run('UPDATE blobs SET bytes = ?', [new Uint8Array([1, 2, 4])]);
    });
    expect(coreErrorOf(() => db.read((r) => getBlob(r, hash))).code).toBe('file-damaged');
  }));
