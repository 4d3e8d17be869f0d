/**
 * Widths of ASCII characters, so that lines can be composed without the engine. Times New Roman, Liberation Serif,
 * Nimbus Roman, Tinos and TeX Gyre Termes were made to the same widths, so one table serves wherever one of them is
 * installed; the engine measures its face at start and hands over another table only when it differs.
 */
export interface LatinMetrics {
  /** Advance of U+0020 to U+007E, 1/2048 em. */
  regular: readonly number[];
  bold: readonly number[];
}

const UNITS_PER_EM = 2048;
const FIRST = 0x20;

/** Read off Liberation Serif by the engine; the same figures as Adobe's published Times metrics, rounded to 1/2048. */
export const timesMetrics: LatinMetrics = {
  regular: [
    512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024, 1024, 1024, 1024, 1024,
    1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886, 1479, 1366, 1366, 1479, 1251, 1139, 1479, 1479,
    682, 797, 1479, 1251, 1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479, 1479, 1251, 682, 569,
    682, 961, 1024, 682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024, 569, 1593, 1024, 1024, 1024, 1024,
    682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983, 1108,
  ],
  bold: [
    512, 682, 1137, 1024, 1024, 2048, 1706, 569, 682, 682, 1024, 1167, 512, 682, 512, 569, 1024, 1024, 1024, 1024, 1024,
    1024, 1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167, 1024, 1905, 1479, 1366, 1479, 1479, 1366, 1251, 1593,
    1593, 797, 1024, 1593, 1366, 1933, 1479, 1593, 1251, 1593, 1479, 1139, 1366, 1479, 1479, 2048, 1479, 1479, 1366,
    682, 569, 682, 1190, 1024, 682, 1024, 1139, 909, 1139, 909, 682, 1024, 1139, 569, 682, 1139, 569, 1706, 1139, 1024,
    1139, 1139, 909, 797, 682, 1139, 1024, 1479, 1024, 1024, 909, 807, 451, 807, 1065,
  ],
};

/** Width of ASCII text in em. */
export function latinEm(text: string, weight: readonly number[]): number {
  let units = 0;
  for (let i = 0; i < text.length; i++) units += weight[text.charCodeAt(i) - FIRST] ?? UNITS_PER_EM / 2;
  return units / UNITS_PER_EM;
}

/** Longest number or word that is kept whole, characters; web addresses are longer. */
export const WHOLE = 24;
/** Most characters of an address that stay together: what does not fit leaves a gap in the line before. */
const PIECE = 8;

/**
 * Pieces a run of ASCII may be divided into: one, unless it is too long for the line; then after / . - _ ? & = or, failing that,
 * every 8 characters. `fits` tells whether a piece has room on an empty line.
 */
export function latinPieces(text: string, fits: (piece: string) => boolean): string[] {
  if (text.length <= WHOLE && fits(text)) return [text];
  const pieces: string[] = [];
  for (const part of text.match(/[^/.\-_?&=]*[/.\-_?&=]|[^/.\-_?&=]+/g) ?? [text]) {
    for (let rest = part; rest !== ''; ) {
      let length = Math.min(rest.length, PIECE);
      while (length > 1 && !fits(rest.slice(0, length))) length--;
      pieces.push(rest.slice(0, length));
      rest = rest.slice(length);
    }
  }
  return pieces;
}
