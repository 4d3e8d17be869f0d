import { Switch } from 'antd';
import type { IssueDetail, PageMeterView } from '../../../../shared/contract/views.ts';
import { sentenceOf } from '../../../data/index.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { CheckRows } from './CheckRows.tsx';
import type { Jump } from './jump.ts';
import { useChecklist } from './useChecklist.ts';
import './checklist.css';

interface ChecklistTabProps {
  issue: IssueDetail;
  meter: PageMeterView | null;
  onJump: Jump;
}

/** 核稿: what should have been seen to before the issue is signed, each with the way there. */
export function ChecklistTab({ issue, meter, onJump }: ChecklistTabProps) {
  const desk = useChecklist(issue.id, meter);
  if (desk.error) return <ErrorNote text={sentenceOf(desk.error)} onRetry={desk.retry} />;
  if (!desk.rows) return null;
  const settled = desk.rows.filter(({ state }) => state !== 'open').length;
  return (
    <div className="panel checklist">
      <header className="checklist-head">
        <strong>
          签发前核对 {settled}/{desk.rows.length}
        </strong>
        <span className="spacer" />
        {desk.maySet && (
          <label className="checklist-switch" htmlFor="checklist-blocks">
            <Switch
              id="checklist-blocks"
              size="small"
              aria-label="错误未处理不能签发"
              checked={desk.blocks}
              onChange={(blocks) => desk.setBlocking(blocks)}
            />
            错误未处理不能签发
          </label>
        )}
      </header>
      {desk.failure !== null && <ErrorNote text={desk.failure} />}
      <CheckRows rows={desk.rows} desk={desk} onJump={onJump} />
    </div>
  );
}
