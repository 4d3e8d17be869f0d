/** One name a unit goes by, as the department register knows it. */
export interface UnitName {
  unitId: string;
  name: string;
  kind: 'full' | 'short' | 'former' | 'alias';
}

/** A name without what does not tell units apart: spaces, the Party's and the district's own prefix. */
export function bareName(name: string): string {
  return name.replace(/\s/g, '').replace(/^中共/, '');
}

/** Every bare name of the register, for the questions "is this a unit" and "which unit opens this text". */
export class UnitIndex {
  readonly #byName = new Map<string, Set<string>>();
  readonly #longest: number;

  constructor(names: readonly UnitName[]) {
    let longest = 0;
    for (const { unitId, name } of names) {
      const bare = bareName(name);
      if (bare.length < 2) continue;
      const ids = this.#byName.get(bare) ?? new Set<string>();
      this.#byName.set(bare, ids.add(unitId));
      longest = Math.max(longest, bare.length);
    }
    this.#longest = longest;
  }

  /** Ids of the units that go by exactly this name; more than one where the name is shared. */
  idsOf(name: string): string[] {
    return [...(this.#byName.get(bareName(name)) ?? [])];
  }

  /** The longest known name that `text` starts with. */
  openingOf(text: string): string | null {
    for (let length = Math.min(this.#longest, text.length); length >= 2; length--) {
      const head = text.slice(0, length);
      if (this.#byName.has(head)) return head;
    }
    return null;
  }
}
