import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { IssueRow } from '../../../shared/contract/views.ts';
import { formatDate } from '../../../shared/domain/dates.ts';
import { type IssueId, issueId } from '../../../shared/domain/ids.ts';
import { useMay } from '../../app/session.ts';
import { sentenceOf, useRows } from '../../data/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { KeyButton } from '../../ui/KeyButton.tsx';
import { useKeys } from '../../ui/keys.ts';
import { RowList } from '../../ui/RowList.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { IssueTag } from '../../ui/StateTag.tsx';
import { NewIssue } from './NewIssue.tsx';

/** Issues not signed yet, and the form that begins one. `?corrects=ID` begins a correction of that issue. */
export function IssueList() {
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const corrects = issueId.safeParse(params.get('corrects')).data ?? null;
  const [beginning, setBeginning] = useState(corrects !== null);
  const [current, setCurrent] = useState<IssueId | null>(null);
  const mayEdit = useMay('editor');
  const { rows, long, loaded, error, retry } = useRows('issues.list', {
    frozen: false,
    publicationId: null,
    search: '',
  });
  useKeys([{ key: 'N', label: '新编一期', enabled: mayEdit, run: () => setBeginning(true) }]);
  useEffect(() => {
    if (corrects !== null) setBeginning(true);
  }, [corrects]);

  const close = () => {
    setBeginning(false);
    setParams({}, { replace: true });
  };
  const open = (id: IssueId) => void navigate(`/issues/${id}`);
  const begin = (
    <KeyButton type="primary" hint="N" onClick={() => setBeginning(true)}>
      新编一期
    </KeyButton>
  );
  return (
    <div className="screen">
      <ScreenHead actions={mayEdit && !beginning && begin}>
        <strong>正在编的期</strong>
      </ScreenHead>
      {beginning && <NewIssue correctsId={corrects} onMade={({ id }) => open(id)} onCancel={close} />}
      {error && <ErrorNote text={sentenceOf(error)} onRetry={retry} />}
      <div className="screen-body pane">
        <RowList
          label="正在编的期"
          height={48}
          rows={rows}
          idOf={(row) => row.id}
          current={current}
          onCurrent={setCurrent}
          onOpen={open}
          long={long}
          renderRow={(row) => <OpenIssueRow row={row} onOpen={() => open(row.id)} />}
          empty={
            loaded &&
            !beginning && (
              <EmptyState
                title="没有正在编的期"
                hint="预采用的稿件够一期了，就新编一期：选稿、排序、看版、送审、签发。"
              >
                {mayEdit && begin}
              </EmptyState>
            )
          }
        />
      </div>
    </div>
  );
}

function OpenIssueRow({ row, onOpen }: { row: IssueRow; onOpen: () => void }) {
  return (
    <>
      <span className="issue-row-label">
        <strong>{row.publication}</strong> {row.label}
      </span>
      <span className="row-note issue-row-date">{formatDate(row.date)}</span>
      <span className="row-text">{row.theme.replaceAll('\n', ' ')}</span>
      <span className="row-note">{row.entryCount === 0 ? '还没有稿件' : `${row.entryCount}条`}</span>
      <IssueTag state={row.state} />
      <Button size="small" onClick={onOpen}>
        打开
      </Button>
    </>
  );
}
