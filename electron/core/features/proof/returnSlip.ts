import { formatDate, toIsoDate } from '../../../../shared/domain/dates.ts';
import type { FormSheet } from '../../../../shared/domain/formSheet.ts';
import type { SubmissionId } from '../../../../shared/domain/ids.ts';
import { createProofer, numberedQuestions, questionsOf } from '../../../../shared/text/proof/index.ts';
import { formDocx } from '../../../press/index.ts';
import type { Readable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { readOffice } from '../office/office.ts';
import { getSubmission, listDecisions, submissionRows } from '../submissions/repo.ts';
import { knowledgeOf } from './knowledge.ts';

/** What a submission raises that its unit must answer, as an editor may send it: she strikes out and adds. */
export function questionsAbout(r: Readable, id: SubmissionId): string {
  const { title, paragraphs } = getSubmission(r, id);
  const { issueDate: _, ...known } = knowledgeOf(r, { issueDate: null, publicationId: null, items: [] });
  return numberedQuestions(questionsOf(createProofer(known).update([title, ...paragraphs])));
}

/** 退改单 of a submission as it was last returned. Throws `not-found` where it was not. */
export function returnSlip(r: Readable, id: SubmissionId): Uint8Array {
  const decision = listDecisions(r, id).find(({ to, undo }) => to === 'returned' && !undo);
  const [row] = submissionRows(r, [id]);
  if (!decision || !row) throw new CoreError('not-found', { what: '这件来稿的退改' });
  const due = decision.dueDate === null ? '请改好后及时报送。' : `请于${formatDate(decision.dueDate)}前改好报送。`;
  const form: FormSheet = {
    title: '信息退改单',
    date: toIsoDate(new Date(decision.at)),
    facts: [
      ['单位', row.department ?? '（未定）'],
      ['稿件', row.title || row.excerpt],
      ['退改日期', formatDate(toIsoDate(new Date(decision.at)))],
    ],
    parts: [
      { heading: '请核实、修改', paragraphs: decision.reason.split('\n').filter((line) => line.trim() !== '') },
      { heading: '', paragraphs: [due] },
    ],
    foot: [`${readOffice(r)?.name ?? ''}　经办人：${decision.person}`],
  };
  return formDocx(form);
}
