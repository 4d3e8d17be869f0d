import { HAN_CLASS } from '../chars.ts';
import { looksLikeUnit, openingUnitShape } from '../units/shape.ts';

/** The marks that open and close items, and what they say. */

export interface Mark {
  /** The unit; `null` where the mark names only people. */
  source: string | null;
  reporters: string[];
  correspondents: string[];
}

/** What a source mark or a byline says, with or without its brackets, dash or label. */
export function parseMark(text: string): Mark {
  const inner = text
    .trim()
    .replace(/^本报讯\s*/u, '')
    .replace(/^[（(【[〔]|[）)】\]〕。]+$/gu, '')
    .replace(/^[—–―－-]+\s*/u, '')
    .trim();
  const people = readPeople(inner);
  return { source: readUnit(inner), reporters: people.reporters, correspondents: people.correspondents };
}

const PEOPLE_ROLE = /(?:本报|本刊)?(?:全媒体|见习|实习|首席|特约)?(记者|通讯员)[：:]?/gu;
const LABEL = /^(?:信息来源|稿件来源|来源|供稿单位|供稿|来稿单位|报送单位|报送|撰稿|文)\s*[：:]\s*/u;
/** 张三 供稿, 撰稿人：张三, 审核：李四: people and what they did, behind the unit. */
const PEOPLE_TAIL =
  /[\s、，,；;]*(?:(?:本报|本刊)?(?:全媒体|见习|实习|首席|特约)?(?:记者|通讯员)|信息员|撰稿人?|供稿人?|作者|审核人?|签发人?|联系人|联系电话|电话)\s*[：:]?.*$/u;
const SENT_BY = /\s*(?:供稿|报送|提供|整理|选送|来稿)$/u;
const NAME = new RegExp(`^[${HAN_CLASS}·]{1,4}$`, 'u');

function readPeople(inner: string): Pick<Mark, 'reporters' | 'correspondents'> {
  const found: { role: string | undefined; from: number; to: number }[] = [];
  for (const match of inner.matchAll(PEOPLE_ROLE)) {
    found.push({ role: match[1], from: match.index, to: match.index + match[0].length });
  }
  if (found.length === 0 && namesOnly(inner)) return { reporters: [], correspondents: joinSpacedNames(inner) };
  const namesOf = (role: string) =>
    found.flatMap((entry, i) =>
      entry.role === role ? joinSpacedNames(inner.slice(entry.to, found[i + 1]?.from ?? inner.length)) : [],
    );
  return { reporters: namesOf('记者'), correspondents: namesOf('通讯员') };
}

function joinSpacedNames(text: string): string[] {
  const tokens = text.split(/[\s、，,；;/／]+/u).filter((token) => token !== '');
  const names: string[] = [];
  for (const token of tokens) {
    const last = names.at(-1);
    if (last?.length === 1 && token.length === 1) names[names.length - 1] = last + token;
    else if (/^(?:文|图|摄|文图|供稿|报道|摄影报道)$/u.test(token)) break;
    else names.push(token.replace(/(?:文|图|摄|文\/图)$/u, (end) => (token.length > 3 ? '' : end)));
  }
  return names;
}

/** The commonest surnames; 张三 李四 without a role is a byline, 城关 东关 are places. */
const SURNAME =
  '[王李张刘陈杨黄赵吴周徐孙马朱胡郭何罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]';
const PERSON = new RegExp(`^(?:${SURNAME}|欧阳|上官|司马|诸葛|司徒|皇甫|尉迟|东方|令狐)[${HAN_CLASS}]{1,2}$`, 'u');

/** Whether brackets hold two or more people and nothing else. */
function namesOnly(inner: string): boolean {
  const tokens = inner.trim().split(/[\s、，,]+/u);
  return tokens.length >= 2 && tokens.every((token) => PERSON.test(token) && !looksLikeUnit(token));
}

function readUnit(inner: string): string | null {
  if (namesOnly(inner)) return null;
  const named = inner.replace(LABEL, '').replace(SENT_BY, '');
  const withoutPeople = named.replace(PEOPLE_TAIL, '').trim();
  if (withoutPeople === '') return null;
  // Where the words say who did what, a name behind the unit is a person's.
  if (withoutPeople !== named && !/\s/u.test(withoutPeople)) return withoutName(withoutPeople);
  const tokens = withoutPeople.split(/\s+/u);
  if (tokens.length > 1) {
    const units = tokens.filter((token) => looksLikeUnit(token));
    if (units.length > 0) return units.length === tokens.length ? withoutPeople : units.join(' ');
    const people = tokens.slice(1).every((token) => NAME.test(token));
    if (people) return withoutName(tokens[0] ?? '');
  }
  if (SENT_BY.test(inner)) {
    // 区发改委张三供稿: no space parts the unit from the person.
    const unit = openingUnitShape(withoutPeople);
    if (unit && withoutPeople.length - unit.length <= 4) return unit;
  }
  return withoutPerson(withoutPeople);
}

