import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTexts } from '../../../shared/text/similar/align.ts';
import { sharedPassages } from '../../../shared/text/similar/compare.ts';
import { truthOf } from '../../support/bulletins.ts';
import { reword } from './rewording.ts';

const align = (here: string, there: string) => alignTexts(here, there, sharedPassages(here, there));
const items = ['000', '001', '003'].flatMap((name) =>
  truthOf(name).items.map(({ title, body }) => [title ?? '', ...body].join('\n')),
);

describe('two texts side by side', () => {
  it('the same sentence stands beside itself, a new one alone', () => {
    const here = '区审计局召开动员会。会上宣读了工作方案。全体干部参加。';
    const there = '区审计局召开动员会。局长作了讲话。会上宣读了工作方案。';
    expect(align(here, there).map((row) => [row.here?.text ?? null, row.there?.text ?? null])).toEqual([
      ['区审计局召开动员会。', '区审计局召开动员会。'],
      [null, '局长作了讲话。'],
      ['会上宣读了工作方案。', '会上宣读了工作方案。'],
      ['全体干部参加。', null],
    ]);
  });

  it('marks the words that stand on both sides, also of a sentence that was moved', () => {
    const rows = align('一是摸清底数建立台账。二是加强督查定期通报。', '二是加强督查定期通报。一是摸清底数建立台账。');
    const marked = (side: 'here' | 'there') =>
      rows.flatMap((row) => row[side]?.shared.map(([from, to]) => row[side]?.text.slice(from, to)) ?? []);
    expect(marked('here')).toEqual(['一是摸清底数建立台账', '二是加强督查定期通报']);
    expect(marked('there').sort()).toEqual(marked('here').sort());
  });

  it('every character of both stands in one row, whatever the texts', () => {
    const piece = fc.constantFrom('区委办公室印发通知。', '一是落实责任；', '全区推广\n', '甲', '”', '。');
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece), (a, b) => {
        const [here, there] = [a.join(''), b.join('')];
        const rows = align(here, there);
        expect(rows.map((row) => row.here?.text ?? '').join('')).toBe(here);
        expect(rows.map((row) => row.there?.text ?? '').join('')).toBe(there);
      }),
    );
  });

  it('of a reworded text most sentences stand beside their own', () => {
    let state = 11;
    const random = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const rows = items.flatMap((text) => align(text, reword(text, random)));
    const both = rows.filter(
      (row) => row.here && row.there && row.here.shared.length > 0 && row.there.shared.length > 0,
    );
    expect(both.length / rows.length).toBeGreaterThan(0.7);
  });
});
