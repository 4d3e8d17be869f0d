import { Button, Input, Segmented } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { CommentKind, CommentThread } from '../../../../shared/contract/methods/comments.ts';
import type { ItemDetail } from '../../../../shared/contract/views.ts';
import { useMay, useSession } from '../../../app/session.ts';
import { sentenceOf, useCommand, useMethod } from '../../../data/index.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { fullMoment } from '../../../ui/format.ts';
import { KeyButton } from '../../../ui/KeyButton.tsx';
import { isComposing } from '../../../ui/keys.ts';
import { useDraft } from '../draft/drafts.tsx';
import { useCommentingView, useMayComment } from './useCommenting.tsx';
import './comments.css';

const kindNames: Record<CommentKind, string> = { note: '批注', question: '问题' };
const kinds = (['question', 'note'] as const).map((value) => ({ value, label: kindNames[value] }));

/** 批注 and 问题 beside the text: in its order, what is settled last. */
export function CommentsTab({ item }: { item: ItemDetail }) {
  const { commenting, view } = useCommentingView();
  const { data: threads, error, refetch } = useMethod('comments.list', { itemId: item.id });
  const [showSettled, setShowSettled] = useState(false);
  const mayComment = useMayComment(item);
  const open = threads?.filter(({ resolved }) => resolved === null) ?? [];
  const settled = threads?.filter(({ resolved }) => resolved !== null) ?? [];
  const row = (thread: CommentThread) => (
    <Thread
      key={thread.id}
      thread={thread}
      isCurrent={thread.id === view.current}
      mayComment={mayComment}
      onOpen={() => commenting.select(thread)}
    />
  );
  return (
    <div className="context">
      {error && <ErrorNote text={sentenceOf(error)} onRetry={() => void refetch()} />}
      {view.writing
        ? mayComment && <NewComment item={item} />
        : mayComment && (
            <div className="comment-new">
              <KeyButton size="small" hint="Ctrl+Alt+M" onClick={() => commenting.begin()}>
                写批注
              </KeyButton>
              <span className="soft">先选中文字，批注就跟着那段文字。</span>
            </div>
          )}
      {threads && open.length === 0 && !view.writing && <p className="soft">没有待处理的批注。</p>}
      <ol className="comment-list" aria-label="批注">
        {open.map(row)}
      </ol>
      {settled.length > 0 && (
        <Button type="link" size="small" onClick={() => setShowSettled(!showSettled)}>
          {showSettled ? '收起已解决的' : `已解决 ${settled.length} 条`}
        </Button>
      )}
      {showSettled && (
        <ol className="comment-list" aria-label="已解决的批注">
          {settled.map(row)}
        </ol>
      )}
    </div>
  );
}

function NewComment({ item }: { item: ItemDetail }) {
  const { commenting, view } = useCommentingView();
  const saver = useDraft(item);
  const add = useCommand('comments.add');
  const mayEdit = useMay('editor');
  const [kind, setKind] = useState<CommentKind>(mayEdit ? 'note' : 'question');
  const quote = view.writing?.quote ?? '';
  const write = async (text: string) => {
    // The passage is told by its place in the stored text, so what is being typed is stored first.
    await saver.flush();
    const anchor = commenting.anchor();
    const added = await add.run({ itemId: item.id, version: saver.version, kind, text, anchor });
    commenting.cancel();
    commenting.select(added);
  };
  return (
    <div className="comment-form">
      <Quote quote={quote} gone={false} whole={view.writing?.part === null} />
      <Segmented aria-label="类别" size="small" options={kinds} value={kind} onChange={setKind} />
      {add.error && <ErrorNote text={sentenceOf(add.error)} />}
      <WriteField label="批注内容" confirm="提交" onWrite={write} onCancel={() => commenting.cancel()} />
    </div>
  );
}

interface ThreadProps {
  thread: CommentThread;
  isCurrent: boolean;
  mayComment: boolean;
  onOpen: () => void;
}

