import { type HandlersOf, newId, record } from '../../context.ts';
import type { Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import {
  deleteGroup,
  deleteRecipient,
  listGroups,
  listRecipients,
  orderRecipients,
  putGroup,
  putRecipient,
  usesOf,
} from './repo.ts';

export const recipientHandlers: HandlersOf<'recipients'> = {
  'recipients.list': (_, { desk }) => desk.db.read((r) => ({ recipients: listRecipients(r), groups: listGroups(r) })),

  'recipients.save': (input, call) =>
    call.desk.db.write((w) => {
      const recipient = { ...input, id: input.id ?? newId() };
      refuseTaken(listRecipients(w), recipient, input.id, '收件人');
      putRecipient(w, recipient);
      record(w, call, recipient.id, `保存收件人${recipient.name}`);
      return recipient;
    }),

  'recipients.delete': ({ id }, call) =>
    call.desk.db.write((w) => {
      const name = nameToDelete(w, listRecipients(w), id, '这个收件人');
      deleteRecipient(w, id);
      record(w, call, id, `删除收件人${name}`);
    }),

  'recipients.order': ({ ids }, { desk }) => desk.db.write((w) => orderRecipients(w, ids)),

  'recipients.saveGroup': (input, call) =>
    call.desk.db.write((w) => {
      const group = { ...input, id: input.id ?? newId() };
      refuseTaken(listGroups(w), group, input.id, '分组');
      const known = new Set(listRecipients(w).map((recipient) => recipient.id));
      if (group.members.some((member) => !known.has(member)))
        throw new CoreError('not-found', { what: '分组中的收件人' });
      putGroup(w, group);
      record(w, call, group.id, `保存分组${group.name}`);
      return group;
    }),

  'recipients.deleteGroup': ({ id }, call) =>
    call.desk.db.write((w) => {
      const name = nameToDelete(w, listGroups(w), id, '这个分组');
      deleteGroup(w, id);
      record(w, call, id, `删除分组${name}`);
    }),
};

interface Named {
  id: string;
  name: string;
}

/** Throws `not-found` where `asked` names nothing, `name-taken` where another has the name. */
function refuseTaken(among: readonly Named[], saved: Named, asked: string | null, what: string): void {
  if (asked !== null && !among.some((one) => one.id === asked))
    throw new CoreError('not-found', { what: `这个${what}` });
  if (among.some((one) => one.name === saved.name && one.id !== saved.id))
    throw new CoreError('name-taken', { name: saved.name, what });
}

/** The name of what is to be deleted. Throws `not-found`, or `still-used` with where. */
function nameToDelete<Id extends Parameters<typeof usesOf>[1]>(
  w: Writable,
  among: readonly { id: Id; name: string }[],
  id: Id,
  what: string,
): string {
  const found = among.find((one) => one.id === id);
  if (!found) throw new CoreError('not-found', { what });
  const uses = usesOf(w, id);
  if (uses.length > 0) throw new CoreError('still-used', { name: found.name, where: [...new Set(uses)].join('、') });
  return found.name;
}
