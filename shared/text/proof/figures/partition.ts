import { amber, green, type Passage, red, sentencesOf, type Verdict } from './passages.ts';
import { goesOn, type Quantity, sameUnit, show } from './quantities.ts';
import { printedAs, slipAmong } from './slips.ts';

/**
 * A whole and its parts where no word says that all parts are named: 86个。其中产业类41个、…类23个、…类22个; 126公里，其中县道31公里、
 * 乡道42公里、…. They are held against each other where the labels leave nothing out (产业类, 民生类), or where one mistyped
 * digit is all that keeps the parts from making the whole.
 */
export function checkPartitions(text: string, quantities: readonly Quantity[]): Verdict[] {
  const verdicts: Verdict[] = [];
  const sentences = sentencesOf(text);
  for (const [at, sentence] of sentences.entries()) {
    const within = quantities.filter((one) => one.start >= sentence.start && one.end <= sentence.end);
    const opens = OPENING.test(text.slice(sentence.start, sentence.end));
    const from = opens ? (sentences[at - 1]?.start ?? sentence.start) : sentence.start;
    for (const list of listsIn(text, sentence, within)) {
      const whole = wholeOf(text, quantities, from, list);
      if (whole) verdicts.push(judge(text, whole, list));
    }
    verdicts.push(...remainders(text, sentence, within, quantities));
    verdicts.push(...hundreds(text, within));
  }
  return verdicts;
}

const OPENING = /^(?:其中|分别是|分别为|包括)/;

/**
 * Runs of amounts of one unit, each behind a short label: parted by 、, or by ， where the labels divide a whole. A run is cut
 * where its labels stop dividing: 一期9亿元、二期6亿元，建成后年产值20亿元.
 */
function listsIn(text: string, sentence: Passage, within: readonly Quantity[]): Quantity[][] {
  const lists: Quantity[][] = [];
  for (let i = 0; i < within.length; i++) {
    const list = listFrom(text, sentence, within, i);
    const divided = [...list.keys()].reverse().find((last) => last > 0 && complementary(text, list.slice(0, last + 1)));
    const tight = list.findIndex((part, at) => at > 0 && !/^[、和]/.test(text.slice(list[at - 1]?.end ?? part.start)));
    const length = Math.max(divided === undefined ? 0 : divided + 1, tight < 0 ? list.length : tight);
    if (length < 2) continue;
    lists.push(list.slice(0, length));
    i += length - 1;
  }
  return lists;
}

function listFrom(text: string, sentence: Passage, within: readonly Quantity[], i: number): Quantity[] {
  const first = within[i];
  if (!first || !isPart(text, sentence, first)) return [];
  const list = [first];
  for (const next of within.slice(i + 1, i + MEMBERS)) {
    const before = list.at(-1) ?? first;
    if (next.unit !== first.unit) {
      // 20万元以上的9个: a figure inside a label.
      if (next.approximate || /^以上|^以下|^至|^的|^[—－-]/.test(text.slice(next.end, next.end + 2))) continue;
      break;
    }
    if (!SEPARATED.test(text.slice(before.end, next.start)) || !isPart(text, sentence, next)) break;
    list.push(next);
  }
  return list;
}

const SEPARATED = /^(?!.*(?:其中|包括|分别|分为|共|已|占))(?:[、，；]|以及|和)[^，、；。]{1,16}$/u;

const isPart = (text: string, sentence: Passage, quantity: Quantity): boolean =>
  quantity.unit !== '' &&
  !NO_AMOUNT.test(quantity.unit) &&
  !quantity.approximate &&
  !/同比|去年|上年|累计|[人户村均]均|平均|每/.test(labelOf(text, sentence, quantity));

const NO_AMOUNT = /^(?:%|％|‰|个百分点|百分点|倍|岁|期|级|度|小时|分钟|年|月|日|天)$/;

/** Characters a label is looked for in. */
const REACH = 40;
/** No list has more parts, and no whole stands more figures before them. */
const MEMBERS = 24;

/** The words from the last mark to the figure. */
const labelOf = (text: string, sentence: Passage, quantity: Quantity): string =>
  /[^，、；：（）\d]*$/.exec(text.slice(Math.max(sentence.start, quantity.start - REACH), quantity.start))?.[0] ?? '';

/** The words and figures from the last mark to the figure: 已交付5个楼盘. */
const clauseBefore = (text: string, sentence: Passage, quantity: Quantity): string =>
  /[^，、；：（）]*$/.exec(text.slice(Math.max(sentence.start, quantity.start - REACH), quantity.start))?.[0] ?? '';

