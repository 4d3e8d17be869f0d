import { wordingKindNames } from '../../../../shared/domain/wordings.ts';
import { type HandlersOf, newId, record } from '../../context.ts';
import { getIssue } from '../issues/repo.ts';
import { getItem, placeOfItem } from '../items/repo.ts';
import { deleteWording, findWording, putWording } from '../wordings/repo.ts';
import { decide, listDecisions, withdrawDecision } from './decisions.ts';
import { knowledgeOf } from './knowledge.ts';
import { questionsAbout } from './returnSlip.ts';

export const proofHandlers: HandlersOf<'proof'> = {
  'proof.knowledge': ({ id }, { desk }) =>
    desk.db.read((r) => {
      if (id === null) return knowledgeOf(r, { issueDate: null, publicationId: null, items: [] });
      const place = placeOfItem(r, getItem(r, id).id);
      const issue = place && getIssue(r, place.id);
      return knowledgeOf(r, {
        issueDate: issue?.date ?? null,
        publicationId: issue?.number === null ? issue.publicationId : null,
        items: [id],
      });
    }),

  'proof.ignore': ({ passage, ignored }, call) =>
    call.desk.db.write((w) => {
      const known = findWording(w, 'right', passage);
      if (ignored && !known) putWording(w, { id: newId(), kind: 'right', word: passage, preferred: '', reason: '' });
      if (!ignored && known) deleteWording(w, known.id);
      record(w, call, null, `${wordingKindNames.right}${ignored ? '增加' : '去掉'}“${passage}”`);
    }),

  'proof.questions': ({ id }, { desk }) => desk.db.read((r) => questionsAbout(r, id)),

  'proof.decisions': ({ id }, { desk }) => desk.db.read((r) => listDecisions(r, id)),

  'proof.decide': (decision, call) => call.desk.db.write((w) => decide(w, call, decision)),

  'proof.withdraw': ({ itemId, seq }, call) => call.desk.db.write((w) => withdrawDecision(w, call, itemId, seq)),
};
