import { Spin } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { backFileId } from '../../../../shared/domain/ids.ts';
import { sentenceOf, useCommand, useMethod } from '../../../data/index.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { SplitReview } from '../../split/SplitReview.tsx';

/** 核对拆分 of a file of back issues; all issues in it are corrected together. */
export function BackSplitScreen() {
  const navigate = useNavigate();
  const messages = useMessages();
  const [query] = useSearchParams();
  const fileId = backFileId.safeParse(query.get('file')).data;
  const part = Number(query.get('part') ?? 0) || 0;
  const { data, error, refetch } = useMethod(
    'backIssues.get',
    { fileId: fileId ?? backFileId.parse('none'), part },
    { enabled: fileId !== undefined },
  );
  const save = useCommand('backIssues.saveSplit');
  const back = () => void navigate(`/archive/back?row=${encodeURIComponent(`${fileId}:${part}`)}`);
  if (error) return <ErrorNote text={sentenceOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <Spin className="start-spin" delay={300} />;
  return (
    <SplitReview
      key={data.fileId}
      text={data.text}
      split={data.split}
      head={<strong className="split-head">核对拆分：{data.fileName}</strong>}
      doneLabel="按此拆分"
      running={save.running}
      failure={save.error ? sentenceOf(save.error) : null}
      onCancel={back}
      onDone={(split) =>
        void save.run({ fileId: data.fileId, split }).then(
          () => {
            messages.done('已按核对的拆分');
            back();
          },
          () => {},
        )
      }
    />
  );
}
