import { Input } from 'antd';
import { useState } from 'react';
import { emptyDistribution } from '../../../../shared/domain/distribution.ts';
import { defaultHouseStyle } from '../../../../shared/domain/houseStyle.ts';
import type { PublicationId } from '../../../../shared/domain/ids.ts';
import type { Publication } from '../../../../shared/domain/publication.ts';
import { useMay, useSession } from '../../../app/session.ts';
import { sentenceOf, useCommand, useMethod } from '../../../data/index.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { isComposing } from '../../../ui/keys.ts';
import { Panes } from '../../../ui/Panes.tsx';
import { RowList } from '../../../ui/RowList.tsx';
import { replaced, useOptimistic } from '../../registers/useRegister.ts';
import { PageSketch } from './PageSketch.tsx';
import { PublicationForm } from './PublicationForm.tsx';

/** 刊物: each with its page beside it, drawn again with every change. */
export function PublicationsSettings() {
  const { office } = useSession();
  const { data: publications = [], error } = useMethod('publications.list', {});
  const mayEdit = useMay('editor');
  const save = useCommand('publications.save');
  const { apply, failure } = useOptimistic<Publication[]>(['publications.list', {}]);
  const [current, setCurrent] = useState<PublicationId | null>(null);
  const chosen = publications.find(({ id }) => id === current) ?? publications[0];

  const add = (name: string) => {
    const made = {
      id: null,
      name,
      office: office.name,
      sections: [],
      editors: [],
      imprintParts: ['editors', 'copies'] as Publication['imprintParts'],
      distribution: emptyDistribution,
      style: defaultHouseStyle,
    };
    void apply(
      (before) => before,
      () => save.run(made),
    ).then((publication) => publication && setCurrent(publication.id));
  };
  const change = (publication: Publication) =>
    void apply(
      (before) => replaced(before, publication),
      () => save.run(publication),
    );
  const sentence = failure ?? (error ? sentenceOf(error) : null);

  return (
    <>
      {sentence && <ErrorNote text={sentence} />}
      <Panes
        id="publications"
        panes={[
          {
            id: 'list',
            label: '刊物',
            width: 200,
            minWidth: 160,
            content: (
              <>
                {mayEdit && <NewPublication onAdd={add} />}
                <RowList
                  label="刊物"
                  rows={publications}
                  idOf={({ id }) => id}
                  current={chosen?.id ?? null}
                  onCurrent={setCurrent}
                  renderRow={({ name }) => <span className="row-text">{name}</span>}
                  empty={<EmptyState title="还没有刊物" hint="在上面写刊物的名称，回车。" />}
                />
              </>
            ),
          },
          {
            id: 'form',
            label: '刊物的内容',
            minWidth: 420,
            content: chosen && (
              <PublicationForm key={chosen.id} publication={chosen} readOnly={!mayEdit} onChange={change} />
            ),
          },
          {
            id: 'page',
            label: '样张',
            width: '36%',
            minWidth: 280,
            content: chosen && <PageSketch publication={chosen} />,
          },
        ]}
      />
    </>
  );
}

function NewPublication({ onAdd }: { onAdd: (name: string) => void }) {
  const [name, setName] = useState('');
  return (
    <div className="publication-new">
      <Input
        aria-label="新增刊物"
        placeholder="新增刊物，回车"
        maxLength={20}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || isComposing(event.nativeEvent) || name.trim() === '') return;
          onAdd(name.trim());
          setName('');
        }}
      />
    </div>
  );
}
