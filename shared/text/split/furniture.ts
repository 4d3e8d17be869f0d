import { endsSentence, isBalanced } from '../chars.ts';
import { COLUMN_HEADING } from './headings.ts';
import { letterLines } from './letter.ts';
import { MARKER } from './marks.ts';
import type { Line } from './source.ts';
import { type WrapModel, wrapModel } from './wrap.ts';

/** Lines that belong to the page or the web site, not to the text: page numbers, running heads, navigation. */
export function findFurniture(lines: readonly Line[]): Set<number> {
  const found = new Set<number>();
  lines.forEach((line, i) => {
    if (line.text.length > LONGEST) return;
    if (PAGE_NUMBER.test(line.text) || SITE.test(line.text) || isBareNumber(lines, i)) found.add(i);
  });
  for (const i of letterLines(lines)) found.add(i);
  for (const i of runningHeads(lines, found)) found.add(i);
  return found;
}

/** Furniture is never longer; a paragraph of megabytes is not searched for it. */
const LONGEST = 160;
const N = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3})';
const PAGE_NUMBER = new RegExp(
  `^(?:[—–―－\\-~·.•]+\\s*\\d{1,3}\\s*[—–―－\\-~·.•]+|第\\s*${N}\\s*页(?:\\s*[，,/]?\\s*[（(]?共\\s*${N}\\s*页[）)]?)?|共\\s*${N}\\s*页\\s*[，,]?\\s*第\\s*${N}\\s*页|\\d{1,3}\\s*/\\s*\\d{1,3}|[\\p{Script=Han}《》]{2,14}(?:信息|简报|快报|专报|动态|要情|参考|通报|摘报)》?\\s*第\\s*${N}\\s*页|[Pp](?:age)?\\.?\\s*\\d{1,3}(?:\\s*(?:of|/)\\s*\\d{1,3})?|[〔［\\[]\\s*\\d{1,3}\\s*[\\]］〕])$`,
  'u',
);
const SITE =
  /^(?:(?:您(?:现在)?的位置|当前位置|您当前的位置)[：:].*|首页\s*[>＞»].*|(?:浏览|点击|阅读)(?:次数|量|数)?[：:]\s*\d*.*|[【[]?(?:字体|字号)[：:].*|[【[](?:打印|关闭|大|中|小|返回|收藏)(?:本页|页面|窗口)?[】\]].*|(?:打印本页|关闭窗口|返回顶部|返回首页)\s*.*|(?:上一篇|下一篇|上一条|下一条)[：:].*|分享到[：:]?.*|版权所有.*|主办单位[：:].*备案.*|.*ICP备.*|网站地图.*|发布(?:时间|日期)[：:].*|(?:信息)?来源[：:].*发布.*|打印\s+关闭.*|本版(?:责任)?(?:编辑|校对|美编).{0,40}|第[一二三四五六七八0-9]{1,2}版\s*.{0,20}|\d{4}年\d{1,2}月\d{1,2}日\s*星期[一二三四五六日]\s*.{0,12})$/u;

/** A number alone on its line, where the sentence goes on around it or a page ends. */
function isBareNumber(lines: readonly Line[], i: number): boolean {
  if (!/^\d{1,3}$/u.test(lines[i]?.text ?? '')) return false;
  return i === lines.length - 1 || i > 0;
}

/** A running head is printed at least this often, and mostly where it intrudes. */
const LEAST_REPEATS = 2;

/**
 * Short lines printed again and again that stand beside a page's end, or break a sentence while they are set apart
 * from it. Titles repeated from a contents list do neither; wrapped lines of a body that happen to be the same (an
 * office likes its formulas) fill their line or hold a clause's marks.
 */
function runningHeads(lines: readonly Line[], furniture: ReadonlySet<number>): number[] {
  const places = new Map<string, number[]>();
  const mastheads = mastheadLines(lines);
  let issue = 0;
  lines.forEach((line, i) => {
    if (mastheads.has(i)) {
      if (!mastheads.has(i - 1)) issue += 1;
      return;
    }
    if (line.text.length < 4 || line.text.length > 40 || furniture.has(i)) return;
    if (CLAUSE.test(line.text) || !isBalanced(line.text) || endsSentence(line.text) || MARKER.test(line.text)) return;
    // What two issues in one file have in common heads neither's pages.
    const key = `${issue} ${line.text.replace(/\s/gu, '').replace(/\d+/gu, '#')}`;
    const place = places.get(key);
    if (place) place.push(i);
    else places.set(key, [i]);
  });
  const repeated = [...places.values()].filter(
    (all) =>
      all.length >= LEAST_REPEATS || isNamedAbove(lines, mastheads, all) || isBesidePageNumber(lines, furniture, all),
  );
  if (repeated.length === 0) return [];
  const wrap = wrapModel(lines.filter((_, i) => !furniture.has(i)));
  return repeated.flatMap((all) => {
    const periodical = PERIODICAL.test((lines[all[0] ?? 0]?.text ?? '').replace(/\s/gu, ''));
    const intruding = all.filter((i) => {
      if (!periodical && fills(wrap, lines[i])) return false;
      if (atPageEdge(lines, i, furniture)) return true;
      return (periodical || setApart(wrap, lines, i)) && breaksSentence(lines, i, furniture);
    });
    if (periodical) return intruding;
    return intruding.length >= Math.max(LEAST_REPEATS, 0.6 * all.length) ? intruding : [];
  });
}

const CLAUSE = /[，。、；！？]/u;
/** 上街信息, 《上街信息》第19期, 临溪日报 2020年3月6日 第3页. */
const PERIODICAL =
  /^[《【]?[\p{Script=Han}\s·]{0,12}(?:信息|简报|快报|专报|动态|要情|参考|通报|摘报|日报|时报|晚报|周刊|内参)[》】]?[\s—·|｜-]*(?:[（(]?(?:\d{4}年?)?[总增刊]{0,2}第.{1,6}[期页版][）)]?|\d{4}年.{2,8}日|[\s—·-]|\d{1,3})*$|^(?:\d{4}年?)?第.{1,6}期.{0,12}$/u;

/** The name in a masthead is printed again by a running head, were it only once. */
function isNamedAbove(lines: readonly Line[], mastheads: ReadonlySet<number>, [place = 0]: readonly number[]): boolean {
  const words = (i: number) => (lines[i]?.text ?? '').replace(/[\s\d]/gu, '');
  return [...mastheads].some((i) => i < place && words(i).startsWith(words(place)) && words(place).length >= 4);
}

/** Name and page number, one above the other, are a running head; a column of that name stands by itself. */
function isBesidePageNumber(
  lines: readonly Line[],
  furniture: ReadonlySet<number>,
  [i = 0]: readonly number[],
): boolean {
  const text = (lines[i]?.text ?? '').replace(/\s/gu, '');
  return PERIODICAL.test(text) && !COLUMN_HEADING.test(text) && (furniture.has(i - 1) || furniture.has(i + 1));
}

/** Name, number and day of an issue, one below the other: the same name alone is a running head. */
function mastheadLines(lines: readonly Line[]): Set<number> {
  const found = new Set<number>();
  lines.forEach(({ text }, i) => {
    if (text.length > 40 || !/第.{1,8}期/u.test(text)) return;
    const day = lines
      .slice(i, i + 5)
      .findIndex((line) => line.text.length < 50 && /年.{1,4}月.{1,4}日/u.test(line.text));
    if (day < 0 || CLAUSE.test(lines[i + day]?.text ?? '')) return;
    for (let k = Math.max(0, i - 1); k <= i + day; k++) found.add(k);
  });
  return found;
}

/** Whether a line takes the whole width, as the inner lines of paragraphs do. */
const fills = (wrap: WrapModel, line: Line | undefined): boolean =>
  wrap.mode === 'width' && line !== undefined && line.width > wrap.width - 6;

/** Whether a line stands apart from the text around it: by blank lines, or by leaving its own line half empty. */
function setApart(wrap: WrapModel, lines: readonly Line[], i: number): boolean {
  const gap = Math.max(lines[i]?.gap ?? 0, lines[i + 1]?.gap ?? 0);
  return wrap.mode === 'width' || gap > wrap.usualGap;
}

function atPageEdge(lines: readonly Line[], i: number, furniture: ReadonlySet<number>): boolean {
  return (
    furniture.has(i - 1) ||
    furniture.has(i + 1) ||
    (lines[i]?.pageBefore ?? false) ||
    (lines[i + 1]?.pageBefore ?? false)
  );
}

function breaksSentence(lines: readonly Line[], i: number, furniture: ReadonlySet<number>): boolean {
  let before = i - 1;
  while (before >= 0 && furniture.has(before)) before--;
  const text = lines[before]?.text ?? '';
  return (
    text.length > 14 &&
    !endsSentence(text) &&
    /[\p{Script=Han}，、,]$/u.test(text) &&
    (lines[i + 1]?.text.length ?? 0) > 0
  );
}
