import { safeFileName } from '../core/files/safeFileName.ts';

/**
 * The name a file came with, for showing and for the register: its last part only, without controls and turning marks.
 * Nothing is ever stored under it.
 */
export const nameOfUpload = (given: string): string => safeFileName(given.split(/[\\/]/).at(-1) ?? '');

/** The same with the last folders it lay in, which often say the year: 2018/第17期.docx. */
export const pathOfUpload = (given: string): string =>
  given
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .slice(-KEPT_PARTS)
    .map((part) => safeFileName(part))
    .join('/') || safeFileName('');

const KEPT_PARTS = 3;

/** `Content-Disposition` after RFC 6266: plain letters for the oldest readers, UTF-8 for all others. */
export function contentDisposition(name: string, { inline }: { inline: boolean }): string {
  const legal = safeFileName(name);
  const plain = legal.replace(/[^\w.()-]/g, '_');
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encodeExtended(legal)}`;
}

/** RFC 8187 `value-chars`; `encodeURIComponent` leaves five signs that are none. */
const encodeExtended = (text: string) =>
  encodeURIComponent(text).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
