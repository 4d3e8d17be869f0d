import type { IsoDate } from './dates.ts';
import { dateParts } from './dates.ts';
import type { PublicationId } from './ids.ts';

/** 往期补录: issues printed before the program was used, read from their files and filed under their own numbers. */

/** What keeps a back issue from being filed, and below it what an editor should look at first. */
export const backProblemNames = {
  'no-items': '没有分出稿件',
  'no-publication': '不知是哪份刊物',
  'no-number': '没有期号',
  'no-date': '没有日期',
  'future-date': '日期在今天之后',
  'number-filed': '这一期已在往期中',
  'number-twice': '期号与另一份文件重复',
  'number-reserved': '期号归本程序签发',
  'total-filed': '总期号已在往期中',
  'total-twice': '总期号与另一份文件重复',
  'unsure-items': '有存疑的稿件',
  leftover: '有未归入的文字',
  'unknown-units': '有认不出的单位',
  'out-of-order': '日期与期号的先后不符',
  'read-with-warnings': '读取时有提示',
} as const;
export type BackProblem = keyof typeof backProblemNames;

const BLOCKING: ReadonlySet<BackProblem> = new Set<BackProblem>([
  'no-items',
  'no-publication',
  'no-number',
  'no-date',
  'future-date',
  'number-filed',
  'number-twice',
  'number-reserved',
  'total-filed',
  'total-twice',
]);

/** Whether a back issue cannot be filed while it has this problem. */
export const isBlocking = (problem: BackProblem): boolean => BLOCKING.has(problem);

/** What an issue, filed or to be filed, is known by. */
export interface NumberedIssue {
  publicationId: PublicationId | null;
  number: number | null;
  total: number | null;
  date: IsoDate | null;
}

/** Where the numbers of a year stop being free: what the program has signed. */
export interface SignedNumbers {
  publicationId: PublicationId;
  year: number;
  /** First number signed in that year. */
  number: number;
  /** First running total signed in that publication. */
  total: number;
}

/** A stretch of whole numbers, both ends included. */
export type NumberRange = readonly [first: number, last: number];

/** The numbers missing between the least and the greatest of `numbers`, and before it down to 1. */
export function missingNumbers(numbers: readonly number[], from = 1): NumberRange[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const missing: NumberRange[] = [];
  let expected = from;
  for (const number of sorted) {
    if (number > expected) missing.push([expected, number - 1]);
    expected = Math.max(expected, number + 1);
  }
  return missing;
}

/** 3、7—9 */
export const rangesInWords = (ranges: readonly NumberRange[]): string =>
  ranges.map(([first, last]) => (first === last ? `${first}` : `${first}—${last}`)).join('、');

/** Numbers that stand more than once. */
export function doubledNumbers(numbers: readonly number[]): number[] {
  const seen = new Set<number>();
  const doubled = new Set<number>();
  for (const number of numbers) (seen.has(number) ? doubled : seen).add(number);
  return [...doubled].sort((a, b) => a - b);
}

export const yearOfIssue = ({ date }: Pick<NumberedIssue, 'date'>): number | null =>
  date === null ? null : dateParts(date).year;

/** What an issue's number is unique within; `null` while it is not known. */
export function numberKey(issue: NumberedIssue): string | null {
  const year = yearOfIssue(issue);
  if (issue.publicationId === null || issue.number === null || year === null) return null;
  return `${issue.publicationId} ${year} ${issue.number}`;
}

export const totalKey = ({ publicationId, total }: NumberedIssue): string | null =>
  publicationId === null || total === null ? null : `${publicationId} ${total}`;

/** What is wrong with the numbers of `issue` against those that stand and those that are to be filed with it. */
export function numberProblems(
  issue: NumberedIssue,
  known: {
    /** Keys (`numberKey`, `totalKey`) of issues that stand, and how often those to be filed use each. */
    standing: ReadonlySet<string>;
    drafts: ReadonlyMap<string, number>;
    signed: readonly SignedNumbers[];
    today: IsoDate;
  },
): BackProblem[] {
  const problems: BackProblem[] = [];
  const year = yearOfIssue(issue);
  if (issue.publicationId === null) problems.push('no-publication');
  if (issue.number === null) problems.push('no-number');
  if (issue.date === null) problems.push('no-date');
  else if (issue.date > known.today) problems.push('future-date');
  const number = numberKey(issue);
  if (number !== null && known.standing.has(number)) problems.push('number-filed');
  else if (number !== null && (known.drafts.get(number) ?? 0) > 1) problems.push('number-twice');
  const total = totalKey(issue);
  if (total !== null && known.standing.has(`total ${total}`)) problems.push('total-filed');
  else if (total !== null && (known.drafts.get(`total ${total}`) ?? 0) > 1) problems.push('total-twice');
  const reserved = known.signed.some(
    (signed) =>
      signed.publicationId === issue.publicationId &&
      ((signed.year === year && (issue.number ?? 0) > signed.number) || (issue.total ?? 0) > signed.total),
  );
  if (reserved && !problems.includes('number-filed')) problems.push('number-reserved');
  return problems;
}

/** Indices of issues (of one publication and year) that are dated before one with a lower number. */
export function outOfOrder(issues: readonly NumberedIssue[]): Set<number> {
  const numbered = issues
    .map((issue, index) => ({ ...issue, index }))
    .filter((issue) => issue.number !== null && issue.date !== null)
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  const wrong = new Set<number>();
  let latest: IsoDate | null = null;
  for (const { date, index } of numbered) {
    if (date !== null && latest !== null && date < latest) wrong.add(index);
    else latest = date;
  }
  return wrong;
}
