import { Button } from 'antd';
import type { FitProposal } from '../../../../shared/page/index.ts';
import { useKeys } from '../../../ui/keys.ts';
import { meterText } from '../pages/PagesToolbar.tsx';

interface ProposalBarProps {
  fit: FitProposal;
  onTake: () => void;
  onDrop: () => void;
}

/** Stands over the pages while they show a proposal that is not taken yet. */
export function ProposalBar({ fit, onTake, onDrop }: ProposalBarProps) {
  useKeys([{ key: 'Escape', label: '放弃建议的版面', group: '编排', run: onDrop }]);
  return (
    <div className="proposal-bar" role="status">
      <span className="row-text" title={fit.label}>
        下面是建议的版面：{fit.label}，{meterText(fit)}
      </span>
      <Button type="primary" size="small" autoFocus onClick={onTake}>
        采用
      </Button>
      <Button size="small" onClick={onDrop}>
        放弃 <kbd className="key-hint">Esc</kbd>
      </Button>
    </div>
  );
}
