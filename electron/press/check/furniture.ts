import { type Measures, PT_PER_MM } from '../../../shared/page/measures.ts';
import { off, round } from './figures.ts';
import type { PageParts } from './pageLines.ts';
import { tolerances as T } from './tolerances.ts';

/** Takes what is found: a sentence, and the page it is about. */
export interface Say {
  fail: (text: string, page?: number) => void;
  warn: (text: string, page?: number) => void;
}

const bottomOf = ({ margin, area }: Measures) => (margin.topMm + area.heightMm) * PT_PER_MM;

/** A dash on each side, 四号宋体, outside, 7 mm below the type area (7.5). */
export function checkPageNumbers(parts: readonly PageParts[], measures: Measures, { fail, warn }: Say): void {
  const { textPt, belowMm, insetPt, place } = measures.pageNumber;
  if (place === 'none') return;
  const { leftMm } = measures.margin;
  for (const { n, pageNumber, widthPt } of parts) {
    if (!pageNumber) {
      warn(`第${n}页没有页码`, n);
      continue;
    }
    const { text, em, x0, x1, glyphs } = pageNumber;
    const right = (x0 + x1) / 2 > widthPt / 2;
    const centred = Math.abs((x0 + x1) / 2 - (leftMm + measures.area.widthMm / 2) * PT_PER_MM) < 2 * PT_PER_MM;
    if (Number(text.replace(/\D/g, '')) !== n) warn(`第${n}页的页码是“${text}”`, n);
    if (!/^[-–—―－─]\s*\d+\s*[-–—―－─]$/.test(text)) fail(`第${n}页页码“${text}”缺一字线`, n);
    if (off(em, textPt, T.pageNumberPt)) fail(`第${n}页页码 ${round(em)} 磅，应为 ${textPt} 磅`, n);
    // The upper edge of a dash is about 0.33 em above the baseline in every 宋体.
    const below = ((glyphs[0]?.y ?? 0) - 0.33 * em - bottomOf(measures)) / PT_PER_MM;
    if (off(below, belowMm, T.dashMm)) fail(`第${n}页页码在版心下 ${round(below)} 毫米，应为 ${belowMm} 毫米`, n);
    if (centred) continue;
    if (right !== (n % 2 === 1)) fail(`第${n}页页码应在${n % 2 === 1 ? '右' : '左'}边`, n);
    const inset = right ? (leftMm + measures.area.widthMm) * PT_PER_MM - x1 : x0 - leftMm * PT_PER_MM;
    if (off(inset / PT_PER_MM, insetPt / PT_PER_MM, T.insetMm))
      warn(`第${n}页页码离版心边 ${round(inset / PT_PER_MM)} 毫米，应空一字`, n);
  }
  if (parts.every(({ pageNumber }) => !pageNumber)) fail('没有页码');
}

/** Distance of the imprint's last rule from the foot of the type area, mm. */
export function checkImprint(parts: readonly PageParts[], measures: Measures, { fail, warn }: Say): number | null {
  const page = parts.findLast(({ imprintRules }) => imprintRules.length > 0);
  const last = page?.imprintRules.at(-1);
  if (!page || !last) {
    warn('没有版记');
    return null;
  }
  if (page.n !== parts.length) fail('版记不在最后一页', page.n);
  const foot = (last.y + last.height - bottomOf(measures)) / PT_PER_MM;
  if (Math.abs(foot) > T.footMm) fail(`版记末线离版心下边 ${round(foot)} 毫米，应重合`, page.n);
  const { thickMm, thinMm } = measures.imprint;
  page.imprintRules.forEach((rule, i) => {
    const wanted = i === 0 || rule === last ? thickMm : thinMm;
    const height = rule.height / PT_PER_MM;
    if (off(height, wanted, T.ruleMm)) warn(`版记第${i + 1}条线粗 ${round(height)} 毫米，应为 ${wanted} 毫米`, page.n);
  });
  return round(foot);
}
