import { isBalanced, isHan } from '../chars.ts';
import type { HeadContext, TitleCut } from './head.ts';
import { DANGLING, openerStrength, TITLE_END } from './headings.ts';
import { OPEN_CUT } from './weights.ts';

/**
 * The last resort where nothing parts title and body, neither mark nor space nor a usual opening: of all places between
 * two words the one that leaves the likeliest title before it and the likeliest opening behind it. Always an unsure cut.
 */
export function openCut({ flow, known }: HeadContext, from: number, to: number): TitleCut | null {
  const head = flow.text.slice(from, Math.min(to, from + WINDOW));
  const unit = known.openingUnit(head.slice(0, 40));
  if (!unit || !NOTHING_PARTS.test(head)) return null;
  const comma = head.search(/[，,。；]/u);
  const last = Math.min(LONGEST, comma < 0 ? head.length : comma) - 2;
  let best = { end: 0, points: -Infinity };
  for (const end of wordEnds(head)) {
    if (end < unit.length + SHORTEST || end > last) continue;
    const points = weigh(head, end, unit);
    // Of equal places the later one: 节前监督检查, not 节前监督.
    if (points >= best.points) best = { end, points };
  }
  if (best.points < OPEN_CUT.needed) return null;
  const at = from + best.end;
  return {
    start: from,
    end: at,
    bodyStart: at,
    points: POINTS,
    runnerUp: POINTS - 1,
    how: 'nothing',
    wide: false,
    unit,
    lines: [{ start: from, end: at }],
  };
}

const WINDOW = 90;
/** A predicate behind the unit has at least this many characters, a whole title at most that many. */
const SHORTEST = 6;
const LONGEST = 36;
const POINTS = 4;
/** No space or full stop in the length of a title; a body that opens with its unit has a comma there. */
const NOTHING_PARTS = /^[^\s。：:，,]{14,}/u;

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** Where words end: a title never ends inside one. */
function wordEnds(head: string): number[] {
  return [...SEGMENTER.segment(head.slice(0, LONGEST + 4))].map(({ index, segment }) => index + segment.length);
}

function weigh(head: string, end: number, unit: string): number {
  const W = OPEN_CUT;
  const title = head.slice(0, end);
  const rest = head.slice(end);
  const next = rest.charAt(0);
  if (!isBalanced(title) || DANGLING.test(title) || /[、，,。；\s]/u.test(title)) return -Infinity;
  if (!(isHan(next) || /[“0-9（]/u.test(next)) || /[的和与及等了地得着过]/u.test(next)) return -Infinity;
  let points = 0;
  if (TITLE_END.test(title)) points += W.usualEnd;
  if (/”$/u.test(title)) points += W.quoteEnd;
  const opener = openerStrength(rest);
  if (opener === 'strong') points += W.strongOpener;
  else if (opener === 'weak') points += W.weakOpener;
  if (OPENING_VERB.test(rest)) points += W.openingVerb;
  const clause = /^[^，,。；]*/u.exec(rest)?.[0] ?? '';
  if (clause.includes(unit) || leadsBack(rest, unit)) points += W.unitComesBack;
  if (clause.length < 4) points += W.shortClause;
  if (/^[“（]/u.test(rest)) points += W.quoteOpens;
  points += title.length < 12 ? W.short : title.length > 28 ? W.long : 0;
  return points;
}

/** How bodies of this genre like to go on where no adverbial opens them. */
const OPENING_VERB =
  /^(?:位于|坚持|围绕|聚焦|通过|采取|组织|成立|建立|梳理|整合|依托|结合|利用|联合|邀请|充分|积极|严格|深入|扎实|全面|制定|印发|召开|投资|选取|将|把|对|以|在|从|练好|进入|截至|累计|做好|活动|全[区县市镇乡]|该)/u;

const leadsBack = (rest: string, unit: string): boolean => {
  const clause = /^[^，,。]{2,14}[，,]/u.exec(rest)?.[0];
  return clause !== undefined && rest.startsWith(unit, clause.length);
};
