import {
  LIGHT_VERBS,
  NAME_CHARS,
  OF_DEGREE,
  REDUPLICATIONS,
  SET_DOUBLES,
  SURNAMES,
  TAILED,
  UNLIKELY_JOINS,
} from '../data/doubles.ts';
import { STANDS_ALONE } from '../data/standsAlone.ts';
import { flag, scan } from '../draft.ts';
import { soundsLike } from '../sounds.ts';
import type { Draft } from '../types.ts';
import { isWord, segments } from '../words.ts';

/**
 * A character set twice: 超预预算. Right are reduplications (层层压实) and two words that meet
 * (农民工|工资, 履行|行业).
 */
export const doubledChars = (text: string): Draft[] =>
  scan(text, /(\p{Script=Han})\1/gu, (match) => {
    const char = match[1] ?? '';
    const at = match.index;
    if (text[at + 2] === char || text[at - 1] === char) return tripled(text, at, char);
    const before = hanBefore(text, at);
    const after = hanAfter(text, at + 2);
    if (
      isSeam(text, at) ||
      isName(text, at) ||
      isSurnamed(before, char, after) ||
      isSetDouble(char, before, after) ||
      withinWord(text, at)
    )
      return null;
    if (isReduplication(char, before, after) || isEvery(char, after) || isVivid(text, at)) return null;
    if (wordsMeet(char, before, after) && !readsBetterOnce(char, before, after)) return null;
    const context = before.slice(-2) + char + char + after.slice(0, 2);
    return flag(at, at + 2, severityOf(before, after), `“${context}”中“${char}”重复`, char);
  });

/** Words that meet though the dictionary lacks one of them: 全区|区直单位, 我区|区管干部; 抓实|实践. */
const isSeam = (text: string, at: number): boolean =>
  (/[全我各本该]$/.test(text.slice(0, at)) && /^([区市县镇村])\1[直管属级域委外内]/.test(text.slice(at, at + 3))) ||
  (/[抓做压夯落走办]$/.test(text.slice(0, at)) && /^实实[践绩效事]/.test(text.slice(at, at + 3)));

/** 蔡京京 alone between spaces, brackets or after a colon: a person. */
const isName = (text: string, at: number): boolean =>
  /(?:^|[ （(：:])\p{Script=Han}{1,2}$/u.test(text.slice(Math.max(0, at - 3), at)) &&
  /^(?:$|[ ）)])/.test(text.slice(at + 2));

/** 家家门前, 场场爆满, 周周有活动: every one of what is counted, before what is said of it. */
const isEvery = (char: string, after: string): boolean =>
  COUNTED.includes(char) &&
  /^(?:有|都|是|皆|不|为|能|可|见|讲|抓|出|要|通|用|爆满|过硬|达标|清零|上门|参与|到位|落实|受益|门前|门口|户户|房前)/.test(
    after,
  );

const COUNTED = '家户人天年月日周时处件场次条层样餐顿口步句字页村组镇街巷店项事期节门班队站桌盘车船关环院校厂企岗';

/** 黑黢黢的, 浇得透透的, 学得真真切切. */
const isVivid = (text: string, at: number): boolean =>
  /^[的地]/.test(text.slice(at + 2)) && (/得$/.test(text.slice(0, at)) || COLOURS.includes(text[at - 1] ?? ' '));

const COLOURS = '黑白红黄绿蓝灰亮暗冷热暖硬软圆';

/** Whether the dictionary has a longer word over both: 比比皆是, 小心翼翼, 吉尔吉斯斯坦. */
function withinWord(text: string, at: number): boolean {
  if (TAILED.has(text.slice(at - 1, at + 2))) return true;
  let start = Math.max(0, at - 6);
  for (const part of segments(text.slice(start, at + 8))) {
    const end = start + part.length;
    if (start <= at && at + 2 <= end) return part.length > 2;
    start = end;
  }
  return false;
}

/** 息息相关 and 招招手; but 往往来, 阴阴天 are slips, for the second half heads a word. */
const isSetDouble = (char: string, before: string, after: string): boolean =>
  LIGHT_VERBS.get(char)?.startsWith(after[0] ?? ' ') === true ||
  (SET_DOUBLES.has(char) && !isWord(before.slice(-1) + char) && (after === '' || !isWord(char + after.slice(0, 1))));

/**
 * 李新新, 陈婷婷: a surname that is no part of a word, and a character that names are made of; 检察官程程说: a surname doubled
 * behind a calling; 张向阳|阳台: a name that meets a word.
 */