function Thread({ thread, isCurrent, mayComment, onOpen }: ThreadProps) {
  const { id, kind, quote, anchor, replies, resolved } = thread;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li ref={row} className={isCurrent ? 'comment-thread comment-thread-on' : 'comment-thread'}>
      <button type="button" className="comment-opener" onClick={onOpen}>
        <span className={`comment-kind comment-kind-${kind}`}>{kindNames[kind]}</span>
        <Quote quote={quote} gone={anchor === null} whole={quote === ''} />
      </button>
      <Remark remark={thread} />
      {replies.map((reply) => (
        <div key={reply.id} className="comment-reply">
          <Remark remark={reply} />
        </div>
      ))}
      {resolved && (
        <p className="soft">
          {resolved.person} {fullMoment(resolved.at)} 标为已解决
        </p>
      )}
      {mayComment && <ThreadSteps key={id} thread={thread} />}
    </li>
  );
}

function ThreadSteps({ thread: { id, person: author, replies, resolved } }: { thread: CommentThread }) {
  const { person } = useSession();
  const reply = useCommand('comments.reply');
  const resolve = useCommand('comments.resolve');
  const remove = useCommand('comments.delete');
  const [replying, setReplying] = useState(false);
  const failure = reply.error ?? resolve.error ?? remove.error;
  const settle = () => void resolve.run({ id, resolved: resolved === null }).catch(() => {});
  if (replying)
    return (
      <WriteField
        label="回复内容"
        confirm="回复"
        onWrite={async (text) => {
          await reply.run({ id, text });
          setReplying(false);
        }}
        onCancel={() => setReplying(false)}
      />
    );
  return (
    <div className="comment-steps">
      {failure && <ErrorNote text={sentenceOf(failure)} />}
      {resolved === null && (
        <Button size="small" type="text" onClick={() => setReplying(true)}>
          回复
        </Button>
      )}
      <Button size="small" type="text" onClick={settle}>
        {resolved === null ? '已解决' : '重新打开'}
      </Button>
      {author === person.name && replies.length === 0 && resolved === null && (
        <Button size="small" type="text" onClick={() => void remove.run({ id }).catch(() => {})}>
          撤回
        </Button>
      )}
    </div>
  );
}

function Quote({ quote, gone, whole }: { quote: string; gone: boolean; whole: boolean }) {
  if (whole) return <span className="comment-quote">全篇</span>;
  return (
    <span className="comment-quote" title={quote}>
      “{quote.length > 40 ? `${quote.slice(0, 40)}…` : quote}”{gone && <span className="soft">（这段文字已删去）</span>}
    </span>
  );
}

function Remark({
  remark: { person, at, text },
}: {
  remark: Pick<CommentThread, 'person' | 'at' | 'text'>;
}): ReactNode {
  return (
    <>
      <p className="comment-text">{text}</p>
      <p className="soft comment-by">
        {person}　{fullMoment(at)}
      </p>
    </>
  );
}

interface WriteFieldProps {
  label: string;
  confirm: string;
  onWrite: (text: string) => Promise<unknown>;
  onCancel: () => void;
}

/** Ctrl+Enter writes, Esc gives up. What could not be written stays in the field. */
function WriteField({ label, confirm, onWrite, onCancel }: WriteFieldProps) {
  const [text, setText] = useState('');
  const [running, setRunning] = useState(false);
  const write = async () => {
    if (text.trim() === '' || running) return;
    setRunning(true);
    // Why it failed stands beside; the text stays here.
    await onWrite(text.trim()).catch(() => {});
    setRunning(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void write();
  };
  return (
    <>
      <Input.TextArea
        autoFocus
        aria-label={label}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
      />
      <div className="comment-steps">
        <Button
          size="small"
          type="primary"
          disabled={text.trim() === ''}
          loading={running}
          onClick={() => void write()}
        >
          {confirm}
        </Button>
        <Button size="small" onClick={onCancel}>
          取消
        </Button>
        <span className="soft">Ctrl+回车</span>
      </div>
    </>
  );
}
