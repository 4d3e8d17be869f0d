import { amber, green, holding, type Passage, red, segmentsOf, sentencesOf, type Verdict } from './passages.ts';
import { fits, placesOf, type Quantity, ratioBounds, show } from './quantities.ts';

/** Shares and rates: 占比54.5%, 办结率83.3%, 占项目总数的77.8%, each against the figures before it. */
export function checkShares(text: string, quantities: readonly Quantity[]): Verdict[] {
  if (!/[%％]/.test(text)) return [];
  const sentences = sentencesOf(text);
  const segments = segmentsOf(text);
  const verdicts: Verdict[] = [];
  for (const percent of quantities) {
    if (!/^[%％]$/.test(percent.unit)) continue;
    const explicit = explicitWhole(text, percent, quantities);
    if (explicit) {
      verdicts.push(explicit);
      continue;
    }
    const lead = leadOf(text, percent);
    if (!lead) continue;
    verdicts.push(checkShare(text, percent, lead, quantities, sentences, segments));
  }
  return verdicts;
}

/** 1386项，占应进驻事项1402项的98.9%: part and whole both named. */
function explicitWhole(text: string, percent: Quantity, quantities: readonly Quantity[]): Verdict | null {
  const at = quantities.indexOf(percent);
  const [part, whole] = [quantities[at - 2], quantities[at - 1]];
  if (!part || !whole || !isCount(part) || !isCount(whole) || !sameUnit(part, whole)) return null;
  if (!/^的$/.test(text.slice(whole.end, percent.start))) return null;
  if (!/^[^。；！？\n]{0,6}，?占[^，。；]{0,16}$/.test(text.slice(part.end, whole.start))) return null;
  const [low, high] = ratioBounds(part, whole);
  const places = placesOf(percent.text);
  const formula = `${part.text}÷${whole.text}＝${show((part.value / whole.value) * 100, places + 1)}%`;
  const fit = fits(percent.value, places, low, high);
  if (fit === 'rounded') return green(percent.start, percent.end, formula);
  if (fit === 'cut' || part.approximate || whole.approximate || percent.approximate) {
    return amber(percent.start, percent.end, formula, fit === 'cut' ? '似为截尾而非四舍五入' : '约数');
  }
  const right = `${show((part.value / whole.value) * 100, places)}%`;
  return red(percent.start, percent.end, formula, `“${percent.text}”与前文不符：${formula}`, right);
}

interface Lead {
  /** 占 or 率: the words that make the percentage a share. */
  words: string;
  start: number;
}

/** The share words right before a percentage: 占…的, 占比, …率达; `null` where it is a growth or stands alone. */
function leadOf(text: string, percent: Quantity): Lead | null {
  const before = text.slice(Math.max(0, percent.start - 30), percent.start);
  const match = LEAD.exec(before);
  if (!match) return null;
  return { words: match[0], start: percent.start - match[0].length };
}

const LEAD =
  /(?:占[^，。；、\d]{0,14}|[\p{Script=Han}]{1,6}(?:率|比例|比重|占比))(?:分别)?(?:为|是|达到了?|达|约为?|近|超过?|高达|仅为?|至|在)?$/u;
const NOT_DECIDABLE =
  /满意|知晓|支持|增长|同比|环比|增幅|降幅|利率|税率|覆盖|节约|节省|节资|增收|毛利|利润|优良|完好|含|湿度|空气/;

function checkShare(
  text: string,
  percent: Quantity,
  lead: Lead,
  quantities: readonly Quantity[],
  sentences: readonly Passage[],
  segments: readonly Passage[],
): Verdict {
  const places = placesOf(percent.text);
  const at = holding(sentences, percent.start);
  const from = sentences[Math.max(0, at - 2)]?.start ?? 0;
  const counted = quantities.filter(
    (quantity) => quantity.start >= from && quantity.end <= lead.start + lead.words.length && isCount(quantity),
  );
  const inSentence = counted.filter((quantity) => quantity.start >= (sentences[at]?.start ?? 0));
  const part = inSentence.at(-1);
  const printed = `${show(percent.value, 4)}%`;
  if (!part) return amber(percent.start, percent.end, printed, '本句没有可算的分子和总数');

  for (const [a, b] of pairsOf(counted, part)) {
    const [low, high] = ratioBounds(a, b);
    if (fits(percent.value, places, low, high) === 'rounded') {
      return green(percent.start, percent.end, `${a.text}÷${b.text}＝${show((a.value / b.value) * 100, places)}%`);
    }
  }
  const segment = segments[holding(segments, percent.start)];
  const linked = segment ? linkedWhole(text, lead, part, counted, segment) : null;
  if (!linked) return amber(percent.start, percent.end, printed, missingTotal(part, percent.value, places));
  const [low, high] = ratioBounds(part, linked);
  const right = show((low + high) / 2, places);
  const formula = `${part.text}÷${linked.text}＝${show((part.value / linked.value) * 100, places + 2)}%`;
  if (fits(percent.value, places, low, high) === 'cut') {
    return amber(percent.start, percent.end, formula, `印为${printed}，似为截尾，四舍五入应为${right}%`);
  }
  if (part.approximate || linked.approximate || percent.approximate) {
    return amber(percent.start, percent.end, formula, '分子、总数或百分比为约数');
  }
  const message = `${printed}与前文不符：${formula}`;
  return red(percent.start, percent.end, formula, message, percent.text.replace(/^[\d.]+/, right));
}

