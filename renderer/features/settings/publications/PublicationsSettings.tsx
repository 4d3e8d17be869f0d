import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { emptyDistribution } from '../../../../shared/domain/distribution.ts';
import { defaultHouseStyle } from '../../../../shared/domain/houseStyle.ts';
import type { PublicationId } from '../../../../shared/domain/ids.ts';
import type { Publication } from '../../../../shared/domain/publication.ts';
import { useMay, useSession } from '../../../app/session.ts';
import { sentenceOf, useCommand, useMethod } from '../../../data/index.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { Panes } from '../../../ui/Panes.tsx';
import { RowList } from '../../../ui/RowList.tsx';
import { replaced, useOptimistic } from '../../registers/useRegister.ts';
import { NewPublication, shown } from './NewPublication.tsx';
import { PublicationForm } from './PublicationForm.tsx';
import { StylePages } from './StylePages.tsx';
import type { DraftPublication } from './useStylePages.ts';

/** 刊物: each with its page beside it, drawn again with every change. */
export function PublicationsSettings() {
  const { office } = useSession();
  const { data: publications = [], error } = useMethod('publications.list', {});
  const mayEdit = useMay('editor');
  const save = useCommand('publications.save');
  const { apply, failure } = useOptimistic<Publication[]>(['publications.list', {}]);
  const [current, setCurrent] = useState<PublicationId | null>(null);
  const chosen = publications.find(({ id }) => id === current) ?? publications[0];

  const [draft, setDraft] = useState<DraftPublication | null>(null);
  const pages = useMemo(() => (draft ? shown(draft) : (chosen ?? null)), [draft, chosen]);

  const begin = () =>
    setDraft({
      id: null,
      name: '',
      office: office.name,
      sections: [],
      editors: [],
      imprintParts: ['editors', 'copies'],
      distribution: emptyDistribution,
      style: defaultHouseStyle,
    });
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
                {mayEdit && (
                  <div className="publication-new">
                    <Button type="primary" block disabled={draft !== null} onClick={begin}>
                      新建刊物
                    </Button>
                  </div>
                )}
                <RowList
                  label="刊物"
                  rows={publications}
                  idOf={({ id }) => id}
                  current={draft ? null : (chosen?.id ?? null)}
                  onCurrent={(id) => {
                    setDraft(null);
                    setCurrent(id);
                  }}
                  renderRow={({ name }) => <span className="row-text">{name}</span>}
                  empty={<EmptyState title="还没有刊物" hint="点“新建刊物”，选一种现成版式即可。" />}
                />
              </>
            ),
          },
          {
            id: 'form',
            label: '刊物的内容',
            minWidth: 420,
            content: draft ? (
              <NewPublication
                draft={draft}
                publications={publications}
                onChange={setDraft}
                onMade={({ id }) => {
                  setDraft(null);
                  setCurrent(id);
                }}
                onCancel={() => setDraft(null)}
              />
            ) : (
              chosen && <PublicationForm key={chosen.id} publication={chosen} readOnly={!mayEdit} onChange={change} />
            ),
          },
          {
            id: 'page',
            label: '版面',
            width: '36%',
            minWidth: 280,
            content: pages && <StylePages publication={pages} />,
          },
        ]}
      />
    </>
  );
}
