import type { Bulletin } from '../domain/bulletin.ts';
import type { Run } from './compose/atoms.ts';
import { printable } from './compose/characters.ts';
import type { LatinMetrics } from './compose/latin.ts';
import { type ComposedLine, type ComposeOptions, composeParagraph, composeTighter } from './compose/paragraph.ts';
import { type ContentsUnit, layContents } from './contents.ts';
import { breakHeading } from './heading.ts';
import { headingPitch, type Measures } from './measures.ts';
import { type Paragraph, paragraphsOf, type TextParagraph } from './paragraphs.ts';
import { layTable, type TableRow } from './table.ts';

/** What stands on the page between masthead and imprint, in order, before pages are made. */
export type Unit = ParagraphUnit | HeadingUnit | TableUnit | PictureUnit | ContentsUnit;

interface UnitBase {
  entry: string;
  /** Index of the block in the entry's body; -1 for headings. */
  block: number;
}

/** Text in composed lines, one slot each; may be divided over pages after any line from `together` on. */
export interface ParagraphUnit extends UnitBase {
  kind: 'paragraph';
  runs: readonly Run[];
  lines: ComposedLine[];
  /** Lines at the head that stay on one page: a run-in title and the first words after it. */
  together: number;
  keepWithNext: boolean;
}

/** Lines of a heading; never divided, never alone at the foot. */
export interface HeadingUnit extends UnitBase {
  kind: 'heading';
  role: 'section' | 'title' | 'contents';
  lines: string[];
  pt: number;
  pitchPt: number;
  slots: number;
  /** Blank slots above, dropped at the top of a page. */
  slotsAbove: number;
}

/** Divided between rows; the head is repeated. */
export interface TableUnit extends UnitBase {
  kind: 'table';
  columnsPt: number[];
  rows: TableRow[];
  caption: string | null;
}

export interface PictureUnit extends UnitBase {
  kind: 'picture';
  hash: string;
  widthPt: number;
  heightPt: number;
  slots: number;
  caption: string | null;
}

/** @param set composes one paragraph; another one may keep what it made */
export function unitsOf(bulletin: Bulletin, measures: Measures, metrics: LatinMetrics, set = unitOf): Unit[] {
  const options = composeOptions(bulletin, measures, metrics);
  const text = paragraphsOf(bulletin).map((paragraph) => set(paragraph, measures, options));
  const contents = layContents(bulletin, options);
  if (!contents) return text;
  const heading = printable(bulletin.style.contentsHeading).trim();
  const above = heading === '' ? [] : [headingUnit({ role: 'contents', text: heading, entry: '' }, measures)];
  return [...above, contents, ...text];
}

/** How body text of a bulletin is composed. */
export function composeOptions(bulletin: Bulletin, measures: Measures, metrics: LatinMetrics): ComposeOptions {
  return {
    cells: measures.cells,
    indent: measures.indentCells,
    mode: bulletin.style.lineBreak,
    avoidRunt: bulletin.style.avoidRunt,
    metrics,
    emCells: measures.bodyPt / measures.cellPt,
    titleScale: measures.title.pt / measures.bodyPt,
    authorSpaceCells: measures.authorSpaceCells,
  };
}

export function unitOf(paragraph: Paragraph, measures: Measures, options: ComposeOptions): Unit {
  switch (paragraph.kind) {
    case 'text':
    case 'note':
    case 'subhead':
      return textUnit(paragraph, options);
    case 'heading':
      return headingUnit(paragraph, measures);
    case 'table':
      return layTable(paragraph, paragraph.entry, paragraph.block, measures, options);
    case 'picture':
      return pictureUnit(paragraph, measures);
    default:
      return paragraph satisfies never;
  }
}

function textUnit({ kind, runs, runIn, entry, block }: TextParagraph, options: ComposeOptions): ParagraphUnit {
  const lines = composeParagraph(runs, options);
  const firstText = lines.findIndex((line) => line.spans.some((span) => span.part === 'body'));
  const together = runIn && firstText > 0 ? firstText + 1 : 1;
  return { kind: 'paragraph', entry, block, runs, lines, together, keepWithNext: kind === 'subhead' };
}

/** The paragraph in one line fewer, its marks squeezed; `null` where they do not give enough. */
export const oneLineShorter = once((unit, options) => {
  const lines = options.mode === 'pushOut' ? null : composeTighter(unit.runs, options);
  return lines ? { ...unit, lines } : null;
});

/** The paragraph with its marks pushed out instead of drawn in, if that makes it exactly one line longer; else `null`. */
export const oneLineLonger = once((unit, options) => {
  const lines = composeParagraph(unit.runs, { ...options, mode: 'pushOut', avoidRunt: false });
  return lines.length === unit.lines.length + 1 ? { ...unit, lines } : null;
});

type Change = (unit: ParagraphUnit, options: ComposeOptions) => ParagraphUnit | null;

/** Of each unit the change is made once: it is never laid out under other options than those it was composed with. */
function once(change: Change): Change {
  const made = new WeakMap<ParagraphUnit, ParagraphUnit | null>();
  return (unit, options) => {
    const before = made.get(unit);
    if (before !== undefined) return before;
    const changed = change(unit, options);
    made.set(unit, changed);
    return changed;
  };
}

function headingUnit(
  { role, text, entry }: Pick<HeadingUnit, 'role' | 'entry'> & { text: string },
  measures: Measures,
): HeadingUnit {
  const { title, section, above, columnPt, pitchPt } = measures;
  const pt = role === 'title' ? title.pt : section.pt;
  const lines = breakHeading(text, columnPt / pt, title.maxLines);
  const pitch = headingPitch(measures, pt);
  const slots = Math.ceil((lines.length * pitch) / pitchPt);
  return { kind: 'heading', role, entry, block: -1, lines, pt, pitchPt: pitch, slots, slotsAbove: above[role] };
}

function pictureUnit(paragraph: Extract<Paragraph, { kind: 'picture' }>, measures: Measures): PictureUnit {
  const { picture, pitchPt, columnPt } = measures;
  const { size, hash, entry, block } = paragraph;
  const [width, height] = size ?? [4, 3];
  const caption = paragraph.caption?.trim() ? printable(paragraph.caption).trim() : null;
  const captionSlots = caption ? 1 : 0;
  const natural = size ? width * picture.pixelPt : columnPt;
  const highest = (picture.maxSlots - captionSlots) * pitchPt;
  const scale = Math.min(natural, columnPt, (highest * width) / height) / width;
  const slots = Math.ceil((height * scale) / pitchPt) + captionSlots;
  return { kind: 'picture', entry, block, hash, widthPt: width * scale, heightPt: height * scale, slots, caption };
}