/** 区医保局、区财政局欧阳明: whatever is left of two to four characters behind the last unit is a name. */
function withoutName(text: string): string {
  if (looksLikeUnit(text)) return text;
  const last = Math.max(text.lastIndexOf('、'), text.lastIndexOf('，'), text.lastIndexOf(',')) + 1;
  const unit = openingUnitShape(text.slice(last));
  return unit && NAME.test(text.slice(last + unit.length)) ? text.slice(0, last + unit.length) : text;
}

/** 区医保局赵晓敏: the space between unit and person was lost where a line ended. */
function withoutPerson(text: string): string {
  const unit = looksLikeUnit(text) ? null : openingUnitShape(text);
  return unit && PERSON.test(text.slice(unit.length)) ? unit : text;
}

const INNER =
  /^(?:[一二三四五六七八九十0-9]{1,4}|下同|以下简称.*|简称.*|见.*|含.*|包括.*|不含.*|附.*|注.*|图.*|试行|暂行|征求意见稿|任中|社区|街道|镇|村|区|县|市|左|右|中|上|下|男|女|待续|未完.*|完|略|[A-Za-z0-9 .,%+-]+)$/u;

/** How much the words between brackets look like who wrote an item, rather than an aside. */
export function markKind(
  inner: string,
  isKnown: (name: string) => boolean,
): 'byline' | 'known' | 'unit' | 'words' | 'aside' {
  const text = inner.trim();
  if (/^(?:本报|本刊|本网|本台)?(?:全媒体|见习|实习|首席|特约|融媒体)?(?:记者|通讯员)[\s：:]*\S/u.test(text))
    return 'byline';
  if (namesOnly(text)) return 'byline';
  if (INNER.test(text) || /[。！？；!?;]/u.test(text)) return 'aside';
  if (LABEL.test(text) || SENT_BY.test(text) || PEOPLE_TAIL.test(text)) return 'unit';
  const unit = readUnit(text);
  if (unit && isKnown(unit)) return 'known';
  if (unit && looksLikeUnit(unit)) return 'unit';
  return /^[\p{Script=Han}、，,·\s]{2,24}$/u.test(text) ? 'words' : 'aside';
}

/** A whole line that says who wrote the item above it: ——区发改委, 来源：区发改委, 报送单位：…. */
export const SOURCE_LINE =
  /^(?:[—–―－-]{1,3}\s*(?=\S{2,30}$)|(?:信息来源|稿件来源|来源|供稿单位|供稿|来稿单位|报送单位|报送)\s*[：:]\s*(?=\S))/u;
/** 来源：区发改委 at the end of a paragraph, behind its last sentence. */
export const SOURCE_TAIL =
  /(?<=[。！？!?”’）)])\s*(?:信息来源|稿件来源|来源|供稿单位|供稿|来稿单位|报送单位)\s*[：:]\s*[^。；]{2,40}$/u;
/** A byline alone on its line, without brackets. */
export const BYLINE_LINE =
  /^(?:□?\s*(?:本报|本刊|本网)?(?:全媒体|见习|实习|首席|特约|融媒体)?(?:记者|通讯员))\s*[：:]?\s*[\p{Script=Han}·]{1,4}(?:[\s、，,/／]+[\p{Script=Han}·：:]{1,8}){0,8}$/u;
/** A byline run in at the head of the body. */
export const BYLINE_HEAD =
  /^(?:本报讯\s*)?[（(]\s*(?:本报|本刊|本网|本台)?(?:全媒体|见习|实习|首席|特约|融媒体)?(?:记者|通讯员)[^（）()]{2,40}[）)]\s*/u;
/** (上接一版), （上接第1版《…》） */
export const CONTINUED_FROM = /^[（(【[]?\s*[△▲●◆]?\s*上接.{0,6}?[版页面].{0,30}?[）)】\]]?$/u;
export const CONTINUED_FROM_HEAD = /^[（(【[]\s*上接[^（）()]{1,30}[）)】\]]/u;
/** (下转第三版) */
export const CONTINUED_ON = /[（(【[]?\s*(?:下转|转)第?.{1,4}[版页][）)】\]]?$/u;
export const MARKER = /^(?:[△▲▽▼●◆◇■□★☆◎⊙▪•·※✦✧►▶➤❖⚫◉◈♦❤☛☞✱✳]\ufe0f?|○(?![〇○一二三四五六七八九十])|[-*+](?=\s))\s*/u;
