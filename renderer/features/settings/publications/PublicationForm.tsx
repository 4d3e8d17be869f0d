import { Checkbox, Form, Select } from 'antd';
import type { Publication } from '../../../../shared/domain/publication.ts';
import { useSession } from '../../../app/session.ts';
import { useMethod } from '../../../data/index.ts';
import { SavedText } from '../../../ui/SavedText.tsx';
import { DistributionForm } from '../../issues/distribution/DistributionForm.tsx';
import { NumberingForm } from './NumberingForm.tsx';
import { StyleForm } from './StyleForm.tsx';

interface PublicationFormProps {
  publication: Publication;
  readOnly: boolean;
  onChange: (publication: Publication) => void;
}

const imprintParts: { value: Publication['imprintParts'][number]; label: string }[] = [
  { value: 'editors', label: '责任编辑' },
  { value: 'reviewer', label: '审核' },
  { value: 'signer', label: '签发' },
  { value: 'copies', label: '共印N份' },
];
const notEmpty = (text: string) => text.trim() !== '';

/** One publication: what its issues begin with, and how they are printed. Signed issues keep what they had. */
export function PublicationForm({ publication, readOnly, onChange }: PublicationFormProps) {
  const { people } = useSession();
  const registers = useMethod('recipients.list', {});
  const set = (change: Partial<Publication>) => onChange({ ...publication, ...change });
  return (
    <div className="panel">
      <Form layout="vertical" component="div" disabled={readOnly}>
        <div className="form-grid">
          <Form.Item label="刊名（红字）">
            <SavedText
              label="刊名"
              value={publication.name}
              maxLength={20}
              valid={notEmpty}
              disabled={readOnly}
              onSave={(name) => set({ name: name.trim() })}
            />
          </Form.Item>
          <Form.Item label="编印单位">
            <SavedText
              label="编印单位"
              value={publication.office}
              maxLength={60}
              valid={notEmpty}
              disabled={readOnly}
              onSave={(office) => set({ office: office.trim() })}
            />
          </Form.Item>
          <Form.Item label="责任编辑（新一期先填上）">
            <Select
              mode="tags"
              aria-label="责任编辑"
              value={publication.editors}
              options={people.filter(({ active }) => active).map(({ name }) => ({ value: name, label: name }))}
              onChange={(editors: string[]) => set({ editors: cleaned(editors) })}
            />
          </Form.Item>
          <Form.Item label="栏目（按印出的先后；可不设）">
            <Select
              mode="tags"
              aria-label="栏目"
              open={false}
              suffixIcon={null}
              placeholder="写栏目名，回车"
              value={publication.sections}
              onChange={(sections: string[]) => set({ sections: cleaned(sections) })}
            />
          </Form.Item>
        </div>
        <Form.Item label="版记中印">
          <Checkbox.Group
            options={imprintParts}
            value={publication.imprintParts}
            onChange={(chosen) =>
              set({ imprintParts: imprintParts.map(({ value }) => value).filter((part) => chosen.includes(part)) })
            }
          />
        </Form.Item>
      </Form>
      <h3>编号</h3>
      <NumberingForm publicationId={publication.id} readOnly={readOnly} />
      <h3>发送范围（新一期先照此填上）</h3>
      {registers.data && (
        <fieldset className="plain-fieldset" disabled={readOnly}>
          <DistributionForm
            distribution={publication.distribution}
            recipients={registers.data.recipients}
            groups={registers.data.groups}
            usual={null}
            onChange={(distribution) => set({ distribution })}
          />
        </fieldset>
      )}
      <h3>版式</h3>
      <StyleForm style={publication.style} readOnly={readOnly} onChange={(style) => set({ style })} />
    </div>
  );
}

const cleaned = (words: readonly string[]): string[] => [
  ...new Set(words.map((word) => word.trim()).filter((word) => word !== '')),
];
