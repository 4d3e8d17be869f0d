import { isBalanced, isHan } from '../chars.ts';
import type { HeadContext, TitleCut } from './head.ts';
import { DANGLING, TITLE_END } from './headings.ts';

/**
 * The last resort where nothing parts title and body, neither mark nor space nor a usual opening: the words titles
 * end with. Of several such ends the last one wins, unless the clause behind one leads back to the title's unit
 * (端午节前夕，县纪委监委…). Always an unsure cut.
 */
export function openCut({ flow, known }: HeadContext, from: number, to: number): TitleCut | null {
  const head = flow.text.slice(from, Math.min(to, from + WINDOW));
  const unit = known.openingUnit(head.slice(0, 40));
  if (!unit || !NOTHING_PARTS.test(head)) return null;
  const ends: number[] = [];
  for (let end = unit.length + SHORTEST; end < Math.min(head.length, LONGEST); end++) {
    if (isEnd(head, end)) ends.push(end);
  }
  const end = ends.findLast((at) => leadsBack(head.slice(at), unit)) ?? ends.at(-1);
  if (end === undefined) return null;
  const at = from + end;
  return {
    start: from,
    end: at,
    bodyStart: at,
    points: POINTS,
    runnerUp: POINTS - 1,
    how: 'nothing',
    unit,
    lines: [{ start: from, end: at }],
  };
}

const WINDOW = 90;
/** A predicate behind the unit has at least this many characters, a whole title at most that many. */
const SHORTEST = 6;
const LONGEST = 34;
const POINTS = 4;
/** No space or full stop in the length of a title; a body that opens with its unit has a comma there. */
const NOTHING_PARTS = /^[^\s。：:，,]{14,}/u;

function isEnd(head: string, end: number): boolean {
  const title = head.slice(0, end);
  const next = head.charAt(end);
  if (!TITLE_END.test(title) || /[、，,。；\s]/u.test(title)) return false;
  if (!isHan(next) && !/[“0-9（]/u.test(next)) return false;
  return !/[的和与及等了]/u.test(next) && isBalanced(title) && !DANGLING.test(title);
}

const leadsBack = (rest: string, unit: string): boolean => {
  const clause = /^[^，,。]{2,14}[，,]/u.exec(rest)?.[0];
  return clause !== undefined && rest.startsWith(unit, clause.length);
};
