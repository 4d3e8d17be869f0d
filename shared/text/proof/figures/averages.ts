import { amber, green, type Passage, red, sentencesOf, type Verdict } from './passages.ts';
import { placesOf, type Quantity, show } from './quantities.ts';
import { isSlip, printedAs } from './slips.ts';

/** 32人，每人500元，共16000元; 27支1080人，平均每支40人; 120户、6万元，户均500元: total, count and what each has. */
export function checkAverages(text: string, quantities: readonly Quantity[]): Verdict[] {
  const verdicts: Verdict[] = [];
  const sentences = sentencesOf(text);
  for (const [at, each] of quantities.entries()) {
    const lead = EACH.exec(text.slice(Math.max(0, each.start - 14), each.start));
    const counted = lead?.[1] ?? lead?.[2];
    if (!lead || !counted || each.unit === '' || NOT_SHARED.test(lead[0])) continue;
    const sentence = sentences.find((one) => one.start <= each.start && each.end <= one.end);
    if (!sentence) continue;
    const noun = lead[2] === undefined ? lead[0].slice(2, 4) : '';
    const verdict = judge(text, { each, counted, noun }, sentence, quantities.slice(Math.max(0, at - NEAR), at + NEAR));
    if (verdict) verdicts.push(verdict);
  }
  return verdicts;
}

/** Total and count stand among this many figures before and after. */
const NEAR = 12;

const EACH =
  /(?:每(\p{Script=Han})\p{Script=Han}{0,8}|(?<![平年月日])(\p{Script=Han})均)(?:(?:投资|投入|面积|带动|消费|发放|补贴|奖励|捐款|分红|补助|救助|培训|慰问|配备|约?为|近|约|达){0,3})$/u;
/** What a household or head earns is not shared out of a sum the text names. */
const NOT_SHARED = /收入|增收|可支配|寿命|年龄|每[年月日天周次季小]|每一/;

function judge(
  text: string,
  { each, counted, noun }: { each: Quantity; counted: string; noun: string },
  sentence: Passage,
  quantities: readonly Quantity[],
): Verdict | null {
  const others = quantities.filter((one) => one !== each && one.start >= sentence.start && one.end <= sentence.end);
  const all = others.filter((one) => isCountOf(text, one, counted));
  const called = all.filter((one) => noun !== '' && text.slice(one.start - 4, one.end + 4).includes(noun));
  const counts = called.length > 0 ? called : all;
  const sums = others.filter(
    (one) =>
      alike(one.unit, each.unit) &&
      one.value > each.value &&
      (one.end <= each.start || /共[\p{Script=Han}]{0,6}$/u.test(text.slice(Math.max(0, one.start - 8), one.start))),
  );
  const pairs = sums.flatMap((sum) =>
    counts.filter((count) => count !== sum && count.value > 1).map((count) => ({ sum, count })),
  );
  if (pairs.length === 0) return null;
  const formulaOf = ({ sum, count }: { sum: Quantity; count: Quantity }): string =>
    `${sum.text}÷${count.text}＝${show(sum.value / count.value, placesOf(each.text) + 1)}${each.unit}`;
  const fit = pairs.find((pair) => fits(each, pair.sum, pair.count));
  if (fit) return green(...placeOf(each, fit.sum), formulaOf(fit));
  const slipped = pairs.find(
    ({ sum, count }) => isSlip(each, sum.value / count.value) || isSlip(sum, each.value * count.value),
  );
  const pair = slipped ?? pairs.at(-1);
  if (!pair) return null;
  const value = pair.sum.value / pair.count.value;
  const exact = ![each, pair.sum, pair.count].some((one) => one.approximate);
  const certain = pairs.length === 1 || slipped !== undefined;
  const formula = formulaOf(pair);
  if (!exact || !certain) return amber(...placeOf(each, pair.sum), formula, '三个数的关系不明');
  if (pair.sum.start > each.start) {
    const sum = printedAs(pair.sum, each.value * pair.count.value) + pair.sum.text.replace(/^[\d.,，]+/, '');
    return red(pair.sum.start, pair.sum.end, formula, `“${pair.sum.text}”与前文不符：${formula}`, sum);
  }
  const right = printedAs(each, value) + each.text.replace(/^[\d.,，]+/, '');
  return red(each.start, each.end, formula, `“${each.text}”与前文不符：${formula}`, right);
}

/** The figure that the other two make: the last of them. */
const placeOf = (each: Quantity, sum: Quantity): [number, number] =>
  sum.start > each.start ? [sum.start, sum.end] : [each.start, each.end];

const alike = (a: string, b: string): boolean => a === b || (/^[名人位]$/.test(a) && /^[名人位]$/.test(b));

/** Whether a figure counts what 每… names: by its measure (27支), or by the noun beside it (投放站58座). */
function isCountOf(text: string, quantity: Quantity, counted: string): boolean {
  if (quantity.unit === counted) return true;
  if (counted === '人' || counted === '名') return /^(?:人|名|位|人次)$/.test(quantity.unit);
  if (!/^[个家座支所名]$/.test(quantity.unit)) return false;
  return (
    text.slice(quantity.end, quantity.end + 3).includes(counted) ||
    text.slice(Math.max(0, quantity.start - 2), quantity.start).includes(counted)
  );
}

function fits(each: Quantity, sum: Quantity, count: Quantity): boolean {
  const low = (sum.value - sum.slack) / (count.value + count.slack);
  const high = (sum.value + sum.slack) / Math.max(count.value - count.slack, 1);
  const scale = each.value / Number(/^[\d.]+/.exec(each.text)?.[0] ?? each.value);
  const half = 0.5 * 10 ** -placesOf(each.text) * scale + 1e-9;
  return each.value + half >= low && each.value - half <= high;
}
