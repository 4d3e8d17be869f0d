import type { DistributionRow, DistributionSheet } from '../domain/distributionSheet.ts';
import { PAGE } from './measures.ts';

/** A sheet of labels, or an envelope, which is a sheet of one. All in mm. */
export interface LabelSheet {
  name: string;
  page: { widthMm: number; heightMm: number };
  columns: number;
  rows: number;
  label: { widthMm: number; heightMm: number };
  /** Upper left corner of the first label, and from each to the next. */
  first: { leftMm: number; topMm: number };
  step: { xMm: number; yMm: number };
}

/** Self-adhesive sheets as sold for office printers, and envelopes of GB/T 1416-2003 (ZL, DL, C5, C4, B6). */
export const labelSheets = {
  a4x24: onA4('3×8，每张24枚（70×37 毫米）', 3, 8, [70, 37], [0, 0.5], [70, 37]),
  a4x21: onA4('3×7，每张21枚（63.5×38.1 毫米）', 3, 7, [63.5, 38.1], [7.2, 15.1], [66, 38.1]),
  a4x14: onA4('2×7，每张14枚（99.1×38.1 毫米）', 2, 7, [99.1, 38.1], [4.7, 15.1], [101.6, 38.1]),
  a4x10: onA4('2×5，每张10枚（99.1×57 毫米）', 2, 5, [99.1, 57], [4.7, 6], [101.6, 57]),
  a4x8: onA4('2×4，每张8枚（99.1×67.7 毫米）', 2, 4, [99.1, 67.7], [4.7, 13.1], [101.6, 67.7]),
  dl: envelope('DL 信封（220×110 毫米）', 220, 110),
  zl: envelope('ZL 信封（230×120 毫米）', 230, 120),
  c5: envelope('C5 信封（229×162 毫米）', 229, 162),
  c4: envelope('C4 信封（324×229 毫米）', 324, 229),
  b6: envelope('B6 信封（176×125 毫米）', 176, 125),
} as const satisfies Record<string, LabelSheet>;
export type LabelSheetId = keyof typeof labelSheets;
export const labelSheetIds = Object.keys(labelSheets) as [LabelSheetId, ...LabelSheetId[]];

/** How labels are wanted. */
export interface LabelWish {
  sheet: LabelSheetId;
  /** Place of the first label on a sheet that has been used in part; from 1, row by row. */
  first: number;
  /** One for each reader, with his number of copies; or one for each copy. */
  per: 'recipient' | 'copy';
}

/** A label where it stands on its sheet, mm from the sheet's upper left corner. */
export interface PlacedLabel {
  page: number;
  leftMm: number;
  topMm: number;
  recipient: string;
  copies: number;
  copyNumbers: [from: number, to: number] | null;
}

export const labelsOnSheet = (sheet: LabelSheet): number => sheet.columns * sheet.rows;

/** Labels of everybody who gets a copy, in the order of the distribution sheet. */
export function placeLabels({ rows }: DistributionSheet, wish: LabelWish): PlacedLabel[] {
  const sheet: LabelSheet = labelSheets[wish.sheet];
  const onSheet = labelsOnSheet(sheet);
  const skipped = Math.min(wish.first, onSheet) - 1;
  const wanted = rows.filter(({ copies }) => copies > 0).flatMap((row) => labelsOf(row, wish.per));
  return wanted.map((label, i) => {
    return { ...cellOf(sheet, skipped + i), ...label };
  });
}

/** Where the n-th cell (from 0) stands, over as many sheets as it takes. */
export function cellOf(sheet: LabelSheet, n: number): Pick<PlacedLabel, 'page' | 'leftMm' | 'topMm'> {
  const onSheet = labelsOnSheet(sheet);
  const cell = n % onSheet;
  return {
    page: Math.floor(n / onSheet),
    leftMm: sheet.first.leftMm + (cell % sheet.columns) * sheet.step.xMm,
    topMm: sheet.first.topMm + Math.floor(cell / sheet.columns) * sheet.step.yMm,
  };
}

type Label = Omit<PlacedLabel, 'page' | 'leftMm' | 'topMm'>;

function labelsOf({ recipient, copies, fromCopy, toCopy }: DistributionRow, per: LabelWish['per']): Label[] {
  if (per === 'recipient')
    return [{ recipient, copies, copyNumbers: fromCopy === undefined ? null : [fromCopy, toCopy ?? fromCopy] }];
  return Array.from({ length: copies }, (_, i) => {
    const number = fromCopy === undefined ? null : fromCopy + i;
    return { recipient, copies: 1, copyNumbers: number === null ? null : [number, number] };
  });
}

function onA4(
  name: string,
  columns: number,
  rows: number,
  [widthMm, heightMm]: [number, number],
  [leftMm, topMm]: [number, number],
  [xMm, yMm]: [number, number],
): LabelSheet {
  return {
    name,
    page: PAGE,
    columns,
    rows,
    label: { widthMm, heightMm },
    first: { leftMm, topMm },
    step: { xMm, yMm },
  };
}

function envelope(name: string, widthMm: number, heightMm: number): LabelSheet {
  const size = { widthMm, heightMm };
  return {
    name,
    page: size,
    columns: 1,
    rows: 1,
    label: size,
    first: { leftMm: 0, topMm: 0 },
    step: { xMm: 0, yMm: 0 },
  };
}

/**
 * What stands on a label: blank at its edges (mm), the sizes its name may have, the largest that fits first, and down to
 * which it is kept to one line and to two (pt).
 */
export const labelMeasures = {
  label: { padMm: 4, namePt: [18, 16, 14, 12, 10.5, 9], linePt: 14, briefPt: 12, smallPt: 9 },
  envelope: { padMm: 14, namePt: [30, 26, 22, 18, 16, 14], linePt: 22, briefPt: 18, smallPt: 12 },
} as const;
