import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createProofer, type Proofing, proof } from '../../../shared/text/proof/index.ts';
import { ALL_TEXTS } from './support.ts';

const SNIPPETS = ALL_TEXTS.flatMap((text) => text.match(/.{1,40}/gu) ?? []);

/** Any Unicode, lone surrogates too, mixed with passages of the genre. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom(...SNIPPETS),
      fc.constantFrom('\n', '\r\n', '　', '\ud83d', '（', '“', '。。', '12.5%', '一是', '\u200b'),
    ),
  )
  .map((parts) => parts.join(''));

/** NEL is a line break in Unicode, though not to JavaScript. */
const plain = (text: string): string => text.replace(/[\s\u0085]/g, '');

function expectOrderly({ text, findings, figures }: Proofing): void {
  let before = 0;
  for (const { start, end } of findings) {
    expect(start).toBeGreaterThanOrEqual(before);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
    before = start;
  }
  for (const { start, end } of figures) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
}

describe('whatever the text', () => {
  it('proofing never throws, keeps every character, and gives offsets that are valid and in order', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const result = proof(raw);
        expect(plain(result.text)).toBe(plain(raw));
        expectOrderly(result);
      }),
      { numRuns: 300 },
    );
  });

  it('the live editor shows what the headless run shows, after any sequence of edits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 6 }), { minLength: 1, maxLength: 5 }),
        (states) => {
          const live = createProofer();
          for (const paragraphs of states) {
            const fresh = createProofer().update(paragraphs);
            expect(live.update(paragraphs)).toEqual(fresh);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('a raw text proofed headless equals its joined paragraphs typed into the editor', () => {
    for (const raw of ALL_TEXTS) {
      const headless = proof(raw);
      expect(createProofer().update(headless.text.split('\n'))).toEqual(headless);
    }
  });

  it('an edit in one paragraph leaves the findings of an editor that saw every keystroke right', () => {
    const paragraphs = proof(ALL_TEXTS[3] ?? '').text.split('\n');
    const live = createProofer();
    for (let i = 0; i < 30; i++) {
      const at = i % paragraphs.length;
      const line = paragraphs[at] ?? '';
      paragraphs[at] = i % 3 === 0 ? line.slice(1) : `${line.slice(0, i)}，${line.slice(i)}`;
      expect(live.update(paragraphs)).toEqual(createProofer().update(paragraphs));
    }
  });
});

describe('long input', () => {
  // Work that grows with the square of the length would take minutes here, and the suite's limit is 30 seconds.
  it.each(['。', '一是', '（', '“', '12%', '采购', '，12个', '存的问题', '占5个的', '学', 'X', ' '])(
    '60,000 characters of %s are proofed',
    (part) => {
      const text = part.repeat(60_000 / part.length);
      expect(proof(text).text.length).toBeLessThanOrEqual(text.length);
    },
  );
});
