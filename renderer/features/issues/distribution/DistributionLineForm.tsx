import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, InputNumber, Select } from 'antd';
import type {
  Distribution,
  DistributionLine,
  Recipient,
  RecipientGroup,
} from '../../../../shared/domain/distribution.ts';
import { matchesName } from '../../../../shared/text/units/pinyin.ts';
import { SavedText } from '../../../ui/SavedText.tsx';
import {
  changeLine,
  moveLine,
  removeLine,
  setCopies,
  setTargets,
  type TargetKey,
  targetKey,
} from './distributionEdit.ts';

interface DistributionLineFormProps {
  place: number;
  line: DistributionLine;
  distribution: Distribution;
  recipients: readonly Recipient[];
  groups: readonly RecipientGroup[];
  onChange: (distribution: Distribution) => void;
}

export function DistributionLineForm(props: DistributionLineFormProps) {
  const { place, line, distribution, recipients, groups, onChange } = props;
  const named = targetNames(recipients, groups);
  const keys = line.targets.map(targetKey);
  const names = keys.map((key) => named.get(key)?.name ?? '（已删除）');
  return (
    <fieldset className="line-form" aria-label={`${line.label}（第${place + 1}行）`}>
      <div className="line-form-head">
        <SavedText
          label="印在行首的字"
          className="line-label"
          maxLength={20}
          value={line.label}
          valid={(text) => text.trim() !== ''}
          onSave={(label) => onChange(changeLine(distribution, place, { label: label.trim() }))}
        />
        <span>：</span>
        <Select<TargetKey[]>
          mode="multiple"
          aria-label="收件人和组"
          className="line-targets"
          placeholder="选收件人或组，可打拼音首字母"
          value={keys}
          onChange={(chosen) => onChange(setTargets(distribution, place, chosen))}
          options={[
            { label: '组', options: options(groups.map((group) => ({ kind: 'group' as const, ...group }))) },
            {
              label: '收件人',
              options: options(
                recipients.filter(({ active }) => active).map((one) => ({ kind: 'recipient' as const, ...one })),
              ),
            },
          ]}
          filterOption={(query, option) => matchesName(query, String(option?.label ?? ''))}
          labelRender={({ value }) => named.get(value as TargetKey)?.name ?? '（已删除）'}
        />
        <Button
          type="text"
          size="small"
          aria-label="上移这一行"
          icon={<ArrowUpOutlined />}
          disabled={place === 0}
          onClick={() => onChange(moveLine(distribution, place, -1))}
        />
        <Button
          type="text"
          size="small"
          aria-label="下移这一行"
          icon={<ArrowDownOutlined />}
          disabled={place === distribution.lines.length - 1}
          onClick={() => onChange(moveLine(distribution, place, 1))}
        />
        <Button
          type="text"
          size="small"
          danger
          aria-label="删除这一行"
          icon={<DeleteOutlined />}
          onClick={() => onChange(removeLine(distribution, place))}
        />
      </div>
      {line.targets.length > 0 && (
        <div className="line-copies">
          {line.targets.map((target) => {
            const key = targetKey(target);
            const known = named.get(key);
            return (
              <span key={key} className="line-copy">
                {known?.name ?? '（已删除）'}{' '}
                <InputNumber
                  size="small"
                  aria-label={`${known?.name ?? ''}份数`}
                  min={0}
                  max={999}
                  precision={0}
                  className="copies"
                  value={target.copies}
                  onChange={(copies) => onChange(setCopies(distribution, place, key, copies ?? 0))}
                />
                <span className="soft"> 份{target.kind === 'group' ? `／家 × ${known?.members ?? 0}` : ''}</span>
              </span>
            );
          })}
        </div>
      )}
      <SavedText
        label="印出的文字"
        multiline
        maxLength={1000}
        placeholder={names.length > 0 ? `印作：${names.join('、')}（另写在这里）` : '印出的文字'}
        value={line.wording ?? ''}
        onSave={(text) =>
          onChange(changeLine(distribution, place, { wording: text.trim() === '' ? null : text.trim() }))
        }
      />
    </fieldset>
  );
}

interface Named {
  name: string;
  /** Of a group. */
  members: number;
}

function targetNames(recipients: readonly Recipient[], groups: readonly RecipientGroup[]): Map<TargetKey, Named> {
  const active = new Set(recipients.filter((one) => one.active).map(({ id }) => id));
  return new Map<TargetKey, Named>([
    ...recipients.map(({ id, name }): [TargetKey, Named] => [
      targetKey({ kind: 'recipient', id }),
      { name, members: 1 },
    ]),
    ...groups.map(({ id, name, members }): [TargetKey, Named] => [
      targetKey({ kind: 'group', id }),
      { name, members: members.filter((member) => active.has(member)).length },
    ]),
  ]);
}

const options = (targets: readonly (Parameters<typeof targetKey>[0] & { name: string })[]) =>
  targets.map((target) => ({ value: targetKey(target), label: target.name }));
