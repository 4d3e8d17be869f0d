import { Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { IssueDetail } from '../../../shared/contract/views.ts';
import type { ItemId } from '../../../shared/domain/ids.ts';
import { adjustWords, noAdjust } from '../../../shared/domain/pageAdjust.ts';
import { useMay } from '../../app/session.ts';
import { sentenceOf, useDesk, useMethod } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useKeys } from '../../ui/keys.ts';
import { type Pane, Panes } from '../../ui/Panes.tsx';
import { ProofingProvider } from '../proof/useProofing.tsx';
import { AdvicePanel } from './advice/AdvicePanel.tsx';
import { ProposalBar } from './advice/ProposalBar.tsx';
import { useProposal } from './advice/useProposal.ts';
import { BoardPane } from './board/BoardPane.tsx';
import { boardShortcuts } from './board/boardShortcuts.ts';
import { DragBoard } from './board/DragBoard.tsx';
import type { DropPlace } from './board/drop.ts';
import { PoolPane } from './board/PoolPane.tsx';
import { useJump } from './checklist/jump.ts';
import { EntryEditor } from './EntryEditor.tsx';
import { ExportPanel } from './export/ExportPanel.tsx';
import { IssueActions } from './IssueActions.tsx';
import { IssueHead } from './IssueHead.tsx';
import { IssueSide } from './IssueSide.tsx';
import type { IssueFields } from './issueQueue.ts';
import { localBulletin } from './pages/localBulletin.ts';
import type { TextPlace } from './pages/Previewer.ts';
import { useComposer, useMeter } from './pages/useMeter.ts';
import { usePreviewer } from './pages/usePreview.ts';
import { SignPanel } from './release/SignPanel.tsx';
import { ReviewNote } from './review/ReviewNote.tsx';
import { useAdded } from './useAdded.ts';
import { useIssueEdits } from './useIssueEdits.ts';

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
  const { fields, board: arrangement } = edits;
  const { entries, adjust } = arrangement;
  const issue = useMemo(() => withFields(saved, fields), [saved, fields]);
  const readOnly = !useMay('editor') || issue.state !== 'assembling';
  const [work, setWork] = useState<Work>({ name: 'board' });
  const [selected, setSelected] = useState<ItemId | null>(null);
  const publications = useMethod('publications.list', {});
  const publication = publications.data?.find(({ id }) => id === issue.publicationId);
  const previewer = usePreviewer(saved, publication);
  const composer = useComposer(previewer);
  const proposal = useProposal(previewer, edits, readOnly);
  const bulletin = useMemo(
    () => (publication ? localBulletin(publication, issue, arrangement) : null),
    [publication, issue, arrangement],
  );
  const meter = useMeter(bulletin, previewer, composer);
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
      meter={work.name === 'edit' || proposal.shown ? null : meter}
      advice={
        publication && (
          <>
            <AdvicePanel
              issue={issue}
              publication={publication}
              board={arrangement}
              previewer={previewer}
              composer={composer}
              shown={proposal.shown}
              readOnly={readOnly}
              onShow={proposal.show}
              onReset={() => edits.edit({ type: 'fit', adjust: noAdjust, order: null })}
              onAdd={added.add}
              onOpen={openLine}
            />
            {proposal.shown && (
              <ProposalBar fit={proposal.shown} onTake={proposal.take} onDrop={() => proposal.show(null)} />
            )}
          </>
        )
      }
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
      order={issue.order}
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
                adjusted={publication ? adjustWords(publication.style, adjust) : []}
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
      <ReviewNote issue={issue} />
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
const withFields = (issue: IssueDetail, fields: IssueFields): IssueDetail => ({
  ...issue,
  ...(fields.date === undefined ? {} : { date: fields.date }),
  ...(fields.theme === undefined ? {} : { theme: fields.theme }),
  ...(fields.editors === undefined ? {} : { editors: fields.editors }),
  ...(fields.reviewer === undefined ? {} : { reviewer: fields.reviewer }),
  ...(fields.signer === undefined ? {} : { signer: fields.signer }),
});
