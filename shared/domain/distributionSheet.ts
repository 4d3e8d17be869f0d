import type { IsoDate } from './dates.ts';

/**
 * The distribution sheet (分发单) of an issue: who gets how many copies. The print room packs by it; receipts (签收单) and
 * labels are made from it.
 */
export interface DistributionSheet {
  /** Name of the publication, 上街信息. */
  title: string;
  /** As printed, 第19期. */
  issueText: string;
  /** Who sends it, 中共上街区委办公室. */
  office: string;
  date: IsoDate;
  rows: DistributionRow[];
  /** Copies kept in the office. */
  spare: number;
  /** 印数: all copies, the spare ones included. */
  total: number;
}

export interface DistributionRow {
  /** The line of the imprint the recipient stands on: 报, 送, 发. */
  label: string;
  recipient: string;
  copies: number;
  /** First and last copy number (份号) where copies are numbered. */
  fromCopy?: number;
  toCopy?: number;
}

/** The sheet with a number for every copy: readers in order from 1, the spare copies last. */
export function withCopyNumbers(sheet: DistributionSheet): DistributionSheet {
  let next = 1;
  const rows = sheet.rows.map((row) => {
    if (row.copies === 0) return row;
    const numbered = { ...row, fromCopy: next, toCopy: next + row.copies - 1 };
    next += row.copies;
    return numbered;
  });
  return { ...sheet, rows };
}

/** Numbers of the copies kept in the office; `null` where copies are not numbered, or none is kept. */
export function spareNumbers({ rows, spare, total }: DistributionSheet): [from: number, to: number] | null {
  const numbered = rows.some(({ fromCopy }) => fromCopy !== undefined);
  return numbered && spare > 0 ? [total - spare + 1, total] : null;
}
