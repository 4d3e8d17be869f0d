import type { IsoDate } from '../dates.ts';
import type { DepartmentId, ItemId } from '../ids.ts';
import { timesClause } from './clauses.ts';
import type { Facts, LeaderInstruction, LedgerLine, PrintedEntry, UpperAdoption } from './ledger.ts';
import { formatPoints, multiplied, noPoints, type Points, shares } from './points.ts';
import { type AdoptionClause, type Form, type Level, levels, type RulesVersion, type ScoringRules } from './rules.ts';
import type { RuleBook } from './versions.ts';

/** One thing that happened to an item: printed, printed above, written on. */
interface Happening {
  kind: 'printed' | 'upper' | 'instruction';
  date: IsoDate;
  level: Level;
  /** Settles the order of what happened on one day at one level. */
  key: string;
  source: PrintedEntry | UpperAdoption | LeaderInstruction;
}

interface Award {
  points: Points;
  clause: string | null;
  working: string;
}

/** Everything known of one item. */
interface Story {
  printed: PrintedEntry | null;
  units: readonly DepartmentId[];
  happenings: Happening[];
}

/** Lines for printed items, adoptions above and leaders' instructions. */
export function scoreItems(facts: Facts, book: RuleBook): LedgerLine[] {
  const lines: LedgerLine[] = [];
  for (const [itemId, story] of storiesOf(facts)) scoreStory(itemId, story, book, lines);
  return lines;
}

/** Whatever order the facts came in, an item's happenings are told by day, then by level from below. */
function storiesOf(facts: Facts): Map<ItemId, Story> {
  const stories = new Map<ItemId, Story>();
  const of = (itemId: ItemId): Story => {
    let story = stories.get(itemId);
    if (!story) {
      story = { printed: null, units: facts.credits.get(itemId) ?? [], happenings: [] };
      stories.set(itemId, story);
    }
    return story;
  };
  for (const entry of facts.printed) {
    const story = of(entry.itemId);
    story.happenings.push({ kind: 'printed', date: entry.date, level: 'own', key: entry.issueId, source: entry });
    // What an item counts as is where it was printed first, not where that was corrected.
    if (!entry.correction || !story.printed) {
      story.printed = entry;
      story.units = entry.units;
    }
  }
  for (const source of facts.upper)
    of(source.itemId).happenings.push({
      kind: 'upper',
      date: source.date,
      level: source.level,
      key: source.id,
      source,
    });
  for (const source of facts.instructions)
    of(source.itemId).happenings.push({
      kind: 'instruction',
      date: source.date,
      level: source.level,
      key: source.id,
      source,
    });
  for (const { happenings } of stories.values()) if (happenings.length > 1) happenings.sort(inOrder);
  return stories;
}

const inOrder = (a: Happening, b: Happening): number =>
  a.date.localeCompare(b.date) || levels.indexOf(a.level) - levels.indexOf(b.level) || (a.key < b.key ? -1 : 1);

function scoreStory(itemId: ItemId, story: Story, book: RuleBook, lines: LedgerLine[]): void {
  // What each unit has of this item so far: a higher adoption adds only what it is higher by.
  const had = { adoption: new Map<DepartmentId, Points>(), instruction: new Map<DepartmentId, Points>() };
  for (const happening of story.happenings) {
    const version = book.on(happening.date);
    const award = version ? awardFor(happening, story, version.rules) : noRules;
    const isInstruction = happening.kind === 'instruction';
    const best = isInstruction ? had.instruction : had.adoption;
    const highest = (isInstruction ? version?.rules.combineInstructions : version?.rules.combine) === 'highest';
    const parts = creditsOf(award, story.units.length, version);
    story.units.forEach((unitId, i) => {
      const share = parts[i] ?? noPoints;
      const before = best.get(unitId) ?? noPoints;
      const counted = highest ? (Math.max(0, share - before) as Points) : share;
      if (share > before) best.set(unitId, share);
      lines.push({
        kind: happening.kind,
        unitId,
        date: happening.date,
        points: counted,
        versionId: version?.id ?? null,
        clause: award.clause,
        itemId,
        issueId: story.printed?.issueId ?? null,
        sourceId: 'id' in happening.source ? happening.source.id : null,
        working: [award.working, splitText(award, parts, version), highestText(share, counted, before)]
          .filter((text) => text !== '')
          .join('；'),
      });
    });
  }
}

