import { PHRASES } from '../data/lexicon.ts';
import { STANDS_ALONE } from '../data/standsAlone.ts';
import { flag } from '../draft.ts';
import { buildMatcher, type Matcher, pairAt } from '../matcher.ts';
import { alike } from '../sounds.ts';
import type { Draft } from '../types.ts';
import { isWord, segments } from '../words.ts';

/**
 * Passages one character away from a fixed wording of the genre: a character missing (存的问题 for 存在的问题), or
 * another of like sound or look in its place (群从路线).
 */
export function nearPhrases(text: string): Draft[] {
  const index = neighbours();
  const drafts: Draft[] = [];
  const taken = new Uint8Array(text.length);
  index.phrases.scan(text, (start, end) => taken.fill(1, start, end));
  const whole = (at: number): boolean => taken[at] === 1;
  index.shortened.scan(text, (start, end, short) => {
    if (!isMissing(text, start, short, whole)) return;
    const message = `“${text.slice(start, end)}”似缺字，应为“${short.phrase}”`;
    drafts.push(flag(start, end, 'warning', message, short.phrase));
  });
  for (let at = 0; at + 4 <= text.length; at++) {
    if (whole(at) && whole(at + 3)) continue;
    const found = replaced(text, at, index);
    if (found) drafts.push(found);
  }
  return drafts;
}

/** A phrase and the place of the character left out. */
interface Shortened {
  phrase: string;
  gap: number;
}

interface Index {
  phrases: Matcher<null>;
  /** Each phrase with one inner character left out. */
  shortened: Matcher<Shortened>;
  /** Four-character phrases by their first two characters, and by their last two. */
  byHead: Map<number, string[]>;
  byTail: Map<number, string[]>;
  known: ReadonlySet<string>;
}

let built: Index | null = null;

function neighbours(): Index {
  if (built) return built;
  const known = new Set(PHRASES);
  const shortened: [string, Shortened][] = [];
  const byHead = new Map<number, string[]>();
  const byTail = new Map<number, string[]>();
  for (const phrase of PHRASES) {
    for (let gap = 1; gap < phrase.length - 1; gap++) {
      const short = phrase.slice(0, gap) + phrase.slice(gap + 1);
      if (!known.has(short)) shortened.push([short, { phrase, gap }]);
    }
    if (phrase.length !== 4) continue;
    file(byHead, pairAt(phrase, 0), phrase);
    file(byTail, pairAt(phrase, 2), phrase);
  }
  built = {
    phrases: buildMatcher(PHRASES.map((phrase) => [phrase, null] as const)),
    shortened: buildMatcher(shortened),
    byHead,
    byTail,
    known,
  };
  return built;
}

function file(map: Map<number, string[]>, key: number, phrase: string): void {
  const filed = map.get(key);
  if (filed) filed.push(phrase);
  else map.set(key, [phrase]);
}

/**
 * Whether the short form cannot be read as it stands: the word that lost a character is left with one that does
 * not stand alone, nor makes a word with what is beside it.
 */
function isMissing(text: string, at: number, { phrase, gap }: Shortened, whole: (at: number) => boolean): boolean {
  const end = at + phrase.length - 1;
  if (WHOLE.has(text.slice(at, end)) || (text[end] !== undefined && WHOLE.has(text.slice(at, end + 1)))) return false;
  if (text.slice(Math.max(0, at - 2), end + 2).includes(phrase)) return false;
  const word = wordAround(phrase, gap);
  if (word.length === 1 && phrase.length < 5) return false;
  const stub = word.start;
  const place = at + stub;
  if (word.length === 2 && whole(place)) return false;
  const char = text[place] ?? '';
  if (word.length === 2 && STANDS_ALONE.includes(char) && phrase.length < 6) return false;
  if (stub === 0 && phrase.length === 4 && VERBS.includes(char)) return false;
  if (readsAsIs(text, at, end)) return false;
  if (word.length !== 2 || STANDS_ALONE.includes(char)) return true;
  if (stub === 0 && at > 0 && isWord(text.slice(at - 1, at + 1))) return false;
  return !(place === end - 1 && isWord(text.slice(place, place + 2)));
}

