import type { CheckPoint } from '../../../../shared/contract/methods/checklist.ts';
import type { ProofDecision } from '../../../../shared/contract/methods/proof.ts';
import { entryKindNames } from '../../../../shared/domain/issue.ts';
import {
  contextOf,
  createProofer,
  decisionKey,
  FIGURES,
  type Finding,
  type ProofKnowledge,
} from '../../../../shared/text/proof/index.ts';
import type { Readable } from '../../db/open.ts';
import { type Issue, listEntries } from '../issues/repo.ts';
import { getItem } from '../items/repo.ts';
import { sourceOf } from '../items/service.ts';
import { listDecisions } from '../proof/decisions.ts';
import { knowledgeOf } from '../proof/knowledge.ts';
import { paragraphsOf } from '../proof/manuscript.ts';

export interface Judged extends CheckPoint {
  rule: string;
  severity: Finding['severity'];
}

export interface IssueProof {
  findings: Judged[];
  /** Figures that could not be recomputed. */
  figures: CheckPoint[];
  /** Figures that were found right. */
  right: number;
}

/** Every item of an issue proofed as its editor sees it, then all together for what is said twice or counted on. */
export function proofIssue(r: Readable, issue: Issue): IssueProof {
  const entries = listEntries(r, issue.id);
  const items = entries.map(({ itemId }) => itemId);
  const { issueDate, ...knowledge } = knowledgeOf(r, {
    issueDate: issue.date,
    publicationId: issue.publicationId,
    items,
  });
  const known: ProofKnowledge = { ...knowledge, ...(issueDate === null ? {} : { issueDate }) };
  const proof: IssueProof = { findings: [], figures: [], right: 0 };
  const pages: Page[] = [];
  for (const [index, { itemId, kind }] of entries.entries()) {
    const item = getItem(r, itemId);
    const decisions = new Map(listDecisions(r, itemId).map((decision) => [keyOf(decision), decision]));
    const paragraphs = paragraphsOf(item, sourceOf(r, item));
    const where = `第${index + 1}条 ${item.title || entryKindNames[kind]}`;
    const page = { itemId, where, paragraphs, decisions };
    pages.push(page);
    const { text, findings, figures } = createProofer(known).update(paragraphs);
    for (const finding of findings) proof.findings.push(judge(page, text, finding));
    for (const figure of figures) {
      if (figure.verdict === 'green') proof.right += 1;
      if (figure.verdict !== 'amber' || figure.missing === '') continue;
      proof.figures.push(point(page, text, figure, FIGURES, 'confirm', `${figure.formula}：${figure.missing}`));
    }
  }
  proof.findings.push(...together(known, pages, proof.findings));
  return proof;
}

interface Page {
  itemId: CheckPoint['itemId'];
  where: string;
  paragraphs: string[];
  decisions: ReadonlyMap<string, ProofDecision>;
}

const keyOf = (decision: ProofDecision): string => `${decision.kind} ${decisionKey(decision)}`;

const judge = (page: Page, text: string, finding: Finding): Judged => ({
  ...point(page, text, finding, finding.rule, 'waive', finding.message),
  rule: finding.rule,
  severity: finding.severity,
});

function point(
  { itemId, where, decisions }: Page,
  text: string,
  range: { start: number; end: number },
  rule: string,
  kind: ProofDecision['kind'],
  message: string,
): CheckPoint {
  const context = contextOf(text, range);
  const decision = decisions.get(`${kind} ${decisionKey({ rule, context })}`) ?? null;
  return {
    itemId,
    where,
    passage: text.slice(range.start, range.end),
    message,
    key: { kind, rule, context },
    decision: decision && { seq: decision.seq, reason: decision.reason, at: decision.at, person: decision.person },
  };
}

/** Rules that need the whole issue: one fact with two figures, one text twice, one unit under two names. */
const WHOLE_ISSUE = /^(?:across\.|units\.register$)/;

/** What only the whole issue shows; `single` is what the items showed by themselves. */
function together(knowledge: ProofKnowledge, pages: readonly Page[], single: readonly Judged[]): Judged[] {
  // Against earlier issues every item was held already.
  const { earlierItems: _items, earlierFigures: _figures, ...own } = knowledge;
  const starts: number[] = [];
  let offset = 0;
  for (const { paragraphs } of pages) {
    starts.push(offset);
    for (const paragraph of paragraphs) offset += paragraph.length + 1;
  }
  const seen = new Set(single.map(identity));
  const { text, findings } = createProofer(own).update(pages.flatMap(({ paragraphs }) => paragraphs));
  return findings
    .filter(({ rule }) => WHOLE_ISSUE.test(rule))
    .flatMap((finding) => {
      const page = pages[starts.findLastIndex((start) => start <= finding.start)];
      return page ? [judge(page, text, finding)] : [];
    })
    .filter((finding) => !seen.has(identity(finding)));
}

const identity = ({ where, rule, key }: Judged): string => `${where} ${rule} ${key?.context ?? ''}`;