/** The whole of a list: the nearest figure before it that it could be a part of. */
function wholeOf(
  text: string,
  quantities: readonly Quantity[],
  from: number,
  list: readonly Quantity[],
): Quantity | null {
  const [first] = list;
  if (!first) return null;
  const most = Math.max(...list.map((part) => part.value));
  const sum = list.reduce((all, part) => all + part.value, 0);
  const before = quantities.filter((one) => one.start >= from && one.end <= first.start).slice(-MEMBERS);
  const fits = (one: Quantity) => one.unit === first.unit && Math.abs(one.value - sum) < 1e-6;
  // 共289个，已解决267个。其中…: of several figures before, the parts are those of the one they make.
  const whole =
    before.findLast(fits) ??
    before.findLast(
      (one) =>
        one.value > most &&
        !one.approximate &&
        !EARLIER.test(text.slice(Math.max(0, one.start - 8), one.start)) &&
        measuresAlike(text, one, first),
    );
  if (!whole) return null;
  // 16名选手…一等奖1名: prizes divide those who won them.
  const prizes = /[等优]奖$/.test(text.slice(Math.max(0, first.start - 3), first.start));
  if (prizes && !fits(whole) && !/获|奖/.test(text.slice(Math.max(0, whole.start - 8), whole.end + 6))) return null;
  const between = text.slice(whole.end, first.start);
  return /其中|分别|包括|分/.test(between) || complementary(text, list) ? whole : null;
}

const EARLIER = /去年|上年|同期|任务|目标|计划|原有/;

/** One unit for both; posts (63个岗位) are counted by those who hold them (28名). */
const measuresAlike = (text: string, whole: Quantity, part: Quantity): boolean =>
  sameUnit(whole, part) ||
  (whole.unit === '个' &&
    /^[名人]$/.test(part.unit) &&
    /岗位|名额|职位|席位/.test(text.slice(whole.start - 6, whole.end + 4)));

function judge(text: string, whole: Quantity, parts: readonly Quantity[]): Verdict {
  const sum = parts.reduce((all, part) => all + part.value, 0);
  const formula = `${parts.map((part) => part.text).join('＋')}＝${show(sum, 4)}`;
  const slack = parts.length > 1 && whole.slack > 0 ? parts.reduce((all, part) => all + part.slack, whole.slack) : 0;
  if (Math.abs(sum - whole.value) <= slack + 1e-6) return green(whole.start, whole.end, formula);
  const [first, last] = [parts[0], parts.at(-1)];
  const span = text.slice(first?.start ?? whole.end, (last?.end ?? whole.end) + 1);
  const open = /(?<![一二三特优])等|以上|占/.test(span);
  const slip = slipAmong(parts, whole);
  const near = slip !== null && sum >= 0.85 * whole.value;
  if (!open && (complementary(text, parts) || near)) {
    const odd = slip?.odd ?? whole;
    const right = `${printedAs(odd, slip?.value ?? sum)}${odd.text.replace(/^[\d.,，]+/, '')}`;
    return red(odd.start, odd.end, formula, `各部分之和与总数“${whole.text}”不符：${formula}`, right);
  }
  return amber(whole.start, whole.end, formula, `与总数${whole.text}不等，未说明各部分是否列全`);
}

/** Labels that divide their whole: 产业类、民生类; 区级、乡级; 一期、二期; 党纪处分、政务处分; 小学、初中. */
function complementary(text: string, parts: readonly Quantity[]): boolean {
  const labels = parts.map(({ start }) =>
    (/[\p{Script=Han}]{1,12}$/u.exec(text.slice(Math.max(0, start - 12), start))?.[0] ?? '').replace(
      /^.*(?:其中|分别为)/,
      '',
    ),
  );
  if (labels.some((label) => label === '')) return false;
  if (
    /^第?一/.test(labels[0] ?? '') &&
    labels.every((label) => /^第?[一二三四五六]/.test(label) && tailOf(label) === tailOf(labels[0] ?? ''))
  )
    return true;
  const tail = labels[0]?.slice(-1) ?? '';
  if ('类级道期剂苗奖档型'.includes(tail) && labels.every((label) => label.endsWith(tail))) return true;
  return (
    labels.length === 2 &&
    DIVIDED.some(
      ([a, b]) =>
        (a.test(labels[0] ?? '') && b.test(labels[1] ?? '')) || (b.test(labels[0] ?? '') && a.test(labels[1] ?? '')),
    )
  );
}

