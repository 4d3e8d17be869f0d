import { amber, green, type Passage, red, segmentsOf, sentencesOf, type Verdict } from './passages.ts';
import { goesOn, type Quantity, show } from './quantities.ts';
import { slipAmong } from './slips.ts';

/** Parts and wholes: 5个、8个，共13个; 共13个（甲5个、乙8个）; 其中…; 14个…已完成12个. */
export function checkSums(text: string, quantities: readonly Quantity[]): Verdict[] {
  const verdicts: Verdict[] = [];
  for (const sentence of sentencesOf(text)) {
    const within = quantities.filter((quantity) => quantity.start >= sentence.start && quantity.end <= sentence.end);
    if (within.length < 2) continue;
    verdicts.push(...totalsAfter(text, sentence, within), ...totalsBefore(text, sentence, within));
  }
  for (const segment of segmentsOf(text)) {
    const within = quantities.filter((quantity) => quantity.start >= segment.start && quantity.end <= segment.end);
    verdicts.push(...partsDone(text, within));
  }
  return firstPerPlace(verdicts);
}

const total = (quantities: readonly Quantity[]): number =>
  quantities.reduce((sum, quantity) => sum + quantity.value, 0);
const slackOf = (quantities: readonly Quantity[]): number =>
  quantities.reduce((sum, quantity) => sum + quantity.slack, 0);
const isAmount = (quantity: Quantity): boolean =>
  quantity.unit !== '' && !/^(?:%|％|‰|个百分点|百分点|倍|岁|期|级|度|小时|分钟|年|月|日|天)$/.test(quantity.unit);
const formulaOf = (parts: readonly Quantity[], sum: number): string =>
  `${parts.map((part) => part.text).join('＋')}＝${show(sum, 4)}`;

/** 新建5个、改建8个，共（合计、共计、总计）13个. */
function totalsAfter(text: string, sentence: Passage, within: readonly Quantity[]): Verdict[] {
  const verdicts: Verdict[] = [];
  for (let i = 2; i < within.length; i++) {
    const whole = within[i];
    if (!whole || !isAmount(whole)) continue;
    const before = text.slice(Math.max(sentence.start, whole.start - 24), whole.start);
    const bare = TOTAL.test(before);
    if (!bare && !NAMED_TOTAL.test(before)) continue;
    const parts: Quantity[] = [];
    for (let j = i - 1; j >= Math.max(0, i - MEMBERS); j--) {
      const part = within[j];
      if (!part || !isAmount(part) || part.unit !== whole.unit) break;
      parts.unshift(part);
    }
    if (parts.length < 2) continue;
    // 共建成服务网点86个 may count something else than the parts do, unless a slip is all that parts them.
    if (bare || agrees(parts, whole) || slipAmong(parts, whole))
      verdicts.push(compareSum(text, parts, whole, sentence));
  }
  return verdicts;
}

