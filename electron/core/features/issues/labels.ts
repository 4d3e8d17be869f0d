import type { IssueId } from '../../../../shared/domain/ids.ts';
import { nextNumbers } from '../../../../shared/domain/numbering.ts';
import { issueText } from '../../../../shared/domain/wording.ts';
import type { Readable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { getPublication, numberingState } from '../publications/repo.ts';
import { getIssue, type Issue } from './repo.ts';

export interface Numbers {
  number: number;
  /** `null` where a back issue does not say. */
  total: number | null;
  tentative: boolean;
}

/** The numbers an issue has, or would take if it were signed now. */
export function numbersOf(r: Readable, issue: Issue): Numbers {
  if (issue.number !== null) return { number: issue.number, total: issue.total, tentative: false };
  return { ...nextNumbersOf(r, issue), tentative: true };
}

/** The numbers an issue takes if it is signed now. */
export const nextNumbersOf = (r: Readable, issue: Pick<Issue, 'publicationId' | 'year'>) =>
  nextNumbers(numberingState(r, issue.publicationId, issue.year));

/**
 * 《上街信息》第19期, or 第19期（暂定）; of a back issue with its year, since ten of them have the same number. Throws
 * `not-found`. Of a signed issue only what the label says is read: a page of search results shows twenty.
 */
export function issueLabel(r: Readable, id: IssueId): string {
  const row = r.get<
    Record<'name' | 'wording' | 'numerals', string | null> & { number: number | null; year: number | null }
  >(
    `SELECT i.number, iif(i.state = 'filed', i.year, NULL) AS year, p.name,
            p.settings ->> '$.style.issueWording' AS wording, p.settings ->> '$.style.issueNumerals' AS numerals
     FROM issues i JOIN publications p ON p.id = i.publication_id WHERE i.id = ?`,
    [id],
  );
  if (row?.number != null && row.name !== null && row.wording !== null) {
    const issueNumerals = row.numerals === 'chinese' ? 'chinese' : 'arabic';
    return label(row.name, issueText({ issueWording: row.wording, issueNumerals }, row.number), row.year);
  }
  const issue = getIssue(r, id);
  if (!issue) throw new CoreError('not-found', { what: '这一期' });
  const { name, style } = getPublication(r, issue.publicationId);
  const { number, tentative } = numbersOf(r, issue);
  return `${label(name, issueText(style, number))}${tentative ? '（暂定）' : ''}`;
}

const label = (name: string, number: string, year: number | null = null) =>
  `《${name}》${year === null ? '' : `${year}年`}${number}`;
