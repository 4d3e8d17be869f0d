import { Button } from 'antd';
import { useState } from 'react';
import type { FigureCheck } from '../../../shared/text/proof/index.ts';
import { Part } from '../../ui/Part.tsx';
import { ReasonPopover } from '../../ui/ReasonPopover.tsx';
import type { PlacedFigure } from './LiveProof.ts';
import { workingOf } from './underlines.ts';
import type { Decisions } from './useDecisions.ts';

const verdictNames: Record<FigureCheck['verdict'], string> = { green: '对', amber: '待核', red: '错' };

interface FiguresProps {
  figures: readonly PlacedFigure[];
  decisions: Decisions;
  onOpen: (figure: PlacedFigure) => void;
}

/** 算一算: every figure with its working; what cannot be recomputed is confirmed by hand. */
export function Figures({ figures, decisions, onOpen }: FiguresProps) {
  return (
    <Part title="算一算">
      <ul className="proof-figures" aria-label="算一算">
        {figures.map((figure) => (
          <li key={`${figure.start}-${figure.end}`} className="proof-figure-row">
            <button type="button" className="proof-figure" onClick={() => onOpen(figure)}>
              <Verdict figure={figure} />
              <span>{workingOf(figure)}</span>
            </button>
            {figure.verdict === 'amber' && decisions.may && <Confirm figure={figure} decisions={decisions} />}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Verdict({ figure: { verdict, confirmed } }: { figure: PlacedFigure }) {
  if (verdict !== 'amber' || !confirmed)
    return <span className={`proof-verdict proof-verdict-${verdict}`}>{verdictNames[verdict]}</span>;
  return (
    <span className="proof-verdict proof-verdict-green" title={`${confirmed.person}：${confirmed.reason || '已核实'}`}>
      已核
    </span>
  );
}

function Confirm({ figure, decisions }: { figure: PlacedFigure; decisions: Decisions }) {
  const [asking, setAsking] = useState(false);
  const { confirmed } = figure;
  if (confirmed)
    return (
      <Button type="link" size="small" onClick={() => decisions.withdraw(confirmed)}>
        取消
      </Button>
    );
  return (
    <ReasonPopover
      open={asking}
      onOpenChange={setAsking}
      title="核实情况（记入核稿单）"
      common={['已与来稿单位核实', '与原始材料相符']}
      placeholder="怎样核实的"
      confirmText="已核实"
      onConfirm={(reason) => decisions.confirm(figure, reason)}
    >
      <Button type="link" size="small">
        核实…
      </Button>
    </ReasonPopover>
  );
}
