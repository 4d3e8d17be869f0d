export { printable } from './compose/characters.ts';
export { type LatinMetrics, timesMetrics } from './compose/latin.ts';
export type { ComposedLine, Segment, Span } from './compose/paragraph.ts';
export { type Layout, layOut, type Page, type Piece } from './layout.ts';
export { type LineBox, lineBoxes } from './lineBoxes.ts';
export { type Measures, measuresOf, PT_PER_MM } from './measures.ts';
export { meterOf, type PageMeter, type PageWarning, pageMeter } from './meter.ts';
export { type Paragraph, paragraphsOf, runsText } from './paragraphs.ts';
export { type HouseStylePreset, houseStylePresets } from './presets.ts';
