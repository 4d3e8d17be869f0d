import { Button } from 'antd';
import { type Person, roleNames } from '../../../shared/domain/people.ts';
import { sentenceOf, useCommand } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useKeys } from '../../ui/keys.ts';

/** Who works now: everything done from here on is written down under this name. */
export function ChoosePerson({ people, office }: { people: readonly Person[]; office: string }) {
  const choose = useCommand('session.choose');
  const active = people.filter((person) => person.active);
  const take = (person: Person) => void choose.run({ personId: person.id }).catch(() => {});
  useKeys(active.slice(0, 9).map((person, n) => ({ key: String(n + 1), label: person.name, run: () => take(person) })));
  return (
    <main className="start-page">
      <div className="start-card">
        <p className="start-office">{office}</p>
        <h1>现在是谁在使用？</h1>
        <p className="soft">以后做的每一步都记在这个名字下，随时可以在右上角换人。</p>
        {choose.error && <ErrorNote text={sentenceOf(choose.error)} />}
        <div className="start-people">
          {active.map((person, n) => (
            <Button key={person.id} size="large" block onClick={() => take(person)} autoFocus={n === 0}>
              <span className="start-person">
                <span>{person.name}</span>
                <span className="soft">{person.roles.map((role) => roleNames[role]).join('、')}</span>
                {n < 9 && <kbd className="key-hint">{n + 1}</kbd>}
              </span>
            </Button>
          ))}
        </div>
      </div>
    </main>
  );
}
