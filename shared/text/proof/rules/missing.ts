import { CLOSED_IDIOMS } from '../data/idiomsClosed.ts';
import { flag, scan } from '../draft.ts';
import { buildMatcher, type Matcher } from '../matcher.ts';
import type { Draft } from '../types.ts';

/** Something left out that its neighbours need: 580万 of money without 元, 3慰问组 without 个, 焕然一 without 新. */
export const missing = (text: string): Draft[] => [
  ...scan(text, MONEY, (match) => {
    const end = match.index + match[0].length;
    return flag(end - 1, end, 'warning', `“${match[1]}”后缺“元”`, `${match[1]}元`);
  }),
  ...scan(text, GROUPS, (match) => {
    const [number = ''] = match;
    const end = match.index + number.length;
    return flag(
      match.index,
      end,
      'warning',
      `“${number}”后缺量词`,
      `${number}${/队$/.test(match[1] ?? '') ? '支' : '个'}`,
    );
  }),
  ...scan(text, /(?<=^|[，。；：])至(?=目前，)/gm, (match) =>
    flag(match.index, match.index + 3, 'warning', '“至目前”前缺字', '截至目前'),
  ),
  ...cutIdioms(text),
];

const MONEY =
  /(?:资金|投资|损失|补贴|补助|收入|金额|奖金|贷款|罚款|善款|捐款|费用|经费|产值|利润|税收|租金|欠薪|债务)[\p{Script=Han}]{0,3}\d[\d.]*(万|亿)(?=[，。；、）])/gu;
const GROUPS =
  /(?<![第\d.月年日号—－-])\d{1,2}(?=(?:慰问|督导|督查|检查|工作|宣讲|巡查|调研|专项|攻坚|巡察|考核|志愿服务|党员|突击|应急|抢险|医疗|巡逻)(小?组|小?队|小?分队))/g;

/** Idioms that lost their last character before a mark, or their first after one. */
function cutIdioms(text: string): Draft[] {
  const drafts: Draft[] = [];
  index().scan(text, (start, end, { idiom, head }) => {
    const open = head ? !/^[\p{Script=Han}]/u.test(text.slice(end)) : !/[\p{Script=Han}]$/u.test(text.slice(0, start));
    if (open) drafts.push(flag(start, end, 'warning', `“${text.slice(start, end)}”似缺字，应为“${idiom}”`, idiom));
  });
  return drafts;
}

/** An idiom, and whether its head or its tail is what is left. */
interface Cut {
  idiom: string;
  head: boolean;
}

let built: Matcher<Cut> | null = null;

function index(): Matcher<Cut> {
  built ??= buildMatcher(
    CLOSED_IDIOMS.flatMap((idiom): [string, Cut][] => [
      [idiom.slice(0, -1), { idiom, head: true }],
      [idiom.slice(1), { idiom, head: false }],
    ]),
  );
  return built;
}
