import type { IsoDate } from '../../domain/dates.ts';

/** error: certainly wrong. warning: very probably wrong. query: a question to the editor, never an alarm. */
export type Severity = 'error' | 'warning' | 'query';

/** One place to look at. `start` and `end` are UTF-16 offsets into the proofed text, `[start, end)`. */
export interface Finding {
  start: number;
  end: number;
  /** `group.name` of the rule, e.g. `marks.doubled`. */
  rule: string;
  severity: Severity;
  /** One Chinese sentence: what, why, and the clause where a standard says so. */
  message: string;
  /** Texts that could stand in place of the passage, the likeliest first; may be empty. */
  suggestions: string[];
}

/** 算一算: one claim that figures make. green: right; amber: cannot be decided; red: wrong. */
export interface FigureCheck {
  start: number;
  end: number;
  verdict: 'green' | 'amber' | 'red';
  /** The working, as shown to the editor: `45÷54＝83.3%`. */
  formula: string;
  /** What would be needed to decide; empty unless amber. */
  missing: string;
}

export interface Proofing {
  text: string;
  findings: Finding[];
  figures: FigureCheck[];
}

/** A name a unit had or has; `null` dates are open. */
export interface UnitName {
  name: string;
  kind: 'full' | 'short' | 'former';
  validFrom?: IsoDate | null;
  validTo?: IsoDate | null;
}

export interface UnitEntry {
  names: readonly UnitName[];
}

/** A leader with the posts held, the order of precedence (1 first), and the days the entry is valid. */
export interface LeaderEntry {
  name: string;
  posts: readonly string[];
  order: number;
  validFrom?: IsoDate | null;
  validTo?: IsoDate | null;
}

export interface TermEntry {
  wrong: string;
  right: string;
  reason?: string;
}

export interface FlaggedWord {
  word: string;
  /** forbidden 禁用 is an error, cautious 慎用 a query. */
  level: 'forbidden' | 'cautious';
  reason?: string;
  suggestions?: readonly string[];
}

/** A running total printed in an earlier issue, for the check that totals do not fall. */
export interface EarlierFigure {
  /** The words that led the figure: 累计发放贷款. */
  label: string;
  value: number;
  unit: string;
  /** Where it was printed: 第17期. */
  where: string;
}

export interface EarlierItem {
  text: string;
  where: string;
}

/** What the office knows and the text does not say. Everything may be left out. */
export interface ProofKnowledge {
  /** Day the issue is dated; without it the masthead's date in the text is used. */
  issueDate?: IsoDate;
  units?: readonly UnitEntry[];
  leaders?: readonly LeaderEntry[];
  terms?: readonly TermEntry[];
  /** Wordings that may only be used as they stand. */
  formulations?: readonly string[];
  flaggedWords?: readonly FlaggedWord[];
  /** Passages that are right whatever a rule says. */
  whiteList?: readonly string[];
  earlierFigures?: readonly EarlierFigure[];
  earlierItems?: readonly EarlierItem[];
  /** Heading of the last issue in a series with a counter: …“双胜利”（三）. */
  earlierSeries?: readonly string[];
}

/** A finding relative to the text a rule was given; the runner adds the rule's id and the offset. */
export type Draft = Omit<Finding, 'rule'>;

export interface Checked {
  findings: Draft[];
  figures: FigureCheck[];
}

/** A titled piece, △ brief or the like: the unit that counts, sequences and bases belong to. */
export interface Item {
  /** Offset of `text` in the document. */
  start: number;
  /** Its paragraphs joined by line ends. */
  text: string;
  title: Span | null;
  /** The credited unit, without brackets. */
  source: Span | null;
}

export interface Span {
  start: number;
  end: number;
  text: string;
}

export interface Context {
  knowledge: ProofKnowledge;
  issueDate: IsoDate | null;
}

export interface Manuscript {
  text: string;
  items: readonly Item[];
}

/** A rule sees as little as it needs, so that a keystroke re-proofs as little as possible. */
export type Rule =
  | { id: string; scope: 'paragraph'; check: (text: string) => Draft[] }
  | { id: string; scope: 'item'; check: (item: Item, context: Context) => Checked | Draft[] }
  | { id: string; scope: 'document'; check: (manuscript: Manuscript, context: Context) => Draft[] };
