import { fallingTotals, sameFactOtherFigure, sameTextTwice, seriesCounter } from './rules/across.ts';
import { collocations } from './rules/collocations.ts';
import { wrongInContext, wrongWords } from './rules/confusions.ts';
import { contradictions } from './rules/contradictions.ts';
import { dates } from './rules/dates.ts';
import { doubledChars, doubledWords, echoes } from './rules/doubledChars.ts';
import { figures } from './rules/figures.ts';
import { doubledMarks } from './rules/marksDoubled.ts';
import { halfWidth } from './rules/marksHalfWidth.ts';
import {
  commaBeforeAnd,
  commaBeforeSource,
  commaBetweenQuoted,
  commaInEstimate,
  dotsAndDashes,
  missingFullStop,
  spaces,
} from './rules/marksMisc.ts';
import { pairs } from './rules/marksPairs.ts';
import { extraMeasures, measureSlips } from './rules/measureSlips.ts';
import { measureWords } from './rules/measureWords.ts';
import { missing } from './rules/missing.ts';
import { numbering, numberMarks } from './rules/numbering.ts';
import { orphans } from './rules/orphans.ts';
import { particles } from './rules/particles.ts';
import { roster } from './rules/people.ts';
import { nearPhrases } from './rules/phrases.ts';
import { placeholders } from './rules/placeholders.ts';
import { soundAlike } from './rules/soundAlike.ts';
import { terms } from './rules/terms.ts';
import { traditional } from './rules/traditional.ts';
import { partyOrgans, titleAgainstSource, unitRegister } from './rules/units.ts';
import { withinItem } from './rules/withinItem.ts';
import type { Rule } from './types.ts';

const RULES: readonly Rule[] = [
  { id: 'marks.doubled', scope: 'paragraph', check: doubledMarks },
  { id: 'marks.beforeAnd', scope: 'paragraph', check: commaBeforeAnd },
  { id: 'marks.estimate', scope: 'paragraph', check: commaInEstimate },
  { id: 'marks.dots', scope: 'paragraph', check: dotsAndDashes },
  { id: 'marks.spaces', scope: 'paragraph', check: spaces },
  { id: 'marks.sentenceEnd', scope: 'paragraph', check: commaBeforeSource },
  { id: 'marks.fullStop', scope: 'paragraph', check: missingFullStop },
  { id: 'chars.doubled', scope: 'paragraph', check: doubledChars },
  { id: 'chars.doubledWord', scope: 'paragraph', check: doubledWords },
  { id: 'chars.echo', scope: 'paragraph', check: echoes },
  { id: 'words.traditional', scope: 'paragraph', check: traditional },
  { id: 'words.confused', scope: 'paragraph', check: wrongWords },
  { id: 'words.context', scope: 'paragraph', check: wrongInContext },
  { id: 'words.phrase', scope: 'paragraph', check: nearPhrases },
  { id: 'words.sound', scope: 'paragraph', check: soundAlike },
  { id: 'words.particle', scope: 'paragraph', check: particles },
  { id: 'words.measure', scope: 'paragraph', check: measureWords },
  { id: 'words.measureSlip', scope: 'paragraph', check: measureSlips },
  { id: 'words.measureTwice', scope: 'paragraph', check: extraMeasures },
  { id: 'words.missing', scope: 'paragraph', check: missing },
  { id: 'words.half', scope: 'paragraph', check: orphans },
  { id: 'words.contradiction', scope: 'paragraph', check: contradictions },
  { id: 'words.collocation', scope: 'paragraph', check: collocations },
  { id: 'text.placeholder', scope: 'paragraph', check: placeholders },
  { id: 'units.organ', scope: 'paragraph', check: partyOrgans },
  { id: 'marks.betweenQuoted', scope: 'paragraph', check: commaBetweenQuoted },
  { id: 'numbering.sequence', scope: 'item', check: numbering },
  { id: 'numbering.marks', scope: 'item', check: numberMarks },
  { id: 'units.source', scope: 'item', check: titleAgainstSource },
  { id: 'words.within', scope: 'item', check: withinItem },
  { id: 'figures', scope: 'item', check: figures },
  { id: 'dates', scope: 'item', check: dates },
  { id: 'marks.halfWidth', scope: 'document', check: halfWidth },
  { id: 'marks.pairs', scope: 'document', check: pairs },
  { id: 'units.register', scope: 'document', check: unitRegister },
  { id: 'people.roster', scope: 'document', check: roster },
  { id: 'terms', scope: 'document', check: terms },
  { id: 'across.sameText', scope: 'document', check: sameTextTwice },
  { id: 'across.sameFact', scope: 'document', check: sameFactOtherFigure },
  { id: 'across.total', scope: 'document', check: fallingTotals },
  { id: 'across.series', scope: 'document', check: seriesCounter },
];

type Scoped<S extends Rule['scope']> = Extract<Rule, { scope: S }>;
const inScope = <S extends Rule['scope']>(scope: S): Scoped<S>[] =>
  RULES.filter((rule): rule is Scoped<S> => rule.scope === scope);

export const PARAGRAPH_RULES = inScope('paragraph');
export const ITEM_RULES = inScope('item');
export const DOCUMENT_RULES = inScope('document');
