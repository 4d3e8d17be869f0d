import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docOf } from '../../renderer/features/items/editor/blocks.ts';
import { extensions } from '../../renderer/features/items/editor/schema.ts';
import { readManuscript } from '../../renderer/features/proof/manuscript.ts';
import type { Block } from '../../shared/domain/bulletin.ts';

const schema = getSchema(extensions);
const docFrom = (blocks: readonly Block[]) => schema.nodeFromJSON(docOf(blocks));

describe('the manuscript the proofer reads', () => {
  it('is title, paragraphs and source, each passage with its place, bold and tables or not', () => {
    const words = fc.string({ unit: fc.constantFrom('上', '，', '1', '𠮷'), maxLength: 12 });
    const block: fc.Arbitrary<Block> = fc.oneof(
      words.map((text): Block => ({ kind: 'text', text, bold: [[0, Math.min(2, text.length)]] })),
      words.map((text): Block => ({ kind: 'subhead', text })),
      words.map((text): Block => ({ kind: 'table', rows: [[text]] })),
    );
    fc.assert(
      fc.property(words, fc.array(block, { maxLength: 6 }), fc.nat(), fc.nat(), (title, blocks, a, b) => {
        const doc = docFrom(blocks);
        const { paragraphs, placeOf, offsetOf } = readManuscript({ title, source: '区审计局' }, doc);
        expect(paragraphs.at(-1)).toBe('（区审计局）');
        const line = a % paragraphs.length;
        const text = paragraphs[line] ?? '';
        const before = paragraphs.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
        fc.pre(text.length > 0);
        const at = b % text.length;
        const place = placeOf(before + at, before + text.length);
        if (place.part === 'source') expect(line).toBe(paragraphs.length - 1);
        else if (place.part === 'title') expect(title.slice(place.start, place.end)).toBe(text.slice(at));
        else {
          expect(place.oneParagraph).toBe(true);
          expect(doc.textBetween(place.from, place.to)).toBe(text.slice(at));
          expect(offsetOf(place.from)).toBe(before + at);
        }
      }),
    );
  });

  it('takes the source from the text where the text ends in it', () => {
    const doc = docFrom([{ kind: 'text', text: '强化服务。（区审计局）' }]);
    expect(readManuscript({ title: '', source: '区审计局' }, doc).paragraphs).toEqual(['强化服务。（区审计局）']);
  });

  it('offers no replacement for what runs over paragraphs', () => {
    const doc = docFrom([
      { kind: 'text', text: '甲。' },
      { kind: 'text', text: '乙。' },
    ]);
    expect(readManuscript({ title: '', source: '' }, doc).placeOf(1, 4)).toMatchObject({ oneParagraph: false });
  });
});
