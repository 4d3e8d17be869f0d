import type { CodeSlips } from '../../../shared/domain/codeSlips.ts';
import { dateParts, formatDate } from '../../../shared/domain/dates.ts';
import { printable } from '../../../shared/page/compose/characters.ts';
import { cellOf, labelSheets, labelsOnSheet } from '../../../shared/page/labels.ts';
import { PT_PER_MM } from '../../../shared/page/measures.ts';
import { slipMeasures } from '../../../shared/page/slipMeasures.ts';
import type { FaceSetting, Fonts } from './fonts.ts';
import { round } from './segments.ts';

/** Slips as their template reads them: places and sizes in pt. */
export interface SlipSetting {
  title: string;
  date: { year: number; month: number; day: number };
  page: { width: number; height: number };
  slip: { width: number; height: number };
  pad: number;
  namePt: number;
  codePt: number;
  textPt: number;
  smallPt: number;
  /** The code of the address: side of the square, and its dark cells row by row; `null` while there is no address. */
  qr: { side: number; rows: boolean[][] } | null;
  address: string;
  foot: string;
  pages: { x: number; y: number; name: string; code: string }[][];
  faces: Record<string, FaceSetting>;
}

export const SLIPS_FILE = 'slips.json';

/**
 * One slip a unit, eight to a sheet of A4 that is cut apart.
 * @param square the address as a square code, row by row; `null` while there is no address
 */
export function slipSetting(
  { office, date, url, slips }: CodeSlips,
  square: boolean[][] | null,
  fonts: Fonts,
): SlipSetting {
  const sheet = labelSheets.a4x8;
  const { padMm, qrMm, namePt, codePt, textPt, smallPt } = slipMeasures;
  const pages: SlipSetting['pages'] = [];
  for (const [i, { name, code }] of slips.entries()) {
    const { page, leftMm, topMm } = cellOf(sheet, i);
    pages[page] ??= [];
    pages[page].push({ x: pt(leftMm), y: pt(topMm), name: printable(name), code: printable(code) });
  }
  return {
    title: `报送端密码单（每张${labelsOnSheet(sheet)}份）`,
    date: dateParts(date),
    page: { width: pt(sheet.page.widthMm), height: pt(sheet.page.heightMm) },
    slip: { width: pt(sheet.label.widthMm), height: pt(sheet.label.heightMm) },
    pad: pt(padMm),
    namePt,
    codePt,
    textPt,
    smallPt,
    qr: square === null ? null : { side: pt(qrMm), rows: square },
    address: printable(url ?? ''),
    foot: printable(`${office}　${formatDate(date)}`),
    pages,
    faces: fonts.sheetFaces(),
  };
}

const pt = (mm: number) => round(mm * PT_PER_MM);
