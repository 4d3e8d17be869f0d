import type { Timestamp } from '../../shared/domain/dates.ts';

const two = (n: number) => `0${n}`.slice(-2);

/** `3月6日 09:12`, with the year where it is another one. */
export function moment(at: Timestamp, now: Date = new Date()): string {
  const date = new Date(at);
  const time = `${two(date.getHours())}:${two(date.getMinutes())}`;
  const year = date.getFullYear() === now.getFullYear() ? '' : `${date.getFullYear()}年`;
  return `${year}${date.getMonth() + 1}月${date.getDate()}日 ${time}`;
}

export const size = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
