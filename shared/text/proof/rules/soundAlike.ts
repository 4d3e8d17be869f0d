import { COMMON_WORDS } from '../data/commonWords.ts';
import { SURNAMES } from '../data/doubles.ts';
import { LEXICON } from '../data/lexicon.ts';
import { SOUNDS } from '../data/sounds.ts';
import { STANDS_ALONE } from '../data/standsAlone.ts';
import { flag } from '../draft.ts';
import { looksLike, soundsLike } from '../sounds.ts';
import type { Draft } from '../types.ts';
import { commonWords, isWord, segments } from '../words.ts';

/**
 * Two characters that are no word and that no words beside them explain, of which one is right and the other sounds or looks
 * like its neighbour in a common word: 累记 for 累计, 提共 for 提供. What an input method puts in.
 */
export function soundAlike(text: string): Draft[] {
  const drafts: Draft[] = [];
  for (const at of orphanPairs(text)) {
    const [a, b] = [text[at] ?? '', text[at + 1] ?? ''];
    const meant = meantBy(a, b);
    if (!meant || explained(text, at) || isName(text, at) || isEchoed(text, at)) continue;
    if (meant === b + a) {
      const severity =
        tied(text, at) || /[优强好实准稳新亮美大多快牢细严深精清高低远近]/.test(a + b) || STANDS_ALONE.includes(a)
          ? 'query'
          : 'warning';
      drafts.push(flag(at, at + 2, severity, `“${a + b}”似应为“${meant}”（两字颠倒）`, meant));
      continue;
    }
    const [odd, right] = meant[0] === a ? [b, meant[1]] : [a, meant[0]];
    const certain = inPhrase(text, at, meant) || (isCertain(odd, right, meant) && !tied(text, at));
    const severity = certain ? 'warning' : 'query';
    drafts.push(flag(at, at + 2, severity, `“${a + b}”应为“${meant}”（“${odd}”似为“${right}”之误）`, meant));
  }
  return drafts;
}

/** Places where the dictionary leaves two characters side by side that it finds no word for. */
function orphanPairs(text: string): number[] {
  const places: number[] = [];
  let at = 0;
  let single = false;
  for (const part of segments(text)) {
    const orphan = part.length === 1 && SOUNDS.has(part) && !FUNCTION.includes(part);
    if (orphan && single && !(STANDS_ALONE.includes(part) && STANDS_ALONE.includes(text[at - 1] ?? '')))
      places.push(at - 1);
    single = orphan;
    at += part.length;
  }
  return places;
}

/** Characters of grammar and number: which of them is meant is told by other rules. */
const FUNCTION =
  '的地得之们了着过等其未已以及与和是在有不也都就又更最很各本该此每把被将对为从向由到于而或但并且若如所第一二三四五六七八九十百千万亿两半几';

/** The common word that the pair is one slip away from; `null` where the pair is a word or there is none. */
function meantBy(a: string, b: string): string | null {
  const index = commonWords();
  const near = [
    ...(index.byFirst.get(a) ?? []).filter((word) => soundsLike(word[1] ?? '', b)),
    ...(index.byLast.get(b) ?? []).filter((word) => soundsLike(word[0] ?? '', a)),
    ...(COMMON_WORDS.has(b + a) && !/[上下中内外前后]/.test(a + b) ? [b + a] : []),
    ...(index.byFirst.get(a) ?? []).filter((word) => looksLike(word[1] ?? '', b)),
    ...(index.byLast.get(b) ?? []).filter((word) => looksLike(word[0] ?? '', a)),
  ];
  return near.length === 0 || COMMON_WORDS.has(a + b) || isWord(a + b) ? null : (near[0] ?? null);
}

/** A character in so few common words at its place hardly makes a new one there. */
const SELDOM = 3;

/**
 * Certain where hardly a common word has the odd character in its place (预竟, 补冲), and the other does not stand alone: short
 * forms are coined every day (农技, 助餐), but of characters that words are made of.
 */
function isCertain(odd: string, right: string | undefined, meant: string): boolean {
  const index = commonWords();
  const atTail = meant[1] === right;
  const kept = (atTail ? meant[0] : meant[1]) ?? '';
  return !STANDS_ALONE.includes(kept) && ((atTail ? index.byLast : index.byFirst).get(odd)?.length ?? 0) <= SELDOM;
}

/** Whether the word meant makes a fixed wording with the word beside it: 技术指导, 民主评议. */
const inPhrase = (text: string, at: number, meant: string): boolean =>
  LEXICON.has(text.slice(Math.max(0, at - 2), at) + meant) || LEXICON.has(meant + text.slice(at + 2, at + 4));

/** 首接首办, 应享尽享: a character that comes again one place on makes its own short form. */
const isEchoed = (text: string, at: number): boolean =>
  text[at - 1] === text[at + 1] || text[at] === text[at + 2] || LEXICON.has(text.slice(at - 1, at + 4));

/** Whether either character makes a word with what is beside it: 实绩|定优. */
const tied = (text: string, at: number): boolean =>
  (at > 0 && known(text.slice(at - 1, at + 1))) || known(text.slice(at + 1, at + 3));

const known = (word: string): boolean => COMMON_WORDS.has(word) || isWord(word);

/** Whether both characters go with what is beside them, or stand by themselves. */
function explained(text: string, at: number): boolean {
  const [before, a, b, after] = [text[at - 1] ?? '', text[at] ?? '', text[at + 1] ?? '', text[at + 2] ?? ''];
  const head = before !== '' && (known(before + a) || (at > 1 && isWord(text.slice(at - 2, at + 1))));
  const tail = after !== '' && (known(b + after) || isWord(text.slice(at + 1, at + 4)));
  if ((head || STANDS_ALONE.includes(a)) && (tail || STANDS_ALONE.includes(b))) return true;
  return (
    isWord(text.slice(at, at + 3)) ||
    (at > 0 && isWord(text.slice(at - 1, at + 2))) ||
    isWord(text.slice(at, at + 4)) ||
    (at > 1 && isWord(text.slice(at - 2, at + 2))) ||
    (at > 0 && isWord(text.slice(at - 1, at + 3)))
  );
}

/** Given names and the names of places, firms and wares are made of what sounds well: 李治礼, 济元路, 华瑞公司. */
const isName = (text: string, at: number): boolean =>
  SURNAMES.includes(text[at - 1] ?? ' ') ||
  SURNAMES.includes(text[at] ?? ' ') ||
  /^\p{Script=Han}{0,2}(?:路|街|巷|镇|乡|村|庄|寨|河|湖|山|桥|社区|小区|公司|集团|酒店|超市|学校|小学|中学|饭店|花园|先生|女士|同志)/u.test(
    text.slice(at + 2),
  );
