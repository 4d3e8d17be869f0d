import { HAN_CLASS } from '../chars.ts';
import { NUMERAL_CLASS, parseNumeral } from '../numerals.ts';

/** What the printed fields of masthead and imprint say. Each takes the text as printed, `null` for none. */

const LABEL = /^[（(]?(?:[^：:]{1,12}[：:]|责任编辑\s|责编\s)\s*/u;
const N = `[${NUMERAL_CLASS}]`;
const ISSUE_NUMBER = new RegExp(`(?:第|[〕\\])）])\\s*(${N}(?:\\s?${N}){0,6})\\s*期`, 'u');
const COPIES = new RegExp(`印(?:发|制|数)?[：:]?\\s*(${N}{1,6})\\s*份`, 'u');
const DATE = new RegExp(`(${N}{4})\\s*(?:年|[-./．])\\s*(${N}{1,3})\\s*(?:月|[-./．])\\s*(${N}{1,3})\\s*日?`, 'u');

/** 第19期, 第十九期, 总第352期, 〔2020〕第19期 → the number. */
export function parseIssueNumber(text: string | null): number | null {
  return parseNumeral(ISSUE_NUMBER.exec(text ?? '')?.[1] ?? '');
}

/** 2020年3月6日, 二〇二〇年三月六日, 2020-03-06, 2020.3.6 → 2020-03-06; `null` for a day that does not exist. */
export function parseDate(text: string | null): string | null {
  const [year, month, day] = (DATE.exec(text ?? '')?.slice(1, 4) ?? []).map(parseNumeral);
  if (!year || !month || !day) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/** 共印120份 → 120. */
export function parseCopies(text: string | null): number | null {
  return parseNumeral(COPIES.exec(text ?? '')?.[1] ?? '');
}

/** 发：峡窝镇、各街道办事处 → the recipients; commas inside brackets do not part them. */
export function parseRecipients(text: string): string[] {
  const list = text.replace(LABEL, '').replace(/[。.；;]\s*$/u, '');
  const names = [''];
  let depth = 0;
  for (const char of list) {
    if ('（('.includes(char)) depth++;
    else if ('）)'.includes(char)) depth = Math.max(0, depth - 1);
    if (depth === 0 && '、，,；;'.includes(char)) names.push('');
    else names[names.length - 1] += char;
  }
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

/** 责任编辑：郝 婕　李德昭 → 郝婕, 李德昭: a name of two characters may be set with a space between them. */
export function parseNames(text: string): string[] {
  const tokens = text
    .replace(LABEL, '')
    .replace(/[）)。.]+$/u, '')
    .split(/[\s、，,；;]+/u)
    .filter((token) => token !== '');
  const names: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [token = '', next = ''] = [tokens[i], tokens[i + 1]];
    const spaced = SINGLE_HAN.test(token) && SINGLE_HAN.test(next);
    names.push(spaced ? token + next : token);
    if (spaced) i++;
  }
  return names;
}

const SINGLE_HAN = new RegExp(`^[${HAN_CLASS}]$`, 'u');
