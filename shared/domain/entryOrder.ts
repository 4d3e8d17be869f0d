import type { BulletinEntry, EntryKind } from './bulletin.ts';
import type { HouseStyle } from './houseStyle.ts';
import type { Publication } from './publication.ts';

/** The order entries of a publication stand in: its sections, and the kinds within each. */
export interface EntryOrder {
  sections: readonly string[];
  kinds: readonly EntryKind[];
}

const kindsOf: Record<HouseStyle['entryOrder'], readonly EntryKind[]> = {
  itemsFirst: ['lead', 'item', 'brief'],
  briefsFirst: ['lead', 'brief', 'item'],
};

export const entryOrderOf = ({ sections, style }: Pick<Publication, 'sections' | 'style'>): EntryOrder => ({
  sections,
  kinds: kindsOf[style.entryOrder],
});

/** Entries in the order they are printed: those under no section first, then by section, in it by kind, in that as they stand. */
export function arranged<Entry extends Pick<BulletinEntry, 'kind' | 'section'>>(
  entries: readonly Entry[],
  { sections, kinds }: EntryOrder,
): Entry[] {
  const rank = ({ section }: Entry) => {
    if (section === null) return -1;
    const place = sections.indexOf(section);
    return place < 0 ? sections.length : place;
  };
  // Sections no longer in the publication keep apart by name, so that each is still printed once.
  const name = (entry: Entry) => (rank(entry) === sections.length ? (entry.section ?? '') : '');
  return [...entries].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0) ||
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind),
  );
}
