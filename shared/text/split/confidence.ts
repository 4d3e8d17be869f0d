import type { FoundItem } from './items.ts';
import { isUnitName, type Known } from './knowledge.ts';
import { parseMark } from './marks.ts';

/** 0–1: how sure an item's boundaries, title and unit are. Below `UNSURE` an editor should look first. */
export const UNSURE = 0.7;
/** Only a person is wholly sure. */
const MOST = 0.99;

export function confidenceOf(item: FoundItem, known: Known, text: string, sourced: boolean): number {
  return Math.min(MOST, titleConfidence(item), endConfidence(item, known, text, sourced));
}

/** By the title's points and by how far the next best cut lies behind. */
function titleConfidence({ title, marker, column, continuedFrom }: FoundItem): number {
  if (!title) return marker || column || continuedFrom ? 0.95 : 0.6;
  const lead = title.points - title.runnerUp;
  const margin = lead >= 4 ? 1 : lead >= 2 ? 0.85 : 0.65;
  const strength = title.points >= 8 ? 1 : title.points >= 5 ? 0.85 : 0.6;
  return Math.min(margin, strength);
}

function endConfidence(item: FoundItem, known: Known, text: string, sourced: boolean): number {
  const [end] = item.ends;
  if (!end) return sourced ? 0.65 : 0.8;
  const unit = end.role === 'source' ? parseMark(text.slice(end.start, end.end)).source : null;
  return unit && isUnitName(known, unit) ? Math.max(0.95, end.confidence) : end.confidence;
}