const isCount = (quantity: Quantity): boolean =>
  !/^(?:%|％|‰|个百分点|百分点|倍|岁|小时|分钟|期|届|天)$/.test(quantity.unit) && quantity.value > 0;

/** Every part and whole among the figures before, those nearest first; the part is usually the last figure. */
function pairsOf(counted: readonly Quantity[], part: Quantity): [Quantity, Quantity][] {
  const pairs: [Quantity, Quantity][] = [];
  const near = counted.slice(-8);
  for (const whole of [...near].reverse()) if (whole.value >= part.value && whole !== part) pairs.push([part, whole]);
  for (const a of near) {
    for (const b of near) if (a !== part && a !== b && a.value <= b.value && sameUnit(a, b)) pairs.push([a, b]);
  }
  return pairs;
}

const sameUnit = (a: Quantity, b: Quantity): boolean => a.unit === b.unit && a.unit !== '';

/**
 * The whole that the text itself ties to the part, so that a wrong percentage is certain: of one unit, and either
 * the rate's own verb stands at the part (办结…45项，办结率) or 共/其中/中 joins them. It stands in the percentage's
 * segment, or earlier with the part's own noun (排查问题325处。…已整改问题309处).
 */
function linkedWhole(
  text: string,
  lead: Lead,
  part: Quantity,
  counted: readonly Quantity[],
  segment: Passage,
): Quantity | null {
  if (NOT_DECIDABLE.test(lead.words) || part.start < segment.start) return null;
  if ((text.slice(part.end, lead.start).match(/[，、]/g) ?? []).length > 1) return null;
  const alike = counted.filter((quantity) => quantity.start >= segment.start && sameUnit(quantity, part));
  const whole = alike.length === 2 ? alike[0] : alike.length === 1 ? namesake(text, part, counted) : undefined;
  if (!whole || whole.value < part.value) return null;
  const between = text.slice(whole.end, part.start);
  const beforeWhole = text.slice(Math.max(0, whole.start - 8), whole.start);
  if (/较|比|同比|去年|上年|同期|每/.test(between + beforeWhole + lead.words)) return null;
  const stem = /([\p{Script=Han}]{2})率/u.exec(lead.words)?.[1];
  if (stem) {
    const tied =
      isVerbOf(stem, text.slice(Math.max(whole.end, part.start - 12), part.start)) ||
      RATE_PAIRS.some((pair) => pair.rate.test(lead.words) && pair.part.test(between) && pair.whole.test(beforeWhole));
    return tied ? whole : null;
  }
  const inSegment = whole.start >= segment.start;
  return inSegment && lead.words.includes('占') && (/其中|中|里/.test(between) || /共|总|全|现有|有/.test(beforeWhole))
    ? whole
    : null;
}

/** 整改 in 已整改问题; 回收 in 收回. */
const isVerbOf = (stem: string, words: string): boolean =>
  words.includes(stem) || words.includes([...stem].reverse().join(''));

/** The one earlier figure of the part's unit that counts the part's noun. */
function namesake(text: string, part: Quantity, counted: readonly Quantity[]): Quantity | undefined {
  const nouns = [text.slice(part.start - 2, part.start), text.slice(part.end, part.end + 2)].filter((noun) =>
    /^\p{Script=Han}{2}$/u.test(noun),
  );
  const same = counted.filter(
    (quantity) =>
      quantity !== part &&
      sameUnit(quantity, part) &&
      nouns.some((noun) => text.slice(Math.max(0, quantity.start - 4), quantity.end + 8).includes(noun)),
  );
  return same.length === 1 ? same[0] : undefined;
}

/** Rates whose verb is not the part's own. */
const RATE_PAIRS = [
  { rate: /出勤率|到会率|参会率|参训率|到位率/, part: /实|到/, whole: /应/ },
  { rate: /合格率|达标率|优良率|通过率/, part: /合格|达标|优|通过/, whole: /./ },
  { rate: /完成率|进度/, part: /完成|已/, whole: /共|需|应|涉及|任务/ },
];

/** What would decide it: the whole numbers that could be the total. */
function missingTotal(part: Quantity, percent: number, places: number): string {
  if (part.slack > 0 || part.approximate || !Number.isInteger(part.value) || part.value > 2000) return '缺总数';
  const half = 0.5 * 10 ** -places;
  const totals: number[] = [];
  const from = Math.ceil((part.value * 100) / (percent + half));
  const to = Math.floor((part.value * 100) / Math.max(percent - half, 0.001));
  for (let total = from; total <= to && totals.length < 4; total++) {
    if (fits(percent, places, (part.value / total) * 100, (part.value / total) * 100) === 'rounded') totals.push(total);
  }
  if (totals.length === 1) return `缺总数，只有总数${totals[0]}相符（${part.text}÷${totals[0]}）`;
  return totals.length > 1 && totals.length < 4 ? `缺总数，可能为${totals.join('、')}` : '缺总数';
}