/** 期投资 of 一期投资, 产业 of 第二产业. */
const tailOf = (label: string): string => label.replace(/^第?[一二三四五六]/, '');

const DIVIDED: readonly [RegExp, RegExp][] = [
  [/男/, /女/],
  [/小学/, /初中|中学/],
  [/党纪/, /政务/],
  [/一般/, /重大|较大/],
  [/职工/, /居民/],
  [/完工|竣工|建成/, /在建/],
  [/税收/, /非税/],
  [/线上/, /线下/],
  [/(?<!不)合格/, /不合格/],
  [/新建/, /续建|改建|改扩建/],
  [/上级/, /自筹|本级/],
  [/城镇|城市/, /农村|乡村/],
  [/机关/, /农村|社区/],
];

/** 46处，已整改38处，余下8处: the rest is the whole less what is done. */
function remainders(text: string, sentence: Passage, within: readonly Quantity[], all: readonly Quantity[]): Verdict[] {
  const verdicts: Verdict[] = [];
  for (const [i, rest] of within.entries()) {
    const label = labelOf(text, sentence, rest);
    const after = text.slice(rest.end, rest.end + 8);
    const sure = /^(?:剩余|余下|其余|剩下|还剩|尚余)/.test(label);
    if (!sure && !REST.test(label) && !(label.length <= 4 && /^(?:正在|限期|尚未|未)/.test(after))) continue;
    // 已完工9个、在建5个、未开工2个: the rest goes on.
    if (goesOn(text, rest, within[i + 1])) continue;
    const same = within.slice(Math.max(0, i - MEMBERS), i).filter((one) => one.unit === rest.unit && !one.approximate);
    const done = same.at(-1);
    if (
      !done ||
      rest.approximate ||
      NO_AMOUNT.test(rest.unit) ||
      rest.unit === '' ||
      !DONE.test(clauseBefore(text, sentence, done))
    )
      continue;
    // What 已整改417处 is done of may be counted further up.
    const wholes = all.filter(
      (one) => one.end <= done.start && one.unit === rest.unit && !one.approximate && one.value > done.value,
    );
    const sum = done.value + rest.value;
    const formula = `${done.text}＋${rest.text}＝${show(sum, 4)}`;
    const fit = wholes.find((one) => Math.abs(one.value - sum) <= one.slack + done.slack + rest.slack + 1e-6);
    if (fit) {
      verdicts.push(green(rest.start, rest.end, formula));
      continue;
    }
    const whole = wholes.at(-1);
    if (!whole) continue;
    const slip = slipAmong([done, rest], whole);
    if (!slip && !sure) continue;
    const odd = slip?.odd ?? rest;
    const right = printedAs(odd, slip?.value ?? whole.value - done.value) + odd.text.replace(/^[\d.,，]+/, '');
    verdicts.push(
      red(odd.start, odd.end, formula, `“${done.text}”与“${rest.text}”之和不是“${whole.text}”：${formula}`, right),
    );
  }
  return verdicts;
}

const REST =
  /^(?:对)?(?:限期|正在|尚未|待|未)?(?:整改|在建|未\p{Script=Han}{1,4}|待\p{Script=Han}{1,4}|不合格的?\p{Script=Han}{0,4}|限期整改|正在\p{Script=Han}{1,4})$/u;
const DONE = /已|现场|当场|立即|完成|完工|合格|拆除|脱贫|办结|化解|整改|销号/;

/** 一类苗占71.5%，二类苗占22.3%，三类苗占6.2%: shares of one division make a hundred. */
function hundreds(text: string, within: readonly Quantity[]): Verdict[] {
  const shares = within.filter(
    (one) =>
      /^[%％]$/.test(one.unit) &&
      /[一二三四五]\p{Script=Han}{1,4}占(?:比)?(?:为)?$/u.test(text.slice(Math.max(0, one.start - 9), one.start)),
  );
  const last = shares.at(-1);
  if (!last || shares.length < 3) return [];
  const sum = shares.reduce((all, one) => all + one.value, 0);
  const formula = `${shares.map((one) => one.text).join('＋')}＝${show(sum)}%`;
  if (Math.abs(sum - 100) <= shares.length * 0.051) return [green(last.start, last.end, formula)];
  return sum > 90 && sum < 110 ? [red(last.start, last.end, formula, `各类占比之和不是100%：${formula}`)] : [];
}
