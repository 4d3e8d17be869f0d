import { Button } from 'antd';
import { useState } from 'react';
import { type CheckPoint, checkNames } from '../../../../shared/contract/methods/checklist.ts';
import { ReasonPopover } from '../../../ui/ReasonPopover.tsx';
import type { Jump } from './jump.ts';
import type { ChecklistDesk, ShownRow } from './useChecklist.ts';

interface CheckRowsProps {
  rows: readonly ShownRow[];
  desk: ChecklistDesk;
  onJump: Jump;
}

export function CheckRows({ rows, desk, onJump }: CheckRowsProps) {
  return (
    <ul className="check-rows" aria-label="核对事项">
      {rows.map((row) => (
        <CheckRowView key={row.name} row={row} desk={desk} onJump={onJump} />
      ))}
    </ul>
  );
}

const rowName = ({ name }: ShownRow): string => (name === 'pages' ? '版面' : checkNames[name]);

/** The mark of a row, and what it says to those who do not see it. */
function markOf({ name, state }: ShownRow): { mark: string; tone: string; text: string } {
  if (state !== 'open') return { mark: '✓', tone: 'done', text: state === 'done' ? '通过' : '已核对' };
  return name === 'errors' ? { mark: '✕', tone: 'error', text: '有错误' } : { mark: '!', tone: 'doubt', text: '待核' };
}

/** More points than these are shown when asked for. */
const FEW = 12;

function CheckRowView({ row, desk, onJump }: { row: ShownRow; desk: ChecklistDesk; onJump: Jump }) {
  const [open, setOpen] = useState<boolean | null>(null);
  const { mark, tone, text } = markOf(row);
  const shown = open ?? row.points.length <= FEW;
  return (
    <li className="check-row">
      <div className="check-line">
        <button
          type="button"
          className="check-name"
          aria-expanded={row.points.length > 0 ? shown : undefined}
          onClick={() => setOpen(!shown)}
        >
          <span className={`check-mark check-mark-${tone}`} role="img" aria-label={text}>
            {mark}
          </span>
          <span className="check-title">{rowName(row)}</span>
          <span className="soft">{row.summary}</span>
        </button>
        {row.byHand && row.name !== 'pages' && desk.may && <ByHand name={row.name} row={row} desk={desk} />}
      </div>
      {row.confirmed && (
        <p className="check-note soft">
          {row.confirmed.person}核对{row.confirmed.note !== '' && `：${row.confirmed.note}`}
        </p>
      )}
      {shown && row.points.length > 0 && (
        <ul className="check-points">
          {row.points.map((point, index) => (
            // A point has no id; two of one context in one item are the same to everybody.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <Point key={`${point.where}${point.key?.context}${index}`} point={point} desk={desk} onJump={onJump} />
          ))}
        </ul>
      )}
    </li>
  );
}

interface ByHandProps {
  name: Exclude<ShownRow['name'], 'pages'>;
  row: ShownRow;
  desk: ChecklistDesk;
}

/** What no rule can see to is confirmed by the person who looked. */
function ByHand({ name, row, desk }: ByHandProps) {
  if (row.confirmed)
    return (
      <Button type="link" size="small" onClick={() => desk.confirm(name, '', false)}>
        取消
      </Button>
    );
  if (row.state === 'done') return null;
  return (
    <Button size="small" aria-label={`${rowName(row)}已核对`} onClick={() => desk.confirm(name, '', true)}>
      已核对
    </Button>
  );
}

const WAIVE = ['原文如此', '已与来稿单位核实', '专有名称', '引文'];
const CONFIRM = ['已与来稿单位核实', '与原始材料相符'];

function Point({ point, desk, onJump }: { point: CheckPoint; desk: ChecklistDesk; onJump: Jump }) {
  const [asking, setAsking] = useState(false);
  const { itemId, key, decision } = point;
  const text = (
    <>
      <span className="check-passage">{point.passage}</span>
      <span className="proof-message">
        {point.where}
        {point.message !== '' && `　${point.message}`}
      </span>
    </>
  );
  return (
    <li className={decision ? 'check-point check-point-decided' : 'check-point'}>
      {itemId === null ? (
        <span className="check-text">{text}</span>
      ) : (
        <button type="button" className="check-text" title="打开稿件，选中这一处" onClick={() => onJump(point)}>
          {text}
        </button>
      )}
      {decision && (
        <span className="check-decision soft">
          {decision.reason || '不改'}（{decision.person}）
          {desk.may && (
            <Button type="link" size="small" onClick={() => desk.withdraw(point)}>
              取消
            </Button>
          )}
        </span>
      )}
      {!decision && key && desk.may && (
        <ReasonPopover
          open={asking}
          onOpenChange={setAsking}
          title={key.kind === 'waive' ? '不改的理由（记入核稿单）' : '核实情况（记入核稿单）'}
          common={key.kind === 'waive' ? WAIVE : CONFIRM}
          placeholder={key.kind === 'waive' ? '为什么不改' : '怎样核实的'}
          confirmText={key.kind === 'waive' ? '不改' : '已核实'}
          onConfirm={(reason) => desk.decide(point, reason)}
        >
          <Button type="link" size="small" aria-label={`${key.kind === 'waive' ? '不改' : '核实'}“${point.passage}”`}>
            {key.kind === 'waive' ? '不改…' : '核实…'}
          </Button>
        </ReasonPopover>
      )}
    </li>
  );
}
