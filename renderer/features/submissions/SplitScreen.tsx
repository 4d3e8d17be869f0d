import { Spin } from 'antd';
import type { IntakeResult } from '../../../shared/contract/views.ts';
import type { IntakeId } from '../../../shared/domain/ids.ts';
import { sentenceOf, useCommand, useMethod } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { SplitReview } from '../split/SplitReview.tsx';

interface SplitScreenProps {
  intakeId: IntakeId;
  onDone: (result: IntakeResult) => void;
  onCancel: () => void;
}

/** 核对拆分 of one intake; what is confirmed is filed anew in its place. */
export function SplitScreen({ intakeId, onDone, onCancel }: SplitScreenProps) {
  const { data, error, refetch } = useMethod('submissions.split', { intakeId });
  const resplit = useCommand('submissions.resplit');
  const messages = useMessages();
  if (error) return <ErrorNote text={sentenceOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <Spin className="start-spin" delay={300} />;
  return (
    <SplitReview
      key={intakeId}
      text={data.text}
      split={data.split}
      head={<strong className="split-head">核对拆分：{data.fileName ?? '粘贴的文字'}</strong>}
      doneLabel="按此拆分"
      readOnly={data.open ? null : '其中已有来稿处理过，拆分只能查看；要重新拆分，请先撤销那些处理。'}
      running={resplit.running}
      failure={resplit.error ? sentenceOf(resplit.error) : null}
      onCancel={onCancel}
      onDone={(split) =>
        void resplit.run({ intakeId, split }).then(
          (result) => {
            messages.done(`已按核对的拆分收入 ${result.submissions.length} 条`);
            onDone(result);
          },
          () => {},
        )
      }
    />
  );
}
