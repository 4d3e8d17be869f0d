import { emptyDistribution } from '../../../../shared/domain/distribution.ts';
import { defaultHouseStyle } from '../../../../shared/domain/houseStyle.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { type Person, roleSchema } from '../../../../shared/domain/people.ts';
import type { Publication } from '../../../../shared/domain/publication.ts';
import { type Actor, type HandlersOf, newId, record } from '../../context.ts';
import { CoreError } from '../../errors.ts';
import { getPerson, putPerson } from '../people/repo.ts';
import { putPublication, setStart } from '../publications/repo.ts';
import { counts, readLog, readOffice, sessionView, writeOffice } from './office.ts';

export const sessionHandlers: HandlersOf<'session'> = {
  'session.get': (_, { desk, session }) => desk.db.read((r) => sessionView(r, desk, session)),

  'session.choose': ({ personId }, { desk, session }) => {
    const person = desk.db.read((r) => getPerson(r, personId));
    if (!person?.active) throw new CoreError('not-found', { what: '这个人' });
    session.choose(personId);
    // Other windows of the same session show who works, too.
    desk.emit({ type: 'changed', topics: ['people'] });
    return desk.db.read((r) => sessionView(r, desk, session));
  },
};

export const officeHandlers: HandlersOf<'office'> = {
  /** The one command open before there is anybody to call it; it works once. */
  'office.begin': (input, { desk, session }) => {
    const person: Person = { id: newId<PersonId>(), name: input.person, roles: [...roleSchema.options], active: true };
    const publication: Publication = {
      id: newId(),
      name: input.publication,
      office: input.office,
      sections: [],
      editors: [input.person],
      imprintParts: ['editors'],
      distribution: emptyDistribution,
      style: defaultHouseStyle,
    };
    desk.db.write((w) => {
      if (readOffice(w)) throw new CoreError('state-changed', { what: '办公室', state: '设置完毕' });
      writeOffice(w, { name: input.office, exportFolder: '' });
      putPerson(w, person);
      putPublication(w, publication);
      setStart(w, publication.id, input.year, { number: input.startNumber, total: input.startTotal });
      const actor: Actor = { personId: person.id, name: person.name, roles: person.roles };
      record(w, { desk, actor }, null, `设立${input.office}，创办《${input.publication}》`);
    });
    session.choose(person.id);
    return desk.db.read((r) => sessionView(r, desk, session));
  },

  'office.save': (input, call) =>
    call.desk.db.write((w) => {
      writeOffice(w, input);
      record(w, call, null, `修改办公室设置`);
    }),
  'office.counts': (_, { desk }) => desk.db.read(counts),
  'office.log': ({ subject, limit }, { desk }) => desk.db.read((r) => readLog(r, subject, limit)),
};
