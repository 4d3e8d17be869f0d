import type { Leader } from '../../../../shared/domain/leader.ts';
import { type HandlersOf, newId, record } from '../../context.ts';
import { CoreError } from '../../errors.ts';
import { deleteLeader, listLeaders, orderLeaders, putLeader } from './repo.ts';

export const leaderHandlers: HandlersOf<'leaders'> = {
  'leaders.list': (_, { desk }) => desk.db.read(listLeaders),

  'leaders.save': (input, call) =>
    call.desk.db.write((w) => {
      if (input.id !== null && !listLeaders(w).some(({ id }) => id === input.id)) throw unknown();
      const leader = { ...input, id: input.id ?? newId() };
      refuseBackwards(leader);
      putLeader(w, leader);
      record(w, call, leader.id, `保存领导名录：${leader.name}${leader.posts.map((post) => `、${post}`).join('')}`);
      return leader;
    }),

  'leaders.delete': ({ id }, call) =>
    call.desk.db.write((w) => {
      const leader = listLeaders(w).find((one) => one.id === id);
      if (!leader) throw unknown();
      deleteLeader(w, id);
      record(w, call, id, `领导名录删去${leader.name}`);
    }),

  'leaders.order': ({ ids }, { desk }) => desk.db.write((w) => orderLeaders(w, ids)),
};

const unknown = () => new CoreError('not-found', { what: '名录中的这一条' });

/** Throws `invalid-input` where the post would end before it begins. */
function refuseBackwards({ name, validFrom, validTo }: Leader): void {
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    throw new CoreError('invalid-input', { detail: `${name}的任职止期早于起期` });
}
