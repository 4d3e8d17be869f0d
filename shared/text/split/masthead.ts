import { HAN_CLASS } from '../chars.ts';
import { NUMERAL_CLASS } from '../numerals.ts';
import { looksLikeUnit, openingUnitShape } from '../units/shape.ts';
import type { IssueRole } from './pieces.ts';
import type { Line, Range } from './source.ts';

/** A stretch of a masthead or imprint line; positions in the cleaned text. */
export interface FieldSpan extends Range {
  role: IssueRole | 'leftover';
  /** Spans with the same part are one field, printed on several lines. */
  part?: number;
}

const N = `[${NUMERAL_CLASS}]`;
const H = `[${HAN_CLASS}]`;
const YEAR = `(?:(?:[〔（(\\[]\\s*)?(?:${N}{4}|${N}(?:\\s${N}){3})\\s*年?\\s*(?:[〕）)\\]]\\s*)?(?:年度?)?)`;
const TOTAL = `[（(〔\\[]?\\s*(?:总|累计|总期)\\s*第?\\s*${N}(?:\\s?${N}){0,6}\\s*期?\\s*[）)〕\\]]?`;
const NUMBER = `[（(〔\\[]?(?:${YEAR}\\s*)?(?:[（(]?增\\s?刊[）)]?\\s*)?(?:[（(〔\\[]?第|(?<=[〔（(\\[]\\s*${N}{4}\\s*[〕）)\\]]\\s*))\\s*${N}(?:\\s?${N}){0,6}\\s*期(?:\\s*[（(]增\\s?刊[）)])?[）)〕\\]]?`;
const DATE = `(?:${N}{4})\\s*(?:年\\s*${N}{1,3}\\s*月\\s*${N}{1,3}\\s*日|[-./．]\\s*\\d{1,2}\\s*[-./．]\\s*\\d{1,2}\\s*日?)`;

const TOTAL_SPAN = new RegExp(TOTAL, 'u');
const NUMBER_SPAN = new RegExp(NUMBER, 'u');
const DATE_SPAN = new RegExp(DATE, 'u');
const ASIDE =
  /^(?:(?:主办|主编|编印|编发|编辑|编|印发|印|承办|主管|出版|发布)(?:单位)?[：:]?|内部(?:资料|刊物|文件|参考).*|注意保[存密管]|妥善保管|秘密|机密|绝密|(?:秘密|机密|绝密)?★\s*\d.*|份号.*|编号.*|No\.?\s*\d+|\d{4,7}|特急|加急|平急|密级.*|准印证.*|(?:[（(])?星期[一二三四五六日天][）)]?|[（(]?(?:增\s?刊|专\s?刊|特\s?刊|试刊|号外)[）)]?|农历.*|第[一二三四五六七八\d]+版|电子版|本期共.*|共\s*\d+\s*[页版].*)$/u;
const NAME_ENDING =
  /(?:信\s?息|简\s?报|快\s?报|专\s?报|动\s?态|要\s?情|参\s?考|通\s?报|政\s?务|党\s?建|摘\s?报|参\s?阅|专\s?刊|工\s?作|快\s?讯|简\s?讯|要\s?闻|通\s?讯|之\s?窗|晨\s?讯|日\s?报|周\s?报|报|刊)[》]?(?:[（(]增\s?刊[）)])?$/u;
const ISSUER_TAIL = /\s*(?:主办|编印|编发|编|印发|印|承办)$/u;
const ISSUER_LIKE =
  /^[\p{Script=Han}（）()]{2,24}(?:办公室|研究室|信息科|秘书科|委员会|政府|办|局|党委|党工委|党组|联合会|管委会)$/u;
const ISSUER_LABEL = /^(?:主办单位|主办|编印单位|编印|编发单位|编发|编辑单位|承办单位|主管单位)\s*[：:]\s*/u;

/** Lines of a masthead: how many may stand above and below the issue number. */
const ABOVE = 6;
const BELOW = 6;
const LONGEST = 60;

export interface Masthead {
  /** Index of its first line, and of the first line after it. */
  from: number;
  to: number;
  spans: FieldSpan[];
}

/**
 * Every masthead in `lines`: a line with the issue's number and the short lines around it that carry its name,
 * issuer and date. A number printed again as a running head opens no new issue.
 */
export function findMastheads(lines: readonly Line[]): Masthead[] {
  const found: Masthead[] = [];
  let lastNumber = '';
  for (let i = 0; i < lines.length; i++) {
    const number = anchorNumber(lines[i]);
    if (number === null || (found.length > 0 && number === lastNumber)) continue;
    lastNumber = number;
    const masthead = around(lines, i, found.at(-1)?.to ?? 0);
    found.push(masthead);
    i = masthead.to - 1;
  }
  return found.length > 0 ? found : withoutNumber(lines);
}

/** The issue number of a line that holds little else, spaces removed; `null` for other lines. */
function anchorNumber(line: Line | undefined): string | null {
  if (!line || line.text.length > LONGEST || /[。！？；]/u.test(line.text)) return null;
  const number = NUMBER_SPAN.exec(line.text.replace(TOTAL_SPAN, ' '))?.[0];
  if (!number) return null;
  const rest = spansOf(line, true).filter(({ role }) => role === 'leftover');
  const plain = number.replace(/\s/gu, '');
  return rest.every(({ start, end }) => isAside(line.text.slice(start - line.start, end - line.start))) ? plain : null;
}