const noRules: Award = { points: noPoints, clause: null, working: '当时没有计分规则' };
const unscored: Award = { points: noPoints, clause: null, working: '规则中没有对应条款' };

function awardFor(happening: Happening, story: Story, rules: ScoringRules): Award {
  if (happening.kind === 'printed') {
    const entry = happening.source as PrintedEntry;
    if (entry.correction) return { points: noPoints, clause: null, working: '更正重印，不重复计分' };
    return ownAward(entry, story, rules) ?? unscored;
  }
  if (happening.kind === 'instruction') {
    const { level, rank } = happening.source as LeaderInstruction;
    const clause = rules.instructions.find((one) => one.level === level);
    return clause ? { points: clause[rank], clause: clause.id, working: '' } : unscored;
  }
  return upperAward(happening.source as UpperAdoption, story, rules) ?? unscored;
}

const formOf = (form: Form, story: Story): Form => (story.units.length > 1 ? 'merged' : form);

function ownAward(entry: PrintedEntry, story: Story, rules: ScoringRules): Award | null {
  const clause = clauseFor(rules, 'own', `${entry.publication} ${entry.section ?? ''}`);
  return clause && { points: pointsFor(clause, formOf(entry.form, story), entry.form), clause: clause.id, working: '' };
}

function upperAward(source: UpperAdoption, story: Story, rules: ScoringRules): Award | null {
  const clause = clauseFor(rules, source.level, source.publication);
  if (clause)
    return { points: pointsFor(clause, formOf(source.form, story), source.form), clause: clause.id, working: '' };
  const times = rules.times[source.level];
  if (times === null) return null;
  // Forwarded without having been printed here, it counts as a single piece of its form would.
  const { printed } = story;
  const own = clauseFor(rules, 'own', printed ? `${printed.publication} ${printed.section ?? ''}` : '');
  if (!own) return null;
  const form = printed ? printed.form : source.form;
  const base = pointsFor(own, formOf(form, story), form);
  return {
    points: multiplied(base, times),
    clause: timesClause(source.level),
    working: `${formatPoints(base)}分×${formatPoints(times as Points)}`,
  };
}

/** The clause that names the longest part of the place; one without a place fits wherever no other does. */
function clauseFor(rules: ScoringRules, level: Level, place: string): AdoptionClause | null {
  let best: AdoptionClause | null = null;
  for (const clause of rules.adoptions)
    if (clause.level === level && place.includes(clause.place) && (!best || clause.place.length > best.place.length))
      best = clause;
  return best;
}

function pointsFor(clause: AdoptionClause, form: Form, single: Form): Points {
  if (form === 'merged') return clause.merged ?? pointsFor(clause, single === 'merged' ? 'item' : single, single);
  if (form === 'lead') return clause.lead ?? clause.item;
  return clause[form];
}

function creditsOf({ points }: Award, count: number, version: RulesVersion | null): Points[] {
  if (version?.rules.mergedCredit === 'split') return shares(points, Math.max(1, count));
  return Array.from({ length: count }, () => points);
}

const splitText = ({ points }: Award, parts: readonly Points[], version: RulesVersion | null): string =>
  parts.length > 1 && points > 0 && version?.rules.mergedCredit === 'split'
    ? `${formatPoints(points)}分由${parts.length}个单位平分`
    : '';

function highestText(share: Points, counted: Points, before: Points): string {
  if (counted === share) return '';
  const kept = `取最高分，此前已计${formatPoints(before)}分`;
  return counted === 0 ? `${kept}，不再计` : `${kept}，补${formatPoints(counted)}分`;
}
