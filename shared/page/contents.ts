import type { Bulletin } from '../domain/bulletin.ts';
import { printable } from './compose/characters.ts';
import { type ComposedLine, type ComposeOptions, composeParagraph } from './compose/paragraph.ts';
import type { Page } from './flow.ts';
import { breakHeading } from './heading.ts';

/** One line of the contents list (目录): an item with its page, or a section heading without one. */
export interface ContentsRow {
  /** Entry the line leads to; `null` for a section heading. */
  entry: string | null;
  lines: ComposedLine[];
}

/** The contents list; divided between rows. */
export interface ContentsUnit {
  kind: 'contents';
  entry: '';
  block: -1;
  rows: ContentsRow[];
  /** Stands alone with the masthead: the text begins on the next page. */
  ownPage: boolean;
}

/** Words and entries of the contents list, in printed order; empty where the style prints none. */
export function contentsOf({ entries, style }: Bulletin): { entry: string | null; text: string }[] {
  if (style.contents === 'none') return [];
  const rows: { entry: string | null; text: string }[] = [];
  let before: 'titled' | 'brief' | null = null;
  for (const { id, section, title, kind } of entries) {
    const heading = printable(section ?? '').trim();
    if (heading !== '') {
      rows.push({ entry: null, text: heading });
      before = null;
    }
    const text = printable(title ?? '').trim();
    if (text !== '') rows.push({ entry: id, text });
    // Briefs have no titles: the first of them stands for all that follow it.
    else if (kind === 'brief' && before !== 'brief') rows.push({ entry: id, text: BRIEFS });
    before = text === '' && kind === 'brief' ? 'brief' : 'titled';
  }
  return rows.some(({ entry }) => entry !== null) ? rows : [];
}

const BRIEFS = '简讯';
/** Lines a title may take, broken at its words; a longer one is filled line by line. */
const MOST_LINES = 3;

/** Cells kept at the right of the titles for at least two dots of the leader, and for the number. */
const LEADER_CELLS = 2;
export const CONTENTS_NUMBER_CELLS = 2;

export function layContents(bulletin: Bulletin, options: ComposeOptions): ContentsUnit | null {
  const rows = contentsOf(bulletin).map(({ entry, text }): ContentsRow => {
    const origin = { part: 'title', block: -1, offset: 0 } as const;
    const face = entry === null ? 'hei' : 'body';
    const cells = options.cells - LEADER_CELLS - CONTENTS_NUMBER_CELLS;
    const parts = breakHeading(text, cells / options.emCells, MOST_LINES);
    const lines = parts.flatMap((part) =>
      composeParagraph([{ text: part, face, origin }], { ...options, cells, indent: 0 }),
    );
    return { entry, lines };
  });
  if (rows.length === 0) return null;
  return { kind: 'contents', entry: '', block: -1, rows, ownPage: bulletin.style.contents === 'ownPage' };
}

/** Number printed on the page each entry begins on; its place in the document where pages print none. */
export function pagesByEntry(pages: readonly Page[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { n, number, pieces } of pages)
    for (const { unit } of pieces) if (unit.entry !== '' && !first.has(unit.entry)) first.set(unit.entry, number ?? n);
  return first;
}
