import { endsSentence, HAN_CLASS, isBalanced } from '../chars.ts';
import { parseNumeral } from '../numerals.ts';

/** Lines that head something: titles, subheadings, column headings; and how bodies begin. */

/** The ways offices number: 1. · 一、 · （一） · ① · 第一，. Each is a level of its own. */
const NUMBERINGS: readonly (readonly [style: string, pattern: RegExp])[] = [
  ['digit', /^[0-9０-９]{1,2}\s*[.．、](?:(?=\d{1,2}\s?月\s?\d)|(?![0-9０-９]))\s*/u],
  ['han', /^[一二三四五六七八九十]{1,3}\s*[、.．]\s*/u],
  ['bracketed', /^[（(]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[）)]\s*/u],
  ['circled', /^[①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳]\s*/u],
];

export interface Numbering {
  style: string;
  /** As printed, with the blank after it. */
  text: string;
}

/** The number a line opens with, or `null`. */
export function numberingOf(text: string): Numbering | null {
  for (const [style, pattern] of NUMBERINGS) {
    const match = pattern.exec(text);
    if (match) return { style, text: match[0] };
  }
  return null;
}

/** The number itself: （三） is 3, ③ is 3; 0 where it is none. */
export function numberIn({ style, text }: Numbering): number {
  if (style === 'circled') return (text.codePointAt(0) ?? 0) - 0x245f;
  return parseNumeral(text.replace(/[^0-9０-９一二三四五六七八九十]/gu, '')) ?? 0;
}

