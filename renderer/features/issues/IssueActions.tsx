import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { IssueDetail } from '../../../shared/contract/views.ts';
import { useSession } from '../../app/session.ts';
import { sentenceOf, useCommand } from '../../data/index.ts';
import { useMessages } from '../../ui/messages.tsx';
import { ReasonPopover } from '../../ui/ReasonPopover.tsx';
import { actionNames, type IssueAction, offeredActions } from './issueActions.ts';

interface IssueActionsProps {
  issue: IssueDetail;
  /** Saves what is on its way, then sends for review; only where the issue can still change. */
  onSendForReview?: () => Promise<unknown>;
  onSign?: () => void;
  onExport: () => void;
}

/** The buttons of the title bar: the next step first and in colour. */
export function IssueActions({ issue, onSendForReview, onSign, onExport }: IssueActionsProps) {
  const { person } = useSession();
  const steps = useSteps(issue, onSendForReview);
  const [open, setOpen] = useState<IssueAction | null>(null);
  const [running, setRunning] = useState<IssueAction | null>(null);

  const run = (action: IssueAction, step: Promise<unknown>) => {
    setRunning(action);
    void step.finally(() => setRunning(null));
  };
  const button = (action: IssueAction, first: boolean, blocked: string | null, onClick?: () => void) => (
    <Button
      key={action}
      type={first ? 'primary' : 'default'}
      danger={action === 'void' || action === 'withdraw' || action === 'delete'}
      disabled={blocked !== null}
      loading={running === action}
      {...(blocked === null ? {} : { title: blocked })}
      {...(onClick ? { onClick } : {})}
    >
      {actionNames[action]}
    </Button>
  );
  const asking = (
    action: IssueAction,
    words: ReasonWords,
    first: boolean,
    step: (reason: string) => Promise<unknown>,
  ) => (
    <ReasonPopover
      key={action}
      open={open === action}
      onOpenChange={(shown) => setOpen(shown ? action : null)}
      {...words}
      confirmText={actionNames[action]}
      onConfirm={(reason) => run(action, step(reason))}
    >
      {button(action, first, null)}
    </ReasonPopover>
  );
  const confirming = (
    action: IssueAction,
    title: string,
    description: string,
    first: boolean,
    step: () => Promise<unknown>,
  ) => (
    <Popconfirm
      key={action}
      title={title}
      description={description}
      okText={actionNames[action]}
      cancelText="取消"
      onConfirm={() => run(action, step())}
    >
      {button(action, first, null)}
    </Popconfirm>
  );

  return offeredActions(issue, person.roles).map(({ action, blocked }, place) => {
    const first = place === 0;
    switch (action) {
      case 'sendForReview':
        return button(action, first, blocked, () => run(action, steps.sendForReview()));
      case 'review':
        return button(action, first, blocked, steps.review);
      case 'takeBack':
        return button(action, first, blocked, () => run(action, steps.sendBack('')));
      case 'sendBack':
        return asking(action, sendBackWords, first, steps.sendBack);
      case 'sign':
        return button(action, first, blocked, onSign);
      case 'release':
        return confirming(
          action,
          `发送${issue.label}？`,
          '表示已付印并按分发单发出，之后不能撤回。',
          first,
          steps.release,
        );
      case 'export':
        return button(action, first, blocked, onExport);
      case 'correct':
        return button(action, first, blocked, steps.correct);
      case 'void':
        return asking(action, voidWords, first, steps.voidIssue);
      case 'withdraw':
        return asking(action, withdrawWords, first, steps.withdraw);
      case 'delete':
        return confirming(action, '删除这一期？', '稿件回到预采用，不占用期号。', first, steps.remove);
      default:
        return action satisfies never;
    }
  });
}

interface ReasonWords {
  title: string;
  common: readonly string[];
  placeholder: string;
}

const sendBackWords: ReasonWords = {
  title: '退回编辑',
  common: ['请核实数字', '请核对单位名称', '请压缩篇幅', '请调整顺序'],
  placeholder: '需要改什么',
};

const voidWords: ReasonWords = {
  title: '作废（期号保留，不再使用）',
  common: ['内容有误，另发更正', '重复编印', '不宜发送'],
  placeholder: '为什么作废',
};

const withdrawWords: ReasonWords = {
  title: '撤回补录（原件重新进入待补录，期号可再用）',
  common: ['期号或日期有误', '分条有误', '不是本刊的期'],
  placeholder: '为什么撤回',
};

/** The steps themselves: each says what was done, or why not. */
function useSteps(issue: IssueDetail, onSendForReview: (() => Promise<unknown>) | undefined) {
  const { id, label } = issue;
  const navigate = useNavigate();
  const messages = useMessages();
  const sendBack = useCommand('issues.sendBack');
  const release = useCommand('issues.release');
  const voidIssue = useCommand('issues.void');
  const withdraw = useCommand('backIssues.withdraw');
  const remove = useCommand('issues.delete');
  const tell = (step: Promise<unknown>, done: string) =>
    step.then(
      () => messages.done(done),
      (error: unknown) => messages.fail(sentenceOf(error)),
    );
  return {
    sendForReview: () => tell(onSendForReview?.() ?? Promise.resolve(), `${label}已送审`),
    sendBack: (note: string) => tell(sendBack.run({ id, note }), `${label}已回到编排`),
    release: () => tell(release.run({ id }), `${label}已发送`),
    voidIssue: (reason: string) => tell(voidIssue.run({ id, reason }), `${label}已作废`),
    withdraw: (reason: string) => tell(withdraw.run({ issueId: id, reason }), `${label}已撤回`),
    remove: () =>
      tell(
        remove.run({ id }).then(() => navigate('/issues')),
        `已删除${label}`,
      ),
    review: () => void navigate(`/issues/${id}?view=review`),
    correct: () => void navigate(`/issues?corrects=${id}`),
  };
}
