import { useCallback, useMemo, useRef, useState } from 'react';
import type { ItemRow } from '../../../shared/contract/views.ts';
import type { ItemId } from '../../../shared/domain/ids.ts';
import { entryKindNames } from '../../../shared/domain/issue.ts';
import { useMay } from '../../app/session.ts';
import { sentenceOf, useCommand, useMethod, useRows } from '../../data/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { shortMoment } from '../../ui/format.ts';
import { KeyButton } from '../../ui/KeyButton.tsx';
import { useKeys } from '../../ui/keys.ts';
import { useMessages } from '../../ui/messages.tsx';
import { Panes } from '../../ui/Panes.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { StateTabs } from '../../ui/StateTabs.tsx';
import { ProofTab } from '../proof/ProofTab.tsx';
import { proofLabel } from '../proof/proofLabel.ts';
import { ProofingProvider, useProofView } from '../proof/useProofing.tsx';
import { type ItemsWhere, useItemsAddress } from './address.ts';
import { useDraftShelf } from './draft/drafts.tsx';
import { ItemDesk } from './ItemDesk.tsx';
import { ItemInfo } from './ItemInfo.tsx';
import { Originals } from './Originals.tsx';
import { Revisions } from './Revisions.tsx';
import './items.css';

const wheres: readonly { key: ItemsWhere; name: string }[] = [
  { key: 'pool', name: '可编入' },
  { key: 'inIssue', name: '已编入' },
  { key: 'printed', name: '已印发' },
  { key: 'all', name: '全部' },
];

/** 稿件: the edited texts. */
export function ItemsScreen() {
  const { address, go } = useItemsAddress();
  const { where, search } = address;
  const list = useRows('items.list', { where, search });
  const ids = useMemo(() => list.rows.map((row) => row.id), [list.rows]);
  const current = address.id ?? ids[0] ?? null;
  const [ticked, setTicked] = useState<ReadonlySet<ItemId>>(new Set());
  const marked = ids.filter((id) => ticked.has(id));
  const setCurrent = useCallback((id: ItemId | null) => go({ id }), [go]);
  const actions = useItemActions(setCurrent);
  const mayEdit = useMay('editor');
  useKeys([
    { key: 'N', label: '新建稿件', group: '稿件', enabled: mayEdit, run: actions.create },
    {
      key: 'M',
      label: '合并选中的几篇',
      group: '稿件',
      enabled: mayEdit && marked.length > 1,
      run: () => actions.merge(marked),
    },
  ]);
  return (
    <div className="screen">
      <ScreenHead
        actions={
          mayEdit && (
            <>
              {marked.length > 1 && (
                <KeyButton hint="M" onClick={() => actions.merge(marked)}>
                  合并 {marked.length} 篇
                </KeyButton>
              )}
              <KeyButton hint="N" onClick={actions.create}>
                新建稿件
              </KeyButton>
            </>
          )
        }
      >
        <StateTabs
          label="稿件所在"
          value={where}
          tabs={wheres}
          onChange={(next) => go({ where: next, id: null }, { replace: false })}
        />
      </ScreenHead>
      <div className="screen-body">
        <ProofingProvider>
          <Panes
            id="items"
            panes={[
              {
                id: 'list',
                label: '稿件列表',
                width: '28%',
                minWidth: 260,
                content: (
                  <>
                    {list.error && <ErrorNote text={sentenceOf(list.error)} onRetry={list.retry} />}
                    {actions.failure !== null && <ErrorNote text={actions.failure} />}
                    <div className="list-filter">
                      <SearchField
                        value={search}
                        onChange={(text) => go({ search: text, id: null })}
                        placeholder="标题、正文或单位"
                      />
                    </div>
                    <RowList
                      label="稿件"
                      rows={list.rows}
                      idOf={(row) => row.id}
                      current={current}
                      onCurrent={setCurrent}
                      ticked={ticked}
                      onTicked={setTicked}
                      onMore={list.more}
                      onOpen={() => document.querySelector<HTMLElement>('.text-body')?.focus()}
                      renderRow={(row) => <Cells row={row} />}
                      empty={list.loaded && <NoItems where={where} narrowed={search !== ''} />}
                    />
                    <div className="list-foot">共 {list.total} 篇</div>
                  </>
                ),
              },
              ...itemPanes(current, mayEdit, actions.remove),
            ]}
          />
        </ProofingProvider>
      </div>
    </div>
  );
}

function itemPanes(id: ItemId | null, mayEdit: boolean, onDelete: (id: ItemId) => Promise<unknown>) {
  const nothing = <div className="work" />;
  return [
    {
      id: 'work',
      label: '稿件文字',
      minWidth: 400,
      content: id === null ? nothing : <OpenItem key={id} id={id} part="text" mayEdit={mayEdit} onDelete={onDelete} />,
    },
    {
      id: 'context',
      label: '来稿与版本',
      width: '28%',
      minWidth: 240,
      content: id === null ? nothing : <OpenItem key={id} id={id} part="side" mayEdit={mayEdit} onDelete={onDelete} />,
    },
  ];
}

