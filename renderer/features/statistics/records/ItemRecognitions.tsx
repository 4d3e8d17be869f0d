import { Link } from 'react-router';
import { formatDate } from '../../../../shared/domain/dates.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import { levelNames } from '../../../../shared/domain/scoring/rules.ts';
import { useMay } from '../../../app/session.ts';
import { useMethod } from '../../../data/index.ts';
import { Part } from '../../../ui/Part.tsx';

/** Adoptions above and leaders' instructions of one item, each leading to where it is changed; and the way to enter one. */
export function ItemRecognitions({ itemId }: { itemId: ItemId }) {
  const mayEdit = useMay('editor');
  const { data } = useMethod('scoring.recognitions', { itemId, search: '', offset: 0, limit: 100 });
  return (
    <Part title="上级采用与批示">
      {data?.rows.map((row) => (
        <p key={row.id}>
          <Link to={`/statistics/records?record=${row.id}`}>
            {levelNames[row.level]}
            {row.kind === 'upper' ? `《${row.publication}》` : `${row.leader}批示`}
          </Link>
          <span className="row-note"> {formatDate(row.date)}</span>
        </p>
      ))}
      {data?.rows.length === 0 && <p className="soft">还没有登记。</p>}
      {mayEdit && (
        <p>
          <Link to={`/statistics/records?item=${itemId}`}>登记上级采用或批示</Link>
        </p>
      )}
    </Part>
  );
}
