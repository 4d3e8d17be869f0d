import type { PersonId } from '../../../../shared/domain/ids.ts';
import { type Person, personSchema } from '../../../../shared/domain/people.ts';
import type { Readable, Writable } from '../../db/open.ts';

interface PersonRecord {
  id: string;
  name: string;
  roles: string;
  active: number;
}

const columns = 'id, name, roles, active';

const toPerson = (row: PersonRecord): Person =>
  personSchema.parse({ ...row, roles: JSON.parse(row.roles), active: row.active === 1 });

export const listPeople = (r: Readable): Person[] =>
  r.all<PersonRecord>(`SELECT ${columns} FROM people ORDER BY active DESC, rowid`).map(toPerson);

export function getPerson(r: Readable, id: PersonId): Person | null {
  const row = r.get<PersonRecord>(`SELECT ${columns} FROM people WHERE id = ?`, [id]);
  return row ? toPerson(row) : null;
}

export function putPerson(w: Writable, person: Person): void {
  w.run(
    `INSERT INTO people (id, name, roles, active) VALUES (@id, @name, @roles, @active)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, roles = excluded.roles, active = excluded.active`,
    { id: person.id, name: person.name, roles: JSON.stringify(person.roles), active: person.active ? 1 : 0 },
  );
  w.touch('people');
}
