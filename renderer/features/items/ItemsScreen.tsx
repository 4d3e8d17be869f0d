import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { ItemRow } from '../../../shared/contract/views.ts';
import type { ItemId } from '../../../shared/domain/ids.ts';
import { entryKindNames } from '../../../shared/domain/issue.ts';
import { useMay } from '../../app/session.ts';
import { sentenceOf, useCommand, useRows } from '../../data/index.ts';
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
import { ProofingProvider } from '../proof/useProofing.tsx';
import { type ItemsWhere, useItemsAddress } from './address.ts';
import { ChangesDesk } from './changes/ChangesDesk.tsx';
import type { Side } from './changes/useChanges.ts';
import { CommentingProvider } from './comments/useCommenting.tsx';
import { useDraftShelf } from './draft/drafts.tsx';
import { ItemDesk } from './ItemDesk.tsx';
import { ItemSide } from './ItemSide.tsx';
import { useOpenedItem } from './useOpenedItem.ts';
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
  const [from, setFrom] = useState<Side>('accepted');
  const compare = (since: Side) => {
    setFrom(since);
    go({ id: current, view: 'changes' }, { replace: false });
  };
  useKeys([{ key: 'C', label: '查看改动', group: '稿件', enabled: current !== null, run: () => compare('accepted') }]);
  if (address.view === 'changes' && current !== null)
    return (
      <div className="screen">
        <OpenChanges key={current} id={current} from={from} mayEdit={mayEdit} onClose={() => go({ view: 'text' })} />
      </div>
    );
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
        <ItemProviders>
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
                      long={list.long}
                      onOpen={() => document.querySelector<HTMLElement>('.text-body')?.focus()}
                      renderRow={(row) => <Cells row={row} />}
                      empty={list.loaded && <NoItems where={where} narrowed={search !== ''} />}
                    />
                    <div className="list-foot">共 {list.total} 篇</div>
                  </>
                ),
              },
              ...itemPanes(current, mayEdit, actions.remove, compare),
            ]}
          />
        </ItemProviders>
      </div>
    </div>
  );
}

/** What stands beside a text sees the text through these. */
const ItemProviders = ({ children }: { children: ReactNode }) => (
  <ProofingProvider>
    <CommentingProvider>{children}</CommentingProvider>
  </ProofingProvider>
);

function itemPanes(
  id: ItemId | null,
  mayEdit: boolean,
  onDelete: (id: ItemId) => Promise<unknown>,
  onCompare: (from: Side) => void,
) {
  const nothing = <div className="work" />;
  return [
    {
      id: 'work',
      label: '稿件文字',
      minWidth: 400,
      content: id === null ? nothing : <OpenItem {...{ id, mayEdit, onDelete, onCompare }} key={id} part="text" />,
    },
    {
      id: 'context',
      label: '来稿与版本',
      width: '28%',
      minWidth: 240,
      content: id === null ? nothing : <OpenItem {...{ id, mayEdit, onDelete, onCompare }} key={id} part="side" />,
    },
  ];
}

interface OpenItemProps {
  id: ItemId;
  part: 'text' | 'side';
  mayEdit: boolean;
  onDelete: (id: ItemId) => Promise<unknown>;
  onCompare: (from: Side) => void;
}

/** One item in its two panes. A text that may be out of date is never opened for editing: it is asked for again first. */
function OpenItem({ id, part, mayEdit, onDelete, onCompare }: OpenItemProps) {
  const { item, error, retry } = useOpenedItem(id);
  if (error && !item) return <ErrorNote text={sentenceOf(error)} onRetry={retry} />;
  if (!item) return <div className="work" />;
  const readOnly = item.readOnly || !mayEdit;
  if (part === 'side')
    return <ItemSide item={item} readOnly={readOnly} onDelete={() => onDelete(id)} onCompare={onCompare} />;
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

interface OpenChangesProps {
  id: ItemId;
  from: Side;
  mayEdit: boolean;
  onClose: () => void;
}

function OpenChanges({ id, from, mayEdit, onClose }: OpenChangesProps) {
  const { item, error, retry } = useOpenedItem(id);
  if (error && !item) return <ErrorNote text={sentenceOf(error)} onRetry={retry} />;
  if (!item) return <div className="work" />;
  return <ChangesDesk item={item} readOnly={item.readOnly || !mayEdit} from={from} onClose={onClose} />;
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

function Cells({ row }: { row: ItemRow }) {
  const { title, excerpt, source, kind, charCount, updatedAt, openQuestions, openNotes } = row;
  return (
    <>
      {kind !== 'item' && <span className="tag tag-plain">{entryKindNames[kind]}</span>}
      <span className="row-text" title={`${title || excerpt}　${source}`}>
        {title || <span className="soft">{excerpt || '（还没有文字）'}</span>}
      </span>
      {openQuestions > 0 && <span className="tag tag-doubt">问题{openQuestions}</span>}
      {openNotes > 0 && <span className="tag tag-plain">批注{openNotes}</span>}
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
