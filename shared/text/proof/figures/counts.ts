import { SET_PHRASES } from '../data/setPhrases.ts';
import type { Item } from '../types.ts';
import { amber, green, red, type Verdict } from './passages.ts';

/** Count words: 三举措, “七送”, A、B、C“三过硬”, “望闻问切”, 一建二抓三推四督, 甲、乙、丙三个方面: against what is listed. */
export function checkCounts(item: Item): Verdict[] {
  const taken: [number, number][] = [];
  const verdicts: Verdict[] = [];
  for (const claim of readClaims(item)) {
    if (taken.some(([start, end]) => claim.start < end && claim.end > start)) continue;
    taken.push([claim.start, claim.end]);
    verdicts.push(judge(item, claim));
  }
  return [
    ...verdicts,
    ...ordinalChains(item.text),
    ...quotedLetters(item.text),
    ...listsWithNumber(item.text),
    ...quotedLists(item.text),
    ...levels(item.text),
    ...unitsNamed(item.text),
  ];
}

/** “街道党工委—社区党组织—网格党支部—楼栋党小组”四级组织体系. */
function levels(text: string): Verdict[] {
  return [...text.matchAll(/“([^“”—\n]+(?:—{1,2}[^“”—\n]+)+)”([二两三四五六])级/gu)].map((match) =>
    listed(match, (match[1] ?? '').split(/—+/), VALUE[match[2] ?? ''] ?? 0, '级'),
  );
}

/** 区发改委、区工信局、区妇联3家单位: every unit named, none told by 等. */
function unitsNamed(text: string): Verdict[] {
  const pattern =
    /(?<![等及])((?:[区市][\p{Script=Han}]{1,9}[委局办院会联部室队]、){2,}[区市][\p{Script=Han}]{1,9}?[委局办院会联部室队])(\d{1,2}|[三四五六七八九十])[家个](?=单位|部门)/gu;
  return [...text.matchAll(pattern)].map((match) => {
    const number = match[2] ?? '';
    return listed(match, (match[1] ?? '').split('、'), VALUE[number] ?? Number(number), '家');
  });
}

/** The number at the end of `match` against how many are listed before it. */
function listed(match: RegExpMatchArray, names: readonly string[], count: number, measure: string): Verdict {
  const end = (match.index ?? 0) + match[0].lastIndexOf(match[2] ?? '') + (match[2] ?? '').length;
  const start = end - (match[2] ?? '').length;
  const formula = `${names.join('、')}，共${names.length}${measure}`;
  return names.length === count
    ? green(start, end, formula)
    : red(start, end, formula, `“${match[2]}${measure}”与所列不符：列了${names.length}${measure}`);
}

interface Claim {
  start: number;
  end: number;
  count: number;
  /** The word counted: 过硬, 送, 举措. */
  noun: string;
  /** As written, without quotes. */
  text: string;
  quoted: boolean;
  inTitle: boolean;
}

