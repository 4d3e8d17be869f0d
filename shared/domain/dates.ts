/** A calendar date, `2020-03-06`; no time, no zone. */
export type IsoDate = string & { readonly __brand: 'IsoDate' };

/** A moment as ISO 8601 with zone, `2020-03-06T01:12:00.000Z`. */
export type Timestamp = string & { readonly __brand: 'Timestamp' };

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether `text` is a date that exists (2023-02-29 does not). */
export function isIsoDate(text: string): text is IsoDate {
  const match = ISO_DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Year, month (1–12) and day of a date. */
export function dateParts(date: IsoDate): { year: number; month: number; day: number } {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return { year, month, day };
}

/** `2020-03-06` → `2020年3月6日`, as a bulletin prints it (GB/T 9704-2012 7.3.5.4: no leading zeros). */
export function formatDate(date: IsoDate): string {
  const { year, month, day } = dateParts(date);
  return `${year}年${month}月${day}日`;
}

/** The local calendar date of a moment: what the wall clock of the office shows. */
export function toIsoDate(moment: Date): IsoDate {
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}` as IsoDate;
}
