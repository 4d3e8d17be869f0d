import { dateParts } from '../../../shared/domain/dates.ts';
import type { DistributionSheet } from '../../../shared/domain/distributionSheet.ts';
import { printable } from '../../../shared/page/compose/characters.ts';
import {
  type LabelSheet,
  type LabelWish,
  labelMeasures,
  labelSheets,
  labelsOnSheet,
  type PlacedLabel,
  placeLabels,
} from '../../../shared/page/labels.ts';
import { PT_PER_MM } from '../../../shared/page/measures.ts';
import { PressError } from '../errors.ts';
import type { FaceSetting, Fonts } from './fonts.ts';
import { round } from './segments.ts';
import { copyNumbers } from './sheet.ts';

/** Labels as their template reads them: places and sizes in pt. */
export interface LabelSetting {
  title: string;
  date: { year: number; month: number; day: number };
  page: { width: number; height: number };
  label: { width: number; height: number };
  pad: number;
  namePt: readonly number[];
  /** Smallest size of a name that is kept to one line, and to two. */
  linePt: number;
  briefPt: number;
  smallPt: number;
  pages: { x: number; y: number; name: string; above: string; sender: string }[][];
  faces: Record<string, FaceSetting>;
}

export const LABELS_FILE = 'labels.json';
/** More than a print run ever needs; beyond it a number was mistyped. */
const MOST_LABELS = 5000;

/** @throws PressError `empty` where nobody gets a copy, `tooLarge` for more than 5,000 labels */
export function labelSetting(sheet: DistributionSheet, wish: LabelWish, fonts: Fonts): LabelSetting {
  const kind: LabelSheet = labelSheets[wish.sheet];
  const placed = placeLabels(sheet, wish);
  if (placed.length === 0) throw new PressError('empty', '发送范围里还没有收件人，没有标签可印');
  if (placed.length > MOST_LABELS)
    throw new PressError('tooLarge', `标签有 ${placed.length} 枚，超过上限 ${MOST_LABELS} 枚，请检查份数`);
  const { padMm, namePt, linePt, briefPt, smallPt } = labelMeasures[labelsOnSheet(kind) === 1 ? 'envelope' : 'label'];
  const pages = Array.from({ length: (placed.at(-1)?.page ?? 0) + 1 }, (): LabelSetting['pages'][number] => []);
  for (const label of placed)
    pages[label.page]?.push({
      x: pt(label.leftMm),
      y: pt(label.topMm),
      name: printable(label.recipient),
      above: printable(`${sheet.title}${sheet.issueText}　${copiesOf(label)}`),
      sender: printable(sheet.office),
    });
  return {
    title: printable(`${sheet.title}${sheet.issueText}信封标签`),
    date: dateParts(sheet.date),
    page: { width: pt(kind.page.widthMm), height: pt(kind.page.heightMm) },
    label: { width: pt(kind.label.widthMm), height: pt(kind.label.heightMm) },
    pad: pt(padMm),
    namePt,
    linePt,
    briefPt,
    smallPt,
    pages,
    faces: fonts.sheetFaces(),
  };
}

const pt = (mm: number) => round(mm * PT_PER_MM);

/** 2份, with their numbers where copies are numbered. */
const copiesOf = ({ copies, copyNumbers: numbers }: PlacedLabel) =>
  `${copies}份${numbers ? `　份号${copyNumbers(...numbers)}` : ''}`;
