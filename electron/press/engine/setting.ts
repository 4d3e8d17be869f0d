import type { Bulletin } from '../../../shared/domain/bulletin.ts';
import { dateParts } from '../../../shared/domain/dates.ts';
import type { Layout, Measures, Page, Piece } from '../../../shared/page/index.ts';
import { PT_PER_MM } from '../../../shared/page/index.ts';
import type { FaceSetting, Fonts } from './fonts.ts';
import { pictureFile, round, type SegmentSetting, segmentsOf } from './segments.ts';

/**
 * A document as the template reads it: pages of pieces at fixed places, all in pt from the page's upper left corner.
 * Made from a layout without a decision of its own.
 */
export interface Setting {
  title: string;
  author: string;
  date: { year: number; month: number; day: number };
  page: { width: number; height: number };
  em: { ascent: number; descent: number };
  leading: number;
  number: { gap: number };
  faces: Record<string, FaceSetting>;
  pages: PageSetting[];
}

export interface PageSetting {
  number: { text: string; x: number; y: number; width: number; align: Align } | null;
  pieces: PieceSetting[];
}

type Align = 'left' | 'center' | 'right';
interface At {
  x: number;
  y: number;
  width: number;
}
export type PieceSetting = At &
  (
    | { kind: 'text'; lines: SegmentSetting[][]; open: boolean }
    | { kind: 'line'; face: string; size: number; tracking: number; align: Align; body: string; fill: string }
    | { kind: 'bar'; height: number; fill: string }
    | { kind: 'small'; size: number; pitch: number; lines: SegmentSetting[][] }
    | { kind: 'picture'; height: number; file: string; alt: string }
  );

interface CentredLines {
  lines: readonly string[];
  face: string;
  pt: number;
  pitchPt: number;
  slots: number;
}

const BLACK = '#000000';

/** The whole document, or the pages `only` names (1-based). */
export function settingOf(bulletin: Bulletin, layout: Layout, fonts: Fonts, only?: ReadonlySet<number>): Setting {
  const { measures } = layout;
  const pages = layout.pages.filter((page) => !only || only.has(page.n));
  return {
    title: `${layout.masthead.name}${layout.masthead.issue}`,
    author: layout.masthead.office,
    date: dateParts(bulletin.masthead.date),
    page: { width: measures.page.widthMm * PT_PER_MM, height: measures.page.heightMm * PT_PER_MM },
    em: measures.em,
    leading: round(measures.pitchPt - measures.bodyPt),
    number: { gap: measures.pageNumber.dashGapEm * measures.pageNumber.textPt },
    faces: fonts.faces(bulletin.style, measures),
    pages: pages.map((page) => new PageSetter(bulletin, layout).page(page)),
  };
}

class PageSetter {
  readonly #bulletin: Bulletin;
  readonly #layout: Layout;
  readonly #m: Measures;
  readonly #left: number;
  readonly #top: number;
  readonly #width: number;

  constructor(bulletin: Bulletin, layout: Layout) {
    this.#bulletin = bulletin;
    this.#layout = layout;
    this.#m = layout.measures;
    this.#left = this.#m.margin.leftMm * PT_PER_MM;
    this.#top = this.#m.margin.topMm * PT_PER_MM;
    this.#width = this.#m.area.widthMm * PT_PER_MM;
  }

