import { PHRASES } from '../data/lexicon.ts';
import { SOUNDS } from '../data/sounds.ts';
import { flag } from '../draft.ts';
import { buildTrie, type Trie } from '../trie.ts';
import type { Draft } from '../types.ts';
import { isWord, segments } from '../words.ts';

/**
 * Passages one character away from a fixed wording of the genre: a character missing (管理制 for 管理制度 inside
 * a longer run, 存的问题), or another of like sound or look in its place (群从路线).
 */
export function nearPhrases(text: string): Draft[] {
  const index = neighbours();
  const drafts: Draft[] = [];
  const whole = wholePhrases(text);
  for (let at = 0; at < text.length; at++) {
    if (!HAN.test(text[at] ?? '')) continue;
    for (const length of index.lengths) {
      const passage = text.slice(at, at + length);
      if (passage.length < length) break;
      const phrase = index.shortened.get(passage);
      if (phrase !== undefined && isMissing(text, at, phrase, passage, whole)) {
        drafts.push(flag(at, at + length, 'warning', `“${passage}”似缺字，应为“${phrase}”`, phrase));
      }
    }
    const found = replaced(text, at, index);
    if (found) drafts.push(found);
  }
  return drafts;
}

const HAN = /\p{Script=Han}/u;
let phrases: Trie<null> | null = null;

/** Tells whether a fixed wording stands in the text over the character at a place. */
function wholePhrases(text: string): (at: number) => boolean {
  phrases ??= buildTrie(PHRASES.map((phrase) => [phrase, null] as const));
  const taken = new Set<number>();
  phrases.scan(text, (start, end) => {
    for (let at = start; at < end; at++) taken.add(at);
  });
  return (at) => taken.has(at);
}

interface Index {
  /** Each phrase with one inner character left out. */
  shortened: Map<string, string>;
  lengths: readonly number[];
  /** Each four-character phrase with a ? in place of each character. */
  masked: Map<string, string[]>;
  known: ReadonlySet<string>;
}

let built: Index | null = null;

function neighbours(): Index {
  if (built) return built;
  const known = new Set(PHRASES);
  const shortened = new Map<string, string>();
  const masked = new Map<string, string[]>();
  for (const phrase of PHRASES) {
    for (let i = 1; i < phrase.length - 1; i++) {
      const short = phrase.slice(0, i) + phrase.slice(i + 1);
      if (!known.has(short)) shortened.set(short, phrase);
    }
    if (phrase.length !== 4) continue;
    for (let i = 0; i < 4; i++) {
      const mask = `${phrase.slice(0, i)}?${phrase.slice(i + 1)}`;
      masked.set(mask, [...(masked.get(mask) ?? []), phrase]);
    }
  }
  const lengths = [...new Set([...shortened.keys()].map((short) => short.length))].sort((a, b) => a - b);
  built = { shortened, lengths, masked, known };
  return built;
}

/**
 * Whether the short form cannot be read as it stands: what is left of the broken word is no word, nor does
 * it make one with its neighbours.
 */
function isMissing(text: string, at: number, phrase: string, passage: string, whole: (at: number) => boolean): boolean {
  const end = at + passage.length;
  const around = text.slice(Math.max(0, at - 2), end + 2);
  if (around.includes(phrase)) return false;
  const parts = segments(passage);
  if (parts.length === 1 || parts.every((part) => part.length >= 2 && isWord(part))) return false;
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(end, end + 2);
  // The stub may belong to a word that goes beyond the passage: 全 in 全面, 制 in 制定.
  const lone = parts.findIndex((part) => part.length === 1);
  if (lone < 0) return false;
  const stub = parts[lone] ?? '';
  if (whole(at + parts.slice(0, lone).join('').length)) return false;
  if (lone === parts.length - 1 && after !== '' && isWord(stub + after.slice(0, 1))) return false;
  if (lone === 0 && before !== '' && isWord(before.slice(-1) + stub)) return false;
  return !STANDS_ALONE.includes(stub);
}

/** Characters that are words by themselves, so that nothing need be missing beside them. */
const STANDS_ALONE =
  '的了在和与及等对将把被向从由为以到于是有无不也都就再又更最很各本该此其全每我区市县镇村街省国人党委局部办院户家个项次条件名年月日时中内外上下前后左右大小多少高低新老好快强稳促保抓做建设立推办查管控防治护助送讲学用能会要可应须需并或但而且则使让令给同跟比按照经过法组制员化性率型式类级科股队所站点线网库厅室口期度量值额费款园校院馆店厂器机车房楼栋门路桥河图表书证卡号案件题事物';

/** A like-sounding or like-looking character in a four-character wording. */
function replaced(text: string, at: number, index: Index): Draft | null {
  const passage = text.slice(at, at + 4);
  if (passage.length < 4 || index.known.has(passage)) return null;
  for (let i = 0; i < 4; i++) {
    const given = passage[i] ?? '';
    const phrases = index.masked.get(`${passage.slice(0, i)}?${passage.slice(i + 1)}`);
    if (!phrases) continue;
    for (const phrase of phrases) {
      const right = phrase[i] ?? '';
      if (!alike(given, right)) continue;
      const half = i < 2 ? passage.slice(0, 2) : passage.slice(2);
      if (isWord(half) || readsOn(text, at, i)) continue;
      return flag(at, at + 4, 'warning', `“${passage}”应为“${phrase}”（“${given}”似为“${right}”之误）`, phrase);
    }
  }
  return null;
}

/** Whether the odd character makes a word with what stands outside the passage. */
function readsOn(text: string, at: number, i: number): boolean {
  if (i === 0) return at > 0 && isWord(text.slice(at - 1, at + 1));
  if (i === 3) return isWord(text.slice(at + 3, at + 5));
  if (i === 1) return isWord(text.slice(at + 1, at + 3));
  return isWord(text.slice(at + 1, at + 3));
}

const LOOKS: readonly string[] = [
  '己已巳',
  '末未',
  '侯候',
  '辩辨瓣辫',
  '贷货',
  '拔拨',
  '折拆析',
  '治冶',
  '幕墓暮慕募',
  '竟竞',
  '挡档',
  '捡检',
  '撒撤',
  '代伐',
  '住往',
  '人入八',
  '土士',
  '千干于',
  '常堂',
  '陪赔培',
  '部陪',
  '责贵',
  '众从',
  '查察',
  '排徘',
  '场扬汤',
  '待侍',
  '历厉',
  '准淮',
  '析拆',
  '拟似',
  '导异',
  '服报',
  '情清请',
  '施拖',
  '程理',
  '风凤',
  '动劲',
  '发友',
  '领领',
];

function alike(a: string, b: string): boolean {
  if (a === b || a === '' || b === '') return false;
  const sounds = SOUNDS.get(a);
  if (sounds && SOUNDS.get(b)?.some((sound) => sounds.includes(sound))) return true;
  return LOOKS.some((look) => look.includes(a) && look.includes(b));
}
