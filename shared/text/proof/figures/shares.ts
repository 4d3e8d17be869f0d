import { amber, green, holding, type Passage, red, segmentsOf, sentencesOf, type Verdict } from './passages.ts';
import { fits, placesOf, type Quantity, ratioBounds, sameUnit, show } from './quantities.ts';
import { baseOf, isCount, type Lead } from './shareBase.ts';

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

/** 1386项，占应进驻事项1402项的98.9%; 完成年度任务2亿元的65%; 恢复到同期41万人次的80%: part and whole both named. */
function explicitWhole(text: string, percent: Quantity, quantities: readonly Quantity[]): Verdict | null {
  const at = quantities.indexOf(percent);
  const named = quantities[at - 1];
  if (!named || !isCount(named) || !/^的$/.test(text.slice(named.end, percent.start))) return null;
  const lead = /(?:占|完成|达到|恢复到|相当于)[^，。；]{0,16}$/.exec(
    text.slice(Math.max(0, named.start - 20), named.start),
  );
  const part = quantities.slice(Math.max(0, at - 4), at - 1).findLast((one) => isCount(one) && sameUnit(one, named));
  if (!lead || !part || !/^[^。；！？\n，]{0,6}，?[^。；！？\n，]{0,20}$/.test(text.slice(part.end, named.start)))
    return null;
  // What was planned is a round figure, not a rounded one.
  const whole = /任务|目标|计划/.test(lead[0]) ? { ...named, slack: 0 } : named;
  const [low, high] = ratioBounds(part, whole);
  const places = placesOf(percent.text);
  const formula = `${part.text}÷${whole.text}＝${show((part.value / whole.value) * 100, places + 1)}%`;
  const fit = fits(percent.value, places, low, high);
  if (fit === 'rounded') return green(percent.start, percent.end, formula);
  if (fit === 'cut' || part.approximate || whole.approximate || percent.approximate) {
    return amber(percent.start, percent.end, formula, fit === 'cut' ? '似为截尾而非四舍五入' : '约数');
  }
  // 新建12座、改造36座，完成年度任务60座的80%: several figures may make the part.
  const parts = quantities
    .slice(0, at - 1)
    .filter((one) => isCount(one) && sameUnit(one, named))
    .slice(-3);
  const sums = [parts.slice(-2), parts].map((some) => some.reduce((sum, one) => sum + one.value, 0));
  if (
    sums.some((sum) => fits(percent.value, places, (sum / whole.value) * 100, (sum / whole.value) * 100) === 'rounded')
  )
    return green(percent.start, percent.end, formula);
  const right = `${show((part.value / whole.value) * 100, places)}%`;
  return red(percent.start, percent.end, formula, `“${percent.text}”与前文不符：${formula}`, right);
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
  const base = segment ? baseOf(text, { percent, lead, counted, quantities, segment }) : null;
  if (!base) return amber(percent.start, percent.end, printed, missingTotal(part, percent.value, places));
  return judgeShare(percent, base.part, base.whole);
}

function judgeShare(percent: Quantity, part: Quantity, linked: Quantity): Verdict {
  const places = placesOf(percent.text);
  const printed = `${show(percent.value, 4)}%`;
  const [low, high] = ratioBounds(part, linked);
  const right = show((low + high) / 2, places);
  const formula = `${part.text}÷${linked.text}＝${show((part.value / linked.value) * 100, places + 2)}%`;
  const fit = fits(percent.value, places, low, high);
  if (fit === 'rounded') return green(percent.start, percent.end, formula);
  if (fit === 'cut') {
    return amber(percent.start, percent.end, formula, `印为${printed}，似为截尾，四舍五入应为${right}%`);
  }
  if (part.approximate || linked.approximate || percent.approximate) {
    return amber(percent.start, percent.end, formula, '分子、总数或百分比为约数');
  }
  const message = `${printed}与前文不符：${formula}`;
  return red(percent.start, percent.end, formula, message, percent.text.replace(/^[\d.]+/, right));
}

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