function around(lines: readonly Line[], anchor: number, floor: number): Masthead {
  let from = anchor;
  const hasName = (i: number) => spansOf(lines[i] as Line, true).some(({ role }) => role === 'name');
  let named = hasName(anchor);
  while (from > floor && anchor - from < ABOVE && isMastheadLine(lines[from - 1], !named)) {
    from--;
    named ||= hasName(from);
  }
  let to = anchor + 1;
  let dated = spansOf(lines[anchor] as Line, true).some(({ role }) => role === 'date');
  while (to < lines.length && to - anchor <= BELOW && isBelow(lines[to], dated)) {
    dated ||= DATE_SPAN.test(lines[to]?.text ?? '');
    to++;
  }
  return { from, to, spans: settle(lines.slice(from, to)) };
}

/** A page that is dated and named but not numbered. */
function withoutNumber(lines: readonly Line[]): Masthead[] {
  for (let i = 0; i < Math.min(lines.length, ABOVE); i++) {
    const line = lines[i];
    if (!line || line.text.length > LONGEST) return [];
    const spans = spansOf(line, true);
    if (!spans.some(({ role }) => role === 'date')) continue;
    if (spans.some(({ role, start, end }) => role === 'leftover' && !isAside(textOf(line, start, end)))) return [];
    return lines.slice(0, i).every((above) => isMastheadLine(above, true))
      ? [{ from: 0, to: i + 1, spans: settle(lines.slice(0, i + 1)) }]
      : [];
  }
  return [];
}

function isMastheadLine(line: Line | undefined, nameWanted: boolean): boolean {
  if (!line || line.text.length > LONGEST || /[。！？；，]/u.test(line.text)) return false;
  const spans = spansOf(line, nameWanted);
  return spans.every(({ role, start, end }) => role !== 'leftover' || isAside(textOf(line, start, end)));
}

/** Below the number stand issuer and date; a unit alone may also be the first line of a title. */
function isBelow(line: Line | undefined, dated: boolean): boolean {
  if (!isMastheadLine(line, false) || !line) return false;
  const spans = spansOf(line, false);
  if (!dated) return true;
  return spans.every(({ role, start, end }) => role !== 'issuer' || ISSUER_END.test(textOf(line, start, end)));
}

const ISSUER_END = /(?:办公室|编|编印|主办|印发)$/u;
const textOf = (line: Line, start: number, end: number): string =>
  line.text.slice(start - line.start, end - line.start);
const isAside = (text: string): boolean => ASIDE.test(text.trim()) || /^[\s（()）\-—·|｜/]*$/u.test(text);

/** The fields of a line: numbers and dates by pattern, the rest by what it looks like. */
function spansOf(line: Line, nameWanted: boolean): FieldSpan[] {
  const spans: FieldSpan[] = [];
  let rest = line.text;
  const take = (pattern: RegExp, role: IssueRole) => {
    const match = pattern.exec(rest);
    if (!match) return;
    const lead = match[0].length - match[0].trimStart().length;
    spans.push({
      role,
      start: line.start + match.index + lead,
      end: line.start + match.index + match[0].trimEnd().length,
    });
    // \u0001 keeps positions and parts the words around the field.
    rest = rest.slice(0, match.index) + '\u0001'.repeat(match[0].length) + rest.slice(match.index + match[0].length);
  };
  take(TOTAL_SPAN, 'totalNumber');
  take(DATE_SPAN, 'date');
  take(NUMBER_SPAN, 'issueNumber');
  for (const match of rest.matchAll(WORDS)) {
    spans.push(...classify(match[0], line.start + match.index, nameWanted));
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** Words of one field: single spaces part the characters of a letter-spaced name, wide ones part fields. */
const WORDS = new RegExp(`${H}(?:[ \\u3000]{1,3}${H})+(?![^\\s\\u0001])|[^\\s\\u0001]+`, 'gu');

function classify(word: string, at: number, nameWanted: boolean): FieldSpan[] {
  const end = at + word.length;
  const plain = word.replace(/\s/gu, '');
  if (ASIDE.test(plain)) return [{ role: 'leftover', start: at, end }];
  const label = ISSUER_LABEL.exec(word)?.[0].length ?? 0;
  const tail = label > 0 ? 0 : (ISSUER_TAIL.exec(word)?.[0].length ?? 0);
  const bare = plain.slice(label, tail > 0 ? -tail : undefined);
  if (nameWanted && plain.length <= 16 && NAME_ENDING.test(plain) && !looksLikeUnit(plain))
    return [{ role: 'name', start: at, end }];
  if (
    ISSUER_LIKE.test(bare) ||
    looksLikeUnit(bare) ||
    openingUnitShape(bare) === bare ||
    /^(?:中共|中国共产党).{2,20}(?:办公室|委员会|委)$/u.test(bare)
  ) {
    const spans: FieldSpan[] = [{ role: 'issuer', start: at + label, end: end - tail }];
    if (label > 0) spans.unshift({ role: 'leftover', start: at, end: at + label });
    if (tail > 0) spans.push({ role: 'leftover', start: end - tail, end });
    return spans;
  }
  return [{ role: nameWanted && /^《?[\p{Script=Han}·]{2,10}》?$/u.test(plain) ? 'name' : 'leftover', start: at, end }];
}

/** One of each field: the name that looks most like one, the first issuer, date and number; the others are left over. */
function settle(lines: readonly Line[]): FieldSpan[] {
  const spans = lines.flatMap((line) =>
    spansOf(line, true).map((span) => ({ ...span, text: textOf(line, span.start, span.end) })),
  );
  const names = spans.filter(({ role }) => role === 'name');
  const name = names.find(({ text }) => NAME_ENDING.test(text)) ?? names[0];
  const seen = new Set<string>();
  return spans.map(({ role, start, end }) => {
    const kept = role === 'name' ? start === name?.start : role === 'leftover' || !seen.has(role);
    seen.add(role);
    return { role: kept ? role : 'leftover', start, end };
  });
}
