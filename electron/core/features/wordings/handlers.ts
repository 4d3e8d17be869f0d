import { wordingFault, wordingKindNames } from '../../../../shared/domain/wordings.ts';
import { type HandlersOf, newId, record } from '../../context.ts';
import { CoreError } from '../../errors.ts';
import { deleteWording, findWording, listWordings, putWording } from './repo.ts';

export const wordingHandlers: HandlersOf<'wordings'> = {
  'wordings.list': (_, { desk }) => desk.db.read(listWordings),

  'wordings.save': (input, call) =>
    call.desk.db.write((w) => {
      const all = listWordings(w);
      if (input.id !== null && !all.some(({ id }) => id === input.id)) throw unknown();
      const wording = { ...input, id: input.id ?? newId() };
      const fault = wordingFault(wording);
      if (fault !== null) throw new CoreError('invalid-input', { detail: fault });
      const taken = findWording(w, wording.kind, wording.word);
      if (taken && taken.id !== wording.id)
        throw new CoreError('name-taken', { name: wording.word, what: wordingKindNames[wording.kind] });
      putWording(w, wording);
      record(w, call, wording.id, `保存${wordingKindNames[wording.kind]}“${wording.word}”`);
      return wording;
    }),

  'wordings.delete': ({ id }, call) =>
    call.desk.db.write((w) => {
      const wording = listWordings(w).find((one) => one.id === id);
      if (!wording) throw unknown();
      deleteWording(w, id);
      record(w, call, id, `删除${wordingKindNames[wording.kind]}“${wording.word}”`);
    }),
};

const unknown = () => new CoreError('not-found', { what: '这条用语' });
