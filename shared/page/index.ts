export {
  adviseInSteps,
  adviseOn,
  type Cut,
  type EntryAdvice,
  type FitProposal,
  type PageAdvice,
  summaryOf,
} from './advice.ts';
export { printable } from './compose/characters.ts';
export { type LatinMetrics, timesMetrics } from './compose/latin.ts';
export type { ComposedLine, Segment, Span } from './compose/paragraph.ts';
export { Composer } from './composer.ts';
export { contentsOf } from './contents.ts';
export type { Assets, Mark, Matrix } from './drawing.ts';
export type { Page, Piece } from './flow.ts';
export { type Layout, layOut } from './layout.ts';
export { type LineBox, lineBoxes } from './lineBoxes.ts';
export { type Measures, measuresOf, PT_PER_MM } from './measures.ts';
export { meterOf, type PageMeter, type PageWarning, pageMeter } from './meter.ts';
export { type Paragraph, paragraphsOf, runsText } from './paragraphs.ts';
export { type HouseStylePreset, houseStylePresets } from './presets.ts';