const VALUE: Readonly<Record<string, number>> = {
  两: 2,
  双: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
const DIGIT = '两二三四五六七八九十';
const GENERIC = '举措|措施|项举措|项措施|招|步|抓手|项行动|大行动|项机制|个到位|个方面';

function readClaims(item: Item): Claim[] {
  const claims: Claim[] = [];
  const seen = new Set<string>();
  const chained = [...item.text.matchAll(CHAIN)].map((match) => match[1] ?? '');
  const titleEnd = item.title?.end ?? 0;
  const titleStart = item.title?.start ?? 0;
  const push = (at: number, count: string, noun: string, text: string, quoted: boolean): void => {
    const inTitle = at >= titleStart && at < titleEnd;
    if (SET_PHRASES.has(text) || seen.has(`${text}${inTitle}`) || chained.some((chain) => chain.includes(text))) return;
    seen.add(`${text}${inTitle}`);
    claims.push({ start: at, end: at + text.length, count: VALUE[count] ?? 0, noun, text, quoted, inTitle });
  };
  for (const match of item.text.matchAll(
    new RegExp(`“([${DIGIT}])((?:个|大|项|种|条)?)([\\p{Script=Han}]{1,4})”`, 'gu'),
  )) {
    const [, count = '', measure = '', noun = ''] = match;
    if (new RegExp(`[一${DIGIT}]`).test(noun)) continue;
    push(match.index + 1, count, noun, count + measure + noun, true);
  }
  const title = item.title;
  if (title) {
    for (const match of title.text.matchAll(new RegExp(`(?<![一${DIGIT}第\\d])([${DIGIT}])(${GENERIC})`, 'gu'))) {
      push(title.start + match.index, match[1] ?? '', match[2] ?? '', match[0], false);
    }
  }
  return claims;
}

function judge(item: Item, claim: Claim): Verdict {
  const { start, end, count } = claim;
  const before = listBefore(item.text, claim);
  if (before === count) return green(start, end, `前列${before}项`);
  const sequence = sequenceLength(item.text);
  if (sequence === count) return green(start, end, `一是……${HAN[count] ?? ''}是，共${count}项`);
  const repeated = claim.noun.length === 1 ? tightRepeats(item.text, claim) : repeats(item.text, claim);
  if (repeated === count) return green(start, end, `“${claim.noun}”列出${count}次`);
  if (before >= 3 && !claim.inTitle && Math.abs(before - count) <= 2 && isTight(item.text, claim)) {
    return wrong(claim, before, `前面列出${before}项`);
  }
  const generic = new RegExp(`^(?:${GENERIC})$`).test(claim.text.slice(1));
  if (
    claim.inTitle &&
    sequence >= 2 &&
    onlyClaim(item, claim) &&
    (generic || repeated === sequence || headed(item.text, claim) === sequence || claim.quoted)
  ) {
    return wrong(claim, sequence, `正文列出${sequence}项（一是……${HAN[sequence] ?? ''}是）`);
  }
  if (repeated >= 3 && tightRepeats(item.text, claim) === repeated && Math.abs(repeated - count) <= 2) {
    return wrong(claim, repeated, `后文“${claim.noun}”列出${repeated}次`);
  }
  return amber(start, end, `“${claim.text}”`, '文中没有逐项列出');
}

const HAN = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function wrong(claim: Claim, found: number, what: string): Verdict {
  const fix = (HAN[found] ?? String(found)) + claim.text.slice(1);
  return red(claim.start, claim.end, `${claim.count}≠${found}`, `“${claim.text}”与所列不符：${what}`, fix);
}

/** Members of the list that ends right before the claim: 政治素质、个人品质、业务素养“三过硬”. */
function listBefore(text: string, claim: Claim): number {
  const list = textBefore(text, claim);
  return list === '' ? 0 : list.split(/[、]|(?<=”)[“]/).length;
}

function textBefore(text: string, claim: Claim): string {
  const from = claim.quoted ? claim.start - 1 : claim.start;
  const before = text.slice(Math.max(0, from - 90), from).replace(/(?:这|的|等)$/, '');
  const list = /(?:[^，。；：”\n]|“[^”]{1,12}”(?=、))*$/.exec(before)?.[0] ?? '';
  // Another count word in quotes ends the list before it: “三过硬”、年龄结构、….
  const own = list.slice(
    list.search(new RegExp(`(?<=“[一${DIGIT}][^”]{1,5}”[、和与及])(?!.*“[一${DIGIT}][^”]{1,5}”)`)),
  );
  return (own.length < list.length && own.length > 1 ? own : list).replace(/^[、和与及]/, '').trim();
}

/** A list whose members are short and of like length is surely the claim's own. */
function isTight(text: string, claim: Claim): boolean {
  const members = textBefore(text, claim).split('、');
  return members.slice(1).every((member) => member.length >= 2 && member.length <= 8 && !/[和与及等]/.test(member));
}

/** How far the item's one 一是…二是… list goes; 0 where there is none or more than one. */
function sequenceLength(text: string): number {
  const numbers = [...text.matchAll(/(?<=^|[。；：，！？”）\s*])([一二三四五六七八九十])(?:是|要)(?!否|非)/gm)].map(
    (match) => HAN.indexOf(match[1] ?? ''),
  );
  const listed =
    numbers.length > 0
      ? numbers
      : [...text.matchAll(/(?<=^|\n)[（(]?([一二三四五六七八九十])[)）、]/g)].map((match) =>
          HAN.indexOf(match[1] ?? ''),
        );
  return listed.every((n, i) => n === i + 1) ? listed.length : 0;
}

/** How often the counted word heads a member after the claim: 送祝福、送关怀; 着力…. */
function repeats(text: string, claim: Claim): number {
  const rest = text.slice(claim.end);
  return rest.split(claim.noun).length - 1;
}

/** Repeats in one list: 为…送祝福、为…送关怀. */
function tightRepeats(text: string, claim: Claim): number {
  const rest = /^[^。\n]*/.exec(text.slice(claim.end))?.[0] ?? '';
  const longest = rest.split(/[，；]/).reduce((best, part) => (part.length > best.length ? part : best), '');
  if (!/即|包括|分别/.test(rest.slice(0, 20))) return 0;
  const members = longest.split('、');
  return members.length >= 3 && members.every((member) => member.includes(claim.noun)) ? members.length : 0;
}

/** How many heads of the 一是… list hold the counted word. */
const headed = (text: string, claim: Claim): number =>
  [...text.matchAll(/[一二三四五六七八九十]是([^。；]*)/g)].filter((match) => (match[1] ?? '').includes(claim.noun))
    .length;

/** The title makes no other count claim that the list could belong to. */
const onlyClaim = (item: Item, claim: Claim): boolean => {
  const title = item.title?.text ?? '';
  const numbered = [...title.matchAll(new RegExp(`[${DIGIT}][p{Script=Han}]{1,3}`, 'gu'))];
  return (
    claim.inTitle &&
    numbered.filter(([words]) => ![2, 3, 4].some((length) => SET_PHRASES.has(words.slice(0, length)))).length <= 1
  );
};

const CHAIN = /“((?:[一二三四五六七八九][\p{Script=Han}]{1,2}){2,9})”/gu;

/** “一建二抓三推四督”: each link quoted again further on. */
function ordinalChains(text: string): Verdict[] {
  const verdicts: Verdict[] = [];
  for (const match of text.matchAll(CHAIN)) {
    const links = [...(match[1] ?? '').matchAll(/([一二三四五六七八九])([^一二三四五六七八九]{1,2})/g)];
    const start = match.index + 1;
    const end = start + (match[1] ?? '').length;
    const numbers = links.map((link) => HAN.indexOf(link[1] ?? ''));
    if (SET_PHRASES.has(match[1] ?? '')) continue;
    const rest = text.slice(match.index + match[0].length);
    if (!numbers.every((n, i) => n === i + 1)) {
      verdicts.push(splitClaim(text, start, end, links));
      continue;
    }
    const missing = links.filter((link) => !rest.includes(`“${link[0]}”`)).map((link) => link[0]);
    if (missing.length === 0) verdicts.push(green(start, end, links.map((link) => `“${link[0]}”`).join('')));
    else if (missing.length < links.length - 1) {
      verdicts.push(
        red(start, end, `缺“${missing.join('”“')}”`, `“${match[1]}”中的“${missing.join('”“')}”后文没有展开`),
      );
    } else verdicts.push(amber(start, end, `“${match[1]}”`, '文中没有逐项列出'));
  }
  return verdicts;
}

/** 一降一升 after 年龄、学历: as many members as links. */
function splitClaim(text: string, start: number, end: number, links: readonly RegExpExecArray[]): Verdict {
  const claim: Claim = {
    start,
    end,
    count: links.length,
    noun: '',
    text: text.slice(start, end),
    quoted: true,
    inTitle: false,
  };
  const ones = links.every((link) => link[1] === '一');
  if (ones && listBefore(text, claim) === links.length) return green(start, end, `前列${links.length}项`);
  return amber(start, end, `“${claim.text}”`, '文中没有逐项列出');
}

/** “望闻问切”, “红黄蓝”: every character quoted again, alone or at the head of a quotation. */
function quotedLetters(text: string): Verdict[] {
  const verdicts: Verdict[] = [];
  const seen = new Set<string>();
  for (const match of text.matchAll(/“([\p{Script=Han}]{3,5})”/gu)) {
    const word = match[1] ?? '';
    if (seen.has(word) || new RegExp(`[一${DIGIT}]`).test(word)) continue;
    seen.add(word);
    const rest = text.slice(match.index + match[0].length);
    const found = [...word].filter((char) => rest.includes(`“${char}”`));
    const start = match.index + 1;
    if (found.length === word.length)
      verdicts.push(green(start, start + word.length, found.map((char) => `“${char}”`).join('')));
    else if (found.length >= 2 && found.length === word.length - 1) {
      const missing = [...word].filter((char) => !found.includes(char)).join('');
      verdicts.push(red(start, start + word.length, `缺“${missing}”`, `“${word}”中的“${missing}”后文没有展开`));
    }
  }
  return verdicts;
}

/** 甲、乙、丙三个方面: the number behind a list; with 等 the list may be open. */
function listsWithNumber(text: string): Verdict[] {
  const verdicts: Verdict[] = [];
  for (const match of text.matchAll(NUMBERED)) {
    const [whole, open = '', number = '', measure = ''] = match;
    const list = LIST_BEFORE.exec(text.slice(Math.max(0, match.index - 100), match.index))?.[0];
    const count = VALUE[number] ?? Number(number);
    if (!list || count < 2) continue;
    const start = match.index + open.length;
    const end = match.index + whole.length;
    const min = list.split('、').length;
    const max = list.split(/[、和与及]/).length;
    if (count >= min && count <= max) verdicts.push(green(start, end, `前列${count}项`));
    else if (open === '' && min === max && isUniform(list)) {
      const fix = `${HAN[min] ?? min}${measure}`;
      verdicts.push(red(start, end, `${count}≠${min}`, `“${number}${measure}”与前面列出的${min}项不符`, fix));
    } else if (open !== '' && count < min && isUniform(list)) {
      verdicts.push(red(start, end, `${count}＜${min}`, `“等${number}${measure}”少于前面列出的${min}项`));
    }
  }
  return verdicts;
}

const NUMBERED = new RegExp(`(等)?([${DIGIT}]|\\d{1,2})(个|项|大|类|种|张|级|色|方面|部分)(?=\\p{Script=Han})`, 'gu');
const LIST_BEFORE = /[\p{Script=Han}“”《》]{1,12}(?:、[\p{Script=Han}“”《》]{1,12})+$/u;

/** Members but the first (which may carry the verb) of the same short length: surely one list. */
function isUniform(list: string): boolean {
  const members = list.split('、').slice(1);
  return members.length >= 2 && members.every((member) => member.length === members[0]?.length && member.length <= 6);
}

/** “春送岗位、夏送清凉、秋送助学、冬送温暖”四送: the list quoted, then how many there are. */
function quotedLists(text: string): Verdict[] {
  return [...text.matchAll(new RegExp(`“([^“”。；]{4,60})”([${DIGIT}])(\\p{Script=Han})`, 'gu'))].flatMap((match) => {
    const [whole, list = '', number = '', noun = ''] = match;
    const members = list.split(/[、，]/);
    if (members.length < 2 || !members.every((member) => member.includes(noun))) return [];
    const start = match.index + whole.length - 2;
    if (VALUE[number] === members.length) return [green(start, start + 2, `前列${members.length}项`)];
    const fix = `${HAN[members.length] ?? members.length}${noun}`;
    return [
      red(
        start,
        start + 2,
        `${VALUE[number]}≠${members.length}`,
        `“${number}${noun}”与前面列出的${members.length}项不符`,
        fix,
      ),
    ];
  });
}
