import { confidenceOf } from './confidence.ts';
import { findContents } from './contents.ts';
import type { SplitDocument } from './document.ts';
import { lastAtOrBefore, makeFlow } from './flow.ts';
import { takeLabels } from './forms.ts';
import { findFurniture } from './furniture.ts';
import { headContext } from './head.ts';
import { findImprint } from './imprint.ts';
import { type FoundItem, findItems } from './items.ts';
import { kindOf } from './kinds.ts';
import { type Knowledge, makeKnown } from './knowledge.ts';
import { findMastheads } from './masthead.ts';
import { composeDocument, type ItemFacts, type Piece } from './pieces.ts';
import { type Seams, seamsOf } from './seams.ts';
import { type Line, type Range, readSource, type Source } from './source.ts';
import { findTheme } from './theme.ts';

export { UNSURE } from './confidence.ts';
export type { Knowledge } from './knowledge.ts';
export { composeDocument, type ItemFacts, type Piece } from './pieces.ts';
export { type Seams, seamsOf } from './seams.ts';

/** A split text with all that the review screen needs to show and change it. */
export interface SplitTrace {
  document: SplitDocument;
  /** In the order of the text; together they hold every character that is not white space, once. */
  pieces: Piece[];
  items: ItemFacts[];
  /** 0–1 for each item: how sure its boundaries and its title are. */
  confidence: number[];
  /** Every line end joined and every line cut. */
  seams: Seams;
}

/** The issue fields and items of a text; several issues where it holds several. Never throws. */
export function splitText(text: string, knowledge: Knowledge = {}): SplitDocument {
  return splitWithTrace(text, knowledge).document;
}

/** The same with the ranges of `text` (UTF-16 offsets) that each piece came from. */
export function splitWithTrace(text: string, knowledge: Knowledge = {}): SplitTrace {
  const source = readSource(text);
  const labels = new Labels(source);
  for (const range of source.layout) labels.original({ ...range, role: 'layout' });
  for (const range of source.inlineFurniture) labels.original({ ...range, role: 'leftover' });
  const furniture = findFurniture(source.lines);
  for (const i of furniture) labels.add(source.lines[i], { role: 'leftover' });
  const lines = source.lines.flatMap((line, i) =>
    furniture.has(i) ? [] : furniture.has(i - 1) ? [{ ...line, pageBefore: true }] : [line],
  );
  const mastheads = findMastheads(lines);
  const bounds =
    mastheads.length > 1 ? [0, ...mastheads.slice(1).map(({ from }) => from), lines.length] : [0, lines.length];
  bounds.slice(1).forEach((to, issueIndex) => {
    const from = bounds[issueIndex] ?? 0;
    labels.issueIndex = issueIndex;
    const masthead = mastheads[issueIndex];
    for (const { role, start, end } of masthead?.spans ?? []) labels.add({ start, end }, { role });
    const rest = lines
      .slice(from, to)
      .filter((_, i) => !masthead || i + from < masthead.from || i + from >= masthead.to);
    splitIssue(rest, masthead !== undefined, knowledge, labels);
  });
  const { pieces, items, confidence } = labels.finish(bounds.slice(1, -1).map((i) => lines[i]?.start ?? 0));
  return { document: composeDocument(text, pieces, items), pieces, items, confidence, seams: seamsOf(text, pieces) };
}

function splitIssue(all: readonly Line[], hasMasthead: boolean, knowledge: Knowledge, labels: Labels): void {
  const imprint = findImprint(all);
  for (const { start, end, ...label } of imprint.spans) labels.add({ start, end }, label);
  const unlabelled = all.filter((_, i) => !imprint.lines.has(i));
  const contents = findContents(unlabelled);
  const lines = unlabelled.filter((_, i) => !contents || i < contents.from || i >= contents.to);
  for (const line of contents ? unlabelled.slice(contents.from, contents.to) : [])
    labels.add(line, { role: 'leftover' });
  const form = takeLabels(lines);
  for (const label of form.labels) labels.add(label, { role: 'leftover' });
  const known = makeKnown(knowledge, contents?.titles ?? []);
  const theme = findTheme(form.lines, known, hasMasthead);
  for (const line of form.lines.slice(0, theme)) labels.add(line, { role: 'theme', part: 0 });
  const body = form.lines.slice(theme);
  if (body.length === 0) return;
  const flow = makeFlow(body);
  const { items, leftover } = findItems(headContext(flow, known));
  for (const range of leftover) labels.flow(flow, range, { role: 'leftover' });
  const sourced = items.some(({ ends }) => ends.length > 0);
  items.forEach((item, i) => {
    const kind = kindOf(item, i, items, flow.text);
    const column = item.column ? flow.text.slice(item.column.heading.start, item.column.heading.end).trim() : null;
    const itemIndex = labels.item(
      { kind, unitInTitle: item.title?.unit ?? null, column },
      confidenceOf(item, known, flow.text, sourced),
    );
    labelItem(item, (range, label) => labels.flow(flow, range, { itemIndex, ...label }));
  });
}

type Label = Partial<Omit<Piece, 'start' | 'end' | 'issueIndex'>> & Pick<Piece, 'role'>;

