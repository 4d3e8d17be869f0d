import type { SplitDocument, SplitIssue, SplitItem } from '../../../shared/text/split/document.ts';

/** A truth file: the document, of which notes and line numbers are not compared. */
export interface Truth {
  issue: Record<string, unknown>;
  items: Record<string, unknown>[];
}

/** What differs between a document and its truth, white space aside; only the fields the truth names are compared. */
export interface Comparison {
  /** Items exactly as in the truth, of how many. */
  exact: number;
  total: number;
  /** Items the document has and the truth lacks, or the other way round. */
  surplus: number;
  differences: string[];
}

const NOT_COMPARED = new Set(['seedLines', 'n', 'notes']);

export function issuesOf(document: SplitDocument): SplitIssue[] {
  return 'issues' in document ? document.issues : [document];
}

export function compare(issue: SplitIssue, truth: Truth): Comparison {
  const differences = fieldDifferences('issue', { ...issue.issue }, truth.issue);
  let exact = 0;
  truth.items.forEach((expected, i) => {
    const found: Partial<SplitItem> = issue.items[i] ?? {};
    const wrong = fieldDifferences(`item ${i + 1}`, { ...found }, expected);
    if (wrong.length === 0) exact++;
    differences.push(...wrong);
  });
  const surplus = Math.abs(issue.items.length - truth.items.length);
  if (surplus > 0) differences.push(`${issue.items.length} items instead of ${truth.items.length}`);
  return { exact, total: truth.items.length, surplus, differences };
}

function fieldDifferences(name: string, found: Record<string, unknown>, expected: Record<string, unknown>): string[] {
  return Object.entries(expected)
    .filter(([field, value]) => !NOT_COMPARED.has(field) && bare(found[field]) !== bare(value))
    .map(([field, value]) => `${name} ${field}: ${bare(found[field])} ≠ ${bare(value)}`);
}

const bare = (value: unknown): string =>
  (JSON.stringify(value ?? null) ?? 'null').replace(/\\[nrt]|\s|\u3000|\u00a0/g, '');

/** Characters of `text`, white space aside, against those of the document: what was lost, what was doubled. */
export function accountFor(text: string, document: SplitDocument): { lost: string; doubled: string } {
  const counts = new Map<string, number>();
  const count = (part: string, by: number) => {
    for (let i = 0; i < part.length; i++) {
      const char = part.charAt(i);
      if (!/\s/.test(char)) counts.set(char, (counts.get(char) ?? 0) + by);
    }
  };
  count(text, 1);
  for (const part of printedParts(document)) count(part, -1);
  const pick = (test: (n: number) => boolean) =>
    [...counts]
      .filter(([, n]) => test(n))
      .map(([char]) => char)
      .join('');
  return { lost: pick((n) => n > 0), doubled: pick((n) => n < 0) };
}

/** Every string of a document that was printed once: fields read out of others (source, editors) are left out. */
export function printedParts(document: SplitDocument): string[] {
  return issuesOf(document).flatMap(({ issue, items, leftover }) => {
    const columns = new Set<string>();
    return [
      issue.name,
      issue.issueNumberText,
      issue.totalNumberText,
      issue.dateText,
      issue.issuer,
      issue.theme,
      issue.recipientsToText,
      issue.recipientsReportText,
      issue.recipientsSendText,
      issue.editorsText,
      issue.reviewersText,
      issue.signersText,
      issue.copiesText,
      ...items.flatMap((item, i) => {
        const newColumn = item.column !== null && items[i - 1]?.column !== item.column;
        if (item.column) columns.add(item.column);
        return [
          newColumn ? item.column : null,
          item.marker,
          item.continuedFrom,
          ...item.titleLines,
          ...item.body,
          item.sourceText,
          item.bylineText,
        ];
      }),
      ...leftover,
    ].filter((part) => part !== null);
  });
}
