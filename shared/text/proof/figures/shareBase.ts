import type { Passage } from './passages.ts';
import { placesOf, type Quantity, sameUnit } from './quantities.ts';
import { isSlipOf } from './slips.ts';

/** The share words right before a percentage. */
export interface Lead {
  /** 占 or 率: the words that make the percentage a share. */
  words: string;
  start: number;
}

export interface Share {
  percent: Quantity;
  lead: Lead;
  /** Figures of this sentence and the two before that could be part or whole. */
  counted: readonly Quantity[];
  quantities: readonly Quantity[];
  segment: Passage;
}

export interface Base {
  part: Quantity;
  whole: Quantity;
}

export const isCount = (quantity: Quantity): boolean =>
  !/^(?:%|％|‰|个百分点|百分点|倍|岁|小时|分钟|期|届)$/.test(quantity.unit) && quantity.value > 0;

/**
 * Part and whole that the text itself ties to a percentage, so that a wrong one is certain: 占…的 names the whole, 其中 or 中
 * joins the two, or the rate's own verb stands at the part (已办结45项，办结率) and only one figure can be the whole.
 */
export function baseOf(text: string, share: Share): Base | null {
  if (NOT_DECIDABLE.test(share.lead.words)) return null;
  return share.lead.words.includes('占') ? baseOfPart(text, share) : baseOfRate(text, share);
}

const NOT_DECIDABLE =
  /满意|知晓|支持|增长|同比|环比|增幅|降幅|利率|税率|覆盖|节约|节省|节资|增收|毛利|利润|优良|完好|含|湿度|空气/;
const OTHER_TIME = /较|比|同比|去年|上年|同期|每/;

/** 占返乡人员总数的, 占年度计划的: the whole by its name; 其中…，占: the whole before 其中. */
function baseOfPart(text: string, { lead, counted, quantities, segment }: Share): Base | null {
  const part = counted.findLast((one) => one.start >= segment.start) ?? null;
  if (!part || (text.slice(part.end, lead.start).match(/[，、]/g) ?? []).length > 1) return null;
  const wholes = quantities.filter(
    (one) => one !== part && one.end <= lead.start && isCount(one) && sameUnit(one, part) && one.value >= part.value,
  );
  const named = /占(?:比)?(?:全部|全区|全市|全县|其)?([\p{Script=Han}]{2,12}?)(?:总数|总量|总额|总人数)?的?$/u.exec(
    lead.words.replace(/(?:为|是|达到了?|达|约为?|近|超过?|高达|仅为?)$/, ''),
  )?.[1];
  if (named && !/^总[数量额]$|^比/.test(named)) {
    const whole = wholes.findLast((one) => isNamed(clauseAround(text, one), named));
    return whole ? { part, whole } : null;
  }
  const clause = text.slice(lastMark(text, part.start), part.start);
  const whole = wholes.findLast(
    (one) => one.end <= part.start && !OTHER_TIME.test(text.slice(Math.max(0, one.start - 8), one.start)),
  );
  if (!whole) return null;
  const between = text.slice(whole.end, part.start);
  if (/^其中|中/.test(clause) && (between.match(/[。！？\n]/g) ?? []).length <= 1) return { part, whole };
  const alike = counted.filter((one) => one.start >= segment.start && sameUnit(one, part));
  const before = text.slice(Math.max(0, whole.start - 8), whole.start);
  const joined = /中|里/.test(between) || /共|总|全|现有|有/.test(before);
  return alike.length === 2 && whole.start >= segment.start && joined ? { part, whole } : null;
}

/** 办结45项，办结率; 整改到位109个，整改率: the figure of the rate's verb, and the one figure it can be a part of. */
function baseOfRate(text: string, { percent, lead, counted, quantities, segment }: Share): Base | null {
  const stem = /([\p{Script=Han}]{2})(?:率|比例)/u.exec(lead.words)?.[1];
  if (!stem || OTHER_TIME.test(lead.words)) return null;
  const near = counted.filter((one) => one.start >= segment.start);
  const part = near.findLast(
    (one) =>
      isVerbOf(stem, labelOf(text, one)) ||
      pairOf(lead.words, labelOf(text, one)) ||
      // 已帮助1674人就业，就业率90%.
      text.startsWith(`${stem}，`, one.end),
  );
  if (!part || (text.slice(part.end, lead.start).match(/[，、]/g) ?? []).length > 1) return null;
  const wholes = withoutMembers(
    text,
    (isBare(text, part, stem) ? quantities.filter(isCount) : counted).filter(
      (one) =>
        one.end <= part.start &&
        sameUnit(one, part) &&
        one.value >= part.value &&
        !OTHER_TIME.test(text.slice(Math.max(0, one.start - 8), one.start)),
    ),
  );
  const pair = pairOf(lead.words, labelOf(text, part));
  const nearest = wholes.at(-1);
  if (!nearest) return null;
  const alone = nearest.start >= segment.start && near.filter((one) => sameUnit(one, part)).length === 2;
  const tied = isBare(text, part, stem) || sharesNoun(text, part, nearest) || alone;
  const paired = !pair || pair.whole.test(text.slice(Math.max(0, nearest.start - 8), nearest.start));
  if (wholes.length === 1 && tied && paired) return { part, whole: nearest };
  const whole = wholes.findLast((one) => isSlippedShare(percent, part, one));
  return whole ? { part, whole } : null;
}

