import { pinyin } from 'pinyin-pro';
import { isHan } from '../chars.ts';

/**
 * The initials of a name as one would type them, 区发改委 → qfgw; Latin letters and digits stay, all else is left out.
 * Where characters can be read in several ways the first is the usual reading.
 */
export function initials(name: string): string {
  return initialsOf(name)[0] ?? '';
}

/** Every set of initials a name may be typed by, the usual one first; at most `MAX_READINGS`. */
export const initialsOf = kept((name) => {
  const chars = [...name.trim()].slice(0, MAX_LENGTH);
  const usual = usualReadings(chars);
  let readings = [''];
  chars.forEach((char, i) => {
    const letters = typedAs(char, usual[i]);
    readings = readings.flatMap((head) => letters.map((letter) => head + letter)).slice(0, MAX_READINGS);
  });
  return [...new Set(readings)];
});

/**
 * Whether `name` is found by `query`: by any part of the name (发改), by initials (qfg), or by both mixed (区fgw, q发改).
 * Upper and lower case are the same, spaces do not count; an empty query finds everything.
 */
export function matchesName(query: string, name: string): boolean {
  const wanted = [...query.toLowerCase().replace(/\s/g, '')].slice(0, MAX_LENGTH);
  if (wanted.length === 0) return true;
  const choices = choicesOf(name);
  return choices.some((_, from) => wanted.every((char, i) => choices[from + i]?.includes(char)));
}

/** What each character of a name may be typed as. */
const choicesOf = kept((name) => {
  const chars = [...name.toLowerCase().replace(/\s/g, '')].slice(0, MAX_LENGTH);
  const usual = usualReadings(chars);
  return chars.map((char, i) => (isHan(char) ? [char, ...lettersOf(char, usual[i])] : [char]));
});

/** The dictionary takes longer over a register of some hundred names than a search does: what it said is kept. */
function kept<Result>(read: (name: string) => Result): (name: string) => Result {
  const known = new Map<string, Result>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    if (known.size >= MOST_KEPT) known.clear();
    const result = read(name);
    known.set(name, result);
    return result;
  };
}

const MOST_KEPT = 10_000;

const MAX_READINGS = 32;
/** No unit's name is longer; keeps a pasted page from being spelt out. */
const MAX_LENGTH = 80;
/**
 * Readings that names of offices and places do take, for the characters that have more than one initial.
 * The dictionary's rare readings would only bring wrong hits.
 */
const SECOND_READING: Readonly<Record<string, string>> = {
  重: 'zc',
  行: 'xh',
  长: 'cz',
  会: 'hk',
  厦: 'xs',
  乐: 'ly',
  参: 'cs',
  朝: 'cz',
  藏: 'zc',
  单: 'ds',
  都: 'd',
  盛: 'sc',
  石: 's',
  省: 'sx',
  校: 'xj',
  调: 'dt',
  系: 'xj',
  降: 'jx',
  解: 'jx',
  曾: 'zc',
  郇: 'xh',
  亳: 'b',
  堡: 'bp',
  蚌: 'b',
  铅: 'qy',
  葛: 'g',
  仇: 'cq',
  覃: 'qt',
  召: 'zs',
  荥: 'xy',
  峡: 'x',
};

/** What the whole name reads as: the dictionary knows words, 银行 and 长江. */
function usualReadings(chars: readonly string[]): string[] {
  return pinyin(chars.join(''), { pattern: 'first', toneType: 'none', type: 'array' });
}

/** What one types for `char`; nothing for a mark, or for a character the dictionary does not know. */
function typedAs(char: string, usual: string | undefined): string[] {
  if (!isHan(char)) return [/[A-Za-z0-9]/.test(char) ? char.toLowerCase() : ''];
  const letters = lettersOf(char, usual);
  return letters.length > 0 ? letters : [''];
}

function lettersOf(char: string, usual: string | undefined): string[] {
  const first = usual && /^[a-z]$/.test(usual) ? usual : '';
  return [...new Set([first, ...(SECOND_READING[char] ?? '')])].filter((letter) => letter !== '');
}
