import type { JSONContent } from '@tiptap/core';
import type { Block } from '../../../../shared/domain/bulletin.ts';

/** Between an item's blocks, as stored, and the editor's document. Both ways lose nothing. */

type TextBlock = Extract<Block, { text: string }>;

const nodeNames = { text: 'paragraph', subhead: 'subhead', note: 'note' } as const satisfies Record<
  TextBlock['kind'],
  string
>;

export function docOf(blocks: readonly Block[]): JSONContent {
  const content = blocks.map(nodeOf);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

export function blocksOf(doc: JSONContent): Block[] {
  const blocks = (doc.content ?? []).map(blockOf);
  // An empty document shows one empty paragraph; that is no text yet.
  return blocks.length === 1 && isEmpty(blocks[0]) ? [] : blocks;
}

function nodeOf(block: Block): JSONContent {
  switch (block.kind) {
    case 'text':
    case 'subhead':
    case 'note':
      return { type: nodeNames[block.kind], content: runsOf(block) };
    case 'table':
    case 'picture':
      return { type: 'kept', attrs: { block } };
    default:
      return block satisfies never;
  }
}

function runsOf({ text, bold = [] }: TextBlock): JSONContent[] {
  const runs: JSONContent[] = [];
  let at = 0;
  const push = (to: number, strong: boolean) => {
    if (to > at)
      runs.push({ type: 'text', text: text.slice(at, to), ...(strong ? { marks: [{ type: 'bold' }] } : {}) });
    at = Math.max(at, to);
  };
  for (const [start, end] of bold) {
    push(start, false);
    push(Math.min(end, text.length), true);
  }
  push(text.length, false);
  return runs;
}

function blockOf(node: JSONContent): Block {
  if (node.type === 'kept') return (node.attrs as { block: Block }).block;
  const kind = node.type === 'subhead' || node.type === 'note' ? node.type : 'text';
  let text = '';
  const bold: [number, number][] = [];
  for (const run of node.content ?? []) {
    const start = text.length;
    text += run.text ?? '';
    if (!run.marks?.some((mark) => mark.type === 'bold')) continue;
    const last = bold.at(-1);
    if (last?.[1] === start) last[1] = text.length;
    else bold.push([start, text.length]);
  }
  return bold.length > 0 ? { kind, text, bold } : { kind, text };
}

const isEmpty = (block: Block | undefined): boolean => block !== undefined && 'text' in block && block.text === '';