function labelItem(item: FoundItem, add: (range: Range, label: Label) => void): void {
  if (item.column?.first) add(item.column.heading, { role: 'column' });
  if (item.marker) add(item.marker, { role: 'marker' });
  if (item.continuedFrom) add(item.continuedFrom, { role: 'continuedFrom' });
  for (const [part, line] of item.title?.lines.entries() ?? []) add(line, { role: 'title', part });
  if (item.joiner) add(item.joiner, { role: 'leftover', itemIndex: null });
  for (const byline of item.byline) add(byline, { role: 'byline' });
  for (const [part, { subhead, start, end }] of item.paragraphs.entries()) {
    add({ start, end }, { role: subhead ? 'subhead' : 'body', part });
  }
  for (const { role, start, end } of item.ends) {
    add({ start, end }, role === 'continuedOn' ? { role: 'leftover', itemIndex: null } : { role });
  }
}

/** Collects pieces: cleaned positions are led back to the original, and layout is cut out of them. */
class Labels {
  issueIndex = 0;
  readonly #source: Source;
  #pieces: Piece[] = [];
  readonly #dropped: Range[];
  readonly #items: ItemFacts[] = [];
  readonly #confidence: number[] = [];
  #leftovers = 0;

  constructor(source: Source) {
    this.#source = source;
    this.#dropped = [...source.layout, ...source.inlineFurniture].sort((a, b) => a.start - b.start);
  }

  item(facts: Omit<ItemFacts, 'issueIndex'>, confidence: number): number {
    this.#confidence.push(confidence);
    return this.#items.push({ ...facts, issueIndex: this.issueIndex }) - 1;
  }

  /** A range of the cleaned text. */
  add(range: Range | undefined, label: Label): void {
    if (!range || range.end <= range.start) return;
    const start = this.#source.toOriginal(range.start);
    const end = this.#source.toOriginal(range.end - 1) + 1;
    const part = label.part ?? (label.role === 'leftover' ? this.#leftovers++ : 0);
    this.#cut({ start, end }, { ...label, part });
  }

  /** A range of a flow: one piece per run of lines that nothing was taken out of. */
  flow(
    flow: { toClean: (at: number) => number; startsWithin: (from: number, to: number) => number[] },
    range: Range,
    label: Label,
  ): void {
    if (range.end <= range.start) return;
    const part = label.part ?? (label.role === 'leftover' ? this.#leftovers++ : 0);
    const bounds = [range.start, ...flow.startsWithin(range.start, range.end), range.end];
    for (let i = 0; i + 1 < bounds.length; i++) {
      const [from = 0, to = 0] = [bounds[i], bounds[i + 1]];
      this.add({ start: flow.toClean(from), end: flow.toClean(to - 1) + 1 }, { ...label, part });
    }
  }

  original({ start, end, role }: Range & { role: Piece['role'] }): void {
    this.#pieces.push({
      issueIndex: 0,
      role,
      itemIndex: null,
      part: role === 'leftover' ? this.#leftovers++ : 0,
      start,
      end,
    });
  }

  /** All pieces in order; what stands before the first line of an issue belongs to the issue before. */
  finish(issueStarts: readonly number[]): { pieces: Piece[]; items: ItemFacts[]; confidence: number[] } {
    const starts = [-1, ...issueStarts.map((at) => this.#source.toOriginal(at))];
    const pieces = this.#partition().map((piece) => ({ ...piece, issueIndex: lastAtOrBefore(starts, piece.start) }));
    return { pieces, items: this.#items, confidence: this.#confidence };
  }

  /**
   * The pieces in order, none overlapping, and leftovers made of what no pass has claimed: that every character is in
   * the document once holds by construction, whatever the passes do.
   */
  #partition(): Piece[] {
    const sorted = this.#pieces.sort((a, b) => a.start - b.start || a.end - b.end);
    this.#pieces = [];
    let end = 0;
    const unclaimed = (to: number) => {
      for (const match of this.#source.original.slice(end, to).matchAll(/\S+/gu)) {
        const start = end + match.index;
        this.original({ start, end: start + match[0].length, role: 'leftover' });
      }
    };
    for (const piece of sorted) {
      unclaimed(piece.start);
      const start = Math.max(end, piece.start);
      if (piece.end > start) this.#pieces.push({ ...piece, start });
      end = Math.max(end, piece.end);
    }
    unclaimed(this.#source.original.length);
    return this.#pieces;
  }

  #cut(range: Range, label: Label & { part: number }): void {
    let from = range.start;
    let low = 0;
    let high = this.#dropped.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#dropped[middle]?.end ?? 0) <= from) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < this.#dropped.length; i++) {
      const hole = this.#dropped[i];
      if (!hole || hole.start >= range.end) break;
      this.#push(from, hole.start, label);
      from = hole.end;
    }
    this.#push(from, range.end, label);
  }

  #push(from: number, to: number, label: Label & { part: number }): void {
    const { original } = this.#source;
    let [start, end] = [from, to];
    while (start < end && /\s/u.test(original.charAt(start))) start++;
    while (end > start && /\s/u.test(original.charAt(end - 1))) end--;
    if (end > start) this.#pieces.push({ issueIndex: this.issueIndex, itemIndex: null, ...label, start, end });
  }
}
