/** How far a page may be from its measurements. Clauses are of GB/T 9704-2012; the others are our own, with the reason. */
export const tolerances = {
  /** PDF page box; 6.3 allows 2 mm only for cut paper. */
  pageMm: 0.5,
  /** 5.2.1 天头 37±1, 订口 28±1. */
  marginMm: 1,
  /** 3号 is 16 pt in word processors, 15.75 pt by the old system. */
  bodyPt: 0.3,
  pitchPt: 0.15,
  /** Half a point between two lines is seen; over a page it adds up to the baseline's. */
  gapPt: 0.5,
  baselinePt: 1,
  /** 5 % of a cell. */
  cellPt: 0.8,
  /** 5.2.3 撑满版心. */
  rightEdgeMm: 0.7,
  /** Share of lines an office program may break by rules of its own: it leaves wider blanks beside numbers. */
  officeLines: 0.02,
  pageNumberPt: 0.5,
  /** The dash's ink is estimated from the em box, not read from the outline. */
  dashMm: 1.5,
  insetMm: 2.5,
  /** 7.4.1 */
  ruleMm: 0.06,
  footMm: 2,
} as const;
