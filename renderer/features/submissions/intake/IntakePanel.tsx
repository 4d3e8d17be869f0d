import { Button } from 'antd';
import type { IntakeResult } from '../../../../shared/contract/views.ts';
import type { IntakeId, SubmissionId } from '../../../../shared/domain/ids.ts';
import { sentenceOf, useCommand } from '../../../data/index.ts';
import { fullMoment } from '../../../ui/format.ts';
import { JobProgress } from '../../../ui/JobProgress.tsx';
import { NearOfIntake } from '../../duplicates/NearOfIntake.tsx';
import { useIntake } from './Intake.tsx';
import { type IntakeFile, isOpen } from './queue.ts';

/** What became of each file, one line each; stays until closed. */
export function IntakePanel({
  onShow,
  onSplit,
}: {
  onShow: (id: SubmissionId) => void;
  onSplit: (id: IntakeId) => void;
}) {
  const { files, takeLong, stop, clear, setFate } = useIntake();
  const undoIntake = useCommand('submissions.undoIntake');
  if (files.length === 0) return null;
  const sending = files.find(({ fate }) => fate.name === 'sending');
  const done = files.filter((file) => !isOpen(file)).length;
  const undo = (file: IntakeFile, result: IntakeResult) =>
    undoIntake.run({ id: result.intakeId }).then(
      () => setFate(file.key, { name: 'undone' }),
      (error: unknown) => setFate(file.key, { name: 'failed', sentence: sentenceOf(error) }),
    );
  return (
    <section className="intake-panel" aria-label="导入结果">
      {sending ? (
        <JobProgress label={`正在导入 ${sending.fileName}`} done={done} total={files.length} onStop={stop} />
      ) : (
        <header>
          <strong>{summary(files)}</strong>
          <Button size="small" type="text" onClick={clear}>
            关闭
          </Button>
        </header>
      )}
      <ul>
        {files.map((file) => (
          <li key={file.key}>
            <span className="intake-name" title={file.fileName}>
              {file.fileName}
            </span>
            <Fate
              file={file}
              onShow={onShow}
              onSplit={onSplit}
              onLong={(given) => takeLong(file.key, given)}
              onUndo={(result) => void undo(file, result)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FateProps {
  file: IntakeFile;
  onShow: (id: SubmissionId) => void;
  onSplit: (id: IntakeId) => void;
  onLong: (file: File) => void;
  onUndo: (result: IntakeResult) => void;
}

function Fate({ file: { fate }, onShow, onSplit, onLong, onUndo }: FateProps) {
  switch (fate.name) {
    case 'waiting':
      return <span className="soft">等待</span>;
    case 'sending':
      return <span className="soft">正在读取…</span>;
    case 'taken':
      return (
        <Taken
          result={fate.result}
          onShow={onShow}
          onSplit={() => onSplit(fate.result.intakeId)}
          onUndo={() => onUndo(fate.result)}
        />
      );
    case 'failed': {
      const { retry } = fate;
      return (
        <span className="intake-failed" role="alert">
          {fate.sentence}
          {retry && (
            <Button size="small" type="link" onClick={() => onLong(retry)}>
              仍要读入
            </Button>
          )}
        </span>
      );
    }
    case 'stopped':
      return <span className="soft">已停止，没有导入</span>;
    case 'undone':
      return <span className="soft">已撤回</span>;
    default:
      return fate satisfies never;
  }
}

function Taken({
  result,
  onShow,
  onSplit,
  onUndo,
}: {
  result: IntakeResult;
  onShow: (id: SubmissionId) => void;
  onSplit: () => void;
  onUndo: () => void;
}) {
  const { submissions, alreadyReceivedAt, warnings, unsure } = result;
  const [first] = submissions;
  return (
    <span className="intake-taken">
      {alreadyReceivedAt === null
        ? `收入 ${submissions.length} 条`
        : `同一文件 ${fullMoment(alreadyReceivedAt)} 已收过，没有重复收入`}
      {warnings.map((text) => (
        <span key={text} className="intake-warning">
          {text}
        </span>
      ))}
      {unsure > 0 && <span className="intake-warning">{unsure} 条的起止或标题拿不准，请核对拆分</span>}
      {alreadyReceivedAt === null && <NearOfIntake intakeId={result.intakeId} />}
      {first && (
        <Button size="small" type="link" onClick={() => onShow(first.id)}>
          查看
        </Button>
      )}
      {alreadyReceivedAt === null && (submissions.length > 1 || unsure > 0) && (
        <Button size="small" type="link" onClick={onSplit}>
          核对拆分
        </Button>
      )}
      {alreadyReceivedAt === null && (
        <Button size="small" type="link" onClick={onUndo}>
          撤回
        </Button>
      )}
    </span>
  );
}

function summary(files: readonly IntakeFile[]): string {
  const taken = files.flatMap(({ fate }) =>
    fate.name === 'taken' && fate.result.alreadyReceivedAt === null ? fate.result.submissions : [],
  );
  const failed = files.filter(({ fate }) => fate.name === 'failed').length;
  const words = `${files.length} 个文件，收入 ${taken.length} 条`;
  return failed > 0 ? `${words}，${failed} 个没有导入` : words;
}
