import type { HandInFields, UnitView } from '../../../shared/contract/portal/views.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { PublicationId } from '../../../shared/domain/ids.ts';
import { Field } from '../Field.tsx';

type People = Pick<HandInFields, 'publicationId' | 'author' | 'signer' | 'phone' | 'writtenOn'>;

interface PeopleFieldsProps {
  fields: People;
  publications: UnitView['publications'];
  onChange: (fields: Partial<People>) => void;
}

/** What stands around a text: for which publication, by whom, who approved it. */
export function PeopleFields({ fields, publications, onChange }: PeopleFieldsProps) {
  const text = (key: 'author' | 'signer' | 'phone', label: string, autoComplete: string) => (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          value={fields[key]}
          maxLength={40}
          autoComplete={autoComplete}
          onChange={(e) => onChange({ [key]: e.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className="grid">
      <Field label="报送刊物">
        {(id) => (
          <select
            id={id}
            value={fields.publicationId ?? ''}
            onChange={(e) => onChange({ publicationId: (e.target.value || null) as PublicationId | null })}
          >
            <option value="">（未选）</option>
            {publications.map(({ id: publication, name }) => (
              <option key={publication} value={publication}>
                《{name}》
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="成稿日期">
        {(id) => (
          <input
            id={id}
            type="date"
            value={fields.writtenOn ?? ''}
            onChange={(e) => onChange({ writtenOn: (e.target.value || null) as IsoDate | null })}
          />
        )}
      </Field>
      {text('author', '撰稿人', 'name')}
      {text('signer', '审核或签发人', 'off')}
      {text('phone', '联系电话', 'tel')}
    </div>
  );
}
