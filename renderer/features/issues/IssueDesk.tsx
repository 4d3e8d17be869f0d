import { Button } from 'antd';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { IssueDetail, ItemRow } from '../../../shared/contract/views.ts';
import type { ItemId } from '../../../shared/domain/ids.ts';
import { useMay } from '../../app/session.ts';
import { sentenceOf, useDesk, useMethod } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { type KeyBinding, useKeys } from '../../ui/keys.ts';
import { type Pane, Panes } from '../../ui/Panes.tsx';
import { ProofingProvider } from '../proof/useProofing.tsx';
import { BoardPane } from './board/BoardPane.tsx';
import { DragBoard } from './board/DragBoard.tsx';
import type { DropPlace } from './board/drop.ts';
import { PoolPane } from './board/PoolPane.tsx';
import { useJump } from './checklist/jump.ts';
import { EntryEditor } from './EntryEditor.tsx';
import { ExportPanel } from './export/ExportPanel.tsx';
import { IssueActions } from './IssueActions.tsx';
import { IssueHead } from './IssueHead.tsx';
import { IssueSide } from './IssueSide.tsx';
import { localBulletin } from './pages/localBulletin.ts';
import type { TextPlace } from './pages/Previewer.ts';
import { useComposer, useMeter } from './pages/useMeter.ts';
import { usePreviewer } from './pages/usePreview.ts';
import { SignPanel } from './release/SignPanel.tsx';
import { type IssueEdits, useIssueEdits } from './useIssueEdits.ts';

/** What stands left of the pages. */
type Work =
  | { name: 'board' }
  | { name: 'edit'; itemId: ItemId; at: TextPlace | null }
  | { name: 'sign' }
  | { name: 'export' };

/** One issue being made: pool, board, pages. */
export function IssueDesk({ issue }: { issue: IssueDetail }) {
  return (
    <ProofingProvider>
      <Desk issue={issue} />
    </ProofingProvider>
  );
}

function Desk({ issue: saved }: { issue: IssueDetail }) {
  const { id } = saved;
  const { client } = useDesk();
  const edits = useIssueEdits(saved);
  const issue = useMemo(() => withFields(saved, edits), [saved, edits]);
  const readOnly = !useMay('editor') || issue.state !== 'assembling';
  const [work, setWork] = useState<Work>({ name: 'board' });
  const [selected, setSelected] = useState<ItemId | null>(null);
  const publications = useMethod('publications.list', {});
  const publication = publications.data?.find(({ id }) => id === issue.publicationId);
  const previewer = usePreviewer(saved, publication);
  const { entries } = edits.board;
  useEffect(() => previewer.arrange(readOnly ? null : [...entries]), [previewer, readOnly, entries]);
  const bulletin = useMemo(
    () => (publication ? localBulletin(publication, issue, entries) : null),
    [publication, issue, entries],
  );
  const meter = useMeter(bulletin, previewer, useComposer(previewer));
  const added = useAdded(edits);

  const openEntry = useCallback((itemId: ItemId, at: TextPlace | null = null) => {
    setSelected(itemId);
    setWork({ name: 'edit', itemId, at });
  }, []);
  /** A click on a line of the pages: its text opens there. */
  const openLine = useCallback(
    (place: TextPlace) => {
      const entry = entries.find(({ itemId }) => itemId === place.entryId);
      if (entry) openEntry(entry.itemId, place);
    },
    [entries, openEntry],
  );
  const toBoard = useCallback(() => {
    previewer.leave();
    setWork({ name: 'board' });
  }, [previewer]);
  const jump = useJump(openEntry);
  useKeys(boardShortcuts(edits, selected, setSelected, readOnly));

  const side = (
    <IssueSide
      issue={issue}
      previewer={previewer}
      meter={work.name === 'edit' ? null : meter}
      selected={selected}
      onPick={openLine}
      distribution={edits.fields.distribution ?? issue.distribution}
      onJump={jump}
      {...(readOnly ? {} : { onUpdate: edits.update })}
    />
  );
  const board = (falls: DropPlace | null) => (
    <BoardPane
      board={edits.board}
      views={added.views(saved)}
      lines={meter?.linesByEntry ?? {}}
      sections={issue.sections}
      selected={selected}
      falls={falls}
      readOnly={readOnly}
      onSelect={setSelected}
      onOpen={openEntry}
      onEdit={edits.edit}
    />
  );
  const left = (falls: DropPlace | null): Pane[] => {
    switch (work.name) {
      case 'board': {
        const pool = (
          <PoolPane
            taken={new Set(edits.board.entries.map(({ itemId }) => itemId))}
            cells={publication?.style.cells ?? 28}
            freeLines={meter?.freeLines ?? null}
            onAdd={added.add}
          />
        );
        return [
          ...(readOnly ? [] : [{ id: 'pool', label: '预采用', content: pool, width: '24%', minWidth: 220 }]),
          { id: 'board', label: '编排', content: board(falls), width: '32%', minWidth: 280 },
        ];
      }
      case 'edit':
        return [
          {
            id: 'editor',
            label: '修改稿件',
            width: '50%',
            minWidth: 420,
            content: (
              <EntryEditor
                key={work.itemId}
                itemId={work.itemId}
                at={work.at}
                readOnly={readOnly}
                previewer={previewer}
                onClose={toBoard}
              />
            ),
          },
        ];
      case 'sign':
        return [
          {
            id: 'sign',
            label: '签发',
            width: '45%',
            minWidth: 400,
            content: (
              <SignPanel
                issue={issue}
                meter={meter}
                onSign={() =>
                  edits.run((version) => client.call('issues.sign', { id, version, expectedNumber: issue.number }))
                }
                onJump={jump}
                onClose={toBoard}
              />
            ),
          },
        ];
      case 'export':
        return [
          {
            id: 'export',
            label: '导出',
            width: '45%',
            minWidth: 400,
            content: <ExportPanel issue={issue} onClose={toBoard} />,
          },
        ];
      default:
        return work satisfies never;
    }
  };

  return (
    <div className="screen">
      <IssueHead
        issue={issue}
        back={{ to: '/issues', name: '回到正在编的期' }}
        {...(readOnly ? {} : { onUpdate: edits.update })}
        actions={
          <IssueActions
            issue={{ ...issue, entryCount: edits.board.entries.length }}
            onSendForReview={() => edits.run((version) => client.call('issues.sendForReview', { id, version }))}
            onSign={() => setWork({ name: 'sign' })}
            onExport={() => setWork({ name: 'export' })}
          />
        }
      />
      {edits.refused !== null && (
        <ErrorNote text={`${sentenceOf(edits.refused)}已改为最新的内容。`}>
          <Button size="small" onClick={edits.dismiss}>
            知道了
          </Button>
        </ErrorNote>
      )}
      {issue.reviewNote !== '' && (
        <p className="issue-note" role="status">
          退回意见：{issue.reviewNote}
        </p>
      )}
      <div className="screen-body">
        <DragBoard
          entries={edits.board.entries}
          onDrop={(edit, pooled) => {
            if (pooled) added.remember(pooled);
            edits.edit(edit);
          }}
        >
          {(falls) => (
            <Panes
              id={`issue-${work.name}${readOnly ? '-read' : ''}`}
              panes={[...left(falls), { id: 'pages', label: '版面', content: side, minWidth: 360 }]}
            />
          )}
        </DragBoard>
      </div>
    </div>
  );
}

