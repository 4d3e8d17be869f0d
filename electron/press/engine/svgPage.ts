/**
 * A page as SVG, taken apart: the drawing, and the outlines its characters are drawn with. The engine writes outlines
 * with eight digits, four kilobytes for a character of 仿宋, and writes them again for every page; here each is made
 * compact once and kept by its id, which is a hash of the outline, so that pages and edits share them.
 */
export interface SvgPage {
  /** The page without outlines; refers to them by id. */
  drawing: string;
  glyphs: string[];
}

const compactGlyphs = new Map<string, string>();
/** About all characters of ten issues; more are forgotten together. */
const MOST_GLYPHS = 20_000;
/** A hundredth of a point is finer than any printer; screens at 400 % show it as a twentieth of a pixel. */
const DECIMALS = 2;

export function takeApart(svg: string): SvgPage {
  const at = svg.lastIndexOf('<defs id="glyph">');
  const glyphs: string[] = [];
  if (compactGlyphs.size > MOST_GLYPHS) compactGlyphs.clear();
  if (at >= 0)
    for (const [, id, d] of svg.slice(at).matchAll(/<symbol id="(\w+)"[^>]*>\s*<path d="([^"]*)"/g)) {
      if (!id || d === undefined) continue;
      glyphs.push(id);
      if (!compactGlyphs.has(id)) compactGlyphs.set(id, `<path id="${id}" d="${compactPath(d)}"/>`);
    }
  const drawing = (at >= 0 ? svg.slice(0, at) : svg.replace('</svg>', ''))
    .replace(/>\s+</g, '><')
    .replaceAll(' fill="#000000" fill-rule="nonzero"', '')
    .replaceAll('xlink:href', 'href')
    .replace(/-?\d+\.\d{4,}/g, (number) => String(Number(Number(number).toFixed(3))));
  return { drawing, glyphs };
}

/** Outlines by id, as `<path>` elements to stand in one `<defs>` of the document that shows the pages. */
export const outlines = (glyphs: Iterable<string>): string =>
  [...glyphs].map((id) => compactGlyphs.get(id) ?? '').join('');

/** A page that needs nothing else. */
export const standAlone = ({ drawing, glyphs }: SvgPage): string => `${drawing}<defs>${outlines(glyphs)}</defs></svg>`;

/** A page whose outlines are already in the document. */
export const withoutOutlines = ({ drawing }: SvgPage): string => `${drawing}</svg>`;

function compactPath(d: string): string {
  return d
    .replace(/-?\d+\.\d+/g, (number) => String(Number(Number(number).toFixed(DECIMALS))))
    .replace(/\s*([a-zA-Z])\s*/g, '$1')
    .replace(/ -/g, '-')
    .replace(/(^|[^\d.])0\./g, '$1.');
}
