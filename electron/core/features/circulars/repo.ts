import type { CircularDetail } from '../../../../shared/contract/methods/circulars.ts';
import { circularContentSchema } from '../../../../shared/domain/circular/circular.ts';
import type { CircularId } from '../../../../shared/domain/ids.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { fromJson, toJson } from '../../json.ts';

/** As stored: the title stands within the content. */
type CircularRecord = Omit<CircularDetail, 'content' | 'title'> & { content: string };

const columns = `id, kind, from_date AS "from", to_date AS "to", publication_id AS publicationId, content, version,
  made_at AS madeAt, made_by AS madeBy, published_at AS publishedAt, published_by AS publishedBy`;

function toCircular(row: CircularRecord): CircularDetail {
  const content = fromJson(circularContentSchema, row.content);
  return { ...row, content, title: content.title };
}

/** The newest first. */
export const listCirculars = (r: Readable): CircularDetail[] =>
  r.all<CircularRecord>(`SELECT ${columns} FROM circulars ORDER BY seq DESC`).map(toCircular);

/** Throws `not-found`. */
export function getCircular(r: Readable, id: CircularId): CircularDetail {
  const row = r.get<CircularRecord>(`SELECT ${columns} FROM circulars WHERE id = ?`, [id]);
  if (!row) throw new CoreError('not-found', { what: '这份通报' });
  return toCircular(row);
}

export function putCircular(w: Writable, { content, title: _, ...circular }: CircularDetail): void {
  w.run(
    `INSERT INTO circulars (id, kind, from_date, to_date, publication_id, content, version, made_at, made_by, published_at,
       published_by)
     VALUES (@id, @kind, @from, @to, @publicationId, @content, @version, @madeAt, @madeBy, @publishedAt, @publishedBy)
     ON CONFLICT (id) DO UPDATE SET content = excluded.content, version = excluded.version,
       published_at = excluded.published_at, published_by = excluded.published_by`,
    { ...circular, content: toJson(content) },
  );
  w.touch('circulars');
}

export function deleteCircular(w: Writable, id: CircularId): void {
  w.run('DELETE FROM circulars WHERE id = ?', [id]);
  w.touch('circulars');
}
