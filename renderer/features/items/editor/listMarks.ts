import { formatNumeral } from '../../../../shared/text/numerals.ts';

/** What a list shows before an entry by itself: `text`; `wholly` where the element is nothing else. */
interface ListMark {
  text: string;
  wholly: boolean;
}

/**
 * The number of an entry of a list, as text; without it 一、 and （二） would be lost. Word and WPS write it into the
 * clipboard themselves, with blanks behind it; on a web page it is the browser's. A dot or square says nothing and falls
 * away. `null` where the element has none.
 */
export function listMark(element: Element): ListMark | null {
  if (/mso-list:\s*ignore/i.test(element.getAttribute('style') ?? '')) {
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    return { text: isBullet(text) ? '' : text, wholly: true };
  }
  if (element.tagName !== 'LI' || element.parentElement?.tagName !== 'OL') return null;
  return { text: numberOf(element as HTMLLIElement, element.parentElement as HTMLOListElement), wholly: false };
}

/** Symbols, and the letters that Wingdings and Symbol draw as such. */
const isBullet = (text: string): boolean => /^(?:[·•●○■□◆◇★➢▪–—\-*]|[lnuqovØüwü§])?$/u.test(text);

function numberOf(entry: HTMLLIElement, list: HTMLOListElement): string {
  const entries = [...list.children].filter((child) => child.tagName === 'LI');
  const before = entries.slice(0, entries.indexOf(entry)).findLast((one) => one.hasAttribute('value'));
  const [from, start] = before
    ? [entries.indexOf(before), Number(before.getAttribute('value'))]
    : [0, Number(list.getAttribute('start') ?? 1)];
  const own = Number(entry.getAttribute('value'));
  const n = entry.hasAttribute('value') ? own : start + entries.indexOf(entry) - from;
  const style = `${entry.style.listStyleType} ${list.style.listStyleType} ${list.getAttribute('type') ?? ''}`;
  if (/none/.test(style) || !Number.isInteger(n)) return '';
  if (/chinese|cjk|ideographic/.test(style) && n > 0 && n < 1000) return `${formatNumeral(n)}、`;
  if (/upper-alpha|upper-latin|\bA\b/.test(style)) return `${String.fromCharCode(64 + n)}.`;
  if (/lower-alpha|lower-latin|\ba\b/.test(style)) return `${String.fromCharCode(96 + n)}.`;
  return `${n}.`;
}