const DAY = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const STRONG_OPENER = new RegExp(
  '^(?:本报讯|一是|一要|首先|第一[，,]|近日|近期|近段时间|近来|日前|近年来|近年|今年以来|去年以来|年初以来|入[春夏秋冬汛]以来|开年以来|连日来|截至|截止|目前[，,]|据悉|据了解|最近|' +
    '今年[，,上下一二三四]|今年\\d|上半年|下半年|第[一二三四]季度|' +
    `20\\d\\d年[，,]|(?:20\\d\\d年|[二〇○]{2}[〇○一二三四五六七八九]{2}年)?${DAY}\\s*月\\s*${DAY}\\s*(?:日|至|—|－|-|上旬|下旬)|${DAY}月[上中下]旬|${DAY}日(?:上午|下午|，|,)|1[-—－至]\\d{1,2}月|自(?:\\d|.{2,14}(?:以来|后|起))|` +
    '为(?:切实|进一步|深入|全面|加快|有效|确保|贯彻|落实|加强|推动|推进|提升|做好|了|更好|积极|扎实|充分|方便|营造|持续|坚决|严格|认真|不断|科学|破解|解决|规范|打造|促进|助力|保障|提高|强化)|' +
    '随着|按照|根据|针对|围绕|自从|面对|立足|[（(]一[）)]|一、|在.{2,24}(?:之际|之后|期间|过程中|工作中|中[，,]|后[，,]|下[，,]|上[，,]|前[，,]))',
  'u',
);
const WEAK_OPENER =
  /^(?:[“‘"]|在|通过|坚持|以|对|自|为|聚焦|充分|把|将|从|依托|结合|本着|抓住|利用|严格|认真|积极|该|我|全[区县市镇]|这|当|由|据|有|\d|①|[一二三四五六七八九十]、|[（(]一[）)])/u;

/** How much `text` begins as bodies do. */
export function openerStrength(text: string): 'strong' | 'weak' | null {
  const head = text.slice(0, 40);
  if (STRONG_OPENER.test(head)) return 'strong';
  return WEAK_OPENER.test(head) ? 'weak' : null;
}

/** Openers that may follow a title with nothing between; the ones that cannot stand inside a title. */
export const OPENER_ANYWHERE = new RegExp(
  '一是|近日|近期|日前|近年来|今年以来|去年以来|年初以来|连日来|截至|据悉|' +
    `${DAY}\\s?月\\s?${DAY}\\s?日|自.{2,12}以来|为(?:切实|进一步|深入|全面|加快|有效|确保|贯彻|落实|了|更好)|随着|按照|根据|针对|今年[，,]|上半年[，,]|首先|20\\d\\d年[，,]|[（(]一[）)]`,
  'gu',
);

/** Whether a line alone reads like a subheading: short, no unit, no sentence. */
export const beginsSubhead = (text: string): boolean => isHeadingLike(text, numberingOf(text) ? 44 : 24);

/** Words that titles of this genre like to end with; where nothing parts title and body they are the only hint. */
export const TITLE_END =
  /(?:工作|建设|水平|质量|成效|实效|效能|效益|发展|能力|服务|活动|行动|见效|落地|难题|困难|治理|管理|监管|改革|创新|融合|振兴|增收|稳定|安全|保障|防线|屏障|环境|提升|提质|增效|升级|培训|培训班|宣传|检查|整治|督查|审计|监督|调研|演练|会议?|仪式|竞赛|比赛|项目|体系|机制|平台|格局|品牌|模式|路径|新?路|基础|根基|合力|活力|动力|动能|引擎|优势|温度|力度|力量|到位|全覆盖|清零|达标|攻坚|战|胜利|任务|目标|就业|创业|民生|满意|温暖|送温暖|关怀|健康|文明|新风|风尚|队伍|人才|培养|素质|作风|担当|氛围|局面|台阶|突破|进展|帮扶|备耕|袋子|一次办|开复工|反馈|故事|领域|提速|加速|路子|工作法|招聘会|座谈会|推进会|现场会|启动|揭牌|签约|开工|投产|清单|赋能|添彩|护航|发力|动员|加速度|新篇章|新局面|样板|示范|标杆|亮点|对接|交流|学习|教育|宣讲|走访|慰问|关爱|救助|救援|义诊|排查|巡查|执法|普法|防汛|抗旱|防火|防疫|接种|春耕|秋收|生产|产业|经济|旅游|消费|市场|招商|招商引资|投资|融资|审批|登记|代办|短板|堵点|痛点|瓶颈|底色|成色|本色|幸福感|获得感|安全感|满意度|公里|一米|一环|保供稳价|化解|调解|清零|纾困|减负|复学|开学|复产|复工|稳就业|保畅|畅通|落实|责任)$/u;

/** Words a title does not end with. */
export const DANGLING = /[的和与及等为在对以将把向从于或被让使、，,：:（(“‘《—－-]$/u;

/** Whether a line could head something: short, no sentence's end, quotes closed. */
export function isHeadingLike(text: string, most = 42): boolean {
  return (
    text.length >= 2 &&
    text.length <= most &&
    !endsSentence(text) &&
    !/[，、；：,;:]$/u.test(text) &&
    !/[。；]/u.test(text) &&
    isBalanced(text)
  );
}

/** A title set between corners, over as many lines as it takes. */
export const CORNERS = /^[【〖][^【】〖〗]{6,60}[】〗]/u;

const COLUMN_WORDS =
  '(?:工作|信息|一周|本期|基层|部门|镇[街办乡]|乡镇|街道|单位|区直|县直|综合|政务|党建)?(?:简讯|短讯|快讯|简报|动态|要闻|快报|速递|短波|点滴|集锦|信息|荟萃|传真|一览|播报|一句话新闻|一句话信息|捷报|快递|摘要|掠影|看点|亮点)';
/** 【简讯】, 工作动态, ◆基层动态◆: a heading over several items. Groups: the heading as printed. */
export const COLUMN_HEADING = new RegExp(
  `^(?:[【〖［\\[]\\s*[^】〗］\\]\\s](?:\\s?[^】〗］\\]]){1,8}\\s*[】〗］\\]]|[◆■●★※☆]?\\s*${COLUMN_WORDS}\\s*[◆■●★※☆：:]?|[简短快]\\s+讯|(?<sign>[★◆■●※☆])\\s*[${HAN_CLASS}]{2,12}\\s*\\k<sign>)$`,
  'u',
);
/** The same with the first item run in behind it. */
export const COLUMN_RUN_IN = new RegExp(`^[【〖［\\[]\\s*${COLUMN_WORDS}\\s*[】〗］\\]]\\s*`, 'u');
