import { NEWLINE_CLASS } from '../chars.ts';
import { groupBy } from '../groupBy.ts';
import { joinLines } from '../normalise.ts';
import type { SplitDocument, SplitIssue, SplitIssueFields, SplitItem, SplitKind } from './document.ts';
import { parseCopies, parseDate, parseIssueNumber, parseNames, parseRecipients } from './fields.ts';
import { parseMark } from './marks.ts';
import type { Range } from './source.ts';

/** A field of the masthead or the imprint. */
export type IssueRole =
  | 'name'
  | 'issueNumber'
  | 'totalNumber'
  | 'date'
  | 'issuer'
  | 'theme'
  | 'recipientsTo'
  | 'recipientsReport'
  | 'recipientsSend'
  | 'editors'
  | 'reviewers'
  | 'signers'
  | 'copies';
export type ItemRole = 'title' | 'body' | 'subhead' | 'source' | 'byline' | 'marker' | 'column' | 'continuedFrom';

/**
 * A stretch of the original text and what it is. The pieces of a text do not overlap and cover everything but white
 * space, so moving a boundary, splitting and merging are changes to pieces, and the document is composed anew.
 */
export interface Piece extends Range {
  issueIndex: number;
  role: IssueRole | ItemRole | 'leftover' | 'layout';
  /** Place in `items`, 0-based; `null` for what belongs to no item. A column heading belongs to its first item. */
  itemIndex: number | null;
  /** Which title line, which paragraph, which leftover: pieces with the same part are one string. */
  part: number;
}

/** What an item is, beside its pieces. */
export interface ItemFacts {
  issueIndex: number;
  kind: SplitKind;
  unitInTitle: string | null;
  /** The column heading in force, as printed. */
  column: string | null;
}

/** The document that `pieces` of `original` make. `items` says for each item what its pieces cannot. */
export function composeDocument(
  original: string,
  pieces: readonly Piece[],
  items: readonly ItemFacts[],
): SplitDocument {
  const texts = collectTexts(original, pieces);
  const count = pieces.reduce((most, { issueIndex }) => Math.max(most, issueIndex + 1), 1);
  const ofIssue = groupBy(texts, ({ issueIndex }) => issueIndex);
  const ofItem = groupBy(texts, ({ itemIndex }) => itemIndex);
  const members = groupBy([...items.entries()], ([, { issueIndex }]) => issueIndex);
  const issues = Array.from({ length: count }, (_, issueIndex): SplitIssue => {
    const own = ofIssue.get(issueIndex) ?? [];
    const layout = own.filter(({ role }) => role === 'layout').map(({ text }) => text);
    return {
      issue: composeFields(own),
      items: (members.get(issueIndex) ?? []).map(([itemIndex, facts], i) =>
        composeItem(i + 1, facts, ofItem.get(itemIndex) ?? []),
      ),
      leftover: [
        ...own.filter(({ role }) => role === 'leftover').map(({ text }) => text),
        ...(layout.length > 0 ? [layout.join(' ')] : []),
      ],
    };
  });
  const [only] = issues;
  return issues.length === 1 && only ? only : { issues };
}

interface Text extends Pick<Piece, 'issueIndex' | 'role' | 'itemIndex' | 'part'> {
  text: string;
}

