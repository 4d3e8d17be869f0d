/**
 * Points (积分) in hundredths, always whole: 2.5 points are 250. Sums of whole numbers do not drift, and what is printed
 * with two places adds up by hand.
 */
export type Points = number & { readonly __brand: 'Points' };

/** From points as people say them, at most two places: 2.5 → 250 hundredths. */
export const points = (value: number): Points => Math.round(value * 100) as Points;

export const noPoints = 0 as Points;

export const add = (a: Points, b: Points): Points => (a + b) as Points;

/** As printed, without needless zeros: `12`, `135.4`, `-2`, `1.67`. */
export function formatPoints(value: Points): string {
  const size = Math.abs(value);
  const part = String(size % 100).padStart(2, '0');
  const fraction = part === '00' ? '' : `.${part.endsWith('0') ? part.slice(0, 1) : part}`;
  return `${value < 0 ? '-' : ''}${Math.trunc(size / 100)}${fraction}`;
}

const DECIMAL = /^([+-]?)(\d{1,4})(?:\.(\d{1,2}))?$/;

/** Reads `2.5` or `-1`; `null` where it is no figure with at most two places. Never goes through a float. */
export function parsePoints(text: string): Points | null {
  const match = DECIMAL.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = '0', fraction = ''] = match;
  const size = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  return (sign === '-' && size > 0 ? -size : size) as Points;
}

/**
 * Equal shares of one whole among `count` units, in hundredths: they differ by at most 0.01 and their sum is the whole.
 * What does not divide goes to those named first in the source mark (主报单位在前).
 */
export function shares(whole: Points, count: number): Points[] {
  const low = Math.floor(whole / count);
  const more = whole - low * count;
  return Array.from({ length: count }, (_, i) => (low + (i < more ? 1 : 0)) as Points);
}

/** `value` times a multiplier in hundredths (×1.5 is 150), rounded half up to the hundredth. */
export const multiplied = (value: Points, times: number): Points => Math.round((value * times) / 100) as Points;
