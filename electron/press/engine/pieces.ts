import { type Measures, PT_PER_MM } from '../../../shared/page/measures.ts';
import type { SegmentSetting } from './segments.ts';

export type Align = 'left' | 'center' | 'right';

/** Upper left corner and width, pt from the page's upper left corner. */
export interface At {
  x: number;
  y: number;
  width: number;
}

export interface LineSetting extends At {
  kind: 'line';
  face: string;
  size: number;
  tracking: number;
  align: Align;
  body: string;
  fill: string;
}

/** What the template draws; each kind has its function there. */
export type PieceSetting =
  | LineSetting
  | (At & { kind: 'text'; lines: SegmentSetting[][]; open: boolean })
  | (At & { kind: 'bar'; height: number; fill: string })
  | (At & { kind: 'small'; size: number; pitch: number; lines: SegmentSetting[][] })
  | (At & { kind: 'picture'; height: number; file: string; alt: string });

export const BLACK = '#000000';

interface HeadingLines {
  lines: readonly string[];
  face: string;
  pt: number;
  pitchPt: number;
  slots: number;
  align?: Align;
}

/** The type area of a page in pt, and the simple things drawn in it. */
export class Frame {
  readonly measures: Measures;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;

  constructor(measures: Measures) {
    this.measures = measures;
    this.left = measures.margin.leftMm * PT_PER_MM;
    this.top = measures.margin.topMm * PT_PER_MM;
    this.width = measures.area.widthMm * PT_PER_MM;
    this.height = measures.area.heightMm * PT_PER_MM;
  }

  /** Top of the characters in a slot. */
  slotTop(slot: number): number {
    return this.top + this.measures.topGapPt + slot * this.measures.pitchPt;
  }

  /** A line of text that is not spread, in the body's face and size unless said otherwise. */
  line(body: string, at: At, more: Partial<Omit<LineSetting, 'kind' | 'body'>> = {}): LineSetting {
    const look = { face: 'body', size: this.measures.bodyPt, tracking: 0, align: 'left', fill: BLACK } as const;
    return { kind: 'line', body, ...at, ...look, ...more };
  }

  /** A rule as wide as the type area. */
  rule(y: number, heightMm: number, fill: string): PieceSetting {
    return { kind: 'bar', x: this.left, y, width: this.width, height: heightMm * PT_PER_MM, fill };
  }

  /** Lines of a heading: on the grid where each takes a slot, else centred in their slots. */
  heading({ lines, face, pt, pitchPt, slots, align = 'center' }: HeadingLines, at: At): PieceSetting[] {
    const { bodyPt, pitchPt: pagePitch, em } = this.measures;
    const height = (slots - 1) * pagePitch + bodyPt;
    const onGrid = slots === lines.length && pitchPt === pagePitch;
    const first = onGrid ? (bodyPt - pt) * em.ascent : (height - (lines.length - 1) * pitchPt - pt) / 2;
    return lines.map((body, i) => this.line(body, { ...at, y: at.y + first + i * pitchPt }, { face, size: pt, align }));
  }
}
