import type { ComposedLine, Segment } from '../../../shared/page/compose/paragraph.ts';

/** Text of the body face; blank in pt; text of a face; text of a face in a box of so many pt. */
export type SegmentSetting =
  | string
  | number
  | [face: string, text: string]
  | [face: string, text: string, width: number];

/** Three decimals of a point are a third of a micrometre; less noise makes equal pages equal bytes. */
export const round = (pt: number) => Math.round(pt * 1000) / 1000;

/** Name of a picture's bytes in the engine's file system. */
export const pictureFile = (hash: string) => `picture-${hash.replace(/\W/g, '')}`;

/** Faces whose ASCII is set bold, and so apart from their Chinese characters. */
const BOLD_LATIN: ReadonlySet<string> = new Set(['title', 'bold', 'hei']);

export function segmentsOf(line: ComposedLine, cellPt: number): SegmentSetting[] {
  return line.segments.map((segment) => segmentOf(segment, cellPt));
}

function segmentOf(segment: Segment, cellPt: number): SegmentSetting {
  if ('space' in segment) return round(segment.space * cellPt);
  if ('boxCells' in segment) return [segment.face, segment.text, round(segment.boxCells * cellPt)];
  if (segment.latin && BOLD_LATIN.has(segment.face)) return [`${segment.face}Latin`, segment.text];
  return segment.face === 'body' ? segment.text : [segment.face, segment.text];
}
