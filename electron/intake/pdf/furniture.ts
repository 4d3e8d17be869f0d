import type { PdfLine, PdfPage } from './page.ts';

/** Share of the page's height at its head and foot in which furniture stands; GB/T 9704-2012 7.5 puts page numbers within. */
const MARGIN = 0.12;
/** Running heads of several pages stand on the same height, pt. */
const SAME_HEIGHT = 4;

/**
 * Takes running heads, running feet and page numbers out of the pages: by their place, and because other pages have
 * the same there, figures aside. What was taken out is told once, so that nothing is lost.
 */
export function setFurnitureAside(pages: readonly PdfPage[]): { pages: PdfPage[]; leftOver: string[] } {
  const margins = pages.map((page) => page.lines.filter((line) => inMargin(line, page)));
  const repeated = new Set<string>();
  let numbered = false;
  const bodies = pages.map((page, index) => {
    const furniture = (margins[index] ?? []).filter((line) => {
      if (isPageNumber(line.text)) {
        numbered = true;
        return true;
      }
      const copies = margins.filter((lines, other) => other !== index && lines.some((one) => isCopy(one, line)));
      // Left and right pages differ, so that a head of its own stands on every other page only.
      if (copies.length === 0 || (copies.length + 1) * 3 < pages.length) return false;
      repeated.add(line.text.replace(/\s+/g, ' '));
      return true;
    });
    return { ...page, lines: page.lines.filter((line) => !furniture.includes(line)) };
  });
  const heads = [...repeated].slice(0, 4).map((text) => `“${text}”`);
  const leftOver = [
    ...(repeated.size === 0 ? [] : [`页眉页脚没有读入正文：${heads.join('、')}${repeated.size > 4 ? '等' : ''}。`]),
    ...(numbered ? ['页码没有读入正文。'] : []),
  ];
  return { pages: bodies, leftOver };
}

function inMargin({ y }: PdfLine, { height }: PdfPage): boolean {
  return y < height * MARGIN || y > height * (1 - MARGIN);
}

function isCopy(one: PdfLine, other: PdfLine): boolean {
  return Math.abs(one.y - other.y) <= SAME_HEIGHT && shape(one.text) === shape(other.text);
}

const shape = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, '');

const DASH = '[—–－\\-‐―─·•~～]';
const PAGE_NUMBER = new RegExp(
  `^(?:${DASH}+\\s*)?(?:第?\\s*\\d{1,4}\\s*页?(?:\\s*[/／，,共]*\\s*\\d{1,4}\\s*页?)?|[ivxlc]{1,6}|第?[一二三四五六七八九十百]{1,5}页)(?:\\s*${DASH}+)?$`,
  'i',
);

const isPageNumber = (text: string): boolean => PAGE_NUMBER.test(text);
