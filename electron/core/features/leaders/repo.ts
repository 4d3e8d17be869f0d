import type { LeaderId } from '../../../../shared/domain/ids.ts';
import { type Leader, leaderSchema } from '../../../../shared/domain/leader.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { toJson } from '../../json.ts';

interface LeaderRecord {
  id: string;
  name: string;
  posts: string;
  validFrom: string | null;
  validTo: string | null;
  note: string;
}

/** In order of precedence. */
export const listLeaders = (r: Readable): Leader[] =>
  r
    .all<LeaderRecord>(
      'SELECT id, name, posts, valid_from AS validFrom, valid_to AS validTo, note FROM leaders ORDER BY position',
    )
    .map((row) => leaderSchema.parse({ ...row, posts: JSON.parse(row.posts) }));

export function putLeader(w: Writable, leader: Leader): void {
  w.run(
    `INSERT INTO leaders (id, position, name, posts, valid_from, valid_to, note)
     VALUES (@id, (SELECT coalesce(max(position), 0) + 1 FROM leaders), @name, @posts, @validFrom, @validTo, @note)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, posts = excluded.posts, valid_from = excluded.valid_from,
       valid_to = excluded.valid_to, note = excluded.note`,
    { ...leader, posts: toJson(leader.posts) },
  );
  w.touch('leaders');
}

export function orderLeaders(w: Writable, ids: readonly LeaderId[]): void {
  ids.forEach((id, index) => {
    w.run('UPDATE leaders SET position = ? WHERE id = ?', [index + 1, id]);
  });
  w.touch('leaders');
}

export function deleteLeader(w: Writable, id: LeaderId): void {
  w.run('DELETE FROM leaders WHERE id = ?', [id]);
  w.touch('leaders');
}
