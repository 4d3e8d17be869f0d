import type { PublicationId } from '../../../../shared/domain/ids.ts';
import type { NumberingState } from '../../../../shared/domain/numbering.ts';
import { type Publication, publicationSchema } from '../../../../shared/domain/publication.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';

interface PublicationRecord {
  id: string;
  name: string;
  office: string;
  settings: string;
}

const toPublication = ({ settings, ...row }: PublicationRecord): Publication =>
  publicationSchema.parse({ ...JSON.parse(settings), ...row });

export const listPublications = (r: Readable): Publication[] =>
  r.all<PublicationRecord>('SELECT id, name, office, settings FROM publications ORDER BY position').map(toPublication);

/** Throws `not-found`. */
export function getPublication(r: Readable, id: PublicationId): Publication {
  const row = r.get<PublicationRecord>('SELECT id, name, office, settings FROM publications WHERE id = ?', [id]);
  if (!row) throw new CoreError('not-found', { what: '这份刊物' });
  return toPublication(row);
}

export function putPublication(w: Writable, { id, name, office, ...settings }: Publication): void {
  w.run(
    `INSERT INTO publications (id, position, name, office, settings)
     VALUES (@id, (SELECT coalesce(max(position), 0) + 1 FROM publications), @name, @office, @settings)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, office = excluded.office, settings = excluded.settings`,
    { id, name, office, settings: JSON.stringify(settings) },
  );
  w.touch('publications', 'issues');
}

export function setStart(w: Writable, id: PublicationId, year: number, start: { number: number; total: number }): void {
  w.run(
    `INSERT INTO publication_starts (publication_id, year, number, total) VALUES (?, ?, ?, ?)
     ON CONFLICT (publication_id, year) DO UPDATE SET number = excluded.number, total = excluded.total`,
    [id, year, start.number, start.total],
  );
  w.touch('publications', 'issues');
}

/** What the numbers of a year stand at. Read in the transaction that takes the number. */
export function numberingState(r: Readable, id: PublicationId, year: number): NumberingState {
  const numbered = 'FROM issues WHERE publication_id = @id AND standing = 1';
  const last = r.get<Record<'number' | 'total' | 'filedNumber' | 'filedTotal', number | null>>(
    `SELECT (SELECT max(number) ${numbered} AND year = @year AND state <> 'filed') AS number,
            (SELECT max(total) ${numbered} AND state <> 'filed') AS total,
            (SELECT max(number) ${numbered} AND year = @year AND state = 'filed') AS filedNumber,
            (SELECT max(total) ${numbered} AND state = 'filed') AS filedTotal`,
    { id, year },
  );
  const start = r.get<{ number: number; total: number }>(
    'SELECT number, total FROM publication_starts WHERE publication_id = ? AND year = ?',
    [id, year],
  );
  const earliest = r.get<{ total: number }>(
    'SELECT total FROM publication_starts WHERE publication_id = ? ORDER BY year LIMIT 1',
    [id],
  );
  return {
    lastNumber: last?.number ?? null,
    lastTotal: last?.total ?? null,
    lastFiledNumber: last?.filedNumber ?? null,
    lastFiledTotal: last?.filedTotal ?? null,
    startNumber: start?.number ?? 1,
    startTotal: start?.total ?? earliest?.total ?? 1,
  };
}
