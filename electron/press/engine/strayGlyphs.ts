import type { Bulletin } from '../../../shared/domain/bulletin.ts';
import type { Compiler } from './compiler.ts';
import type { FontRole, Fonts } from './fonts.ts';
import type { StrayGlyphs } from './protocol.ts';

const HAN = /[\p{Script=Han}〇]/gu;
/** Characters a family is known to have, so that each is asked for once in the life of the process. */
const present = new Map<string, Set<string>>();

/** Characters the role's own face lacks, so that another face sets them: rare ones in names, 喆 or 婻. */
export function strayGlyphs(bulletin: Bulletin, fonts: Fonts, compiler: Compiler): StrayGlyphs[] {
  const title: Record<Bulletin['style']['titleFace'], FontRole> = {
    hei: 'hei',
    kai: 'kai',
    song: 'headline',
    fangBold: 'body',
  };
  const texts: [FontRole, string[]][] = [
    ['body', [bulletin.masthead.office, ...bulletin.imprint.flatMap((row) => [row.label, row.text, row.right ?? ''])]],
    ['headline', [bulletin.masthead.name, ...bulletin.theme]],
    [title[bulletin.style.titleFace], bulletin.entries.map((entry) => entry.title ?? '')],
    ['hei', bulletin.entries.map((entry) => entry.section ?? '')],
  ];
  for (const entry of bulletin.entries) {
    texts.push(['body', [entry.source ?? '']]);
    for (const block of entry.body) {
      if (block.kind === 'table') texts.push(['body', block.rows.flat()]);
      else if ('text' in block) texts.push([block.kind === 'text' ? 'body' : 'kai', [block.text]]);
      if ('caption' in block && block.caption) texts.push(['kai', [block.caption]]);
    }
  }
  const byRole = new Map<FontRole, Set<string>>();
  for (const [role, list] of texts) {
    const set = byRole.get(role) ?? new Set<string>();
    for (const [char] of list.join('').matchAll(HAN)) set.add(char);
    byRole.set(role, set);
  }
  return [...byRole].flatMap(([role, characters]) => strayIn(role, characters, fonts, compiler));
}

function strayIn(role: FontRole, characters: ReadonlySet<string>, fonts: Fonts, compiler: Compiler): StrayGlyphs[] {
  const family = fonts.family(role);
  if (!family) return [];
  const has = present.get(family) ?? new Set<string>();
  present.set(family, has);
  const asked = [...characters].filter((char) => !has.has(char));
  if (asked.length === 0) return [];
  const lacking = new Set(compiler.lacking(family, asked.join('')));
  for (const char of asked) if (!lacking.has(char)) has.add(char);
  return lacking.size > 0 ? [{ role: fonts.roleName(role), family, characters: [...lacking] }] : [];
}
