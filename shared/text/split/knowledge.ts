import { UnitIndex, type UnitName } from '../units/names.ts';
import { looksLikeUnit, openingUnitShape } from '../units/shape.ts';
import { titleKey } from './contents.ts';

/** What the office knows and the splitter may lean on. */
export interface Knowledge {
  /** The department register. */
  units?: readonly UnitName[];
  /** Titles of earlier items and submissions. */
  titles?: readonly string[];
}

/** The same, ready to be asked. */
export interface Known {
  isUnit: (name: string) => boolean;
  /** The unit that opens a text, by the register or by its shape. */
  openingUnit: (text: string) => string | null;
  /** The longest known title that opens a text: its length in `text`, 0 for none. */
  openingTitle: (text: string) => number;
}

export function makeKnown(knowledge: Knowledge, contentsTitles: readonly string[]): Known {
  const index = new UnitIndex(knowledge.units ?? []);
  const titles = new Set(
    [...(knowledge.titles ?? []), ...contentsTitles].map(titleKey).filter((key) => key.length >= 5),
  );
  const longest = Math.max(0, ...[...titles].map((title) => title.length));
  return {
    isUnit: (name) => index.idsOf(name).length > 0,
    openingUnit: (text) => {
      const shape = openingUnitShape(text);
      const known = index.openingOf(text.slice(0, 40));
      return known && known.length >= (shape?.length ?? 0) ? known : (shape ?? known);
    },
    openingTitle: (text) => {
      if (titles.size === 0) return 0;
      let key = '';
      let found = 0;
      for (let i = 0; i < text.length && key.length < longest; i++) {
        const char = text.charAt(i);
        if (/\s/u.test(char)) continue;
        key += char;
        if (key.length >= 5 && titles.has(key)) found = i + 1;
      }
      return found;
    },
  };
}

/** 区发改委, or a name the register has. */
export const isUnitName = (known: Known, text: string): boolean => known.isUnit(text) || looksLikeUnit(text);
