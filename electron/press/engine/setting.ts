import type { Bulletin } from '../../../shared/domain/bulletin.ts';
import { dateParts } from '../../../shared/domain/dates.ts';
import type { HouseStyle } from '../../../shared/domain/houseStyle.ts';
import type { Page, Piece } from '../../../shared/page/flow.ts';
import type { Layout } from '../../../shared/page/layout.ts';
import { PT_PER_MM } from '../../../shared/page/measures.ts';
import type { HeadingUnit } from '../../../shared/page/units.ts';
import type { FaceSetting, Fonts } from './fonts.ts';
import { imprintPieces, mastheadPieces, proofPiece, themePieces } from './furniture.ts';
import { contentsPieces, picturePieces, tablePieces } from './inserts.ts';
import { type Align, type At, Frame, type PieceSetting } from './pieces.ts';
import { round, segmentsOf } from './segments.ts';

/**
 * A document as the template reads it: pages of pieces at fixed places, all in pt from the page's upper left corner.
 * Made from a layout without a decision of its own.
 */
export interface Setting {
  title: string;
  author: string;
  date: { year: number; month: number; day: number };
  page: { width: number; height: number };
  /** Size of body text. */
  size: number;
  em: { ascent: number; descent: number };
  leading: number;
  number: { gap: number };
  faces: Record<string, FaceSetting>;
  pages: PageSetting[];
}

export interface PageSetting {
  number: (At & { text: string; align: Align }) | null;
  pieces: PieceSetting[];
}

/** @param proof printed above every page of what has not been signed */
export function settingOf(bulletin: Bulletin, layout: Layout, fonts: Fonts, proof: string | null = null): Setting {
  const { measures, masthead } = layout;
  const { style } = bulletin;
  const frame = new Frame(measures);
  const pages = layout.pages.map((page): PageSetting => {
    const pieces =
      page.n === 1 ? [...mastheadPieces(layout, frame, style.overprint), ...themePieces(layout, frame)] : [];
    for (const piece of page.pieces) pieces.push(...piecesOf(piece, frame, layout, style));
    if (page.imprint) pieces.push(...imprintPieces(layout, frame));
    if (proof !== null) pieces.push(proofPiece(proof, frame));
    return { number: numberOf(page, frame, style.pageNumber === 'centre'), pieces: pieces.map(rounded) };
  });
  return {
    title: `${masthead.name}${masthead.issue}`,
    author: masthead.office,
    date: dateParts(bulletin.masthead.date),
    page: { width: measures.page.widthMm * PT_PER_MM, height: measures.page.heightMm * PT_PER_MM },
    size: measures.bodyPt,
    em: measures.em,
    leading: round(measures.pitchPt - measures.bodyPt),
    number: { gap: measures.pageNumber.dashGapEm * measures.pageNumber.textPt },
    faces: fonts.faces(style, measures),
    pages,
  };
}

/** Odd numbers right, even ones left, one character in, 7 mm below the type area (7.5). */
function numberOf(page: Page, frame: Frame, centred: boolean): PageSetting['number'] {
  if (page.number === null) return null;
  const { belowMm, insetPt } = frame.measures.pageNumber;
  return {
    text: String(page.number),
    x: round(frame.left + insetPt),
    y: round(frame.top + frame.height + belowMm * PT_PER_MM),
    width: round(frame.width - 2 * insetPt),
    align: centred ? 'center' : page.number % 2 === 1 ? 'right' : 'left',
  };
}

function piecesOf(piece: Piece, frame: Frame, layout: Layout, style: HouseStyle): PieceSetting[] {
  const { columnPt, columnGapPt, cellPt } = frame.measures;
  const x = frame.left + piece.column * (columnPt + columnGapPt);
  const at: At = { x, y: frame.slotTop(piece.slot), width: columnPt };
  if (piece.kind === 'rows') return tablePieces(piece, at, frame);
  if (piece.kind === 'contents') return contentsPieces(piece, at, frame, layout);
  if (piece.kind === 'lines') {
    const lines = piece.unit.lines.slice(piece.from, piece.to);
    const set = lines.map((line) => segmentsOf(line, cellPt));
    return [{ kind: 'text', ...at, lines: set, open: lines.at(-1)?.full ?? false }];
  }
  const { unit } = piece;
  switch (unit.kind) {
    case 'heading':
      return frame.heading({ ...unit, ...headingLook(unit.role, style) }, at);
    case 'picture':
      return picturePieces(unit, piece.slots, at, frame);
    case 'paragraph':
    case 'table':
    case 'contents':
      throw new Error('paragraphs, tables and contents are placed in parts');
    default:
      return unit satisfies never;
  }
}

function headingLook(role: HeadingUnit['role'], style: HouseStyle): { face: string; align: Align } {
  if (role === 'title') return { face: 'title', align: 'center' };
  if (role === 'contents') return { face: 'hei', align: 'center' };
  const face = style.sectionFace === 'song' ? 'headline' : style.sectionFace;
  return { face, align: style.sectionPlace === 'left' ? 'left' : 'center' };
}

function rounded(piece: PieceSetting): PieceSetting {
  const placed = { ...piece, x: round(piece.x), y: round(piece.y), width: round(piece.width) };
  return 'height' in placed ? { ...placed, height: round(placed.height) } : placed;
}
