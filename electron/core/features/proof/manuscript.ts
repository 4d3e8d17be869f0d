import type { Item } from '../items/repo.ts';

/**
 * An item as the page proofs it: title, paragraphs, source mark. Tables and pictures stand as empty paragraphs, and a
 * source that the text ends in is not written twice. The editor reads its document the same way
 * (renderer/features/proof/manuscript.ts), so that both find the same.
 */
export function paragraphsOf({ title, blocks }: Pick<Item, 'title' | 'blocks'>, source: string): string[] {
  const paragraphs = [
    ...(title === '' ? [] : [title]),
    ...blocks.map((block) => (block.kind === 'text' || block.kind === 'subhead' ? block.text : '')),
  ];
  const last = paragraphs.at(-1) ?? '';
  if (source !== '' && !/[（(][^（）()]*[）)]\s*$/.test(last)) paragraphs.push(`（${source}）`);
  return paragraphs;
}

export const textOf = (item: Pick<Item, 'title' | 'blocks'>): string => paragraphsOf(item, '').join('\n');
