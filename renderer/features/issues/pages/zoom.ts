/** How large the pages are drawn. */
export type Zoom =
  /** As wide as the pane. */
  | 'width'
  /** A whole page (or spread) in the pane. */
  | 'page'
  /** As printed: a millimetre of paper is a CSS millimetre. */
  | 'actual'
  /** Percent of `actual`. */
  | number;

export const zoomSteps = [50, 75, 100, 125, 150, 200] as const;

export interface Sheet {
  /** Page size, mm. */
  widthMm: number;
  heightMm: number;
  /** Pages side by side: 1, or 2 for a spread. */
  across: 1 | 2;
}

/** CSS pixels in a millimetre (CSS Values 4 §6.2: 96 px are 25.4 mm). */
export const PX_PER_MM = 96 / 25.4;

/** Blank round and between the pages, px. */
export const GUTTER = 16;

/** Width a page is drawn at, CSS px, in a pane of that many px inside. */
export function pageWidth(zoom: Zoom, sheet: Sheet, pane: { width: number; height: number }): number {
  const actual = sheet.widthMm * PX_PER_MM;
  const free = pane.width - GUTTER * (sheet.across + 1);
  const wide = Math.max(MIN_WIDTH, free / sheet.across);
  switch (zoom) {
    case 'width':
      return wide;
    case 'page':
      return Math.max(MIN_WIDTH, Math.min(wide, ((pane.height - 2 * GUTTER) * sheet.widthMm) / sheet.heightMm));
    case 'actual':
      return actual;
    default:
      return (actual * zoom) / 100;
  }
}

/** Rows of pages as a reader opens them: in a spread the first page stands alone at the right. */
export function spreads(pages: number, across: 1 | 2): (number | null)[][] {
  if (across === 1) return Array.from({ length: pages }, (_, i) => [i + 1]);
  const rows: (number | null)[][] = pages > 0 ? [[null, 1]] : [];
  for (let n = 2; n <= pages; n += 2) rows.push([n, n + 1 <= pages ? n + 1 : null]);
  return rows;
}

/** The next step up or down from what is drawn now, percent of the printed size. */
export function stepZoom(widthPx: number, sheet: Sheet, by: -1 | 1): number {
  const now = Math.round((widthPx / (sheet.widthMm * PX_PER_MM)) * 100);
  return by > 0
    ? (zoomSteps.find((step) => step > now) ?? zoomSteps[zoomSteps.length - 1] ?? now)
    : (zoomSteps.findLast((step) => step < now) ?? zoomSteps[0]);
}

/** Narrower than this a page says nothing. */
const MIN_WIDTH = 120;
