import type { FontRemarks, FontRoleReport } from '../../shared/contract/views.ts';
import { type Bulletin, wordsOf } from '../../shared/domain/bulletin.ts';
import type { GlyphReport } from '../press/index.ts';

/** What the fonts lack for a bulletin, in sentences that say where a character stands. */
export function fontRemarksOf(fonts: readonly FontRoleReport[], glyphs: GlyphReport, bulletin: Bulletin): FontRemarks {
  const substituted = fonts
    .filter((font) => font.substituted)
    .map((font) => (font.used === null ? `缺少${font.role}字体` : `${font.role}以“${font.used}”代替“${font.wanted}”`));
  const stray = glyphs.stray.map(
    ({ role, characters }) => `${role}字体中没有${named(characters, bulletin)}，以其他字体代替`,
  );
  const blocking = glyphs.nowhere.map(
    (char) => `没有一种字体有${named([char], bulletin)}，不能导出，请改用别的字，或安装含有它的字体`,
  );
  return { blocking, remarks: [...substituted, ...stray] };
}

/** “喆”“婻”（见“区人社局…”） */
function named(characters: readonly string[], bulletin: Bulletin): string {
  const places = new Set(characters.flatMap((char) => placesOf(char, bulletin)));
  const quoted = characters.map((char) => `“${char}”${isPrivate(char) ? `（U+${codeOf(char)}）` : ''}`).join('');
  const shown = [...places].slice(0, MOST_PLACES).join('、');
  return shown === '' ? quoted : `${quoted}（见${shown}${places.size > MOST_PLACES ? '等' : ''}）`;
}

const MOST_PLACES = 3;
const TITLE_LENGTH = 12;

/** Entries whose words have the character, by the head of their title or text. */
function placesOf(char: string, { entries }: Bulletin): string[] {
  return entries.flatMap(({ title, body, source }) => {
    const words = [title ?? '', ...wordsOf(body), source ?? ''];
    if (!words.some((text) => text.includes(char))) return [];
    const head = [...(words.find((text) => text.trim() !== '') ?? '')];
    return [`“${head.slice(0, TITLE_LENGTH).join('')}${head.length > TITLE_LENGTH ? '…' : ''}”`];
  });
}

/** Characters nobody can see are named by their code too. */
const isPrivate = (char: string) => /[\p{Co}\p{Cn}]/u.test(char);
const codeOf = (char: string) => (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
