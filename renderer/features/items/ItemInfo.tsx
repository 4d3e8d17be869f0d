import { CloseOutlined } from '@ant-design/icons';
import { Button, Input, Popconfirm, Segmented } from 'antd';
import { Link } from 'react-router';
import type { ItemDetail } from '../../../shared/contract/views.ts';
import type { DepartmentId } from '../../../shared/domain/ids.ts';
import { entryKindNames } from '../../../shared/domain/issue.ts';
import { sentenceOf, useCommand } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { fullMoment } from '../../ui/format.ts';
import { Part } from '../../ui/Part.tsx';
import { ItemRecognitions } from '../statistics/records/ItemRecognitions.tsx';
import { UnitSelect } from '../submissions/UnitSelect.tsx';
import { useDraft } from './draft/drafts.tsx';

const kinds = (['lead', 'item', 'brief'] as const).map((value) => ({ value, label: entryKindNames[value] }));

interface ItemInfoProps {
  item: ItemDetail;
  readOnly: boolean;
  onDelete: () => Promise<unknown>;
}

/** What is printed around the text: kind, units credited, the source as printed. */
export function ItemInfo({ item, readOnly, onDelete }: ItemInfoProps) {
  const saver = useDraft(item);
  const { kind, sourceOverride } = saver.draft;
  return (
    <div className="context">
      <Part title="类别">
        <Segmented options={kinds} value={kind} disabled={readOnly} onChange={(value) => saver.edit({ kind: value })} />
      </Part>
      <Credits item={item} readOnly={readOnly} />
      <Part title="印出的署名">
        <Input
          aria-label="印出的署名"
          value={sourceOverride ?? ''}
          placeholder={item.credits.map(({ department }) => department).join('　') || '不印署名'}
          disabled={readOnly}
          maxLength={200}
          onChange={({ target }) => saver.edit({ sourceOverride: target.value === '' ? null : target.value })}
          onBlur={() => void saver.flush()}
        />
        <p className="soft">不填就按上面的单位印。</p>
      </Part>
      <ItemRecognitions itemId={item.id} />
      <Part title="稿件信息">
        <p className="soft">
          {fullMoment(item.updatedAt)} {item.updatedBy} 修改
        </p>
        {item.issue && (
          <p>
            已编入 <Link to={`/issues/${item.issue.id}`}>{item.issue.label}</Link>
          </p>
        )}
        {!readOnly && item.issue === null && (
          <Popconfirm
            title="去掉这篇稿件？"
            description="改过的文字不再列出；来稿回到原来的状态。"
            okText="去掉"
            cancelText="不去掉"
            onConfirm={onDelete}
          >
            <Button size="small" danger>
              去掉这篇稿件
            </Button>
          </Popconfirm>
        )}
      </Part>
    </div>
  );
}

/** Units that get the credit, and the points; set apart from what is printed. */
function Credits({ item, readOnly }: { item: ItemDetail; readOnly: boolean }) {
  const setCredits = useCommand('items.setCredits');
  const units = item.credits.map(({ departmentId }) => departmentId);
  const set = (departmentIds: DepartmentId[]) => void setCredits.run({ id: item.id, departmentIds }).catch(() => {});
  return (
    <Part title="署名单位（计入采用）">
      <ul className="credits">
        {item.credits.map(({ departmentId, department }) => (
          <li key={departmentId}>
            {department}
            {!readOnly && (
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={`去掉${department}`}
                onClick={() => set(units.filter((unit) => unit !== departmentId))}
              />
            )}
          </li>
        ))}
      </ul>
      {item.credits.length === 0 && <p className="unit-ask">还没有署名单位。</p>}
      {!readOnly && (
        <UnitSelect
          value={null}
          placeholder="添加单位（可输拼音首字母）"
          onChange={(unit) => unit !== null && !units.includes(unit) && set([...units, unit])}
        />
      )}
      {setCredits.error && <ErrorNote text={sentenceOf(setCredits.error)} />}
    </Part>
  );
}
