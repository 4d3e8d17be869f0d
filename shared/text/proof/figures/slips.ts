import { placesOf, type Quantity } from './quantities.ts';

/** Whether one number is the other with a digit mistyped or two neighbouring digits in the wrong order: 97.1 for 91.7. */
export function isSlipOf(given: string, right: string): boolean {
  if (given.length !== right.length || given === right) return false;
  const odd = [...given].flatMap((digit, i) => (digit === right[i] ? [] : [i]));
  const [first = 0, second = 0] = odd;
  if (odd.length === 1) return given[first] !== '.' && right[first] !== '.';
  if (odd.length !== 2) return false;
  const between = given.slice(first + 1, second);
  return (between === '' || between === '.') && given[first] === right[second] && given[second] === right[first];
}

/** The figure as printed, without scale and measure. */
const printedNumber = ({ text }: Quantity): string => /^[\d.]+/.exec(text.replace(/[,，]/g, ''))?.[0] ?? '';

/** What `quantity` would have to read to be worth `value`, in its own scale and places: 2430 for a 2340 that is 90 short. */
export function printedAs(quantity: Quantity, value: number): string {
  const printed = printedNumber(quantity);
  const scale = quantity.value / Number(printed || 1);
  return (value / scale).toFixed(placesOf(printed));
}

/** Whether the quantity is a mistyped `value`. */
export const isSlip = (quantity: Quantity, value: number): boolean =>
  value > 0 && isSlipOf(printedNumber(quantity), printedAs(quantity, value));

/** Of parts and their whole, the one that a single slip put wrong, and what it should read; `null` where none explains it. */
export function slipAmong(parts: readonly Quantity[], whole: Quantity): { odd: Quantity; value: number } | null {
  const short = whole.value - parts.reduce((sum, part) => sum + part.value, 0);
  if (isSlip(whole, whole.value - short)) return { odd: whole, value: whole.value - short };
  const odd = parts.find((part) => isSlip(part, part.value + short));
  return odd ? { odd, value: odd.value + short } : null;
}
