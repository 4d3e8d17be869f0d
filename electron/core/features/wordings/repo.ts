import type { WordingId } from '../../../../shared/domain/ids.ts';
import { type Wording, type WordingKind, wordingFields } from '../../../../shared/domain/wordings.ts';
import type { Readable, Writable } from '../../db/open.ts';

/** In the order they were added. */
export const listWordings = (r: Readable): Wording[] =>
  r.all('SELECT id, kind, word, preferred, reason FROM wordings ORDER BY seq').map((row) => wordingFields.parse(row));

export function findWording(r: Readable, kind: WordingKind, word: string): Wording | null {
  const row = r.get('SELECT id, kind, word, preferred, reason FROM wordings WHERE kind = ? AND word = ?', [kind, word]);
  return row ? wordingFields.parse(row) : null;
}

export function putWording(w: Writable, wording: Wording): void {
  w.run(
    `INSERT INTO wordings (id, seq, kind, word, preferred, reason)
     VALUES (@id, (SELECT coalesce(max(seq), 0) + 1 FROM wordings), @kind, @word, @preferred, @reason)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, word = excluded.word, preferred = excluded.preferred,
       reason = excluded.reason`,
    { ...wording },
  );
  w.touch('wordings');
}

export function deleteWording(w: Writable, id: WordingId): void {
  w.run('DELETE FROM wordings WHERE id = ?', [id]);
  w.touch('wordings');
}
