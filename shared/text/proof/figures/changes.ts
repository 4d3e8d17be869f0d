import { amber, green, red, type Verdict } from './passages.ts';
import { fits, placesOf, type Quantity, show } from './quantities.ts';

/** Growth and decline: 由A增加到B，增长P%; B，去年同期A，同比增长P%; percentage points told from percent. */
export function checkChanges(text: string, quantities: readonly Quantity[]): Verdict[] {
  const verdicts: Verdict[] = [];
  for (let i = 0; i < quantities.length; i++) {
    const change = quantities[i];
    if (!change) continue;
    const verb = VERB.exec(text.slice(Math.max(0, change.start - 14), change.start))?.[1];
    if (!verb || !isChange(change, quantities[i - 1])) continue;
    const ends = endsOf(text, quantities, i);
    if (ends) verdicts.push(checkChange(change, verb, ends.from, ends.to));
    else if (/^[%％]$/.test(change.unit)) verdicts.push(undecided(text, change, quantities[i - 1]));
  }
  return [...verdicts, ...timesInWords(text, quantities), ...newTotals(text, quantities)];
}

const endsOf = (text: string, quantities: readonly Quantity[], i: number): Ends | null =>
  fromTo(text, quantities, i) ?? lastYear(text, quantities, i) ?? overDifference(text, quantities, i);

interface Ends {
  from: Quantity;
  to: Quantity;
}

const VERB =
  /(增长|增加|增幅|上升|提高|提升|扩大|新增|净增|上涨|下降|减少|降低|缩短|压缩|压减|降幅|下跌|精简|缩减)(?:了|约|为|达到?|近|超过?|共)*$/;
const FALLING = /下降|减少|降低|缩短|压缩|压减|降幅|下跌|精简|缩减/;

const isChange = (change: Quantity, before: Quantity | undefined): boolean =>
  /^(?:%|％|个百分点|百分点|倍)$/.test(change.unit) || (change.unit !== '' && change.unit === before?.unit);

