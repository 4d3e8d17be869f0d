import { dateParts, type IsoDate, isIsoDate } from '../../../domain/dates.ts';
import { flag } from '../draft.ts';
import type { Checked, Context, Draft, FigureCheck, Item } from '../types.ts';

/** Dates: that exist, on the weekday named, in order, not after the issue, 截至 not stale. */
export function dates(item: Item, context: Context): Checked {
  const findings: Draft[] = [];
  const figures: FigureCheck[] = [];
  const issue = context.issueDate;
  let year = issue ? dateParts(issue).year : null;
  for (const match of item.text.matchAll(DATE)) {
    const [whole, yearText, monthText = '', dayText = '', , inBrackets, plain] = match;
    const weekday = inBrackets ?? plain;
    const start = match.index;
    const end = start + whole.length;
    const month = Number(monthText);
    const day = Number(dayText);
    if (yearText) year = Number(yearText);
    const written = match[0].replace(/[（(].*$/, '');
    const iso = isoOf(year ?? 2000, month, day);
    if (month < 1 || month > 12 || day < 1 || day > 31 || (iso === null && (yearText !== undefined || day > 29))) {
      findings.push(flag(start, start + written.length, 'error', `“${written}”这一天不存在`));
      continue;
    }
    if (iso === null) continue;
    if (weekday) judgeWeekday(iso, year, weekday, start, end, written, findings, figures);
    if (issue) findings.push(...judgeAgainstIssue(item.text, start, written, iso, issue, yearText === undefined));
  }
  findings.push(...ranges(item.text), ...times(item.text));
  return { findings, figures };
}

const DATE =
  /(?:(?<!\d)(\d{4})年)?(?<![\d.])(\d{1,2})月(\d{1,2})日(上午|下午|晚|凌晨|早)?(?:[（(](?:星期|周)([一二三四五六日天])[)）]|(?:，|,)?(?:星期|周)([一二三四五六日天]))?/g;
const WEEKDAYS = '日一二三四五六';
/** 截至 older than this many days before the issue is stale. */
const STALE_DAYS = 30;

function isoOf(year: number, month: number, day: number): IsoDate | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isIsoDate(text) ? text : null;
}

const weekdayOf = (date: IsoDate): string => {
  const { year, month, day } = dateParts(date);
  return WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
};

function judgeWeekday(
  date: IsoDate,
  year: number | null,
  weekday: string,
  start: number,
  end: number,
  written: string,
  findings: Draft[],
  figures: FigureCheck[],
): void {
  if (year === null) {
    figures.push({ start, end, verdict: 'amber', formula: '', missing: '缺年份，星期无法核对' });
    return;
  }
  const right = weekdayOf(date);
  const given = weekday === '天' ? '日' : weekday;
  const formula = `${year}年${dateParts(date).month}月${dateParts(date).day}日是星期${right}`;
  if (given === right) {
    figures.push({ start, end, verdict: 'green', formula, missing: '' });
    return;
  }
  figures.push({ start, end, verdict: 'red', formula, missing: '' });
  findings.push(flag(start + written.length, end, 'error', `星期有误：${formula}`, `（星期${right}）`));
}

function judgeAgainstIssue(
  text: string,
  start: number,
  written: string,
  date: IsoDate,
  issue: IsoDate,
  yearless: boolean,
): Draft[] {
  const end = start + written.length;
  const until = /截[至止](?:到)?(?:\d{4}年)?$/.test(text.slice(Math.max(0, start - 8), start));
  const days = (Date.parse(date) - Date.parse(issue)) / 86_400_000;
  // 12月28日 in an issue of January is last year's.
  if (yearless && days > 200) return [];
  if (days > 0) {
    if (until) return [flag(start, end, 'error', `截至日期晚于本期日期${issue}`)];
    const clause = /^[^，。；]*(?:，[^，。；]*)?/.exec(text.slice(end))?.[0] ?? '';
    const before = text.slice(Math.max(0, start - 12), start);
    const planned =
      /前|将|拟|计划|预计|定于|起|之后|以后|报名|截止|开始实施|施行|至|到|期间|力争|确保|要求|完成时限|底|届时/;
    if (planned.test(clause) || planned.test(before)) return [];
    const past = /召开|举行|举办|开展了|完成|组织|到|赴|走访|调研|了/.test(clause);
    return [flag(start, end, past ? 'warning' : 'query', `“${written}”晚于本期日期${issue}`)];
  }
  if (until && -days > STALE_DAYS) {
    return [flag(start, end, 'query', `截至日期距本期${Math.round(-days)}天，是否有新数据`)];
  }
  return [];
}

/** 3月8日至3月5日: a span that runs backwards. */
function ranges(text: string): Draft[] {
  const drafts: Draft[] = [];
  for (const match of text.matchAll(/(?<!\d)(\d{1,2})月(\d{1,2})日(?:至|到|—|－|-|~|～)(?:(\d{1,2})月)?(\d{1,2})日/g)) {
    const from = Number(match[1]) * 100 + Number(match[2]);
    const to = Number(match[3] ?? match[1]) * 100 + Number(match[4]);
    const overNewYear = Number(match[1]) >= 10 && Number(match[3] ?? 13) <= 3;
    if (to >= from || overNewYear) continue;
    drafts.push(flag(match.index, match.index + match[0].length, 'error', `“${match[0]}”起止颠倒`));
  }
  return drafts;
}

/** 25时, 14:70. */
function times(text: string): Draft[] {
  const drafts: Draft[] = [];
  for (const match of text.matchAll(/(?<![\d.:：])(\d{1,2})(?:[:：](\d{2})(?![\d:：])|时(\d{1,2})分)/g)) {
    const [hour, minute] = [Number(match[1]), Number(match[2] ?? match[3])];
    const clock =
      match[3] !== undefined ||
      /[日午晚上晨至—-]$|[日午晚]$/.test(text.slice(Math.max(0, match.index - 1), match.index));
    if (!clock || (hour <= 24 && minute < 60)) continue;
    drafts.push(flag(match.index, match.index + match[0].length, 'error', `“${match[0]}”不是钟点`));
  }
  return drafts;
}