  page(page: Page): PageSetting {
    const head = page.n === 1 ? [...this.#masthead(), ...this.#theme()] : [];
    const pieces = [...head, ...page.pieces.flatMap((piece) => this.#piece(piece))];
    if (page.imprint) pieces.push(...this.#imprint());
    return {
      number: this.#number(page),
      pieces: pieces.map((piece) => ({ ...piece, x: round(piece.x), y: round(piece.y), width: round(piece.width) })),
    };
  }

  #number(page: Page): PageSetting['number'] {
    if (page.number === null) return null;
    const { belowMm, insetPt } = this.#m.pageNumber;
    const y = this.#top + (this.#m.area.heightMm + belowMm) * PT_PER_MM;
    const place = {
      text: String(page.number),
      y: round(y),
      x: round(this.#left + insetPt),
      width: round(this.#width - 2 * insetPt),
    };
    if (this.#bulletin.style.pageNumber === 'centre') return { ...place, align: 'center' };
    return { ...place, align: page.number % 2 === 1 ? 'right' : 'left' };
  }

  #masthead(): PieceSetting[] {
    const { masthead } = this.#layout;
    const { bodyPt, cellPt, red } = this.#m;
    const inset = { x: this.#left + cellPt, width: this.#width - 2 * cellPt };
    const line = (body: string, y: number, align: Align, face = 'body', size = bodyPt): PieceSetting => ({
      kind: 'line',
      ...inset,
      y: this.#top + this.#m.topGapPt + y,
      face,
      size,
      tracking: 0,
      align,
      body,
      fill: BLACK,
    });
    const pieces: PieceSetting[] = [];
    if (masthead.secrecy) pieces.push({ ...line(masthead.secrecy, 0, 'left', 'hei'), x: this.#left });
    if (masthead.copyNumber) pieces.push({ ...line(masthead.copyNumber, 0, 'right'), width: this.#width - cellPt });
    const { namePt, nameGapPt, nameTopPt } = masthead;
    // Overprint leaves the red to the pre-printed paper; nothing else moves.
    if (!this.#bulletin.style.overprint) {
      const name = line(masthead.name, nameTopPt, 'center', 'masthead', namePt);
      pieces.push({
        ...name,
        x: this.#left,
        width: this.#width,
        tracking: nameGapPt,
        fill: red,
      } as PieceSetting);
    }
    pieces.push(line(masthead.issue, masthead.issueTopPt, 'center'));
    pieces.push(
      line(masthead.office, masthead.officeTopPt, 'left'),
      line(masthead.date, masthead.officeTopPt, 'right'),
    );
    if (!this.#bulletin.style.overprint)
      pieces.push(this.#bar(this.#top + masthead.ruleTopPt, this.#m.masthead.ruleMm, red));
    return pieces;
  }

  #bar(y: number, heightMm: number, fill: string): PieceSetting {
    return { kind: 'bar', x: this.#left, y, width: this.#width, height: round(heightMm * PT_PER_MM), fill };
  }

  #theme(): PieceSetting[] {
    const { theme } = this.#layout;
    if (!theme) return [];
    const at = { x: this.#left, y: this.#slotTop(this.#m.masthead.slots), width: this.#width };
    return this.#centred({ ...theme, face: 'headline' }, at);
  }

  /** Lines centred in a height of whole slots. */
  #centred({ lines, face, pt, pitchPt, slots }: CentredLines, { x, y, width }: At): PieceSetting[] {
    const height = slots * this.#m.pitchPt - (this.#m.pitchPt - this.#m.bodyPt);
    const first = y + (height - (lines.length - 1) * pitchPt - pt) / 2;
    const line = { kind: 'line', x, width, face, size: pt, tracking: 0, align: 'center', fill: BLACK } as const;
    return lines.map((body, i) => ({ ...line, y: first + i * pitchPt, body }));
  }

  #slotTop = (slot: number) => this.#top + this.#m.topGapPt + slot * this.#m.pitchPt;

  #piece(piece: Piece): PieceSetting[] {
    const x = this.#left + piece.column * (this.#m.columnPt + this.#m.columnGapPt);
    const at: At = { x, y: this.#slotTop(piece.slot), width: this.#m.columnPt };
    if (piece.kind === 'lines') return [this.#text(piece, at)];
    if (piece.kind === 'rows') return this.#rows(piece, at);
    const { unit } = piece;
    switch (unit.kind) {
      case 'heading':
        return this.#centred({ ...unit, face: unit.role === 'title' ? 'title' : 'hei' }, at);
      case 'picture':
        return this.#picture(unit, at, piece.slots);
      case 'paragraph':
      case 'table':
        throw new Error('paragraphs and tables are placed in parts');
      default:
        return unit satisfies never;
    }
  }

  #text(piece: Extract<Piece, { kind: 'lines' }>, at: At): PieceSetting {
    const lines = piece.unit.lines.slice(piece.from, piece.to);
    return {
      kind: 'text',
      ...at,
      lines: lines.map((line) => segmentsOf(line, this.#m.cellPt)),
      open: lines.at(-1)?.full ?? false,
    };
  }

  #rows(piece: Extract<Piece, { kind: 'rows' }>, at: At): PieceSetting[] {
    const { unit, from, to } = piece;
    const { textPt, linePt, padPt, ruleMm } = this.#m.table;
    const pieces: PieceSetting[] = [];
    let { y } = at;
    if (from === 0 && unit.caption) {
      pieces.push(this.#caption(unit.caption, at, y));
      y += this.#m.pitchPt;
    }
    const head = from > 0 ? unit.rows.slice(0, 1) : [];
    const rows = [...head, ...unit.rows.slice(from, to)];
    // The table's box begins and ends halfway between two lines of text.
    y -= (this.#m.pitchPt - this.#m.bodyPt) / 2;
    const top = y;
    const rule = ruleMm * PT_PER_MM;
    const across = (height: number): PieceSetting => ({
      kind: 'bar',
      ...at,
      y: height - rule / 2,
      height: round(rule),
      fill: BLACK,
    });
    pieces.push(across(y));
    for (const row of rows) {
      const height = row.slots * this.#m.pitchPt;
      let x = at.x;
      row.cells.forEach((lines, i) => {
        const width = unit.columnsPt[i] ?? 0;
        const inner = (lines.length - 1) * linePt + textPt;
        if (lines.length > 0)
          pieces.push({
            kind: 'small',
            x: x + padPt,
            y: y + (height - inner) / 2,
            width: width - 2 * padPt,
            size: textPt,
            pitch: linePt,
            lines: lines.map((line) => segmentsOf(line, textPt)),
          });
        x += width;
      });
      y += height;
      pieces.push(across(y));
    }
    let edge = at.x;
    for (const width of [0, ...unit.columnsPt]) {
      edge += width;
      pieces.push({ kind: 'bar', x: edge - rule / 2, y: top, width: rule, height: round(y - top), fill: BLACK });
    }
    return pieces;
  }

  #caption(text: string, at: At, y: number): PieceSetting {
    const size = this.#m.picture.captionPt;
    return {
      kind: 'line',
      ...at,
      y: y + (this.#m.bodyPt - size) / 2,
      face: 'kai',
      size,
      tracking: 0,
      align: 'center',
      body: text,
      fill: BLACK,
    };
  }

  #picture(
    unit: Extract<Piece, { kind: 'whole' }>['unit'] & { kind: 'picture' },
    at: At,
    slots: number,
  ): PieceSetting[] {
    const width = unit.widthPt;
    const picture: PieceSetting = {
      kind: 'picture',
      x: at.x + (at.width - width) / 2,
      y: at.y,
      width,
      height: round(unit.heightPt),
      file: pictureFile(unit.hash),
      alt: unit.caption ?? '图片',
    };
    return unit.caption ? [picture, this.#caption(unit.caption, at, at.y + (slots - 1) * this.#m.pitchPt)] : [picture];
  }

  #imprint(): PieceSetting[] {
    const { imprint } = this.#layout;
    if (!imprint) return [];
    const { textPt, rowPt, linePt, insetPt, thickMm, thinMm } = this.#m.imprint;
    const foot = this.#top + this.#m.area.heightMm * PT_PER_MM;
    const inner = this.#width - 2 * insetPt;
    let y = foot - imprint.heightPt;
    const pieces: PieceSetting[] = [];
    imprint.rows.forEach((row, i) => {
      const rule = i === 0 ? thickMm : thinMm;
      pieces.push(this.#bar(y, rule, BLACK));
      y += rule * PT_PER_MM;
      const top = y + (rowPt - textPt) / 2;
      const line = { y: top, face: 'imprint', size: textPt, tracking: 0, fill: BLACK };
      const left = this.#left + insetPt;
      if (row.label) pieces.push({ kind: 'line', x: left, width: inner, align: 'left', body: row.label, ...line });
      const indent = row.labelCells * textPt;
      if (row.lines.length > 0)
        pieces.push({
          kind: 'small',
          x: left + indent,
          y: top,
          width: inner - indent - row.rightCells * textPt,
          size: textPt,
          pitch: linePt,
          lines: row.lines.map((each) => segmentsOf(each, textPt)),
        });
      if (row.right) pieces.push({ kind: 'line', x: left, width: inner, align: 'right', body: row.right, ...line });
      y += rowPt + Math.max(0, row.lines.length - 1) * linePt;
    });
    pieces.push(this.#bar(y, thickMm, BLACK));
    return pieces;
  }
}
