import { Form, Select } from 'antd';
import type { IssueDetail } from '../../../../shared/contract/views.ts';
import { useSession } from '../../../app/session.ts';
import type { IssueFields } from '../issueQueue.ts';

/** 责任编辑, 审核, 签发 as printed: names of the people here, or typed. */
export function ImprintNames({ issue, onUpdate }: { issue: IssueDetail; onUpdate: (fields: IssueFields) => void }) {
  const { people } = useSession();
  const names = people.filter(({ active }) => active).map(({ name }) => ({ value: name, label: name }));
  const single = (name: string | null, label: string, save: (name: string | null) => void) => (
    <Form.Item label={label}>
      <Select
        aria-label={label}
        mode="tags"
        maxCount={1}
        value={name === null ? [] : [name]}
        options={names}
        placeholder="不填"
        onChange={(chosen: string[]) => save(chosen.at(-1)?.trim() || null)}
      />
    </Form.Item>
  );
  return (
    <Form layout="vertical" className="imprint-names" component="div">
      <Form.Item label="责任编辑">
        <Select
          aria-label="责任编辑"
          mode="tags"
          maxCount={10}
          value={issue.editors}
          options={names}
          onChange={(chosen: string[]) =>
            onUpdate({ editors: chosen.map((name) => name.trim()).filter((name) => name !== '') })
          }
        />
      </Form.Item>
      {single(issue.reviewer, '审核', (reviewer) => onUpdate({ reviewer }))}
      {single(issue.signer, '签发', (signer) => onUpdate({ signer }))}
    </Form>
  );
}