const TOTAL = /[，、；（(](?:以上|三项|两项|各项)?(?:合计|共计|总计|共|一共|总共|合计为|两项合计|三项合计)(?:约)?$/;
const NAMED_TOTAL =
  /[，；](?:共(?:计)?\p{Script=Han}{1,8}|\p{Script=Han}{0,10}总数(?:为|达到?)?|\p{Script=Han}{2,8}共(?:计)?|[两三四五六各]项\p{Script=Han}{0,4}合计)$/u;

function compareSum(text: string, parts: readonly Quantity[], whole: Quantity, sentence: Passage): Verdict {
  for (const from of [0, 1, 2]) {
    const some = parts.slice(from);
    if (some.length >= 2 && agrees(some, whole)) return green(whole.start, whole.end, formulaOf(some, total(some)));
  }
  const formula = formulaOf(parts, total(parts));
  const span = text.slice(parts[0]?.start ?? sentence.start, whole.start);
  if (
    parts.some((part) => part.approximate) ||
    whole.approximate ||
    /(?<![一二三特优])等|其中|分别|每|各|人均|户均|累计|同比/.test(span)
  ) {
    return amber(whole.start, whole.end, formula, '各部分为约数或未列全');
  }
  const sum = total(parts);
  return red(whole.start, whole.end, formula, `合计“${whole.text}”与各项不符：${formula}`, retext(whole, sum));
}

const agrees = (parts: readonly Quantity[], whole: Quantity): boolean =>
  Math.abs(total(parts) - whole.value) <=
  (parts.length > 1 && whole.slack > 0 ? slackOf(parts) + whole.slack : 0) + 1e-6;

/** The quantity written with another value, in its own scale. */
function retext(quantity: Quantity, value: number): string {
  const scale = /万亿|亿|万|千|百/.exec(quantity.text)?.[0] ?? '';
  const factor = { 百: 100, 千: 1000, 万: 10_000, 亿: 1e8, 万亿: 1e12 }[scale] ?? 1;
  return `${show(value / factor, 4)}${scale}${quantity.unit}`;
}

/** 共13个，其中甲5个、乙8个; 13个（甲5个、乙8个）. */
function totalsBefore(text: string, sentence: Passage, within: readonly Quantity[]): Verdict[] {
  const verdicts: Verdict[] = [];
  const amounts = within.filter(isAmount);
  for (let i = 0; i < amounts.length - 1; i++) {
    const [whole, next, after] = [amounts[i], amounts[i + 1], amounts[i + 2]];
    if (!whole || !next) continue;
    const between = text.slice(whole.end, next.start);
    const bracket = /^[\p{Script=Han}“”]{0,12}[（(][^（()）。；]*$/u.test(between);
    const among = /(?:其中|包括|分别为|分别是)[，：]?[^。；，]*$/.test(between);
    const halves = after !== undefined && !goesOn(text, after, amounts[i + 3]) && areHalves(text, whole, next, after);
    if (!bracket && !among && !halves) continue;
    const parts = partsFrom(text, amounts, i, bracket ? closing(text, whole.end) : sentence.end);
    if (parts.length === 0) continue;
    verdicts.push(judgeParts(text, whole, parts, bracket, sentence));
  }
  return verdicts;
}

/** 1240户，线上辅导860户，线下辅导380户: two halves that leave nothing out, without 其中. */
function areHalves(text: string, whole: Quantity, one: Quantity, other: Quantity): boolean {
  const [first, second] = [text.slice(whole.end, one.start), text.slice(one.end, other.start)];
  if (one.unit !== whole.unit || other.unit !== whole.unit || one.value + other.value > 1.2 * whole.value) return false;
  if (!/^[^。；！？\n\d]{0,24}$/.test(first) || !/^[，、；][^。！？\n\d]{0,12}$/.test(second)) return false;
  return COMPLEMENTS.some(([a, b]) => (a.test(first) && b.test(second)) || (b.test(first) && a.test(second)));
}

/** No whole is told with more parts. */
const MEMBERS = 30;

const closing = (text: string, from: number): number => {
  const at = text.slice(from).search(/[)）]/);
  return at < 0 ? from : from + at;
};

function partsFrom(text: string, within: readonly Quantity[], i: number, end: number): Quantity[] {
  const whole = within[i];
  const parts: Quantity[] = [];
  for (let j = i + 1; whole && j < Math.min(within.length, i + MEMBERS); j++) {
    const part = within[j];
    if (!part || part.end > end) break;
    if (!isAmount(part)) continue;
    if (part.unit !== whole.unit || /(?:共|合计|同比|累计)$/.test(text.slice(part.start - 2, part.start))) break;
    // 其中大型2个、固定21个，配备接种台136个: after ， a verb opens a count of something else.
    const before = parts.at(-1);
    if (
      before &&
      /^，\p{Script=Han}{0,3}(?:配备|设|设置|设立|发放|开展|组织|举办|投入|建立|安排|培训|查处|发现|整改|已)/u.test(
        text.slice(before.end, part.start),
      )
    )
      break;
    parts.push(part);
  }
  return parts;
}

/** Pairs that leave nothing out. */
const COMPLEMENTS: readonly [RegExp, RegExp][] = [
  [/男/, /女/],
  [/已/, /未|正在|剩余|尚/],
  [/规上|规模以上/, /规下|规模以下/],
  [/线上/, /线下/],
  [/城镇|城市/, /农村|乡村/],
  [/室内/, /室外/],
  [/新建/, /续建|改建|改扩建/],
  [/国有/, /民营|非国有/],
  [/正式/, /临时|预备/],
  [/省级/, /市级/],
];

function judgeParts(
  text: string,
  whole: Quantity,
  parts: readonly Quantity[],
  bracket: boolean,
  sentence: Passage,
): Verdict {
  const last = parts.at(-1);
  const span = text.slice(whole.end, last?.end ?? sentence.end);
  const formula = formulaOf(parts, total(parts));
  const open = /等|均|每|各\d|以上|同比|占/.test(span) || parts.some((part) => part.approximate) || whole.approximate;
  const over = parts.find((part) => part.value > whole.value + whole.slack + part.slack);
  if (over && !open) {
    return red(over.start, over.end, `${over.text}＞${whole.text}`, `部分“${over.text}”大于总数“${whole.text}”`);
  }
  if (parts.length < 2) return green(whole.start, whole.end, `${parts[0]?.text ?? ''}≤${whole.text}`);
  if (agrees(parts, whole)) return green(whole.start, whole.end, formula);
  const complete =
    bracket ||
    /其余|剩余|另外|分别/.test(span) ||
    (parts.length === 2 && COMPLEMENTS.some(([one, other]) => one.test(span) && other.test(span)));
  if (complete && !open) {
    return red(
      whole.start,
      whole.end,
      formula,
      `各部分之和与总数“${whole.text}”不符：${formula}`,
      retext(whole, total(parts)),
    );
  }
  return amber(whole.start, whole.end, formula, `与总数${whole.text}不等，未说明各部分是否列全`);
}

/** 14个…已完成12个: the part done is not above the whole. */
function partsDone(text: string, within: readonly Quantity[]): Verdict[] {
  const verdicts: Verdict[] = [];
  for (let i = 1; i < within.length; i++) {
    const [whole, part] = [within[i - 1], within[i]];
    if (!whole || !part || !isAmount(whole) || whole.unit !== part.unit) continue;
    const between = text.slice(whole.end, part.start);
    if (!/^[^，。；\d]{0,16}，?(?:目前|现)?(?:均)?已[^，。；\d]{1,8}$/.test(between)) continue;
    if (/目标|任务|计划|预计|原/.test(text.slice(Math.max(0, whole.start - 14), part.start))) continue;
    // 531条，其中一般519条、重大12条，已整改487条: what is done is done of all, not of the last part.
    const ofAll = within.slice(0, i - 1).some((one) => one.unit === part.unit && one.value >= part.value);
    if (part.value <= whole.value) verdicts.push(green(part.start, part.end, `${part.text}≤${whole.text}`));
    else if (ofAll) continue;
    else if (!whole.approximate && !part.approximate) {
      const formula = `${part.text}＞${whole.text}`;
      verdicts.push(red(part.start, part.end, formula, `已完成的“${part.text}”多于总数“${whole.text}”`));
    }
  }
  return verdicts;
}

function firstPerPlace(verdicts: readonly Verdict[]): Verdict[] {
  const kept = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    const key = `${verdict.figure.start}-${verdict.figure.end}`;
    const known = kept.get(key);
    if (!known || (known.figure.verdict !== 'red' && verdict.figure.verdict !== 'amber')) kept.set(key, verdict);
  }
  return [...kept.values()];
}