const isSurnamed = (before: string, char: string, after: string): boolean => {
  if (/[官长员师民记任生人授士]$/.test(before) && SURNAMES.includes(char) && /^(?:说|表示|介绍|告诉)/.test(after))
    return true;
  if (SURNAMES.includes(before.at(-2) ?? ' ') && beginsAWord(char, after) && !isWord(before.slice(-2))) return true;
  const surname = before.at(-1) ?? '';
  return SURNAMES.includes(surname) && NAME_CHARS.includes(char) && !isWord(surname + char);
};

/** Among letters or alone between marks a doubled character may be a name or an interjection. */
const severityOf = (before: string, after: string): 'error' | 'query' =>
  before === '' && after === '' ? 'query' : 'error';

const hanBefore = (text: string, at: number): string =>
  /[\p{Script=Han}]{0,4}$/u.exec(text.slice(Math.max(0, at - 4), at))?.[0] ?? '';
const hanAfter = (text: string, at: number): string =>
  /^[\p{Script=Han}]{0,4}/u.exec(text.slice(at, at + 4))?.[0] ?? '';

function tripled(text: string, at: number, char: string): Draft | null {
  if (text[at - 1] === char || '哈啊呵嘿好一二三'.includes(char)) return null;
  return flag(at, at + 3, 'error', `“${char}”重复三次`, char);
}

/** 层层, 人人, 事事: right unless what follows makes the second half the head of another word (人人员). */
function isReduplication(char: string, before: string, after: string): boolean {
  // 高高兴兴, 红红火火: two doublings side by side are no slip.
  if (after.length >= 2 && after[0] === after[1] && after[0] !== char) return true;
  const last = before.at(-1);
  if (last !== undefined && last === before.at(-2) && last !== char) return true;
  // 一条条, 一个个, 一阵阵.
  if (/一$/.test(before) && MEASURES.includes(char)) return true;
  if (/[二三四五六七八九十两]$/.test(before)) return false;
  // 乐呵呵, 绿油油.
  if (before !== '' && isWord(before.slice(-1) + char + char)) return true;
  const barred = REDUPLICATIONS.get(char);
  if (barred !== undefined) {
    // 文件件: the first half belongs to the word before. 人 is excepted for 为人人, 让人人.
    const taken = char !== '人' && before !== '' && isWord(before.slice(-1) + char);
    return !taken && !(barred === '' ? headsWord(char, after) : barred.includes(after[0] ?? ' '));
  }
  // 厚厚的, 紧紧地.
  if (OF_DEGREE.includes(char) && /^[的地]/.test(after) && !isWord(before.slice(-1) + char)) return true;
  return false;
}

/** 牢牢|固 is a slip for 牢固, but 频频|发生 is right: what follows is a word without the doubled character. */
const headsWord = (char: string, after: string): boolean =>
  after.length >= 2 && isWord(char + after.slice(0, 1)) && !isWord(after.slice(0, 2));

/** Whether a word may end with the first of the two and another begin with the second. */
function wordsMeet(char: string, before: string, after: string): boolean {
  const seam = before.slice(-1) + char + char + after.slice(0, 1);
  if (UNLIKELY_JOINS.some((join) => seam.includes(join) && !JOIN_EXCEPTIONS.test(before + char + char + after)))
    return false;
  if (NUMERALS.includes(char) && /[〇一二三四五六七八九十百千万年月日]/.test(before.slice(-1) + after.slice(0, 1)))
    return true;
  const ends = endsAWord(before, char);
  const begins = beginsAWord(char, after);
  if (ends && begins) return true;
  // 目的|的工作, but 达到到86%.
  if (ends && FREE_RIGHT.includes(char) && after !== '') return true;
  return begins && (FREE_LEFT.includes(char) || (before !== '' && SUFFIXES.includes(char)));
}

/**
 * 启用|以来 against 启用|用以|来: words stand on both sides without the second character, and with it nothing joins what is
 * left. 农民工|工资 and 履行|行业 leave 资 and 业 without their heads.
 */
function readsBetterOnce(char: string, before: string, after: string): boolean {
  if (FREE_RIGHT.includes(char) || FREE_LEFT.includes(char) || SUFFIXES.includes(char)) return false;
  const tail = after.slice(0, 2);
  if (tail.length < 2 || !isWord(before.slice(-1) + char) || !isWord(tail)) return false;
  return !(isWord(char + tail.slice(0, 1)) && isWord(tail.slice(1) + after.slice(2, 3))) && !isWord(char + tail);
}

