import type { ProofKnowledgeView } from '../../../../shared/contract/methods/proof.ts';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import type { Department } from '../../../../shared/domain/department.ts';
import type { IssueId, ItemId, PublicationId } from '../../../../shared/domain/ids.ts';
import type { Leader } from '../../../../shared/domain/leader.ts';
import type { Wording } from '../../../../shared/domain/wordings.ts';
import {
  type EarlierFigure,
  type LeaderEntry,
  runningTotals,
  type UnitEntry,
} from '../../../../shared/text/proof/index.ts';
import type { Readable } from '../../db/open.ts';
import { listDepartments } from '../departments/repo.ts';
import { issueLabel } from '../issues/labels.ts';
import { latestSigned } from '../issues/repo.ts';
import { getItem } from '../items/repo.ts';
import { listLeaders } from '../leaders/repo.ts';
import { listWordings } from '../wordings/repo.ts';
import { textOf } from './manuscript.ts';

interface Asked {
  issueDate: IsoDate | null;
  publicationId: PublicationId | null;
  /** What is being proofed: earlier texts of its units are looked up, itself left out. */
  items: readonly ItemId[];
}

/** All the office knows of what is being proofed. */
export function knowledgeOf(r: Readable, { issueDate, publicationId, items }: Asked): ProofKnowledgeView {
  const wordings = listWordings(r);
  const last = publicationId === null ? null : latestSigned(r, publicationId);
  return {
    issueDate,
    units: listDepartments(r).map(unitEntry),
    leaders: listLeaders(r).map(leaderEntry),
    ...wordingsOf(wordings),
    ...printedBefore(r, items, issueDate),
    earlierSeries: last && last.theme !== '' ? [last.theme] : [],
  };
}

/** A unit as the proofer knows it. A further name in use is one more short form: the proofer asks where both appear. */
const unitEntry = ({ fullName, shortName, otherNames }: Department): UnitEntry => ({
  names: [
    { name: shortName, kind: 'short' },
    { name: fullName, kind: 'full' },
    ...otherNames.map(({ kind, ...name }) => ({ ...name, kind: kind === 'former' ? kind : ('short' as const) })),
  ],
});

const leaderEntry = ({ name, posts, validFrom, validTo }: Leader, index: number): LeaderEntry => ({
  name,
  posts,
  order: index + 1,
  validFrom,
  validTo,
});

function wordingsOf(wordings: readonly Wording[]) {
  const of = (kind: Wording['kind']) => wordings.filter((wording) => wording.kind === kind);
  const words = (kind: 'forbidden' | 'cautious') =>
    of(kind).map(({ word, preferred, reason }) => ({
      word,
      level: kind,
      ...(reason === '' ? {} : { reason }),
      suggestions: preferred === '' ? [] : [preferred],
    }));
  return {
    terms: of('term').map(({ word, preferred, reason }) => ({
      wrong: word,
      right: preferred,
      ...(reason === '' ? {} : { reason }),
    })),
    formulations: of('formulation').map(({ word }) => word),
    flaggedWords: [...words('forbidden'), ...words('cautious')],
    whiteList: of('right').map(({ word }) => word),
  };
}

/** How many texts of the same units are compared with: about half a year of one unit. */
const EARLIER = 12;

/**
 * What was printed of the same units, and the running totals in it. Totals begin anew with the year, so those of the
 * issue's own year are held against its text; without an issue, those of the year last printed.
 */
function printedBefore(
  r: Readable,
  items: readonly ItemId[],
  issueDate: IsoDate | null,
): Pick<ProofKnowledgeView, 'earlierItems' | 'earlierFigures'> {
  const printed = printedOf(r, items);
  const year = (issueDate ?? printed[0]?.date)?.slice(0, 4);
  return {
    earlierItems: printed.map(({ text, where }) => ({ text, where })),
    earlierFigures: newestOf(
      printed
        .filter(({ date }) => date.slice(0, 4) === year && (issueDate === null || date <= issueDate))
        .flatMap(({ text, where }) => runningTotals(text).map((total) => ({ ...total, where }))),
    ),
  };
}

/** Of totals under one label and unit the one printed last: they come newest first. */
function newestOf(totals: readonly EarlierFigure[]): EarlierFigure[] {
  const newest = new Map<string, EarlierFigure>();
  for (const total of totals) {
    const key = `${total.label} ${total.unit}`;
    if (!newest.has(key)) newest.set(key, total);
  }
  return [...newest.values()];
}

/** Items printed of the same units, the newest first. */
function printedOf(r: Readable, items: readonly ItemId[]): { text: string; where: string; date: IsoDate }[] {
  if (items.length === 0) return [];
  const rows = r.all<{ itemId: ItemId; issueId: IssueId; date: IsoDate }>(
    `SELECT DISTINCT e.item_id AS itemId, i.id AS issueId, i.date AS date
     FROM item_credits c
     JOIN issue_entries e ON e.item_id = c.item_id
     JOIN issues i ON i.id = e.issue_id
     WHERE i.number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM issue_voids v WHERE v.issue_id = i.id)
       AND c.department_id IN (SELECT department_id FROM item_credits WHERE item_id IN (SELECT value FROM json_each(@items)))
       AND c.item_id NOT IN (SELECT value FROM json_each(@items))
     ORDER BY i.date DESC, i.seq DESC LIMIT @limit`,
    { items: JSON.stringify(items), limit: EARLIER * items.length },
  );
  return rows.map(({ itemId, issueId, date }) => ({
    text: textOf(getItem(r, itemId)),
    where: issueLabel(r, issueId),
    date,
  }));
}
