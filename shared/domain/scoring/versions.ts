import type { IsoDate } from '../dates.ts';
import { type ClauseText, clausesOf } from './clauses.ts';
import type { RulesVersion } from './rules.ts';

/** Rule books in order of the day they come into force. */
export class RuleBook {
  readonly #versions: readonly RulesVersion[];
  readonly #texts = new Map<string, ReadonlyMap<string, ClauseText>>();

  constructor(versions: readonly RulesVersion[]) {
    this.#versions = versions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  }

  /** The version in force on a day; `null` before the first. */
  on(date: IsoDate): RulesVersion | null {
    return this.#versions.findLast(({ validFrom }) => validFrom <= date) ?? null;
  }

  /** The day the first version came into force; `null` where there is none. */
  get begins(): IsoDate | null {
    return this.#versions[0]?.validFrom ?? null;
  }

  /** Number and words of a clause; `null` where the version has no such clause. */
  clause(versionId: string, clause: string): ClauseText | null {
    let texts = this.#texts.get(versionId);
    if (!texts) {
      const version = this.#versions.find(({ id }) => id === versionId);
      texts = new Map(version ? clausesOf(version.rules).map((text) => [text.id, text]) : []);
      this.#texts.set(versionId, texts);
    }
    return texts.get(clause) ?? null;
  }
}
