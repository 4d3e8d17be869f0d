import { Button } from 'antd';
import { useState } from 'react';
import type { DuplicateRow } from '../../../shared/contract/methods/search.ts';
import { formatDate } from '../../../shared/domain/dates.ts';
import type { ItemId, SubmissionId } from '../../../shared/domain/ids.ts';
import { submissionStateNames } from '../../../shared/domain/submission.ts';
import { useMethod } from '../../data/index.ts';
import { Part } from '../../ui/Part.tsx';
import { CompareTexts } from './CompareTexts.tsx';

/** The likest ones shown; more than these nobody compares. */
const SHOWN = 5;

export type About = { submissionId: SubmissionId } | { itemId: ItemId };

/** Other submissions and items, printed ones too, that tell the same; nothing where there are none. */
export function NearTexts({ about }: { about: About }) {
  const { data } = useMethod('duplicates.find', about);
  const [comparing, setComparing] = useState<string | null>(null);
  const rows = data?.rows.slice(0, SHOWN) ?? [];
  const compared = rows.find((row) => row.id === comparing);
  if (!data || rows.length === 0) return null;
  return (
    <Part title="内容相近">
      <ul className="context-warnings">
        {rows.map((row) => (
          <li key={row.id}>
            <Button type="link" size="small" className="near-title" onClick={() => setComparing(row.id)}>
              {row.title || row.text.slice(0, 24)}
            </Button>
            <div className={row.state === 'printed' ? 'near-printed' : 'soft'}>
              {[placeOf(row), row.unit, formatDate(row.date), likeness(row)].filter(Boolean).join('　')}
            </div>
          </li>
        ))}
      </ul>
      {compared && <CompareTexts about={about} text={data.text} row={compared} onClose={() => setComparing(null)} />}
    </Part>
  );
}

/** Where it stands, in words: 《上街信息》第17期印过. */
export function placeOf(row: DuplicateRow): string {
  if (row.issue) return row.state === 'printed' ? `${row.issue.label}印过` : row.issue.label;
  return row.kind === 'submission' ? submissionStateNames[row.state] : '稿件';
}

/** How much of the shorter text stands in the other. */
export const likeness = ({ score }: DuplicateRow) => `相同 ${Math.round(score * 100)}%`;
