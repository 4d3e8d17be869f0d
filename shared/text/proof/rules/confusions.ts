import { CONFUSIONS, type Confusion, IN_CONTEXT } from '../data/confusions/index.ts';
import { flag, scan } from '../draft.ts';
import { buildMatcher, type Matcher } from '../matcher.ts';
import type { Draft } from '../types.ts';
import { isWord } from '../words.ts';

/** Words with a wrong character, from the table of confusions. */
export function wrongWords(text: string): Draft[] {
  const drafts: Draft[] = [];
  table().scan(text, (start, end, { wrong, right, unless, bare }) => {
    if (bare && /[\p{Script=Han}](?<![的和及与对名位户])$/u.test(text.slice(Math.max(0, start - 1), start))) return;
    if (unless.some((right) => stands(text, right, start, end))) return;
    if (text.startsWith(right, end - right.length) && right.length > wrong.length) return;
    if (wrong.length === 2 && acrossWords(text, start)) return;
    drafts.push(flag(start, end, 'error', `“${wrong}”应为“${right}”`, right));
  });
  return drafts;
}

/** Pairs of right words, each in the other's place. */
export const wrongInContext = (text: string): Draft[] =>
  IN_CONTEXT.filter(({ words }) => words.some((word) => text.includes(word))).flatMap(
    ({ pattern, right, severity, reason }) =>
      scan(text, pattern, (match) => {
        const word = match[1] ?? '';
        const start = match.index + match[0].lastIndexOf(word);
        return flag(start, start + word.length, severity, `“${word}”应为“${right}”：${reason}`, right);
      }),
  );

let built: Matcher<Confusion> | null = null;

function table(): Matcher<Confusion> {
  built ??= buildMatcher(CONFUSIONS.map((confusion) => [confusion.wrong, confusion] as const));
  return built;
}

/** Whether `longer` stands in the text over `[start, end)`. */
function stands(text: string, longer: string, start: number, end: number): boolean {
  const from = Math.max(0, end - longer.length);
  const at = text.slice(from, start + longer.length).indexOf(longer);
  return at >= 0;
}

/** Two characters that belong to two words, 公布|署名, 监督|到每家, or that end a longer one: 冷不防, 无意间. */
function acrossWords(text: string, start: number): boolean {
  const before = /\p{Script=Han}{0,2}$/u.exec(text.slice(Math.max(0, start - 2), start))?.[0] ?? '';
  if (before === '') return false;
  const first = text[start] ?? '';
  if (isWord(before.slice(-1) + first) || (before.length === 2 && isWord(before + first))) return true;
  return !VARIANT.test(text.slice(start, start + 2)) && isWord(before.slice(-1) + text.slice(start, start + 2));
}

/** Spellings that dictionaries still carry as variants, so that their being in one says nothing. */
const VARIANT = /[份帐象]/;