interface OpenItemProps {
  id: ItemId;
  part: 'text' | 'side';
  mayEdit: boolean;
  onDelete: (id: ItemId) => Promise<unknown>;
}

/** One item in its two panes. A text that may be out of date is never opened for editing: it is asked for again first. */
function OpenItem({ id, part, mayEdit, onDelete }: OpenItemProps) {
  const { data: item, isStale, error, refetch } = useMethod('items.get', { id });
  const opened = useRef(false);
  if (item && !isStale) opened.current = true;
  if (error && !item) return <ErrorNote text={sentenceOf(error)} onRetry={() => void refetch()} />;
  if (!item || !opened.current) return <div className="work" />;
  const readOnly = item.readOnly || !mayEdit;
  if (part === 'side') return <ItemSide item={item} readOnly={readOnly} onDelete={() => onDelete(id)} />;
  return (
    <>
      {item.readOnly && (
        <p className="frozen-line">
          已印入{item.issue?.label ?? '已签发的一期'}，内容不能再改；如需更正，请新建一期更正。
        </p>
      )}
      <ItemDesk item={item} readOnly={readOnly} />
    </>
  );
}

type SideTab = 'proof' | 'originals' | 'info' | 'revisions';

function ItemSide({
  item,
  readOnly,
  onDelete,
}: {
  item: Parameters<typeof ItemInfo>[0]['item'];
  readOnly: boolean;
  onDelete: () => Promise<unknown>;
}) {
  const [tab, setTab] = useState<SideTab>('originals');
  const { view } = useProofView();
  return (
    <>
      <div className="work-tabs">
        <StateTabs
          label="稿件旁"
          value={tab}
          onChange={setTab}
          tabs={[
            { key: 'proof', name: proofLabel(view.findings) },
            { key: 'originals', name: '来稿原文' },
            { key: 'info', name: '署名类别' },
            { key: 'revisions', name: '版本' },
          ]}
        />
      </div>
      {tab === 'proof' && <ProofTab />}
      {tab === 'originals' && <Originals item={item} />}
      {tab === 'info' && <ItemInfo item={item} readOnly={readOnly} onDelete={onDelete} />}
      {tab === 'revisions' && <Revisions item={item} readOnly={readOnly} />}
    </>
  );
}

function useItemActions(onCurrent: (id: ItemId | null) => void) {
  const create = useCommand('items.create');
  const merge = useCommand('items.merge');
  const remove = useCommand('items.delete');
  const shelf = useDraftShelf();
  const messages = useMessages();
  const [failure, setFailure] = useState<string | null>(null);
  const attempt = async (step: () => Promise<void>) => {
    setFailure(null);
    try {
      await step();
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  };
  return {
    failure,
    create: () =>
      void attempt(async () => {
        onCurrent((await create.run({ title: '', departmentId: null })).id);
      }),
    merge: (ids: readonly ItemId[]) =>
      void attempt(async () => {
        await shelf.flushAll();
        const merged = await merge.run({ ids: [...ids] });
        messages.done(`${ids.length} 篇已合并为一篇`);
        onCurrent(merged.id);
      }),
    remove: (id: ItemId) =>
      attempt(async () => {
        await remove.run({ id });
        shelf.drop(id);
        messages.done('已去掉，来稿回到原来的状态');
        onCurrent(null);
      }),
  };
}

function Cells({ row: { title, excerpt, source, kind, charCount, updatedAt } }: { row: ItemRow }) {
  return (
    <>
      {kind !== 'item' && <span className="tag tag-plain">{entryKindNames[kind]}</span>}
      <span className="row-text" title={`${title || excerpt}　${source}`}>
        {title || <span className="soft">{excerpt || '（还没有文字）'}</span>}
      </span>
      <span className="row-note cell-chars">{charCount}字</span>
      <span className="row-note cell-time">{shortMoment(updatedAt)}</span>
    </>
  );
}

function NoItems({ where, narrowed }: { where: ItemsWhere; narrowed: boolean }) {
  if (narrowed) return <EmptyState title="没有符合条件的稿件" hint="可清空搜索，或到“全部”里找。" />;
  switch (where) {
    case 'pool':
      return <EmptyState title="没有可编入的稿件" hint="在“来稿”里按 A 预采用，稿件就会出现在这里；也可新建稿件。" />;
    case 'inIssue':
      return <EmptyState title="没有编入各期的稿件" hint="在“编期”里从可编入的稿件中选稿。" />;
    case 'printed':
      return <EmptyState title="还没有印发过稿件" hint="一期签发后，其中的稿件列在这里。" />;
    case 'all':
      return <EmptyState title="还没有稿件" hint="在“来稿”里按 A 预采用，稿件就会出现在这里。" />;
    default:
      return where satisfies never;
  }
}
