import type { Node } from '@tiptap/pm/model';

/**
 * Between places in the editor's document and offsets in the `Stream` of the same text (shared/text/changes): a character
 * is one, the end of a paragraph is one, a table or picture is one.
 */

export function offsetOf(doc: Node, position: number): number {
  let offset = 0;
  let found: number | null = null;
  doc.forEach((node, start) => {
    if (found !== null) return;
    const end = start + node.nodeSize;
    const length = lengthOf(node);
    if (position < end) found = offset + Math.max(0, Math.min(length - 1, position - start - 1));
    offset += length;
  });
  return found ?? offset;
}

export function positionOf(doc: Node, offset: number): number {
  let before = 0;
  let found: number | null = null;
  doc.forEach((node, start) => {
    if (found !== null) return;
    const length = lengthOf(node);
    if (offset < before + length) found = node.isTextblock ? start + 1 + offset - before : start;
    before += length;
  });
  return found ?? doc.content.size;
}

const lengthOf = (node: Node): number => (node.isTextblock ? node.content.size + 1 : 1);
