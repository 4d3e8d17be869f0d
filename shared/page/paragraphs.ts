import type { Block, Bulletin, BulletinEntry } from '../domain/bulletin.ts';
import type { Face, Origin, Run } from './compose/atoms.ts';
import { printable } from './compose/characters.ts';

/**
 * What a bulletin prints between masthead and imprint, paragraph by paragraph, before lines are made. Every output of the
 * press is made from it, so their text is the same.
 */
export type Paragraph =
  | TextParagraph
  | HeadingParagraph
  | (BlockOf<'table'> & Origined)
  | (BlockOf<'picture'> & Origined);

interface Origined {
  entry: string;
  /** Index of the block in the entry's body; -1 for headings. */
  block: number;
}

export interface TextParagraph extends Origined {
  kind: 'text' | 'subhead' | 'note';
  /** Title and mark that open it, its text, the source that ends it. Sizes are left to who sets it. */
  runs: Run[];
  /** A title opens it. */
  runIn: boolean;
}

export interface HeadingParagraph extends Origined {
  kind: 'heading';
  role: 'section' | 'title';
  text: string;
}

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;
type TextBlock = BlockOf<'text' | 'subhead' | 'note'>;

/** 一、 is 黑体, （一） and what has no number 楷体 (GB/T 9704-2012 7.3.3). */
const FIRST_LEVEL = /^\s*[一二三四五六七八九十]+、/;

export function paragraphsOf(bulletin: Bulletin): Paragraph[] {
  return [...noticeParagraphs(bulletin), ...bulletin.entries.flatMap((entry) => entryParagraphs(entry, bulletin))];
}

/** What a 更正 corrects stands before its text and belongs to no entry. */
function noticeParagraphs({ notice }: Bulletin): Paragraph[] {
  const text = printable(notice ?? '').trim();
  if (text === '') return [];
  const runs: Run[] = [{ text, face: 'kai', origin: { part: 'mark', block: -1, offset: 0 } }];
  return [{ kind: 'note', runs, runIn: false, entry: '', block: -1 }];
}

/** The printed text of runs; a gap between title and text reads as a full-width space. */
export function runsText(runs: readonly Run[]): string {
  return runs
    .map((run) => ('gap' in run ? '　' : printable(run.text)))
    .join('')
    .trim();
}

function entryParagraphs(entry: BulletinEntry, { style }: Bulletin): Paragraph[] {
  const out: Paragraph[] = [];
  const title = printable(entry.title ?? '').trim();
  const section = printable(entry.section ?? '').trim();
  const worded = section === '' ? '' : printable(style.sectionWording.replaceAll('{section}', () => section)).trim();
  if (worded !== '') out.push({ kind: 'heading', role: 'section', text: worded, entry: entry.id, block: -1 });
  const above = title !== '' && style.titlePlace === 'above';
  if (above) out.push({ kind: 'heading', role: 'title', text: title, entry: entry.id, block: -1 });

  // The mark and a run-in title open the first text, or stand alone before what is no text; the source ends the last.
  const runIn = title !== '' && !above;
  let opening: Run[] = entry.kind === 'brief' && style.briefMark !== '' ? [added(style.briefMark, 'mark')] : [];
  if (runIn) opening.push(titleRun(entry.title ?? ''), { gap: style.titleGap });
  const wording = entry.source?.trim() ? style.sourceWording.replace('{source}', () => entry.source?.trim() ?? '') : '';
  let source: Run[] = wording === '' ? [] : [added(wording, 'source')];
  const alone = (runs: Run[], block: number) => {
    if (runs.length > 0) out.push({ kind: 'text', runs, runIn, entry: entry.id, block });
  };
  const lastText = entry.body.findLastIndex((block) => block.kind === 'text' && linesIn(block.text).length > 0);

  entry.body.forEach((block, index) => {
    if (block.kind !== 'text' && block.kind !== 'note' && runIn) {
      alone(opening, -1);
      opening = [];
    }
    if (block.kind === 'table' || block.kind === 'picture') {
      out.push({ ...block, entry: entry.id, block: index });
      return;
    }
    const lines = linesIn(block.text);
    lines.forEach(([from, to], n) => {
      const first = block.kind === 'text' ? opening : [];
      const last = index === lastText && n === lines.length - 1 ? source : [];
      const runs = [...first, ...runsOf(block, index, from, to), ...last];
      out.push({ kind: block.kind, runs, runIn: runIn && first.length > 0, entry: entry.id, block: index });
      if (first.length > 0) opening = [];
      if (last.length > 0) source = [];
    });
  });
  alone([...(runIn ? opening : []), ...source], entry.body.length - 1);
  return out;
}

const titleRun = (text: string): Run => ({ text, face: 'title', origin: { part: 'title', block: -1, offset: 0 } });

/** Words the press adds. */
const added = (text: string, part: 'mark' | 'source'): Run => ({
  text,
  face: 'body',
  origin: { part, block: -1, offset: 0 },
});

/** Ranges of the lines of a text, without those that are blank: each is a paragraph of its own. */
function linesIn(text: string): [number, number][] {
  const ranges: [number, number][] = [];
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+/g))
    if (printable(match[0]).trim() !== '') ranges.push([match.index, match.index + match[0].length]);
  return ranges;
}

function runsOf(block: TextBlock, index: number, from: number, to: number): Run[] {
  const runs: Run[] = [];
  const push = (start: number, end: number, face: Face) => {
    const origin: Origin = { part: 'body', block: index, offset: start };
    if (end > start) runs.push({ text: block.text.slice(start, end), face, origin });
  };
  const plain = faceOf(block);
  let at = from;
  for (const [start, end] of [...(block.bold ?? [])].sort((a, b) => a[0] - b[0])) {
    const low = Math.max(at, Math.min(start, to));
    const high = Math.max(low, Math.min(end, to));
    push(at, low, plain);
    push(low, high, 'bold');
    at = high;
  }
  push(at, to, plain);
  return runs;
}

function faceOf(block: TextBlock): Face {
  if (block.kind === 'text') return 'body';
  return block.kind === 'subhead' && FIRST_LEVEL.test(block.text) ? 'hei' : 'kai';
}
