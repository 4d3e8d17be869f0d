import { useMemo, useState } from 'react';
import { Link, useLocation } from 'react-router';
import type { IssueDetail } from '../../../shared/contract/views.ts';
import type { ItemId } from '../../../shared/domain/ids.ts';
import { sentenceOf, useDesk } from '../../data/index.ts';
import { fullMoment } from '../../ui/format.ts';
import { useMessages } from '../../ui/messages.tsx';
import { Panes } from '../../ui/Panes.tsx';
import { ItemRecognitions } from '../statistics/records/ItemRecognitions.tsx';
import { BoardPane } from './board/BoardPane.tsx';
import { type BoardEntry, boardOf } from './board/board.ts';
import { ExportPanel } from './export/ExportPanel.tsx';
import { IssueActions } from './IssueActions.tsx';
import { IssueHead } from './IssueHead.tsx';
import { IssueSide } from './IssueSide.tsx';
import { usePages, usePreviewer } from './pages/usePreview.ts';

/** A signed issue: its pages, entries, distribution, deliveries and log as they were signed. Nothing can be changed. */
export function FrozenIssue({ issue }: { issue: IssueDetail }) {
  const [exporting, setExporting] = useState(false);
  const [selected, setSelected] = useState<ItemId | null>(null);
  const previewer = usePreviewer(issue, null);
  const { preview } = usePages(previewer);
  const { pathname } = useLocation();
  const board = useMemo(() => boardOf(issue.entries.map(entryOf), issue.pageAdjust), [issue.entries, issue.pageAdjust]);
  const views = useMemo(() => new Map(issue.entries.map((entry) => [entry.item.id as string, entry])), [issue.entries]);
  const back = pathname.startsWith('/issues')
    ? { to: '/issues', name: '回到正在编的期' }
    : { to: '/archive', name: '回到往期' };
  const pick = (entryId: string) => setSelected(views.get(entryId)?.item.id ?? null);

  return (
    <div className="screen">
      <IssueHead
        issue={issue}
        back={back}
        actions={<IssueActions issue={issue} onExport={() => setExporting(true)} />}
      />
      {issue.voided && (
        <p className="issue-note issue-note-void" role="status">
          {issue.state === 'filed'
            ? '这一期的补录已撤回，期号可由另一份补录使用。'
            : '这一期已作废，期号保留，不再发送。'}
        </p>
      )}
      <div className="screen-body">
        <Panes
          id={exporting ? 'issue-export' : 'issue-signed'}
          panes={[
            exporting
              ? {
                  id: 'export',
                  label: '导出',
                  width: '45%',
                  minWidth: 400,
                  content: <ExportPanel issue={issue} onClose={() => setExporting(false)} />,
                }
              : {
                  id: 'entries',
                  label: '稿件',
                  width: '34%',
                  minWidth: 280,
                  content: (
                    <>
                      <SignedBy issue={issue} />
                      <BoardPane
                        board={board}
                        views={views}
                        lines={preview?.meter.linesByEntry ?? {}}
                        order={issue.order}
                        selected={selected}
                        falls={null}
                        readOnly
                        onSelect={setSelected}
                        onOpen={setSelected}
                        onEdit={() => {}}
                      />
                      {selected && (
                        <div className="signed-entry">
                          <ItemRecognitions itemId={selected} />
                        </div>
                      )}
                    </>
                  ),
                },
            {
              id: 'pages',
              label: '版面',
              minWidth: 360,
              content: (
                <IssueSide
                  issue={issue}
                  previewer={previewer}
                  selected={selected}
                  onPick={({ entryId }) => pick(entryId)}
                  distribution={issue.distribution}
                />
              ),
            },
          ]}
        />
      </div>
    </div>
  );
}

function SignedBy({ issue }: { issue: IssueDetail }) {
  return (
    <p className="signed-by">
      {issue.signedAt && `${issue.signedBy ?? ''} ${fullMoment(issue.signedAt)} 签发`}
      {issue.filedFrom && <FiledFrom from={issue.filedFrom} />}
      {issue.corrects && (
        <>
          {' · 更正 '}
          <Link to={`/archive/${issue.corrects.id}`}>{issue.corrects.label}</Link>
        </>
      )}
    </p>
  );
}

/** A back issue: by whom and when it was filed, and the file it was read from. */
function FiledFrom({ from }: { from: NonNullable<IssueDetail['filedFrom']> }) {
  const { client } = useDesk();
  const messages = useMessages();
  const save = () =>
    client.download(`/files/back-issues/${from.fileId}`).catch((error: unknown) => messages.fail(sentenceOf(error)));
  return (
    <>
      {from.by} {fullMoment(from.at)} 补录，原件 {from.fileName}{' '}
      <button type="button" className="link-button" onClick={() => void save()}>
        下载
      </button>
    </>
  );
}

const entryOf = ({ item, kind, section }: IssueDetail['entries'][number]): BoardEntry => ({
  itemId: item.id,
  kind,
  section,
});
