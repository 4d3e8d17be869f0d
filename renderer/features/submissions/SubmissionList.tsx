import type { ReactNode } from 'react';
import type { SubmissionRow } from '../../../shared/contract/views.ts';
import { urgentStageNames } from '../../../shared/domain/handIn.ts';
import type { DepartmentId, SubmissionId } from '../../../shared/domain/ids.ts';
import type { LongList } from '../../data/index.ts';
import { shortMoment } from '../../ui/format.ts';
import { RowList } from '../../ui/RowList.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { SubmissionTag, Tag } from '../../ui/StateTag.tsx';
import { UnitSelect } from './UnitSelect.tsx';

interface SubmissionListProps {
  rows: readonly SubmissionRow[];
  long: LongList<SubmissionRow>;
  current: SubmissionId | null;
  onCurrent: (id: SubmissionId) => void;
  ticked: ReadonlySet<SubmissionId>;
  onTicked: (ticked: ReadonlySet<SubmissionId>) => void;
  search: string;
  onSearch: (search: string) => void;
  unit: DepartmentId | null;
  onUnit: (unit: DepartmentId | null) => void;
  withStates: boolean;
  empty: ReactNode;
}

/** The list with its filters: 单位 · 标题 · 字数 · 收到. */
export function SubmissionList(props: SubmissionListProps) {
  const { rows, long, ticked, onTicked, unit, onUnit, withStates } = props;
  return (
    <>
      <div className="list-filter">
        <SearchField value={props.search} onChange={props.onSearch} placeholder="标题、正文、单位或拼音首字母" />
        <UnitSelect value={unit} onChange={onUnit} allowClear placeholder="全部单位" />
      </div>
      <RowList
        label="来稿"
        rows={rows}
        idOf={(row) => row.id}
        current={props.current}
        onCurrent={props.onCurrent}
        ticked={ticked}
        onTicked={onTicked}
        long={props.long}
        empty={props.empty}
        renderRow={(row) => <Cells row={row} withState={withStates} />}
      />
      <div className="list-foot">
        {ticked.size > 0 ? (
          <>
            选中 {ticked.size} 条
            <button type="button" className="link-button" onClick={() => onTicked(new Set())}>
              取消选中
            </button>
          </>
        ) : (
          `共 ${long.total} 条`
        )}
      </div>
    </>
  );
}

function Cells({ row, withState }: { row: SubmissionRow; withState: boolean }) {
  const { department, title, excerpt, charCount, receivedAt, state, urgent } = row;
  return (
    <>
      <span className={department === null ? 'cell-unit unit-unknown' : 'cell-unit'}>{department ?? '单位待定'}</span>
      {urgent && <Tag tone="doubt">{`紧急·${urgentStageNames[urgent]}`}</Tag>}
      <span className="row-text" title={title || excerpt}>
        {title || <span className="soft">{excerpt}</span>}
      </span>
      {withState && <SubmissionTag state={state} />}
      <span className="row-note cell-chars">{charCount}字</span>
      <span className="row-note cell-time">{shortMoment(receivedAt)}</span>
    </>
  );
}
