import type { PublicationId } from '../../../../shared/domain/ids.ts';
import { nextNumbers } from '../../../../shared/domain/numbering.ts';
import { numberedCopy } from '../../../../shared/domain/wording.ts';
import { type HandlersOf, newId, record } from '../../context.ts';
import { CoreError } from '../../errors.ts';
import { rearrange } from '../issues/service.ts';
import { lastIssue, sampleIssue } from './pages.ts';
import { getPublication, listPublications, numberingState, putPublication, setStart } from './repo.ts';

export const publicationHandlers: HandlersOf<'publications'> = {
  'publications.list': (_, { desk }) => desk.db.read(listPublications),

  'publications.save': (input, call) =>
    call.desk.db.write((w) => {
      if (input.id !== null) getPublication(w, input.id);
      if (listPublications(w).some((p) => p.name === input.name && p.id !== input.id))
        throw new CoreError('name-taken', { name: input.name, what: '刊物' });
      const publication = { ...input, id: input.id ?? newId() };
      putPublication(w, publication);
      rearrange(w, publication);
      record(w, call, publication.id, `保存刊物《${publication.name}》`);
      return publication;
    }),

  'publications.preview': async ({ publication, pages, known, only, viewer }, { desk }) => {
    const draft = { ...publication, id: publication.id ?? newId<PublicationId>() };
    const bulletin = desk.db.read((r) => (pages === 'last' ? lastIssue(r, draft) : null) ?? sampleIssue(r, draft));
    return desk.press.preview(numberedCopy(bulletin, 1), { known, only, lane: `style/${viewer}` });
  },

  'publications.numbering': ({ id, year }, { desk }) =>
    desk.db.read((r) => {
      getPublication(r, id);
      const state = numberingState(r, id, year);
      return { ...nextNumbers(state), canSet: state.lastNumber === null };
    }),

  'publications.setStart': ({ id, year, startNumber, startTotal }, call) =>
    call.desk.db.write((w) => {
      const { name } = getPublication(w, id);
      const { lastNumber, lastTotal } = numberingState(w, id, year);
      if (lastNumber !== null || (lastTotal !== null && startTotal !== lastTotal + 1))
        throw new CoreError('number-in-use', { year });
      setStart(w, id, year, { number: startNumber, total: startTotal });
      record(w, call, id, `《${name}》${year}年从第${startNumber}期（总第${startTotal}期）开始编号`);
    }),
};
