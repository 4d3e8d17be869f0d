import { LEXICON } from '../data/lexicon.ts';
import { flag } from '../draft.ts';
import type { Draft } from '../types.ts';
import { commonWords, isWord, segments } from '../words.ts';

/**
 * Half a word at the edge of a clause: 打下坚实基。 for 基础, 规范停车秩。 for 秩序. The character does not stand by itself, the
 * words beside it do without it, and it begins (or ends) few words.
 */
export function orphans(text: string): Draft[] {
  const drafts: Draft[] = [];
  const parts = segments(text);
  let at = 0;
  for (const [i, part] of parts.entries()) {
    const before = parts[i - 1] ?? '';
    const after = parts[i + 1] ?? '';
    const found = part.length === 1 && isHan(part) ? halfAt({ char: part, before, after }) : null;
    if (found) {
      const message = `“${part}”不单用，前后似缺字，如“${found.words.slice(0, 3).join('”“')}”`;
      drafts.push(flag(at, at + 1, 'warning', message, ...(found.sure ? found.words.slice(0, 1) : [])));
    }
    at += part.length;
  }
  return drafts;
}

interface Place {
  char: string;
  before: string;
  after: string;
}

interface Half {
  words: readonly string[];
  /** Whether the words beside it name the one that is meant. */
  sure: boolean;
}

function halfAt({ char, before, after }: Place): Half | null {
  if (!BOUND.includes(char)) return null;
  const atEnd = isClosing(after) && before.length >= 2 && isHan(before);
  if (!atEnd || isWord(before.slice(-1) + char) || isWord(before + char)) return null;
  const { byFirst, byLast } = commonWords();
  const words = [...(byFirst.get(char) ?? []), ...(byLast.get(char) ?? [])];
  const meant = words.filter((word) => LEXICON.has(before.slice(-2) + word));
  if (meant.length > 0) return { words: meant, sure: true };
  return words.length > 0 ? { words, sure: false } : null;
}

/** Characters of office prose that no clause ends with after a whole word. */
const BOUND =
  '基秩契知禀纠措矛惩协宣培策筹畅拓履遵贯秉巩夯凝振隐患廉践祉辖况貌范榜径瞻愿谐睦颁募赔偿识础纷盾碍赋溉贴序绩障督询咨氛围敏捷嘉惕警赡抚恤慰徽彰顾虑缺陷暴露揭瞒煽骚纵容溯源析研判孵';

const isClosing = (part: string): boolean => /^[，。；：、！？）\d]/.test(part);
const isHan = (part: string): boolean => /^\p{Script=Han}+$/u.test(part);
