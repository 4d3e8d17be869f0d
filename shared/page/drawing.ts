/**
 * A page as it is painted: what the engine set, in pt from the page's upper left corner. Data, never markup: whoever
 * paints it cannot run it.
 */

/** `[a, b, c, d, e, f]`: a point (x, y) comes to (ax + cy + e, bx + dy + f). */
export type Matrix = readonly [number, number, number, number, number, number];

export type Mark = TextMark | ShapeMark | PictureMark;

/** Characters in a row. */
export interface TextMark {
  m: Matrix;
  /** Names of outlines, each followed by its x. */
  glyphs: (string | number)[];
  /** Left out where it is black. */
  fill?: string;
  /** Width of the line drawn round the outlines, where a face has no bold of its own. */
  stroke?: number;
}

/** A rule or another filled shape. */
export interface ShapeMark {
  m: Matrix;
  /** SVG path data. */
  path: string;
  fill?: string;
}

export interface PictureMark {
  m: Matrix;
  /** Name of its bytes. */
  picture: string;
  width: number;
  height: number;
  /** What of it is seen: path data in coordinates of its own. */
  clip?: { m: Matrix; path: string } | undefined;
}

/** What marks refer to by name, each sent once: outlines as SVG path data, pictures as `data:` addresses. */
export interface Assets {
  outlines: Record<string, string>;
  pictures: Record<string, string>;
}

/** The same mark, `x` to the right and `y` down. */
export function moved(mark: Mark, x: number, y: number): Mark {
  const move = ([a, b, c, d, e, f]: Matrix): Matrix => [a, b, c, d, round(e + x), round(f + y)];
  if ('picture' in mark && mark.clip) return { ...mark, m: move(mark.m), clip: { ...mark.clip, m: move(mark.clip.m) } };
  return { ...mark, m: move(mark.m) };
}

/** Names of the outlines and pictures marks refer to, each once. */
export function namesIn(marks: readonly Mark[]): string[] {
  const names = new Set<string>();
  for (const mark of marks) {
    if ('picture' in mark) names.add(mark.picture);
    else if ('glyphs' in mark) for (const name of mark.glyphs) if (typeof name === 'string') names.add(name);
  }
  return [...names];
}

/** Three decimals of a point are a third of a micrometre. */
export const round = (pt: number): number => Math.round(pt * 1000) / 1000;
