import { Button, Input } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DeskEvent } from '../../../../shared/contract/events.ts';
import type { ExportResult, IssueDetail } from '../../../../shared/contract/views.ts';
import { useSession } from '../../../app/session.ts';
import { hasCode, hostBridge, sentenceOf, useCommand, useEvents, useMethod } from '../../../data/index.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { JobProgress } from '../../../ui/JobProgress.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { FontRemarks } from '../release/FontRemarks.tsx';
import { ExportReport } from './ExportReport.tsx';
import { ExportWishForm } from './ExportWishForm.tsx';
import { PrintButton, printName } from './PrintButton.tsx';
import './export.css';

/** What an issue is to be written as, into which folder, and what came of it; and its print. */
export function ExportPanel({ issue, onClose }: { issue: IssueDetail; onClose: () => void }) {
  const { office, capabilities } = useSession();
  const publications = useMethod('publications.list', {});
  const [folder, setFolder] = useState(office.exportFolder);
  const [wish, setWish] = useState(office.exportWish);
  const [result, setResult] = useState<ExportResult | null>(null);
  const [progress, setProgress] = useState<{ done: number; total: number | null }>({ done: 0, total: null });
  const job = useRef(`export-${issue.id}-${Date.now()}`);
  const { run, running, error } = useCommand('issues.export');
  const stop = useCommand('issues.stopExport');

  useEvents(
    useCallback((event: DeskEvent) => {
      if (event.type === 'progress' && event.job === job.current) setProgress({ done: event.done, total: event.total });
    }, []),
  );

  const start = (beside = false) => {
    setResult(null);
    setProgress({ done: 0, total: null });
    const into = folder.trim();
    const chosen = into === '' || into === office.exportFolder ? null : into;
    run({ id: issue.id, folder: chosen, job: job.current, wish, beside }).then(setResult, () => {});
  };
  const choose = () =>
    void hostBridge()
      ?.chooseFolder()
      .then((chosen) => chosen !== null && setFolder(chosen));
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);

  useKeys([{ key: 'Escape', label: '返回编排', whileTyping: true, run: onClose }]);
  const publication = publications.data?.find(({ id }) => id === issue.publicationId);
  const held = hasCode(error, 'target-locked') || hasCode(error, 'target-not-writable');
  return (
    <div className="panel">
      <h2>
        导出 {issue.publication} {issue.label}
      </h2>
      <p className="soft">
        {issue.tentative
          ? '还没有签发：每份文件标“清样”和时间，文件放在标明“暂定”的文件夹里。'
          : '再次导出已签发的期，文件逐字节相同。'}
      </p>
      <ExportWishForm wish={wish} numbered={(publication?.style.copyNumberWording ?? '') !== ''} onChange={setWish} />
      {result === null && <FontRemarks issue={issue} />}
      <label htmlFor="export-folder">存到文件夹</label>
      <div className="export-folder">
        <Input
          id="export-folder"
          value={folder}
          placeholder="数据文件夹中的“导出”"
          onChange={(event) => setFolder(event.target.value)}
          onPressEnter={() => start()}
        />
        {capabilities.chooseFolder && <Button onClick={choose}>选择…</Button>}
        <Button ref={button} type="primary" loading={running} onClick={() => start()}>
          导出
        </Button>
        <PrintButton issue={issue.id} name={printName}>
          {issue.tentative ? '打印清样' : '打印'}
        </PrintButton>
        <Button onClick={onClose}>返回</Button>
      </div>
      {running && (
        <JobProgress
          label={`正在导出${issue.label}`}
          done={progress.done}
          total={progress.total}
          onStop={() => void stop.run({ job: job.current })}
        />
      )}
      {error && (
        <ErrorNote text={sentenceOf(error)} onRetry={() => start()}>
          {held && (
            <Button size="small" onClick={() => start(true)}>
              写到旁边的新文件夹
            </Button>
          )}
        </ErrorNote>
      )}
      {result && <ExportReport issue={issue} result={result} />}
    </div>
  );
}
