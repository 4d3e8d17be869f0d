/**
 * A name for a file made from any text: legal on Windows, macOS and Linux, and in a ZIP opened on either.
 * Forbidden signs become their full-width twins, so that 3/8 stays readable; the extension survives cutting.
 * `maxBytes` counts UTF-8 (Linux allows 255; the rest is for “（2）” and the like).
 */
export function safeFileName(text: string, { maxBytes = 200, fallback = '未命名' } = {}): string {
  const cleaned = text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replace(/\s+/gu, ' ')
    .normalize('NFC')
    .replace(/[<>:"/\\|?*]/g, toFullWidth);
  const trimmed = trimEnds(cleaned);
  if (trimmed === '') return fallback;
  const name = RESERVED.test(trimmed) ? `_${trimmed}` : trimmed;
  return byteLength(name) <= maxBytes ? name : shorten(name, maxBytes);
}

/**
 * Controls, and the marks that hide or turn what stands beside them: `gpj.exe` after U+202E shows as `exe.jpg`.
 * Joiners stay out too; an emoji made of several then falls apart, which harms nobody.
 */
const INVISIBLE = /(?![\t\n\v\f\r])[\p{Cc}\p{Cf}\uFFFE\uFFFF]/gu;

/** Names of devices, with any extension, also with the superscript digits: Microsoft, “Naming Files, Paths, and Namespaces”. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/i;

const toFullWidth = (sign: string) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0);

/** Windows drops dots and spaces at the end; a dot in front hides the file elsewhere. */
const trimEnds = (name: string) => name.replace(/^[\s.]+|(?<![\s.])[\s.]+$/gu, '');

const byteLength = (text: string) => new TextEncoder().encode(text).length;

function shorten(name: string, maxBytes: number): string {
  const extension = /(?<=.)\.[A-Za-z0-9]{1,8}$/u.exec(name)?.[0] ?? '';
  const stem = extension ? name.slice(0, -extension.length) : name;
  let room = maxBytes - byteLength(extension);
  let kept = '';
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(stem)) {
    room -= byteLength(segment);
    if (room < 0) break;
    kept += segment;
  }
  return trimEnds(kept) + extension;
}