/** One string per part, in the order of the text; what stands between its pieces counts as a line break. */
function collectTexts(original: string, pieces: readonly Piece[]): Text[] {
  const groups = new Map<string, { piece: Piece; raw: string[]; end: number }>();
  let lastOther = -1;
  for (const piece of [...pieces].sort((a, b) => a.start - b.start)) {
    const { issueIndex, role, itemIndex, part, start, end } = piece;
    const key = role === 'layout' ? `layout ${start}` : `${issueIndex} ${role} ${itemIndex} ${part}`;
    const group = groups.get(key);
    if (group) {
      const between = original.slice(group.end, start);
      // Layout taken out in mid-word leaves no gap; another piece in between was a page break.
      group.raw.push(lastOther >= group.end || LINE_END.test(between) ? '\n' : /\s/.test(between) ? ' ' : '');
      group.raw.push(original.slice(start, end));
      group.end = end;
    } else {
      groups.set(key, { piece, raw: [original.slice(start, end)], end });
    }
    if (role !== 'layout') lastOther = Math.max(lastOther, start);
  }
  return [...groups.values()].map(({ piece, raw }) => ({
    issueIndex: piece.issueIndex,
    role: piece.role,
    itemIndex: piece.itemIndex,
    part: piece.part,
    // Invisible characters are layout of their own; they must not be lost by normalising.
    text: piece.role === 'layout' ? raw.join('').trim() : joinLines(raw.join('')),
  }));
}

const LINE_END = new RegExp(`[${NEWLINE_CLASS}]`);

function composeFields(texts: readonly Text[]): SplitIssueFields {
  const all = (role: IssueRole) => texts.filter((text) => text.role === role).map(({ text }) => text);
  const of = (role: IssueRole) => all(role).join(' ') || null;
  // A field printed on two lines, 抄送：… and 分送：…, has its label on each.
  const recipientsOf = (role: IssueRole) =>
    of(role) === null ? null : all(role).flatMap((text) => parseRecipients(text));
  const peopleOf = (role: IssueRole) => all(role).flatMap((text) => parseNames(text));
  const issueNumberText = of('issueNumber');
  const totalNumberText = of('totalNumber');
  const dateText = of('date');
  const recipients = { to: of('recipientsTo'), report: of('recipientsReport'), send: of('recipientsSend') };
  const people = { editors: of('editors'), reviewers: of('reviewers'), signers: of('signers') };
  const copiesText = of('copies');
  return {
    name: of('name'),
    issueNumber: parseIssueNumber(issueNumberText),
    issueNumberText,
    totalNumber: parseIssueNumber(totalNumberText),
    totalNumberText,
    date: parseDate(dateText),
    dateText,
    issuer: of('issuer'),
    theme: of('theme'),
    recipientsTo: recipientsOf('recipientsTo'),
    recipientsToText: recipients.to,
    recipientsReport: recipientsOf('recipientsReport'),
    recipientsReportText: recipients.report,
    recipientsSend: recipientsOf('recipientsSend'),
    recipientsSendText: recipients.send,
    editors: peopleOf('editors'),
    editorsText: people.editors,
    reviewers: peopleOf('reviewers'),
    reviewersText: people.reviewers,
    signers: peopleOf('signers'),
    signersText: people.signers,
    copies: parseCopies(copiesText),
    copiesText,
  };
}

function composeItem(n: number, facts: ItemFacts, texts: readonly Text[]): SplitItem {
  const of = (...roles: Piece['role'][]) => texts.filter(({ role }) => roles.includes(role));
  const one = (role: ItemRole) =>
    of(role)
      .map(({ text }) => text)
      .join(' ') || null;
  const titleLines = of('title').map(({ text }) => text);
  const body = of('body', 'subhead');
  const sourceText = one('source');
  const bylineText = one('byline');
  const mark = sourceText ? parseMark(sourceText) : null;
  const byline = parseMark(bylineText ?? sourceText ?? '');
  return {
    n,
    kind: facts.kind,
    title: titleLines.length > 0 ? titleLines.join(' ') : null,
    titleLines,
    body: body.map(({ text }) => text),
    subheads: body.flatMap(({ role }, i) => (role === 'subhead' ? [i] : [])),
    source: mark?.source ?? null,
    sourceText,
    byline: { reporters: byline.reporters, correspondents: byline.correspondents },
    bylineText,
    marker: one('marker'),
    column: facts.column,
    continuedFrom: one('continuedFrom'),
    unitInTitle: facts.unitInTitle,
  };
}
