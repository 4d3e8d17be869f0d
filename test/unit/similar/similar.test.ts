import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gramsOf, likeness, NEAR, sharedPassages } from '../../../shared/text/similar/compare.ts';
import { fold, foldText, unfold } from '../../../shared/text/similar/fold.ts';
import { sketch } from '../../../shared/text/similar/sketch.ts';
import { truthOf } from '../../support/bulletins.ts';
import { reword } from './rewording.ts';

const items = ['000', '001', '003'].flatMap((name) =>
  truthOf(name).items.map(({ title, body }) => [title ?? '', ...body].join('\n')),
);

function randomNumbers(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const near = (a: string, b: string) => likeness(gramsOf(a), gramsOf(b)) >= NEAR;

describe('near texts', () => {
  it('nine of ten light rewordings are told as the same', () => {
    const random = randomNumbers(5);
    const pairs = Array.from({ length: 20 }, () => items.map((text) => [text, reword(text, random)] as const)).flat();
    const missed = pairs.filter(([text, other]) => !near(text, other));
    expect(pairs.length).toBeGreaterThan(500);
    expect(missed.length / pairs.length).toBeLessThan(0.1);
  });

  it('of a hundred pairs of different items at most one is told as the same, reworded or not', () => {
    const random = randomNumbers(6);
    let pairs = 0;
    const wrong: string[] = [];
    items.forEach((text, i) => {
      for (const other of items.slice(i + 1)) {
        pairs += 2;
        for (const candidate of [other, reword(other, random)])
          if (near(text, candidate)) wrong.push(`${text.slice(0, 30)} | ${candidate.slice(0, 30)}`);
      }
    });
    expect(pairs).toBeGreaterThan(1_000);
    expect(wrong.length / pairs, wrong.join('\n')).toBeLessThan(0.01);
  });

  it('texts of one office that share a quarter of their clauses are different news', () => {
    const random = randomNumbers(8);
    const clauses = items.flatMap((text) => text.split(/(?<=[，。；,])/u)).filter((clause) => clause.length > 6);
    const pick = (n: number) => Array.from({ length: n }, () => clauses[random(clauses.length)] ?? '');
    let wrong = 0;
    for (let i = 0; i < 500; i++) {
      const shared = pick(4);
      const mix = () => [...pick(14), ...shared].sort(() => random(3) - 1).join('');
      if (near(mix(), mix())) wrong++;
    }
    expect(wrong).toBeLessThanOrEqual(5);
  });

  it('a short printed item is known from the long text it was cut from', () => {
    const long = items.toSorted((a, b) => b.length - a.length)[0] ?? '';
    expect(near(long.slice(0, 120), long)).toBe(true);
    expect(sketch(long.slice(0, 300)).filter((hash) => sketch(long).includes(hash)).length).toBeGreaterThan(2);
  });

  it('a phrase of the trade alone is no likeness', () => {
    expect(near('扎实开展爱国卫生运动', items.join('扎实开展爱国卫生运动'))).toBe(false);
    expect(near('', items[0] ?? '')).toBe(false);
    expect(near('', '')).toBe(false);
  });

  it('passages shared are the same characters on both sides, marks and spaces aside', () => {
    const random = randomNumbers(9);
    const counted = (text: string) => foldText(text).replace(/[^\p{L}\p{Nd}]/gu, '');
    for (const text of items.slice(0, 20)) {
      const other = reword(text, random);
      const passages = sharedPassages(text, other);
      expect(passages.length).toBeGreaterThan(0);
      let end = 0;
      for (const { here, there } of passages) {
        expect(counted(text.slice(...here))).toBe(counted(other.slice(...there)));
        expect(counted(text.slice(...here)).length).toBeGreaterThanOrEqual(6);
        expect(here[0]).toBeGreaterThanOrEqual(end);
        end = here[1];
      }
    }
  });

  it('a text that says one thing over and over is compared like any other', () => {
    const long = '一是加强领导。'.repeat(6_000);
    expect(sharedPassages(long, long).length).toBeGreaterThan(0);
    expect(sketch(long).length).toBeLessThan(20);
  });
});

describe('folding', () => {
  it.each([
    ['ＡＢｃ　Ｄ', 'abc\nd'],
    ['“红黄蓝”', '"红黄蓝"'],
    ['2,000 余次', '2，000余次'],
    ['⽅案', '方案'],
    ['LED 屏 red tape', 'led屏red\ntape'],
    ['a\u200bb\ufeff\0c\ud800d', 'abcd'],
    ['㎡ ① …', '㎡1…'],
  ])('%j folds to the same as %j', (text, same) => {
    expect(foldText(text)).toBe(foldText(same));
  });

  it('leads back to the characters it came from', () => {
    const char = fc.constantFrom(...'区委督查𠮷ＡＢab12 　\n“”,，。⽅\u200b');
    fc.assert(
      fc.property(
        fc.array(char, { maxLength: 40 }),
        fc.nat(40),
        fc.integer({ min: 1, max: 8 }),
        (chars, at, length) => {
          const folded = fold(chars.join(''));
          expect(folded.text).toBe(foldText(folded.original));
          const from = Math.min(at, folded.text.length - 1);
          const piece = folded.text.slice(from, from + length);
          if (piece === '' || piece.includes('\n') || /^[\udc00-\udfff]|[\ud800-\udbff]$/.test(piece)) return;
          const [start, end] = unfold(folded, [from, from + piece.length]);
          expect(foldText(folded.original.slice(start, end))).toBe(piece);
        },
      ),
    );
  });
});
