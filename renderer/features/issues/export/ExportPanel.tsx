import { Button, Input } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DeskEvent } from '../../../../shared/contract/events.ts';
import type { ExportResult, IssueDetail } from '../../../../shared/contract/views.ts';
import { useSession } from '../../../app/session.ts';
import { hostBridge, sentenceOf, useCommand, useEvents } from '../../../data/index.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { JobProgress } from '../../../ui/JobProgress.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { FontRemarks } from '../release/FontRemarks.tsx';
import { ExportReport } from './ExportReport.tsx';

/** PDF, DOCX, TXT and 分发单 in one step into one folder, and what came of it. */
export function ExportPanel({ issue, onClose }: { issue: IssueDetail; onClose: () => void }) {
  const { office, capabilities } = useSession();
  const [folder, setFolder] = useState(office.exportFolder);
  const [result, setResult] = useState<ExportResult | null>(null);
  const [progress, setProgress] = useState<{ done: number; total: number | null }>({ done: 0, total: null });
  const job = useRef(`export-${issue.id}-${Date.now()}`);
  const { run, running, error } = useCommand('issues.export');

  useEvents(
    useCallback((event: DeskEvent) => {
      if (event.type === 'progress' && event.job === job.current) setProgress({ done: event.done, total: event.total });
    }, []),
  );

  const start = () => {
    setResult(null);
    setProgress({ done: 0, total: null });
    const into = folder.trim();
    run({ id: issue.id, folder: into === '' || into === office.exportFolder ? null : into, job: job.current }).then(
      setResult,
      () => {},
    );
  };
  const choose = () =>
    void hostBridge()
      ?.chooseFolder()
      .then((chosen) => chosen !== null && setFolder(chosen));
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);

  useKeys([{ key: 'Escape', label: '返回编排', whileTyping: true, run: onClose }]);
  return (
    <div className="panel">
      <h2>
        导出 {issue.publication} {issue.label}
      </h2>
      <p className="soft">一次写出 PDF（付印）、DOCX（Word）、TXT 和分发单。再次导出已签发的期，文件逐字节相同。</p>
      <FontRemarks issue={issue} />
      <label htmlFor="export-folder">存到文件夹</label>
      <div className="export-folder">
        <Input
          id="export-folder"
          value={folder}
          placeholder="数据文件夹中的“导出”"
          onChange={(event) => setFolder(event.target.value)}
          onPressEnter={start}
        />
        {capabilities.chooseFolder && <Button onClick={choose}>选择…</Button>}
        <Button ref={button} type="primary" loading={running} onClick={start}>
          导出
        </Button>
        <Button onClick={onClose}>返回</Button>
      </div>
      {running && <JobProgress label={`正在导出${issue.label}`} done={progress.done} total={progress.total} />}
      {error && <ErrorNote text={sentenceOf(error)} onRetry={start} />}
      {result && <ExportReport issue={issue} result={result} />}
    </div>
  );
}
