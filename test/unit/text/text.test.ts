import { describe, expect, it } from 'vitest';
import { isBalanced } from '../../../shared/text/chars.ts';
import { charCount, joinLines, normaliseText, tidySpaces } from '../../../shared/text/normalise.ts';
import { formatNumeral, parseNumeral } from '../../../shared/text/numerals.ts';
import { nextSeries } from '../../../shared/text/series.ts';

describe('normalising', () => {
  it('makes line ends, blanks and invisible characters plain', () => {
    expect(normaliseText('\ufeff一\r\n二\r三\u00a0四\u200b五\u3000六')).toBe('一\n二\n三 四五 六');
  });

  it('joins hard wraps with nothing, Latin words with a space', () => {
    expect(joinLines('严格执行重大\n\n  问题请示，open\nsource')).toBe('严格执行重大问题请示，open source');
    expect(joinLines('实行 24\n小时')).toBe('实行24小时');
  });

  it('drops the space beside a number and keeps the one between Chinese characters', () => {
    expect(tidySpaces('共 39 份 精准服务  主动作为，第 5 项')).toBe('共39份 精准服务 主动作为，第5项');
    expect(tidySpaces('上 街 信 息')).toBe('上街信息');
    expect(tidySpaces('“红黄蓝”督查 助推')).toBe('“红黄蓝”督查 助推');
  });

  it('counts characters as Word does', () => {
    expect(charCount('区发改委54项，办结率83.3%。')).toBe(12);
    expect(charCount('  \n')).toBe(0);
  });

  it('sees quotes and brackets that do not close, and forgives a bracket of the other width', () => {
    expect(isBalanced('社区“两')).toBe(false);
    expect(isBalanced('(区检察院）“两委”')).toBe(true);
  });
});

describe('numerals', () => {
  it('writes and reads 1 to 999 alike', () => {
    for (let n = 1; n <= 999; n++) expect(parseNumeral(formatNumeral(n))).toBe(n);
    expect([formatNumeral(10), formatNumeral(19), formatNumeral(110), formatNumeral(205)]).toEqual([
      '十',
      '十九',
      '一百一十',
      '二百零五',
    ]);
  });

  it('reads digits of both widths and years written digit by digit, and refuses what is no number', () => {
    expect(['19', '１９', '二〇二〇', '二○二○'].map(parseNumeral)).toEqual([19, 19, 2020, 2020]);
    expect(['十十', '三五百', '', '甲'].map(parseNumeral)).toEqual([null, null, null, null]);
    expect(() => formatNumeral(0)).toThrow(RangeError);
  });
});

describe('the next instalment of a series', () => {
  it.each([
    ['夺取“双胜利”（三）', '夺取“双胜利”（四）'],
    ['夺取“双胜利”（九）', '夺取“双胜利”（十）'],
    ['营商环境(9)', '营商环境(10)'],
    ['营商环境系列报道之十九', '营商环境系列报道之二十'],
    ['营商环境⑨', '营商环境⑩'],
    ['营商环境', '营商环境（二）'],
  ])('%s → %s', (heading, next) => {
    expect(nextSeries(heading)).toBe(next);
  });
});