/** Whether the printed percentage is the right one with a digit mistyped. */
const isSlippedShare = (percent: Quantity, part: Quantity, whole: Quantity): boolean =>
  isSlipOf(/^[\d.]+/.exec(percent.text)?.[0] ?? '', ((part.value / whole.value) * 100).toFixed(placesOf(percent.text)));

/** 整改 in 已整改问题; 回收 in 收回; 取证 in 取得职业资格证书. */
function isVerbOf(stem: string, words: string): boolean {
  if (words.includes(stem) || words.includes([...stem].reverse().join(''))) return true;
  const first = words.indexOf(stem[0] ?? ' ');
  return first >= 0 && words.indexOf(stem[1] ?? ' ', first) > first;
}

/** Rates whose verb is not the part's own. */
const RATE_PAIRS = [
  { rate: /出勤率|到会率|参会率|参训率|到位率/, part: /实|到/, whole: /应/ },
  { rate: /合格率|达标率|通过率/, part: /合格|达标|优|通过/, whole: /./ },
  { rate: /完成率|进度/, part: /完成|已/, whole: /共|需|应|涉及|任务/ },
];

const pairOf = (rate: string, label: string) =>
  RATE_PAIRS.find((pair) => pair.rate.test(rate) && pair.part.test(label)) ?? null;

/** Figures of 其中… are parts of the whole before them, and no whole of what comes after. */
const withoutMembers = (text: string, wholes: readonly Quantity[]): Quantity[] =>
  wholes.filter(
    (one, i) =>
      !wholes
        .slice(0, i)
        .some(
          (other) => /其中/.test(text.slice(other.end, one.start)) && !/[。；]/.test(text.slice(other.end, one.start)),
        ),
  );

/** 已整改到位109个: no noun of its own, so that it counts what was counted before. */
const isBare = (text: string, part: Quantity, stem: string): boolean =>
  labelOf(text, part)
    .replace(
      /目前|现已|已|现|累计|共|均|其中|今年|全部|现场|成功|顺利|按期|到位|完毕|完成|了|截至\p{Script=Han}*/gu,
      '',
    )
    .replace(stem, '') === '';

/** 排查问题325处。…已整改问题309处: one noun at both. */
function sharesNoun(text: string, part: Quantity, whole: Quantity): boolean {
  const nouns = [text.slice(part.start - 2, part.start), text.slice(part.end, part.end + 2)];
  const around = text.slice(Math.max(0, whole.start - 4), whole.end + 8);
  return nouns.some((noun) => /^\p{Script=Han}{2}$/u.test(noun) && around.includes(noun));
}

const lastMark = (text: string, at: number): number => {
  const before = text.slice(Math.max(0, at - 40), at);
  return at - (/[^，、；：。！？\n（]*$/.exec(before)?.[0].length ?? 0);
};

const labelOf = (text: string, quantity: Quantity): string =>
  text.slice(lastMark(text, quantity.start), quantity.start).replace(/^.*\d/, '');

/** 占年度任务4000亩的80% tells the whole of its own part alone. */
const isNamed = (clause: string, name: string): boolean => inOrder(clause, name) && !/^(?:占|完成)/.test(clause);

/** 供地 in 供应土地: every character, in order. */
function inOrder(clause: string, name: string): boolean {
  let at = -1;
  return [...name].every((char) => {
    at = clause.indexOf(char, at + 1);
    return at >= 0;
  });
}

/** The words of a figure's own clause. */
function clauseAround(text: string, quantity: Quantity): string {
  const end = /^[^，、；。！？\n]*/.exec(text.slice(quantity.end, quantity.end + 16))?.[0] ?? '';
  return text.slice(lastMark(text, quantity.start), quantity.end) + end;
}
