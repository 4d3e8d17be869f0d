import type { Node } from '@tiptap/pm/model';

/** A place in an item's text: block (-1 is the title) and UTF-16 offset in it. */
export interface Caret {
  block: number;
  offset: number;
}

/** The editor's position of a place; the nearest there is where the text has become shorter. */
export function positionOf(doc: Node, { block, offset }: Caret): number {
  const index = Math.min(Math.max(0, block), doc.childCount - 1);
  let position = 0;
  for (let i = 0; i < index; i++) position += doc.child(i).nodeSize;
  return position + 1 + Math.min(Math.max(0, offset), doc.child(index).content.size);
}

/** The place of a position. */
export function caretAt(doc: Node, position: number): Caret {
  const at = doc.resolve(Math.min(position, doc.content.size));
  return { block: Math.min(at.index(0), doc.childCount - 1), offset: at.depth > 0 ? at.parentOffset : 0 };
}
