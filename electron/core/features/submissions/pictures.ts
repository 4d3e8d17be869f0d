import type { PictureView } from '../../../../shared/contract/views.ts';
import type { IntakeId } from '../../../../shared/domain/ids.ts';
import { type PictureType, pictureSizeOf, pictureTypeOf } from '../../../../shared/domain/picture.ts';
import type { Attachment } from '../../../intake/reader.ts';
import { type BlobHash, getBlob, putBlob } from '../../db/blobs.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';

/** More pictures than this are a book's; the original keeps them all. */
const MOST = 100;

/** Keeps the pictures a file brought with it; what is none by its first bytes stays in the original alone. */
export function keepPictures(w: Writable, intakeId: IntakeId, attachments: readonly Attachment[]): void {
  const seen = new Set<string>();
  for (const { name, bytes } of attachments) {
    const type = pictureTypeOf(bytes);
    if (type === null || seen.size >= MOST) continue;
    const { hash, size } = putBlob(w, bytes);
    if (seen.has(hash)) continue;
    seen.add(hash);
    const [width, height] = pictureSizeOf(bytes) ?? [null, null];
    w.run(
      `INSERT INTO intake_pictures (intake_id, position, name, hash, type, width, height, size)
       VALUES (@intakeId, @position, @name, @hash, @type, @width, @height, @size)`,
      { intakeId, position: seen.size, name, hash, type, width, height, size },
    );
  }
}

export function deletePictures(w: Writable, intakeId: IntakeId): void {
  w.run('DELETE FROM intake_pictures WHERE intake_id = ?', [intakeId]);
}

/** In the order of the file. */
export const picturesOf = (r: Readable, intakeId: IntakeId): PictureView[] =>
  r
    .all<Omit<PictureView, 'pixels'> & { width: number | null; height: number | null }>(
      'SELECT hash, name, type, width, height, size FROM intake_pictures WHERE intake_id = ? ORDER BY position',
      [intakeId],
    )
    .map(({ width, height, ...picture }) => ({
      ...picture,
      pixels: width === null || height === null ? null : [width, height],
    }));

/** A picture by its hash; of the bytes kept here only those that came as one. Throws `not-found`. */
export function pictureByHash(r: Readable, hash: string): { name: string; type: PictureType; bytes: Uint8Array } {
  const row = r.get<{ name: string; type: PictureType }>('SELECT name, type FROM intake_pictures WHERE hash = ?', [
    hash,
  ]);
  const bytes = row && getBlob(r, hash as BlobHash);
  if (!bytes) throw new CoreError('not-found', { what: '这张图片' });
  return { ...row, bytes };
}
