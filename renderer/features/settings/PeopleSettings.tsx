import { Checkbox, Input, Switch } from 'antd';
import { useState } from 'react';
import type { PersonRow } from '../../../shared/contract/views.ts';
import { type Role, roleNames } from '../../../shared/domain/people.ts';
import { useMay } from '../../app/session.ts';
import { sentenceOf, useCommand, useMethod } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { isComposing } from '../../ui/keys.ts';
import { SavedText } from '../../ui/SavedText.tsx';

const roles = ['editor', 'reviewer', 'signer', 'dispatcher'] as const satisfies readonly Role[];

/** Who works here and may do what. Nobody is deleted: what he did stays under his name. */
export function PeopleSettings() {
  const { data: people = [], error } = useMethod('people.list', {});
  const mayEdit = useMay('editor');
  const save = useCommand('people.save');
  const [name, setName] = useState('');
  // A refusal (a name taken, the last editor) stands above the table.
  const keep = (person: PersonRow) => void save.run(person).catch(() => {});
  const add = () => {
    if (name.trim() === '') return;
    save.run({ id: null, name: name.trim(), roles: ['editor'], active: true }).then(
      () => setName(''),
      () => {},
    );
  };
  const failure = save.error ?? error;
  return (
    <div className="panel settings-panel">
      {failure && <ErrorNote text={sentenceOf(failure)} />}
      <table className="plain-table people">
        <thead>
          <tr>
            <th>姓名</th>
            {roles.map((role) => (
              <th key={role}>{roleNames[role]}</th>
            ))}
            <th>在用</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonLine key={person.id} person={person} mayEdit={mayEdit} onChange={keep} />
          ))}
        </tbody>
      </table>
      {mayEdit && (
        <Input
          className="people-add"
          aria-label="新增人员"
          placeholder="新增人员：写姓名，回车"
          maxLength={40}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isComposing(event.nativeEvent)) add();
          }}
        />
      )}
      <p className="soft">
        责任编辑：收稿、改稿、编期；审核：看版、退回；签发：取号定稿、作废；文印分发：发送、登记送达。一人可兼几项。
      </p>
    </div>
  );
}

interface PersonLineProps {
  person: PersonRow;
  mayEdit: boolean;
  onChange: (person: PersonRow) => void;
}

function PersonLine({ person, mayEdit, onChange }: PersonLineProps) {
  const set = (role: Role, on: boolean) =>
    onChange({ ...person, roles: roles.filter((one) => (one === role ? on : person.roles.includes(one))) });
  return (
    <tr>
      <td>
        <SavedText
          quiet
          label={`${person.name}的姓名`}
          value={person.name}
          maxLength={40}
          valid={(text) => text.trim() !== ''}
          disabled={!mayEdit}
          onSave={(name) => onChange({ ...person, name: name.trim() })}
        />
      </td>
      {roles.map((role) => {
        const has = person.roles.includes(role);
        const last = has && person.roles.length === 1;
        return (
          <td key={role}>
            <Checkbox
              aria-label={`${person.name}：${roleNames[role]}`}
              checked={has}
              disabled={!mayEdit || last}
              {...(last ? { title: '至少要有一项；不再工作的人请停用' } : {})}
              onChange={(event) => set(role, event.target.checked)}
            />
          </td>
        );
      })}
      <td>
        <Switch
          size="small"
          aria-label={`${person.name}在用`}
          checked={person.active}
          disabled={!mayEdit}
          onChange={(active) => onChange({ ...person, active })}
        />
      </td>
    </tr>
  );
}
