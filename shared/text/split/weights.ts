/**
 * Every piece of evidence the splitter weighs, in one place. Points are about comparable: one point is a hint,
 * four are a good reason, eight nearly settle it, and minus eight nearly rules it out.
 */

/** Where the title ends and the body begins. */
export const TITLE_CUT = {
  /** The title stands in the contents list, or among titles the office knows. */
  knownTitle: 20,
  /** Bold words end exactly here. */
  boldEnd: 9,
  /** The title is a line of its own. */
  ownLine: 5,
  /** A line ends here that was not full, so the break may be meant. */
  lineEnd: 1,
  /** Two or more spaces, or a full-width one. */
  wideSpace: 4.5,
  space: 3.5,
  /** Beside a number, where all numbers are set with spaces. */
  spaceAtNumber: -3,
  /** As most titles of the text are parted from their bodies. */
  habit: 2,
  /** 。 between title and body. */
  stop: 1.5,
  /** ： between title and body. */
  colon: 2,
  /** The body begins as bodies do: 一是, 近日, 今年以来, 3月3日. */
  strongOpener: 4,
  /** The body begins as bodies may: 在, 通过, “. */
  weakOpener: 1.5,
  /** The body begins with the unit that opens the title, or with another. */
  sameUnit: 3,
  otherUnit: 1.5,
  /** The body's first clause ends with the unit that opens the title: 端午节前夕，县纪委监委…. */
  unitAfterClause: 2,
  /** The title ends as titles do. */
  usualEnd: 1.5,
  /** A unit opens the title. */
  unitOpens: 2,
  /** Length in characters: usual, passable, odd, hardly a title. */
  usualLength: 1,
  shortLength: -1,
  tooShort: -4,
  fragment: -8,
  longLength: -3,
  tooLong: -10,
  /** A comma inside a run-in title, or in one on lines of its own. */
  comma: -2,
  commaOwnLine: -0.5,
  /** 。；！ inside the title. */
  sentenceInside: -8,
  /** A quote or bracket opens and does not close. */
  unbalanced: -10,
  /** The title would end in 的, 和, 为, or inside a number. */
  dangling: -5,
  /** The title would begin as bodies do. */
  openerInTitle: -4,
  /** A body would begin inside the title, behind a space or a line's end. */
  openerInside: -5,
  /** What follows is itself a line without an end. */
  bodyIsHeading: -4,
  /** What follows begins with punctuation or with a dash (a subtitle). */
  bodyBeginsBadly: -10,
  /** The title would take in a line like the subheadings further down. */
  subheadInside: -5,
  /** A run-in title would take in a line that ended on purpose. */
  lineInside: -5,
  /** The title would take in the line with the reporters' names. */
  bylineInside: -10,
  /** The title would run over a subheading's number. */
  numberInside: -8,
} as const;

/** Whether there is a title at all; weighed against the best cut. */
export const NO_TITLE = {
  base: 2.5,
  /** Brief markers, a column of briefs. */
  marker: 3,
  column: 2,
  /** The text begins as bodies do. */
  bodyOpener: 4,
  /** The first sentence opens with a unit and runs on over a comma, in one short paragraph. */
  shortParagraph: 1,
} as const;

/** Where a title ends that nothing parts from its body. */
export const OPEN_CUT = {
  usualEnd: 3,
  /** The title ends with a closing quote. */
  quoteEnd: 1.5,
  strongOpener: 4,
  weakOpener: 1,
  openingVerb: 2.5,
  /** The unit of the title stands again in the first clause, or opens the second. */
  unitComesBack: 3,
  shortClause: -1.5,
  /** A quote is as often in the middle of a title as at the head of a body. */
  quoteOpens: 0.5,
  short: -1.5,
  long: -1,
  needed: 2.5,
} as const;

/** Whether brackets hold who wrote the item. */
export const SOURCE_MARK = {
  byline: 5,
  known: 4,
  unit: 3,
  words: -1,
  aside: -8,
  afterSentence: 3,
  ownLine: 2,
  afterWord: -4,
  beforeLineEnd: 2,
  beforeEnd: 1,
  beforeTitle: 2,
  beforePunctuation: -8,
  needed: 4,
} as const;

/** Whether a paragraph inside a stretch with no mark begins another item. */
export const ITEM_START = {
  known: 10,
  /** Bold or headed like the titles that are sure. */
  likeOtherTitles: 5,
  headedLine: 4,
  unitOpensLine: 4,
  unitAlone: 2,
  /** A unit, a title's length, a space; with a body's opening behind it, or as the other items do it. */
  runIn: 5,
  runInSure: 7,
  runInWeak: 3,
  ownLine: 1,
  ownLineAsOthers: 3,
  unsourcedText: 1,
  bodyOpenerFollows: 2,
  sameUnitFollows: 2,
  bylineFollows: 4,
  holdsMore: 3,
  gapBefore: 1,
  subheadNumber: -6,
  paired: -3,
  needed: 6,
} as const;

/** Whether a line end is a wrap (positive) or the end of a paragraph (negative). */
export const LINE_JOIN = {
  /** A comma, an open quote, a closing mark to come: the sentence goes on. */
  goesOn: 8,
  fullLine: 4,
  /** Broken anywhere, with a blank line behind: a heading as likely as not. */
  gappedLine: 2,
  notFull: 1,
  longLine: 4,
  headingLike: -4,
  sentenceEnded: -3,
  sentenceEndedFull: 1.5,
  sentenceEndedShort: -4,
  moreIndent: -4,
  moreGap: -3,
  marker: -10,
  numbered: -4,
} as const;
