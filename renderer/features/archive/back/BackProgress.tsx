import { Button } from 'antd';
import { useCallback, useState } from 'react';
import type { DeskEvent } from '../../../../shared/contract/events.ts';
import type { BackStatus } from '../../../../shared/contract/methods/backIssues.ts';
import { useCommand, useEvents } from '../../../data/index.ts';
import { JobProgress } from '../../../ui/JobProgress.tsx';
import { useBackUploads } from './uploads.tsx';

const jobs: Readonly<Record<string, string>> = { 'back-issues': '读取', 'back-filing': '补录' };

/** Handing over, reading, filing: how far each is, 暂停 and 停止. */
export function BackProgress({ status }: { status: BackStatus | undefined }) {
  const { state, stop, clear } = useBackUploads();
  const pause = useCommand('backIssues.pause');
  const [job, setJob] = useState<{ name: string; done: number; total: number | null } | null>(null);
  useEvents(
    useCallback((event: DeskEvent) => {
      if (event.type === 'progress' && event.job in jobs)
        setJob(event.total === event.done ? null : { name: event.job, done: event.done, total: event.total });
      if (event.type === 'finished' && event.job in jobs) setJob(null);
    }, []),
  );
  const waiting = status?.waiting ?? 0;
  return (
    <>
      {state?.running && <JobProgress label="正在收入文件" done={state.done} total={state.total} onStop={stop} />}
      {state && !state.running && (
        <div className="back-note" role="status">
          <span>
            收入 {state.added} 份{state.known > 0 && `，${state.known} 份以前收过，没有重复收入`}
            {state.refused.length > 0 && `，${state.refused.length} 份没有收入：${state.refused[0]?.sentence ?? ''}`}
          </span>
          <Button size="small" type="text" onClick={clear}>
            关闭
          </Button>
        </div>
      )}
      {status?.paused && waiting > 0 && (
        <div className="back-note" role="status">
          <span>读取已暂停，还有 {waiting} 份文件</span>
          <Button size="small" type="primary" onClick={() => void pause.run({ paused: false })}>
            继续
          </Button>
        </div>
      )}
      {job && !status?.paused && (
        <div className="back-job">
          <JobProgress label={`正在${jobs[job.name] ?? ''}往期`} done={job.done} total={job.total} />
          {job.name === 'back-issues' && (
            <Button size="small" onClick={() => void pause.run({ paused: true })}>
              暂停
            </Button>
          )}
        </div>
      )}
    </>
  );
}