/** Words of their own that look like a longer one cut short. */
const WHOLE: ReadonlySet<string> = new Set(
  '领导任组 服务台 招投标 宣传册 宣传语 宣传画 宣传片 养老险 医疗险 工作实绩 离休干部 舆论导向 军工企业 职教育 农技人员'.split(
    ' ',
  ),
);

/** Whether the passage falls into words, but for a character at one end that goes with its neighbour outside: 其|中企业. */
function readsAsIs(text: string, at: number, end: number): boolean {
  const parts = segments(text.slice(at, end));
  const single = parts.filter((part) => part.length === 1).length;
  if (single === 0) return true;
  if (single > 1) return false;
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (first.length === 1) return STANDS_ALONE.includes(first) || (at > 0 && isWord(text.slice(at - 1, at + 1)));
  return last.length === 1 && (STANDS_ALONE.includes(last) || isWord(text.slice(end - 1, end + 1)));
}

/** The word of `phrase` that holds the character at `gap`: halves of four, else as the dictionary cuts it. */
function wordAround(phrase: string, gap: number): { start: number; length: number } {
  if (isWord(phrase) && segments(phrase).length === 1) return { start: 0, length: phrase.length };
  if (phrase.length === 4 && isWord(phrase.slice(0, 2)) && isWord(phrase.slice(2)))
    return { start: gap < 2 ? 0 : 2, length: 2 };
  let start = 0;
  for (const part of segments(phrase)) {
    if (gap < start + part.length) return { start, length: part.length };
    start += part.length;
  }
  return { start: gap, length: 1 };
}

/** Verbs that head three-character slogans: 优服务、严监管、补短板、解难题. */
const VERBS =
  '优严补解查压落督统提征畅拓明显取联维守深担实形聚固转惠扶限领狠突重精带动引创先勇敢靠冲战稳扩增减降清净美绿亮细量育传弘宣普评选树思悟干比拼晒考奖惩罚审批核验测检巡防排除贴真负责政专全公便利文社产企执综协初良集';

/** A like-sounding or like-looking character in a four-character wording, whose other half is intact. */
function replaced(text: string, at: number, index: Index): Draft | null {
  const heads = index.byHead.get(pairAt(text, at)) ?? [];
  const tails = index.byTail.get(pairAt(text, at + 2)) ?? [];
  for (const phrase of [...heads, ...tails]) {
    const odd = oddPlace(text, at, phrase);
    if (odd === null) continue;
    const given = text[at + odd] ?? '';
    const right = phrase[odd] ?? '';
    const half = odd < 2 ? text.slice(at, at + 2) : text.slice(at + 2, at + 4);
    if (!alike(given, right) || isWord(half) || readsOn(text, at, odd)) continue;
    const passage = text.slice(at, at + 4);
    if (index.known.has(passage)) return null;
    return flag(at, at + 4, 'warning', `“${passage}”应为“${phrase}”（“${given}”似为“${right}”之误）`, phrase);
  }
  return null;
}

/** The one place in which the text differs from the phrase; `null` where there is none or more than one. */
function oddPlace(text: string, at: number, phrase: string): number | null {
  let odd: number | null = null;
  for (let i = 0; i < 4; i++) {
    if (text.charCodeAt(at + i) === phrase.charCodeAt(i)) continue;
    if (odd !== null) return null;
    odd = i;
  }
  return odd;
}

/** Whether the odd character makes a word with what stands outside the passage. */
function readsOn(text: string, at: number, i: number): boolean {
  if (i === 0) return at > 0 && isWord(text.slice(at - 1, at + 1));
  if (i === 3) return isWord(text.slice(at + 3, at + 5));
  if (i === 1) return isWord(text.slice(at + 1, at + 3));
  return isWord(text.slice(at + 1, at + 3));
}
