import { flag } from '../draft.ts';
import { paragraphsOf } from '../items.ts';
import type { Draft, Manuscript } from '../types.ts';

const OPENERS = '“‘（(《〈【〔「『';
const CLOSERS = '”’）)》〉】〕」』';
const MATE = new Map([...OPENERS].map((opener, i) => [opener, CLOSERS[i] ?? '']));
const OPENER_OF = new Map([...CLOSERS].map((closer, i) => [closer, OPENERS[i] ?? '']));

const MARKS = /[“‘（(《〈【〔「『”’）)》〉】〕」』]/g;

interface Open {
  mark: string;
  at: number;
}

/** Quotes and brackets: unpaired, of two widths, crossed, or nested in themselves. */
export function pairs({ text }: Manuscript): Draft[] {
  const drafts: Draft[] = [];
  let carried: Open[] = [];
  for (const paragraph of paragraphsOf(text)) {
    const result = pairUp(paragraph.text, carried.length > 0);
    drafts.push(
      ...result.drafts.map((draft) => ({
        ...draft,
        start: draft.start + paragraph.start,
        end: draft.end + paragraph.start,
      })),
    );
    // What one paragraph leaves open the next may close: a passage cut by a page break.
    for (const closer of result.stray) {
      const at = carried.findLastIndex((open) => MATE.get(open.mark) === closer.mark);
      if (at >= 0) carried.splice(at, 1);
      else drafts.push(lonely(text, { mark: closer.mark, at: closer.at + paragraph.start }));
    }
    drafts.push(...carried.map((open) => lonely(text, open)));
    carried = result.open.map((open) => ({ mark: open.mark, at: open.at + paragraph.start }));
  }
  return [...drafts, ...carried.map((open) => lonely(text, open))];
}

/** The mate is missing somewhere in the same clause, so the clause is shown, up to this many characters. */
const SHOWN = 30;

function lonely(text: string, { mark, at }: Open): Draft {
  const message = `“${mark}”没有配对（GB/T 15834-2011 引号、括号、书名号成对使用）`;
  if (MATE.has(mark)) {
    const rest = /^[^，。；！？\n]*/.exec(text.slice(at + 1, at + SHOWN))?.[0] ?? '';
    return flag(at, at + 1 + rest.length, 'error', message, `${mark}${rest}${MATE.get(mark) ?? ''}`);
  }
  const lead = /[^，。；！？\n]*$/.exec(text.slice(Math.max(0, at - SHOWN), at))?.[0] ?? '';
  return flag(at - lead.length, at + 1, 'error', message, `${OPENER_OF.get(mark) ?? ''}${lead}${mark}`);
}

const isBracket = (mark: string): boolean => '（()）'.includes(mark);

function pairUp(text: string, opened: boolean): { drafts: Draft[]; open: Open[]; stray: Open[] } {
  const drafts: Draft[] = [];
  const open: Open[] = [];
  const stray: Open[] = [];
  let from = 0;
  for (const { 0: mark, index: at } of text.matchAll(MARKS)) {
    if (at < from) continue;
    const top = open.at(-1);
    if (MATE.has(mark)) {
      if (mark === '(' && /^\([\x20-\x7e]*\)/.test(text.slice(at, at + 80))) {
        from = text.indexOf(')', at) + 1;
        continue;
      }
      if (top?.mark === mark && mark === '“') {
        const nested = isNested(text, at);
        drafts.push(nested ? singleInside(at) : wrongWay(top.at, at));
        if (!nested) open.pop();
        else open.push({ mark, at });
      } else open.push({ mark, at });
      continue;
    }
    const opener = OPENER_OF.get(mark);
    if (opener === undefined) continue;
    if (mark === '’' && /[A-Za-z]/.test(text[at - 1] ?? '')) continue;
    if (
      mark === ')' &&
      top?.mark !== '(' &&
      top?.mark !== '（' &&
      /^(?:[^(]{0,2}(?:\d{1,2}|[a-zA-Z]))\)$/.test(text.slice(Math.max(0, at - 2), at + 1))
    )
      continue;
    if (top?.mark === opener) open.pop();
    else if (top && isBracket(top.mark) && isBracket(mark)) {
      drafts.push(mixed(top, mark, at));
      open.pop();
    } else {
      const below = open.findLastIndex((entry) => entry.mark === opener);
      if (below >= 0) {
        drafts.push(...open.splice(below + 1).map((entry) => lonely(text, entry)));
        open.pop();
      } else if (opened || open.length === 0) stray.push({ mark, at });
      else drafts.push(lonely(text, { mark, at }));
    }
  }
  return { drafts, open, stray };
}

/** Whether the second “ in a row opens a quotation inside the first: two closing quotes follow before another opens. */
function isNested(text: string, at: number): boolean {
  const [first, second] = [...text.slice(at + 1, at + 200).matchAll(/[“”]/g)].map((match) => match[0]);
  return first === '”' && second === '”';
}

const singleInside = (at: number): Draft =>
  flag(at, at + 1, 'warning', '引号内再用引号，里层用单引号‘’（GB/T 15834-2011 4.8.3）', '‘');

const wrongWay = (opener: number, at: number): Draft =>
  flag(Math.max(opener, at - SHOWN), at + 1, 'error', '引号方向反了或前面缺后引号（GB/T 15834-2011 引号成对使用）');

function mixed(top: Open, closer: string, at: number): Draft {
  const half = top.mark === '(' ? { mark: '(', at: top.at, full: '（' } : { mark: closer, at, full: '）' };
  return flag(
    half.at,
    half.at + 1,
    'error',
    `括号一半全角一半半角，“${half.mark}”应为“${half.full}”（GB/T 15834-2011）`,
    half.full,
  );
}