const MEASURES =
  '阵道口面丛簇场首股排队圈块层沓垛筐捆茬波轮幅副支只粒颗撮把拨伙条件个步排名座句点滴天层家户本页字项次遍针桩摞张双代笔幕声片缕串间栋批棵株朵行群对篇封盏碗车袋箱桶';
const JOIN_EXCEPTIONS = /[大中小]学学校/;
const NUMERALS = '〇一二三四五六七八九十百千万';
/** Characters that end names and begin the next word: 教育局|局长, 大坡顶村|村民, 上街区|区委, 郑州市|市场. */
const SUFFIXES = '局部处科院校镇村市县省区路街站店队组会厂所园团行楼班室社港桥河湖山庄寨矿井库馆城乡州';
/** Characters that stand alone before a word of the same beginning: 对|对接, 为|为民. */
const FREE_LEFT = '对为在有将从与和使';
/** Characters that stand alone after a word of the same ending: 为了|了, 目的|的. */
const FREE_RIGHT = '的了在到为有';

function endsAWord(before: string, char: string): boolean {
  for (let length = 1; length <= Math.min(3, before.length); length++) {
    if (isWord(before.slice(-length) + char)) return true;
  }
  return false;
}

function beginsAWord(char: string, after: string): boolean {
  for (let length = 1; length <= Math.min(3, after.length); length++) {
    if (isWord(char + after.slice(0, length))) return true;
  }
  return false;
}

/** A character typed again in another writing of its sound, which no word takes up: 完善制度渡相结合. */
export function echoes(text: string): Draft[] {
  const drafts: Draft[] = [];
  let at = 0;
  let before = '';
  const parts = segments(text);
  for (const [i, part] of parts.entries()) {
    const next = parts[i + 1] ?? '';
    if (before.length === 2 && isEcho(before, part, next)) {
      const message = `“${before}${part}”中“${part}”似为“${before[1]}”重复误入`;
      drafts.push(flag(at - 2, at + 1, 'warning', message, before));
    }
    at += part.length;
    before = part;
  }
  return drafts;
}

const isEcho = (word: string, char: string, next: string): boolean =>
  soundsLike(word[1] ?? '', char) &&
  !STANDS_ALONE.includes(char) &&
  isWord(word) &&
  !isWord(word + char) &&
  !isWord(word.slice(1) + char) &&
  !isWord(char + next.slice(0, 1)) &&
  /^(?:\p{Script=Han}{2}|[，。；、])/u.test(next);

/** A word set twice: 采购采购. */
export const doubledWords = (text: string): Draft[] => [
  ...scan(text, /(\p{Script=Han}{2,6})\1/gu, (match) => {
    const word = match[1] ?? '';
    if (new Set(word).size === 1 || REPEATABLE.test(word)) return null;
    const before = text.slice(Math.max(0, match.index - 2), match.index);
    const after = text.slice(match.index + 2 * word.length, match.index + 2 * word.length + 2);
    if (RIGHT_REPEATS.some((repeat) => (before + word + word + after).includes(repeat))) return null;
    return flag(match.index, match.index + match[0].length, 'error', `“${word}”重复`, word);
  }),
  ...scan(text, /(\p{Script=Han}{3,8})([，、；])\1(?=\2|[。，、；])/gu, (match) => {
    const word = match[1] ?? '';
    return flag(match.index, match.index + match[0].length, 'warning', `“${word}”在并列中出现两次`, word);
  }),
];

/** 一步一步, 研究研究, 很好很好. */
const REPEATABLE =
  /^(?:一\p{Script=Han}|很.|非常|越.|研究|商量|考虑|讨论|学习|休息|了解|锻炼|哈哈|多.|某.|点滴|加油|不断|好.|你好|谢谢)$/u;
/** Two words that meet in the middle of a repeat: 志愿服务|服务站. */
const RIGHT_REPEATS = [
  '服务服务站',
  '服务服务中',
  '服务服务队',
  '服务服务点',
  '服务服务对',
  '服务服务半',
  '工程工程款',
  '工程工程质',
  '工程工程造',
  '工程工程量',
  '建设建设单',
  '管理管理员',
  '管理管理人',
  '管理管理办',
  '交易交易中',
  '监督监督员',
  '指导指导员',
  '执法执法人',
  '安全安全生',
  '生产生产线',
  '培训培训班',
  '宣传宣传册',
  '宣传宣传员',
  '网络网络安',
  '防控防控物',
  '学习学习强',
  '项目项目部',
  '教育教育局',
  '保险保险公',
];
