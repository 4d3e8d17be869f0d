import { type LatinMetrics, timesMetrics } from '../../../shared/page/compose/latin.ts';
import type { Compiler } from './compiler.ts';
import type { Fonts } from './fonts.ts';

const UNITS_PER_EM = 2048;
const MEASURED_PT = 100;

/**
 * Widths of the face ASCII is set in here. All faces of the Latin role share one table; only where none of them is installed does
 * another face stand in, and is measured.
 */
export function latinMetrics(fonts: Fonts, compiler: Compiler): LatinMetrics {
  if (fonts.family('latin')) return timesMetrics;
  const family = fonts.asciiFamily();
  return {
    regular: measureFace(compiler, family, 'regular') ?? timesMetrics.regular,
    bold: measureFace(compiler, family, 'bold') ?? timesMetrics.bold,
  };
}

/** Advances of U+0020 to U+007E in a family, 1/2048 em; `null` where the engine gives none. */
export function measureFace(compiler: Compiler, family: string | null, weight: 'regular' | 'bold'): number[] | null {
  const font = family === null ? '' : `font: ${JSON.stringify(family)}, `;
  const source = `#set text(${font}weight: "${weight}", size: ${MEASURED_PT}pt, kerning: false, ligatures: false)
#context [#metadata(range(0x20, 0x7f).map(i => measure(text(str.from-unicode(i))).width / 1pt)) <widths>]`;
  const widths = compiler.query(source, 'widths');
  if (!Array.isArray(widths) || !widths.every((width) => typeof width === 'number')) return null;
  return widths.map((width) => Math.round((width / MEASURED_PT) * UNITS_PER_EM));
}
