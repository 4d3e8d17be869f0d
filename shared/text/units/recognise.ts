import { joinLines } from '../normalise.ts';
import { bareName, UnitIndex, type UnitName } from './names.ts';
import { looksLikeUnit, openingUnitShape } from './shape.ts';

/** The parts of a submission or an item that may name its unit; give what there is. */
export interface UnitClues {
  title?: string | null;
  /** The mark that ends an item: （区发改委）. */
  sourceText?: string | null;
  /** The whole text, for 报送单位： lines, 来源：, and a unit alone on the first or last line. */
  text?: string | null;
}

/** Where a unit's name was found. */
export type UnitEvidence = 'source-mark' | 'field' | 'title' | 'first-line' | 'last-line';

export interface UnitGuess {
  unitId: string;
  /** The name as found. */
  name: string;
  evidence: UnitEvidence;
  /** 0–1; from `SURE` on it may be filled in without asking. */
  confidence: number;
}

/** One unit where the text is clear, the candidates (best first) where it is not, `null` where nothing was found. */
export type UnitRecognition =
  | { kind: 'recognised'; guess: UnitGuess }
  | { kind: 'candidates'; guesses: UnitGuess[] }
  | null;

/** From here on a guess is offered as the answer rather than as a question. */
export const SURE = 0.8;

/** Who sent this, judged by the department register. A text may be given as one string. */
export function recogniseUnit(clues: UnitClues | string, names: readonly UnitName[]): UnitRecognition {
  const index = new UnitIndex(names);
  const given = typeof clues === 'string' ? { text: clues } : clues;
  const guesses = ranked(mentions(given).flatMap((mention) => guessesFor(mention, index, names)));
  const [best, second] = guesses;
  if (!best) return null;
  const clear = best.confidence >= SURE && (!second || best.confidence - second.confidence >= 0.1);
  return clear ? { kind: 'recognised', guess: best } : { kind: 'candidates', guesses: guesses.slice(0, 5) };
}

/** How far each place is to be believed: the mark and the form's own field are statements, a title is a hint. */
const TRUST: Readonly<Record<UnitEvidence, number>> = {
  'source-mark': 0.98,
  field: 0.96,
  title: 0.86,
  'last-line': 0.84,
  'first-line': 0.82,
};
/** A name that only resembles a registered one, 区资源规划局 for 区自然资源和规划局, is never more than a question. */
const RESEMBLANCE = 0.7;

interface Mention {
  name: string;
  evidence: UnitEvidence;
  /** The name opens a longer text whose end is not known. */
  open: boolean;
}

const FIELD =
  /^[ \t]*(?:报送单位|供稿单位|来稿单位|上报单位|填报单位|投稿单位|撰稿单位|单位名称|单位|来源|供稿|信息来源|报送)[：:][ \t]*(\S[^\n]{0,60})$/gm;
const MARK = /[（(]([^（）()\n]{2,40})[）)][ \t]*$/gm;
const LABEL = /^(?:(?:来源|供稿|供稿单位|报送单位|信息来源)[：:]|—+)\s*/;
const ROLE_WORDS = /(?:^|[\s、，,])(?:[^\s、，,]{2,4}[\s]*)?(?:供稿|报送|撰稿|提供|通讯员|记者|信息员).*$/;

function mentions({ title, sourceText, text }: UnitClues): Mention[] {
  const found: Mention[] = [];
  const add = (name: string, evidence: UnitEvidence, open = false) => {
    const plain = joinLines(name)
      .replace(LABEL, '')
      .replace(open ? /$^/ : ROLE_WORDS, '')
      .trim();
    if (plain !== '') found.push({ name: plain, evidence, open });
  };
  if (sourceText) add(sourceText.trim().replace(/^[（(【[]|[）)】\]]$/g, ''), 'source-mark');
  if (title) add(title, 'title', true);
  if (text) {
    const page = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT / 2)}\n${text.slice(-MAX_TEXT / 2)}` : text;
    for (const match of page.matchAll(FIELD)) add(match[1] ?? '', 'field');
    for (const match of page.matchAll(MARK)) add(match[1] ?? '', 'source-mark');
    const lines = page
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    add(lines[0] ?? '', 'first-line', true);
    if (lines.length > 1) add((lines.at(-1) ?? '').replace(/^[—\-\s]+/, ''), 'last-line');
  }
  return found;
}

/** A submission is a page or two; of a longer text only head and tail can name its unit. */
const MAX_TEXT = 40_000;

function guessesFor(mention: Mention, index: UnitIndex, names: readonly UnitName[]): UnitGuess[] {
  const { evidence } = mention;
  const bare = bareName(mention.name);
  const known = mention.open ? index.openingOf(bare) : index.idsOf(bare).length > 0 ? bare : null;
  const shape = mention.open ? openingUnitShape(bare) : looksLikeUnit(bare) ? bare : null;
  // 区委 is registered and 区委组织部 is not: the longer name is another unit.
  if (known && (!shape || shape.length <= known.length)) {
    const ids = index.idsOf(known);
    const share = ids.length > 1 ? 0.6 : 1;
    return ids.map((unitId) => ({ unitId, name: known, evidence, confidence: TRUST[evidence] * share }));
  }
  if (!shape) return [];
  return names
    .map((unit) => ({ unit, likeness: likeness(shape, bareName(unit.name)) }))
    .filter(({ likeness }) => likeness >= 0.5)
    .map(({ unit, likeness }) => ({
      unitId: unit.unitId,
      name: shape,
      evidence,
      confidence: TRUST[evidence] * RESEMBLANCE * likeness,
    }));
}

/** 0–1: how much of the longer name is written, in order, in the other; different last characters weigh most. */
function likeness(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length > 40) return 0;
  let row = new Array<number>(short.length + 1).fill(0);
  for (const char of long) {
    const next = [0];
    for (let i = 1; i <= short.length; i++) {
      next[i] = char === short[i - 1] ? (row[i - 1] ?? 0) + 1 : Math.max(row[i] ?? 0, next[i - 1] ?? 0);
    }
    row = next;
  }
  const common = row[short.length] ?? 0;
  // A short name is written inside the full one: 区发改委 in 区发展和改革委员会.
  if (common === short.length && short.length >= 3) return 0.8;
  const sameEnd = short.at(-1) === long.at(-1) ? 1 : 0.6;
  return ((2 * common) / (short.length + long.length)) * (common >= short.length - 1 ? 1 : 0.8) * sameEnd;
}

/** One guess per unit: its best, and a little more where several places agree. */
function ranked(guesses: readonly UnitGuess[]): UnitGuess[] {
  const best = new Map<string, UnitGuess>();
  for (const guess of guesses) {
    const other = best.get(guess.unitId);
    const agreed = other && other.evidence !== guess.evidence ? 0.01 : 0;
    const stronger = !other || guess.confidence > other.confidence ? guess : other;
    best.set(guess.unitId, { ...stronger, confidence: Math.min(0.99, stronger.confidence + agreed) });
  }
  return [...best.values()].sort((a, b) => b.confidence - a.confidence);
}
