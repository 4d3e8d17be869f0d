import type { IntakeResult, IntakeSplit } from '../../../../shared/contract/views.ts';
import type { IntakeId } from '../../../../shared/domain/ids.ts';
import { splitWithTrace } from '../../../../shared/text/split/index.ts';
import { documentOf, faultOf, type Split } from '../../../../shared/text/split/review/index.ts';
import { type Call, record } from '../../context.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { intakeResult, piecesOf } from './intake.ts';
import { registerKnowledge } from './knowledge.ts';
import {
  addSubmission,
  deleteSubmissions,
  getIntake,
  getSubmission,
  keepSplit,
  keptSplit,
  submissionsOfIntake,
  wasDecided,
} from './repo.ts';

/** A received text with its split: as an editor left it, else as the splitter sees it now. Throws `not-found`. */
export function intakeSplit(r: Readable, id: IntakeId): IntakeSplit {
  const { text, fileName, way } = getIntake(r, id);
  const { pieces, items, confidence } = keptSplit(r, id) ?? splitWithTrace(text, registerKnowledge(r));
  return {
    intakeId: id,
    fileName,
    text,
    split: { pieces, items, confidence },
    open: way !== 'typed' && !wasDecided(r, id),
  };
}

/** Longer texts are no letters; splitting one again for each look at a part of it would be felt. */
const LONGEST_LETTER = 60_000;

/** What stands round the items of a received text and is in none of them: greetings, names, telephone numbers. */
export function wordsAround(r: Readable, id: IntakeId): string[] {
  const { text, way } = getIntake(r, id);
  if (way === 'typed' || text.length > LONGEST_LETTER) return [];
  const document = documentOf(text, intakeSplit(r, id).split);
  const issues = 'issues' in document ? document.issues : [document];
  return issues
    .flatMap(({ issue, leftover }) => [...leftover, issue.reviewersText, issue.signersText])
    .filter((words) => words !== null && /\p{L}/u.test(words) && !/^第.{1,4}页/u.test(words)) as string[];
}

/**
 * Files a received text anew, as an editor split it. Units that were set by hand stay with the submissions that are as
 * they were.
 * Throws `state-changed` once something was decided on a part of it, `invalid-input` for a split that is not whole.
 */
export function resplit(w: Writable, call: Call, id: IntakeId, split: Split): IntakeResult {
  const intake = getIntake(w, id);
  const what = intake.fileName === null ? '这次导入' : `“${intake.fileName}”`;
  if (intake.way === 'typed' || wasDecided(w, id)) throw new CoreError('state-changed', { what, state: '处理过' });
  if (split.items.length === 0) throw new CoreError('invalid-input', { detail: '没有留下任何一条' });
  if (faultOf(intake.text, split) !== null) throw new CoreError('invalid-input', { detail: '拆分与原文对不上' });
  const before = submissionsOfIntake(w, id).map((old) => getSubmission(w, old));
  deleteSubmissions(w, id);
  keepSplit(w, call, id, split);
  const submissions = piecesOf(w, intake, split).map((made) => {
    const old = before.find(
      ({ title, paragraphs }) => title === made.title && paragraphs.join() === made.paragraphs.join(),
    );
    return old ? { ...made, id: old.id, departmentId: old.departmentId, candidates: old.candidates } : made;
  });
  for (const submission of submissions) addSubmission(w, submission);
  record(w, call, id, `重新拆分${what}，${submissions.length}条`);
  return intakeResult(w, intake, split);
}
