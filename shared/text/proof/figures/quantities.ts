/** A number with its measure, as printed: 1.2万元, 100余人, 45项. */
export interface Quantity {
  start: number;
  end: number;
  /** The value in single units: 1.2万元 is 12000 元. */
  value: number;
  /** Half of the last printed place: how far the true value may lie away. 0 for whole things counted. */
  slack: number;
  unit: string;
  /** 余, 多, 近, 约, 超, 以上 …: not an exact figure. */
  approximate: boolean;
  /** As printed, with scale and unit. */
  text: string;
}

/** Every quantity of `text` in Arabic digits, in order. Dates, times, ordinals, ranges and codes are left out. */
export function readQuantities(text: string): Quantity[] {
  const quantities: Quantity[] = [];
  for (const match of text.matchAll(QUANTITY)) {
    const [whole, digits = '', more = '', scale = '', moreAfter = '', unit = ''] = match;
    const before = text.slice(Math.max(0, match.index - 3), match.index);
    const after = text.slice(match.index + whole.length, match.index + whole.length + 2);
    if (NOT_A_QUANTITY.test(before) || CALENDAR.test(unit) || /^[—－~～至-]\d/.test(after)) continue;
    if (unit === '' && /^[年月日号时点：:.]/.test(after)) continue;
    if (/^(?:日|月|号)/.test(after) && unit === '') continue;
    const plain = digits.replace(/[,，]/g, '');
    const factor = SCALE[scale] ?? 1;
    const places = plain.split('.')[1]?.length ?? 0;
    const continuous = CONTINUOUS.test(unit) || places > 0 || factor > 1;
    quantities.push({
      start: match.index,
      end: match.index + whole.length,
      value: Number(plain) * factor,
      slack: continuous ? 0.5 * 10 ** -places * factor : 0,
      unit,
      approximate:
        more !== '' ||
        moreAfter !== '' ||
        /[近约超逾]$|(?<![剩其尚])余$|大约$/.test(before) ||
        /^(?:以上|左右|以下|以内)/.test(after),
      text: whole,
    });
  }
  return quantities;
}

/** Measures, the longer before the shorter. */
const UNITS =
  '微克/立方米|毫克/立方米|个百分点|百分点|平方公里|平方米|立方米|千瓦时|剂次|批次|场次|车次|家次|辆次|亩次|人次|公顷|公斤|千克|公里|毫米|厘米|兆瓦|千瓦|万千瓦|美元|小时|分钟|课时|小区|' +
  '%|％|‰|个|名|人|户|家|项|件|条|次|起|处|座|栋|幢|套|台|辆|份|篇|期|场|支|只|批|吨|克|亩|米|元|岁|天|日|年|月|倍|张|块|册|本|对|所|间|部|艘|头|株|棵|盏|根|片|宗|笔|单|例|类|种|门|节|堂|师|组|队|班|盒|箱|袋|瓶|桶|斤|升|度|位|面|幅|副|枚|架|遍|道|级|宗|面';
const QUANTITY = new RegExp(
  `(\\d+(?:[,，]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(余|多)?(万亿|亿|万|千|百)?(余|多)?(${UNITS})?`,
  'g',
);
const SCALE: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000, 万亿: 1e12 };
const NOT_A_QUANTITY = /(?<!每)[年月]$|[第\dA-Za-z.:：/+*—－~～-]$|文号$|〔$|\d[,，]$|第 $/;
const CALENDAR = /^(?:日|月|年)$/;
const CONTINUOUS =
  /^(?:微克\/立方米|毫克\/立方米|元|美元|吨|公斤|千克|亩|公顷|米|公里|平方米|平方公里|立方米|千瓦|兆瓦|千瓦时|度|%|％|倍|个百分点|百分点|斤|升|岁|亩次)$/;

/** A number as shown in a formula: at most `places` decimals, no trailing zeros. */
export const show = (value: number, places = 2): string => String(Number(value.toFixed(places)));

/** Decimals a printed number has. */
export const placesOf = (printed: string): number => /\.(\d+)/.exec(printed)?.[1]?.length ?? 0;

/**
 * How the printed percentage fits the computed one: rounded (四舍五入), cut off (截尾), or not.
 * `low` and `high` bound the computed value where its terms are themselves rounded.
 */
export function fits(printed: number, places: number, low: number, high: number): 'rounded' | 'cut' | 'no' {
  const half = 0.5 * 10 ** -places;
  const epsilon = 1e-9;
  if (high >= printed - half - epsilon && low <= printed + half + epsilon) return 'rounded';
  const unit = 10 ** -places;
  const cut = Math.floor((low + high) / 2 / unit + epsilon) * unit;
  return Math.abs(cut - printed) < unit / 1000 ? 'cut' : 'no';
}

/** Bounds of a÷b in percent, given how far each may lie away. */
export function ratioBounds(a: Quantity, b: Quantity): [number, number] {
  const low = (a.value - a.slack) / (b.value + b.slack);
  const high = (a.value + a.slack) / Math.max(b.value - b.slack, Number.MIN_VALUE);
  return [low * 100, high * 100];
}

/** One unit for both; people are counted as 名, 人 or 位. */
export const sameUnit = (a: Quantity, b: Quantity): boolean =>
  a.unit !== '' && (a.unit === b.unit || (/^[名人位]$/.test(a.unit) && /^[名人位]$/.test(b.unit)));

/** Whether a list goes on from one figure to the next: 在建5个、未开工2个. */
export const goesOn = (text: string, one: Quantity, next: Quantity | undefined): boolean =>
  next?.unit === one.unit && /^、[^，、；。]{1,8}$/.test(text.slice(one.end, next.start));
