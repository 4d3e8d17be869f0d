import { Link } from 'react-router';
import type { DuplicateRow } from '../../../shared/contract/methods/search.ts';
import { formatDate } from '../../../shared/domain/dates.ts';
import type { SubmissionId } from '../../../shared/domain/ids.ts';
import { submissionStateNames } from '../../../shared/domain/submission.ts';
import { useMethod } from '../../data/index.ts';
import { Part } from '../../ui/Part.tsx';

/** The likest ones shown; more than these nobody compares. */
const SHOWN = 5;

/** Other submissions and items, printed ones too, that tell the same; nothing where there are none. */
export function NearTexts({ id }: { id: SubmissionId }) {
  const { data } = useMethod('duplicates.find', { submissionId: id });
  const rows = data?.rows.slice(0, SHOWN) ?? [];
  if (rows.length === 0) return null;
  return (
    <Part title="内容相近">
      <ul className="context-warnings">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={row.kind === 'submission' ? `/submissions/${row.id}` : `/items/${row.id}`}>
              {row.title || row.text.slice(0, 24)}
            </Link>
            <div className="soft">{[placeOf(row), row.unit, formatDate(row.date), likeness(row)].join('　')}</div>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function placeOf(row: DuplicateRow): string {
  if (row.issue) return row.issue.label;
  return row.kind === 'submission' ? submissionStateNames[row.state] : '稿件';
}

/** How much of the shorter text stands in the other. */
const likeness = ({ score }: DuplicateRow) => `相同 ${Math.round(score * 100)}%`;
