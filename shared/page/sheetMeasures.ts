import { PAGE } from './measures.ts';

/** Lists that go with an issue: 分发单, by which the print room packs, and 签收单, which the courier has signed. */
export type SheetKind = 'distribution' | 'receipts';

/** A column of such a list; `parts` is its share of the width, on paper and in a spreadsheet. */
export interface SheetColumn {
  title: string;
  parts: number;
}

const columns = {
  number: { title: '序号', parts: 1.3 },
  label: { title: '类别', parts: 1.9 },
  recipient: { title: '单位', parts: 4.4 },
  copies: { title: '份数', parts: 1.3 },
  copyNumbers: { title: '份号', parts: 2.4 },
  packed: { title: '装封', parts: 1.3 },
  signature: { title: '签收人', parts: 2.2 },
  time: { title: '签收时间', parts: 2.4 },
  remark: { title: '备注', parts: 2.2 },
} as const satisfies Record<string, SheetColumn>;
export type SheetColumnId = keyof typeof columns;

/** The one table of measurements of the lists: A4, mm and pt as named. */
export const sheetMeasures = {
  page: PAGE,
  marginMm: { side: 22, top: 26, bottom: 22 },
  headingPt: 22,
  textPt: 12,
  smallPt: 10.5,
  gap: 16,
  rule: 0.6,
  pad: 5,
  /** Blank above and below a row's text, pt; a reader signs in rows of about 12 mm. */
  padY: { distribution: 8, receipts: 11 },
  /** Width of a spreadsheet's column, characters a part. */
  characters: 6,
  columns,
  order: {
    distribution: ['number', 'label', 'recipient', 'copies', 'copyNumbers', 'packed', 'remark'],
    receipts: ['number', 'recipient', 'copies', 'copyNumbers', 'signature', 'time', 'remark'],
  },
} as const satisfies { order: Record<SheetKind, readonly SheetColumnId[]> } & Record<string, unknown>;
