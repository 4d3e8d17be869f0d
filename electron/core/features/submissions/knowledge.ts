import type { Knowledge } from '../../../../shared/text/split/index.ts';
import type { Readable } from '../../db/open.ts';
import { listDepartments, unitNames } from '../departments/repo.ts';

/** Titles of each kind; a text that comes in again was mostly sent lately. */
const MOST_TITLES = 1_500;
/** A shorter one may as well stand in a body, characters. */
const SHORTEST = 10;

/** What the office knows of texts that come in: its register. */
export const registerKnowledge = (r: Readable): Knowledge => ({ units: unitNames(listDepartments(r)) });

/** In a longer text titles are looked for by their looks alone, characters. */
const LONGEST = 200_000;

/**
 * The same with those titles of the submissions and items it has had that occur in this text: an issue printed from them comes
 * back as a file.
 */
export function officeKnowledge(r: Readable, text: string): Knowledge & { titles: string[] } {
  if (text.length > LONGEST) return { ...registerKnowledge(r), titles: [] };
  const titles = r.all<{ title: string }>(
    `SELECT title FROM (SELECT title FROM submissions WHERE length(title) >= @shortest ORDER BY seq DESC LIMIT @most)
     UNION
     SELECT title FROM (SELECT title FROM items WHERE length(title) >= @shortest ORDER BY seq DESC LIMIT @most)`,
    { shortest: SHORTEST, most: MOST_TITLES },
  );
  const words = text.replace(/\s/gu, '');
  const occurring = titles.map(({ title }) => title).filter((title) => words.includes(title.replace(/\s/gu, '')));
  return { ...registerKnowledge(r), titles: occurring };
}
