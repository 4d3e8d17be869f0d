import { type IsoDate, toIsoDate } from '../../../../shared/domain/dates.ts';
import type { LedgerLine } from '../../../../shared/domain/scoring/ledger.ts';
import { score } from '../../../../shared/domain/scoring/score.ts';
import type { Database } from '../../db/open.ts';
import { listRules } from '../scoring/repo.ts';
import { type OfficeFacts, readFacts } from './facts.ts';

/** All that happened, and what it is worth, over all years. */
export interface WholeBooks {
  facts: OfficeFacts;
  lines: LedgerLine[];
}

/**
 * For the department page, where a hundred units ask at once and every sending changes the data: books that others have
 * been given a moment ago, or new ones.
 */
export interface KeptBooks {
  read(): WholeBooks;
}

/** How long changed data may wait, in times of what making the books took: they never take more than 2 % of the machine. */
const PATIENCE = 50;

/** `monotonic` counts up in ms whatever is done to the clock. */
export function createKeptBooks(db: Database, clock: () => Date, monotonic: () => number): KeptBooks {
  let kept: (WholeBooks & { asOf: IsoDate; commits: number; madeAt: number; took: number }) | null = null;
  return {
    read() {
      const asOf = toIsoDate(clock());
      const began = monotonic();
      const good = kept?.asOf === asOf && (kept.commits === db.commits || began - kept.madeAt < kept.took * PATIENCE);
      if (kept && good) return kept;
      const { commits } = db;
      const made = db.read((r) => {
        const facts = readFacts(r);
        return { facts, lines: score(facts, listRules(r), asOf) };
      });
      const madeAt = monotonic();
      kept = { ...made, asOf, commits, madeAt, took: madeAt - began };
      return kept;
    },
  };
}
