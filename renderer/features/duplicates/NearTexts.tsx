import { Button } from 'antd';
import { useState } from 'react';
import { formatDate } from '../../../shared/domain/dates.ts';
import { openingOf } from '../../../shared/text/opening.ts';
import { useMethod } from '../../data/index.ts';
import { Part } from '../../ui/Part.tsx';
import { CompareTexts } from './CompareTexts.tsx';
import { type About, likeness, placeOf } from './words.ts';

/** The likest ones shown; more than these nobody compares. */
const SHOWN = 5;

/** Other submissions and items, printed ones too, that tell the same; nothing where there are none. */
export function NearTexts({ about }: { about: About }) {
  const { data } = useMethod('duplicates.find', about);
  const [comparing, setComparing] = useState<string | null>(null);
  const rows = data?.rows.slice(0, SHOWN) ?? [];
  const compared = rows.find((row) => row.id === comparing);
  if (!data || rows.length === 0) return null;
  return (
    <Part title="相近的稿件">
      <ul className="context-warnings">
        {rows.map((row) => (
          <li key={row.id}>
            <Button type="link" size="small" className="near-title" onClick={() => setComparing(row.id)}>
              {row.title || openingOf(row.text, 24)}
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
