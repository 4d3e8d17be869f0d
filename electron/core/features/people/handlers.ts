import { type HandlersOf, newId, record } from '../../context.ts';
import { CoreError } from '../../errors.ts';
import { listPeople, putPerson } from './repo.ts';

export const peopleHandlers: HandlersOf<'people'> = {
  'people.list': (_, { desk }) => desk.db.read(listPeople),

  'people.save': (input, call) =>
    call.desk.db.write((w) => {
      const people = listPeople(w);
      if (people.some((p) => p.name === input.name && p.id !== input.id))
        throw new CoreError('name-taken', { name: input.name, what: '人员' });
      if (input.id !== null && !people.some((p) => p.id === input.id))
        throw new CoreError('not-found', { what: '这个人' });
      const person = { ...input, id: input.id ?? newId() };
      const others = people.filter((p) => p.id !== person.id);
      if (![...others, person].some((p) => p.active && p.roles.includes('editor')))
        throw new CoreError('still-used', { name: person.name, where: '办公室至少要有一名责任编辑' });
      putPerson(w, person);
      record(w, call, person.id, `保存人员${person.name}`);
      return person;
    }),
};
