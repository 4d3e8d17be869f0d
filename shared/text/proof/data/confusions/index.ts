import { CONTEXTUAL, type ContextualConfusion } from './contextual.ts';
import { HOMOPHONES } from './homophones.ts';
import { IDIOMS } from './idioms.ts';
import { OFFICE } from './office.ts';
import { WORDS } from './words.ts';

/** One confusion: a string that is wrong wherever it stands, but inside one of `unless`. */
export interface Confusion {
  wrong: string;
  right: string;
  unless: readonly string[];
  /** Wrong only where a word begins there: 结率 is 办结率 cut short, but 执结率 is whole. */
  bare: boolean;
}

/** Reads `wrong>right!unless!unless` entries; `^` before one makes it `bare`. */
const parse = (table: string): Confusion[] =>
  table
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [pair = '', ...unless] = entry.split('!');
      const bare = pair.startsWith('^');
      const [wrong = '', right = ''] = pair.slice(bare ? 1 : 0).split('>');
      // 帐 is right in 帐篷 alone.
      return { wrong, right, unless: wrong.endsWith('帐') ? [...unless, `${wrong}篷`] : unless, bare };
    });

/** Every non-word of the table, once. */
export const CONFUSIONS: readonly Confusion[] = [
  ...new Map([...parse(OFFICE), ...parse(WORDS), ...parse(IDIOMS)].map((entry) => [entry.wrong, entry])).values(),
];

/** Pairs of right words, each with where it is wrong. */
export const IN_CONTEXT: readonly ContextualConfusion[] = [...CONTEXTUAL, ...HOMOPHONES];
