import type { IsoDate } from '../dates.ts';
import { scoreItems } from './adoptions.ts';
import type { Adjustment, Facts, LedgerLine } from './ledger.ts';
import { empty, scoreCommissions, scorePeriods } from './periods.ts';
import type { RulesVersion } from './rules.ts';
import { RuleBook } from './versions.ts';

/**
 * The whole ledger: every point of every unit with the clause it stands on. Pure; the order of facts and versions does
 * not matter, and taking a fact away gives the ledger as if it had never been.
 * @param asOf the day the books are read: periods and deadlines after it are still open
 */
export function score(facts: Facts, versions: readonly RulesVersion[], asOf: IsoDate): LedgerLine[] {
  const book = new RuleBook(versions);
  return [
    ...scoreItems(facts, book),
    ...scorePeriods(facts, book, asOf),
    ...scoreCommissions(facts.commissions, book, asOf),
    ...facts.adjustments.map((adjustment) => adjustmentLine(adjustment, book)),
  ];
}

function adjustmentLine({ id, unitId, date, points, clause }: Adjustment, book: RuleBook): LedgerLine {
  const version = book.on(date);
  return {
    ...empty(unitId, date, version?.id ?? null),
    kind: 'manual',
    points,
    clause: version?.rules.manual.some((one) => one.id === clause) ? clause : null,
    sourceId: id,
    working: '',
  };
}
