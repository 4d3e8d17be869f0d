import type { Timestamp } from '../../shared/domain/dates.ts';

const twoDigits = (n: number) => String(n).padStart(2, '0');
const dayNumber = (date: Date) => Math.floor((date.getTime() - date.getTimezoneOffset() * 60_000) / 86_400_000);

/** A moment as a list shows it: `09:12` today, `昨天`, `3月6日` this year, `2019.3.6` before. */
export function shortMoment(moment: Timestamp, now: Date = new Date()): string {
  const date = new Date(moment);
  const days = dayNumber(now) - dayNumber(date);
  if (days === 0) return `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
  if (days === 1) return '昨天';
  if (date.getFullYear() === now.getFullYear()) return `${date.getMonth() + 1}月${date.getDate()}日`;
  return `${date.getFullYear()}.${date.getMonth() + 1}.${date.getDate()}`;
}

/** A moment in full, `2020年3月6日 09:12`. */
export function fullMoment(moment: Timestamp): string {
  const date = new Date(moment);
  const day = `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`;
  return `${day} ${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

/** Bytes as people say them: `312 KB`, `4.1 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
