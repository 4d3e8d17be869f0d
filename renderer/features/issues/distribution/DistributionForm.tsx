import { PlusOutlined } from '@ant-design/icons';
import { Button, InputNumber } from 'antd';
import type { Distribution, Recipient, RecipientGroup } from '../../../../shared/domain/distribution.ts';
import { DistributionLineForm } from './DistributionLineForm.tsx';
import { addLine, lineKindNames } from './distributionEdit.ts';
import './distribution.css';

interface DistributionFormProps {
  distribution: Distribution;
  recipients: readonly Recipient[];
  groups: readonly RecipientGroup[];
  /** The publication's, to be taken over; `null` where there is none to take. */
  usual: Distribution | null;
  onChange: (distribution: Distribution) => void;
}

/** The 报, 送 and 发 lines: wording, readers, copies. Used for an issue and for what a publication begins with. */
export function DistributionForm({ distribution, recipients, groups, usual, onChange }: DistributionFormProps) {
  return (
    <div className="distribution-form">
      {distribution.lines.map((line, place) => (
        <DistributionLineForm
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
          key={place}
          place={place}
          line={line}
          distribution={distribution}
          recipients={recipients}
          groups={groups}
          onChange={onChange}
        />
      ))}
      <div className="distribution-foot">
        {(['report', 'to', 'send'] as const).map((kind) => (
          <Button
            key={kind}
            size="small"
            aria-label={`加一行“${lineKindNames[kind]}”`}
            icon={<PlusOutlined />}
            onClick={() => onChange(addLine(distribution, kind))}
          >
            {lineKindNames[kind]}
          </Button>
        ))}
        <span className="spacer" />
        {usual && usual.lines.length > 0 && (
          <Button size="small" onClick={() => onChange(usual)}>
            取用刊物的发送范围
          </Button>
        )}
        <span>
          备份{' '}
          <InputNumber
            size="small"
            aria-label="备份份数"
            min={0}
            max={999}
            precision={0}
            className="copies"
            value={distribution.spare}
            onChange={(spare) => onChange({ ...distribution, spare: spare ?? 0 })}
          />{' '}
          份
        </span>
      </div>
    </div>
  );
}
