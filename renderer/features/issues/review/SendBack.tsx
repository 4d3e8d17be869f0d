import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { IssueDetail } from '../../../../shared/contract/views.ts';
import { sentenceOf, useCommand } from '../../../data/index.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { ReasonPopover } from '../../../ui/ReasonPopover.tsx';

/** 退回编辑: the questions stand at their places; the note says what else. */
export function SendBack({ issue, questions }: { issue: IssueDetail; questions: number }) {
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  const messages = useMessages();
  const sendBack = useCommand('issues.sendBack');
  const send = (note: string) =>
    sendBack.run({ id: issue.id, note }).then(
      () => {
        messages.done(`${issue.label}已退回编辑`);
        void navigate(`/issues/${issue.id}`);
      },
      (error: unknown) => messages.fail(sentenceOf(error)),
    );
  return (
    <ReasonPopover
      open={open}
      onOpenChange={setOpen}
      title="退回编辑"
      common={[
        ...(questions > 0 ? [`请逐条答复 ${questions} 个问题`] : []),
        '请核实数字',
        '请核对单位名称',
        '请压缩篇幅',
      ]}
      placeholder="需要改什么"
      confirmText="退回"
      onConfirm={(note) => void send(note)}
    >
      <Button loading={sendBack.running}>退回{questions > 0 && `（${questions} 个问题）`}</Button>
    </ReasonPopover>
  );
}
