import { flag, scan } from '../draft.ts';
import type { Draft } from '../types.ts';

const CLAUSE = 'GB/T 15834-2011 点号不连用';

/** 。。 ，， 。， and the like: two pause marks in a row; “……。”。 at a quotation's end. */
export const doubledMarks = (text: string): Draft[] => [
  ...scan(text, /([，、；：。,;])\1+/g, (match) => {
    const [marks, mark = ''] = match;
    if (mark === '。' && marks.length >= 3) return null;
    if (mark === '、' && marks.length >= 3) return null;
    return flag(match.index, match.index + marks.length, 'error', `“${mark}”重复（${CLAUSE}）`, mark);
  }),
  ...scan(text, /[，、；：。！？][，、；：。]/g, (match) => {
    const [first = '', second = ''] = match[0];
    if (first === second) return null;
    return flag(
      match.index,
      match.index + 2,
      'error',
      `“${first}”“${second}”连用，只留一个（${CLAUSE}）`,
      first === '，' || first === '、' ? second : first,
      first === '，' || first === '、' ? first : second,
    );
  }),
  ...scan(text, /([。！？])(”)([。，])/g, (match) =>
    flag(
      match.index,
      match.index + 3,
      'warning',
      `引号内外都有点号“${match[1]}”“${match[3]}”，只留一处（GB/T 15834-2011 附录B）`,
      `${match[1]}”`,
      `”${match[3]}`,
    ),
  ),
  ...scan(text, /[“（《‘][，、；。]|[，、；：](?=[”’）》])/g, (match) => {
    const mark = match[0].replace(/[“（《‘]/, '');
    if (/[，、]/.test(mark) && match[0].length === 1 && /[”’]/.test(text[match.index + 1] ?? '')) return null;
    const rest = match[0].replace(mark, '');
    return flag(match.index, match.index + match[0].length, 'warning', `“${mark}”不应在此处的括号或引号旁边`, rest);
  }),
];
