import type { Node } from '@tiptap/pm/model';

/** What stands around the text in the editor and is proofed with it. */
export interface Frame {
  title: string;
  /** The units as printed at the end; empty where none are. */
  source: string;
}

/** Where a passage stands: in the title (UTF-16 offsets), in the editor's document (positions), or in the source. */
export type Place =
  | { part: 'title'; start: number; end: number }
  | { part: 'text'; from: number; to: number; oneParagraph: boolean }
  | { part: 'source' };

/** The item as the proofer reads it: title, paragraphs, source mark. */
export interface Manuscript {
  paragraphs: string[];
  /** The place of `[start, end)`, offsets in the paragraphs joined by line ends. */
  placeOf: (start: number, end: number) => Place;
  /** The offset of a position in the editor's document. */
  offsetOf: (position: number) => number;
}

/** Reads `doc` in its frame. Tables and pictures stand as empty paragraphs: they are not proofed here. */
export function readManuscript({ title, source }: Frame, doc: Node): Manuscript {
  const paragraphs: string[] = [];
  const lines: Line[] = [];
  let offset = 0;
  const push = (text: string, position: number) => {
    lines.push({ offset, length: text.length, position });
    paragraphs.push(text);
    offset += text.length + 1;
  };
  if (title !== '') push(title, TITLE);
  doc.forEach((node, position) => {
    push(node.isTextblock ? node.textContent : '', position + 1);
  });
  const last = paragraphs.at(-1) ?? '';
  if (source !== '' && !/[（(][^（）()]*[）)]\s*$/.test(last)) push(`（${source}）`, SOURCE);

  const lineAt = (at: number) => lines.findLast((line) => line.offset <= at) ?? FIRST;
  return {
    paragraphs,
    placeOf: (start, end) => {
      const [first, final] = [lineAt(start), lineAt(end)];
      if (first.position === SOURCE) return { part: 'source' };
      if (first.position === TITLE) {
        const titleEnd = final === first ? end : first.length;
        return { part: 'title', start, end: titleEnd };
      }
      const inText = final.position === SOURCE ? (lines.at(-2) ?? first) : final;
      const from = first.position + start - first.offset;
      const to = inText.position + Math.min(inText.length, end - inText.offset);
      return { part: 'text', from, to, oneParagraph: final === first };
    },
    offsetOf: (position) => {
      const line = lines.findLast((one) => one.position > 0 && one.position <= position);
      return line ? line.offset + Math.min(line.length, position - line.position) : 0;
    },
  };
}

/** One paragraph: its offset, its length, and the position of its first character in the document. */
interface Line {
  offset: number;
  length: number;
  position: number;
}

/** Positions of what is not in the document; there the first character is at 1. */
const TITLE = -1;
const SOURCE = -2;
const FIRST: Line = { offset: 0, length: 0, position: 1 };