/** The two ends the text names right before the change. */
function fromTo(text: string, quantities: readonly Quantity[], i: number): Ends | null {
  const change = quantities[i];
  const second = quantities[i - 1];
  const first = quantities[i - 2];
  if (!change || !first || !second) return null;
  const lead = text.slice(Math.max(0, first.start - 16), first.start);
  const between = text.slice(first.end, second.start);
  const after = text.slice(second.end, change.start);
  if (/[。；！？\n]/.test(between + after) || (after.match(/，/g) ?? []).length > 1 || between.length > 24) return null;
  if (first.approximate || second.approximate) return null;
  if (!comparable(first, second)) return null;
  const rising =
    /(?:由|从)[^，。；]{0,15}$/.test(lead) &&
    /^[^，。；]{0,12}?(?:增加|增长|提高|提升|上升|扩大|上涨|下降|减少|降低|缩短|压缩|压减|降|升|缩减|精简|增|减|涨|跌)(?:到|至|为)/.test(
      between,
    );
  if (rising && /^[，、（(]?(?:同比|总体|累计|实现)?(?:净|共)?/.test(after)) return { from: first, to: second };
  if (
    /^，?(?:而|比|较|相比)?(?:去年|上年|上年度|前年|上一?(?:周|月|季度|学期|年度))(?:同期|全年)?(?:为|是|的)?$/.test(
      between.replace(/^\p{Script=Han}{0,2}(?=，)/u, ''),
    )
  ) {
    return { from: second, to: first };
  }
  return null;
}

/** 2460人，完成目标的61.5%，去年同期2050人，同比增长20%: other figures stand between this year's and last year's. */
function lastYear(text: string, quantities: readonly Quantity[], i: number): Ends | null {
  const [from, change] = [quantities[i - 1], quantities[i]];
  if (
    !from ||
    !change ||
    !/(?:去年|上年|上年度)(?:同期|全年)?(?:为|是)?$/.test(text.slice(Math.max(0, from.start - 8), from.start))
  )
    return null;
  if (!/^，?同比[^，。；]{0,4}$/.test(text.slice(from.end, change.start)) || from.approximate) return null;
  const to = quantities
    .slice(Math.max(0, i - 4), i - 1)
    .findLast((quantity) => quantity.unit === from.unit && !quantity.approximate);
  if (!to || /[。；！？\n]/.test(text.slice(to.end, from.start))) return null;
  return { from, to };
}

/** 提高60元，增长10.5%: a growth behind the difference, whose ends stand before; 436公斤，比去年增加12公斤，增长2.8%. */
function overDifference(text: string, quantities: readonly Quantity[], i: number): Ends | null {
  const [to, difference, growth] = [quantities[i - 2], quantities[i - 1], quantities[i]];
  if (
    !to ||
    !difference ||
    !growth ||
    !/^[%％]$/.test(growth.unit) ||
    difference.unit === '' ||
    to.unit !== difference.unit
  )
    return null;
  const verb = VERB.exec(text.slice(Math.max(0, difference.start - 14), difference.start))?.[1];
  if (
    !verb ||
    !/^[，、（(]?(?:同比|比[去上]年(?:同期)?)?(?:增长|增幅|提高|上升|下降|减少|降低|降幅)(?:了|约|为|达)?$/.test(
      text.slice(difference.end, growth.start),
    )
  )
    return null;
  const named = fromTo(text, quantities, i - 1);
  if (named) return named;
  if (
    to.approximate ||
    difference.approximate ||
    !/^，?(?:比|较)(?:去年|上年|上年度)(?:同期)?[\p{Script=Han}]{2,4}$/u.test(text.slice(to.end, difference.start))
  )
    return null;
  const value = to.value - difference.value * (FALLING.test(verb) ? -1 : 1);
  return value > 0
    ? { from: { ...to, value, text: show(value, 4) + to.unit, slack: to.slack + difference.slack }, to }
    : null;
}

const comparable = (a: Quantity, b: Quantity): boolean => a.unit === b.unit || a.unit === '' || b.unit === '';

function checkChange(change: Quantity, verb: string, from: Quantity, to: Quantity): Verdict {
  const sign = FALLING.test(verb) ? -1 : 1;
  const difference = (to.value - from.value) * sign;
  const { start, end } = change;
  const percents = /^[%％]$/.test(to.unit) || /^[%％]$/.test(from.unit);
  const printed = change.text;
  if (difference < 0) {
    const formula = `${from.text}→${to.text}`;
    return red(start, end, formula, `由${from.text}到${to.text}不是“${verb}”`);
  }
  if (percents) {
    const points = show(difference, 3);
    const formula = `${to.text}与${from.text}相差${points}个百分点`;
    const right = Math.abs(difference - change.value) <= change.slack + from.slack + to.slack + 1e-9;
    if (/百分点/.test(change.unit))
      return right
        ? green(start, end, formula)
        : red(start, end, formula, `“${printed}”不符：${formula}`, `${points}个百分点`);
    if (/^[%％]$/.test(change.unit)) {
      if (right) return red(start, end, formula, `两个百分数之差用“百分点”，不用“%”：${formula}`, `${points}个百分点`);
      return relative(change, from, to, difference);
    }
    return amber(start, end, formula, '单位不同');
  }
  if (/百分点/.test(change.unit)) {
    return red(
      start,
      end,
      `${from.text}→${to.text}`,
      '数量的增减用“%”，百分数之差才用“百分点”',
      printed.replace(/个?百分点/, '%'),
    );
  }
  if (/^[%％]$/.test(change.unit)) return relative(change, from, to, difference);
  if (change.unit === '倍') {
    const times = difference / from.value;
    const formula = `（${to.text}－${from.text}）÷${from.text}＝${show(times)}倍`;
    const slack = change.slack + times * (from.slack / from.value + to.slack / Math.max(to.value, 1)) * 2;
    if (Math.abs(times - change.value) <= slack + 1e-9) return green(start, end, formula);
    if (Math.abs(times + 1 - change.value) <= slack + 1e-9) {
      return red(start, end, formula, `“${verb}${printed}”应为增加的倍数：${formula}`, `${show(times, 1)}倍`);
    }
    return change.approximate
      ? amber(start, end, formula, '倍数为约数')
      : red(start, end, formula, `“${printed}”不符：${formula}`, `${show(times, 1)}倍`);
  }
  const formula = `${to.text}－${from.text}＝${show(difference * sign)}`;
  if (change.approximate) return amber(start, end, formula, '差数为约数');
  const right = Math.abs(difference - change.value) <= change.slack + from.slack + to.slack + 1e-9;
  return right ? green(start, end, formula) : red(start, end, formula, `“${printed}”不符：${formula}`);
}

function relative(change: Quantity, from: Quantity, to: Quantity, difference: number): Verdict {
  const { start, end } = change;
  const places = placesOf(change.text);
  const base = from.value;
  const slack = (from.slack + to.slack) * (1 + difference / base);
  const low = ((difference - slack) / base) * 100;
  const high = ((difference + slack) / base) * 100;
  const exact = (difference / base) * 100;
  const formula = `（${to.text}－${from.text}）÷${from.text}＝${show(exact, places + 1)}%`;
  const fit = fits(change.value, places, low, high);
  const asPrinted = fits(change.value, places, exact, exact);
  // 5.4亿元 and 4.5亿元 are rounded themselves: 22% may be right, but is not what the printed figures make.
  if (fit === 'rounded' && asPrinted === 'no' && places === 0 && !change.approximate)
    return asked(
      amber(start, end, formula, '按所列数计算不等，所列数为约数时可能成立'),
      `按所列数计算应为${show(exact, places)}%：${formula}`,
    );
  if (fit === 'rounded') return green(start, end, formula);
  if (fit === 'cut' || change.approximate)
    return amber(start, end, formula, fit === 'cut' ? '似为截尾而非四舍五入' : '约数');
  return red(start, end, formula, `“${change.text}”与前文不符：${formula}`, `${show(exact, places)}%`);
}

/** A growth without its base; a rate that rises by % where points may be meant. */
function undecided(text: string, change: Quantity, before: Quantity | undefined): Verdict {
  const rate =
    before &&
    /^[%％]$/.test(before.unit) &&
    /^，(?:同比|环比|较[^，。；\d]{1,10}|比[^，。；\d]{1,10})(?:提高|提升|上升|下降|降低|增加)了?$/.test(
      text.slice(before.end, change.start),
    );
  if (rate) {
    const message = '若指两个百分数之差，应写“个百分点”';
    return asked(
      amber(change.start, change.end, change.text, message),
      message,
      change.text.replace(/[%％]/, '个百分点'),
    );
  }
  return amber(change.start, change.end, change.text, '缺上年同期或基期数');
}

/** A verdict that also puts a question to the editor. */
const asked = (verdict: Verdict, message: string, ...suggestions: string[]): Verdict => ({
  ...verdict,
  finding: { start: verdict.figure.start, end: verdict.figure.end, severity: 'query', message, suggestions },
});

const NUMERALS = '〇一二三四五六七八九十';
const numeralValue = (numeral: string): number => (numeral === '两' ? 2 : NUMERALS.indexOf(numeral));

/** 由16名增加到48名，增长了两倍; 8.5万元增加到34万元，翻了两番: times and doublings in words. */
function timesInWords(text: string, quantities: readonly Quantity[]): Verdict[] {
  return [
    ...text.matchAll(/(?:(?:增长|增加|扩大|提高)了?([一二两三四五六七八九十])倍|翻了?([一二两三四五])番)/g),
  ].flatMap((match) => {
    const at = quantities.findLastIndex((one) => one.end <= match.index);
    const [from, to] = [quantities[at - 1], quantities[at]];
    if (!from || !to || from.unit !== to.unit || from.approximate || to.approximate || match.index - to.end > 4)
      return [];
    if (
      !/(?:增加|增长|扩大|提高|上升|发展)(?:到|至|为)/.test(text.slice(from.end, to.start)) ||
      /[。；]/.test(text.slice(from.end, to.start))
    )
      return [];
    const [start, end] = [match.index, match.index + match[0].length];
    const times = to.value / from.value;
    const [printed, found] =
      match[1] === undefined ? [numeralValue(match[2] ?? ''), Math.log2(times)] : [numeralValue(match[1]), times - 1];
    const formula = `${to.text}÷${from.text}＝${show(times)}倍`;
    if (Math.abs(found - printed) < 0.1) return [green(start, end, formula)];
    const word = match[1] === undefined ? '番（翻一番为两倍）' : '倍（增加的倍数）';
    return [red(start, end, formula, `“${match[0]}”不符：${formula}，应为${show(found, 1)}${word}`)];
  });
}

/** 新认定11家，总数由36家增加到47家: what was added is the difference. */
function newTotals(text: string, quantities: readonly Quantity[]): Verdict[] {
  return quantities.flatMap((to, i) => {
    const [added, from] = [quantities[i - 2], quantities[i - 1]];
    if (!added || !from || added.unit !== to.unit || from.unit !== to.unit || to.unit === '') return [];
    const told = `${text.slice(Math.max(0, added.start - 14), added.start)}#${text.slice(added.end, from.start)}#${text.slice(from.end, to.start)}`;
    if (
      !/新(?:增|认定|建|培育|发展|引进)[^，。；]{0,12}#，总数(?:由|从)[^，。；]{0,6}#(?:增加|增长|提高|上升)(?:到|至)$/.test(
        told,
      )
    )
      return [];
    const formula = `${from.text}＋${added.text}＝${show(from.value + added.value)}${to.unit}`;
    if (from.value + added.value === to.value) return [green(to.start, to.end, formula)];
    return [
      red(
        to.start,
        to.end,
        formula,
        `“${to.text}”与前文不符：${formula}`,
        `${show(from.value + added.value)}${to.unit}`,
      ),
    ];
  });
}