/** The issue with what was typed and is on its way. */
const withFields = (issue: IssueDetail, { fields }: IssueEdits): IssueDetail => ({
  ...issue,
  ...(fields.date === undefined ? {} : { date: fields.date }),
  ...(fields.theme === undefined ? {} : { theme: fields.theme }),
  ...(fields.editors === undefined ? {} : { editors: fields.editors }),
  ...(fields.reviewer === undefined ? {} : { reviewer: fields.reviewer }),
  ...(fields.signer === undefined ? {} : { signer: fields.signer }),
});

/** Items put on the board in this sitting: named there before the core has answered, and after an undo and redo. */
function useAdded({ edit }: IssueEdits) {
  const [items, setItems] = useState<ReadonlyMap<string, { item: ItemRow }>>(new Map());
  const remember = useCallback((item: ItemRow) => setItems((before) => new Map(before).set(item.id, { item })), []);
  return {
    remember,
    add: (item: ItemRow) => {
      remember(item);
      edit({ type: 'add', itemId: item.id, kind: item.kind, section: null });
    },
    views: ({ entries }: IssueDetail): ReadonlyMap<string, { item: ItemRow }> =>
      new Map([...items, ...entries.map((entry): [string, { item: ItemRow }] => [entry.item.id, entry])]),
  };
}

function boardShortcuts(
  { board, edit }: IssueEdits,
  selected: ItemId | null,
  select: (id: ItemId) => void,
  readOnly: boolean,
): KeyBinding[] {
  const group = '编排';
  const step = (by: -1 | 1) => () => {
    const at = board.entries.findIndex(({ itemId }) => itemId === selected);
    const next = board.entries[at < 0 ? 0 : at + by];
    if (next) select(next.itemId);
  };
  const idle = () => {};
  const shown = (key: string, label: string): KeyBinding => ({ key, label, group, run: idle, enabled: false });
  return [
    { key: 'J', label: '下一条', group, run: step(1) },
    { key: 'K', label: '上一条', group, run: step(-1) },
    ...(readOnly
      ? []
      : [
          { key: 'Ctrl+Z', label: '撤销编排', group, run: () => edit({ type: 'undo' }) },
          { key: 'Ctrl+Y', label: '重做编排', group, run: () => edit({ type: 'redo' }) },
          shown('回车', '预采用：编入；编排：修改文字'),
          shown('Delete', '取出'),
          shown('Alt+↑↓', '上移、下移'),
          shown('1 2 3', '头条、稿件、简讯'),
        ]),
  ];
}
