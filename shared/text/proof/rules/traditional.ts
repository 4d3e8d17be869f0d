import { TRADITIONAL } from '../data/traditional.ts';
import { flag, scan } from '../draft.ts';
import type { Draft } from '../types.ts';

/** 加塊 for 加块: an unsimplified character among simplified ones. A text set so throughout is another matter. */
export const traditional = (text: string): Draft[] => {
  const found = scan(text, ANY, ({ index, 0: char }) => {
    const right = TRADITIONAL.get(char) ?? '';
    return flag(index, index + 1, 'warning', `“${char}”是繁体字，规范字为“${right}”（通用规范汉字表）`, right);
  });
  return found.length > FEW ? [] : found;
};

const ANY = new RegExp(`[${[...TRADITIONAL.keys()].join('')}]`, 'g');
const FEW = 3;
