import type { Bulletin } from '../../../shared/domain/bulletin.ts';
import { printable } from '../../../shared/page/compose/characters.ts';
import type { Compiler } from './compiler.ts';
import type { FontRole, Fonts } from './fonts.ts';
import type { GlyphReport, StrayGlyphs } from './protocol.ts';

const HAN = /[\p{Script=Han}〇]/u;
/** Characters a family is known to have, so that each is asked for once in the life of the process. */
const present = new Map<string, Set<string>>();

/** Finds characters the faces lack: rare ones in names, 喆 or 婻, and signs no font has. */
export function glyphReport(bulletin: Bulletin, fonts: Fonts, compiler: Compiler): GlyphReport {
  const byRole = charactersByRole(bulletin);
  const stray = [...byRole].flatMap(([role, characters]) => strayIn(role, characters, fonts, compiler));
  const all = new Set([...byRole.values()].flatMap((characters) => [...characters]));
  for (const known of present.values()) for (const char of known) all.delete(char);
  return { stray, nowhere: all.size > 0 ? compiler.lacking(null, [...all].join('')) : [] };
}

function charactersByRole(bulletin: Bulletin): Map<FontRole, Set<string>> {
  const { masthead, style } = bulletin;
  const byRole = new Map<FontRole, Set<string>>();
  const add = (role: FontRole, ...texts: (string | null | undefined)[]) => {
    const set = byRole.get(role) ?? new Set<string>();
    byRole.set(role, set);
    for (const text of texts)
      for (const char of printable(text ?? '')) if (char > '~' && char !== '\u3000') set.add(char);
  };
  add('body', masthead.office, masthead.issueText, masthead.totalText, masthead.copyNumber);
  add('hei', masthead.secrecy, style.contents === 'none' ? '' : style.contentsHeading);
  add('kai', bulletin.notice);
  add('headline', masthead.name, ...bulletin.theme);
  for (const { label, text, right } of bulletin.imprint) add('body', label, text, right);
  for (const entry of bulletin.entries) {
    add(TITLE_ROLE[style.titleFace], entry.title);
    add(SECTION_ROLE[style.sectionFace], entry.section && style.sectionWording, entry.section);
    add('body', entry.source);
    for (const block of entry.body) {
      if (block.kind === 'table') add('body', ...block.rows.flat());
      else if (block.kind !== 'picture') add(block.kind === 'text' ? 'body' : 'kai', block.text);
      if ('caption' in block) add('kai', block.caption);
    }
  }
  return byRole;
}

const TITLE_ROLE = { hei: 'hei', kai: 'kai', song: 'headline', fangBold: 'body' } as const satisfies Record<
  Bulletin['style']['titleFace'],
  FontRole
>;

const SECTION_ROLE = { hei: 'hei', kai: 'kai', song: 'headline' } as const satisfies Record<
  Bulletin['style']['sectionFace'],
  FontRole
>;

function strayIn(role: FontRole, characters: ReadonlySet<string>, fonts: Fonts, compiler: Compiler): StrayGlyphs[] {
  const family = fonts.family(role);
  if (!family) return [];
  const has = present.get(family) ?? new Set<string>();
  present.set(family, has);
  const asked = [...characters].filter((char) => HAN.test(char) && !has.has(char));
  if (asked.length === 0) return [];
  const lacking = new Set(compiler.lacking(family, asked.join('')));
  for (const char of asked) if (!lacking.has(char)) has.add(char);
  return lacking.size > 0 ? [{ role: fonts.roleName(role), family, characters: [...lacking] }] : [];
}
