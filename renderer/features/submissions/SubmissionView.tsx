import { Button } from 'antd';
import { type ReactNode, type Ref, useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { SubmissionDetail } from '../../../shared/contract/views.ts';
import { sentenceOf, useDesk } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { fullMoment } from '../../ui/format.ts';
import { KeyButton } from '../../ui/KeyButton.tsx';
import { useKeys } from '../../ui/keys.ts';
import { StateTabs } from '../../ui/StateTabs.tsx';
import { SubmissionTag } from '../../ui/StateTag.tsx';
import { markedRange } from './markedRange.ts';
import { Pictures } from './Pictures.tsx';

type Sight = 'parts' | 'original';

/** A submission as it came: never changed, by nobody. */
export function SubmissionView({ submission, onSplit }: { submission: SubmissionDetail; onSplit: () => void }) {
  const [sight, setSight] = useState<Sight>('parts');
  useKeys([
    {
      key: 'O',
      label: '分条正文 / 原文',
      group: '来稿',
      run: () => setSight((before) => (before === 'parts' ? 'original' : 'parts')),
    },
    { key: 'S', label: '核对拆分', group: '来稿', enabled: submission.mayResplit, run: onSplit },
  ]);
  return (
    <div className="work">
      <div className="work-tabs">
        <StateTabs
          label="来稿的样子"
          value={sight}
          onChange={setSight}
          tabs={[
            { key: 'parts', name: '分条正文' },
            { key: 'original', name: '原文' },
          ]}
        />
        <kbd className="key-hint">O</kbd>
        <span className="spacer" />
        {submission.mayResplit && (
          <KeyButton size="small" type="text" hint="S" onClick={onSplit}>
            核对拆分
          </KeyButton>
        )}
        {submission.itemId !== null && <Link to={`/items/${submission.itemId}`}>打开稿件</Link>}
      </div>
      <SubmissionSight submission={submission} sight={sight} />
    </div>
  );
}

/** One sight of a submission, read-only; also beside the edited text. */
export function SubmissionSight({ submission, sight }: { submission: SubmissionDetail; sight: Sight }) {
  switch (sight) {
    case 'parts':
      return <Parts submission={submission} />;
    case 'original':
      return <Original key={submission.id} submission={submission} />;
    default:
      return sight satisfies never;
  }
}

function Parts({ submission }: { submission: SubmissionDetail }) {
  const { title, paragraphs, subheads, pictures, department, receivedAt, charCount, source, state } = submission;
  const scroller = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another submission begins at its top
  useEffect(() => void scroller.current?.scrollTo(0, 0), [submission.id]);
  return (
    <Reading ref={scroller} label="来稿正文">
      <article className="reading-column">
        {title !== '' && <h1>{title}</h1>}
        <p className="reading-meta">
          <SubmissionTag state={state} /> {department ?? '单位待定'}　{fullMoment(receivedAt)} 收到　{charCount} 字
        </p>
        {paragraphs.map((text, n) => (
          // Paragraphs of a submission never change place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <p key={n} className={subheads.includes(n) ? 'reading-subhead' : 'reading-text'}>
            {text}
          </p>
        ))}
        {source !== null && <p className="reading-source">（{source}）</p>}
        <Pictures pictures={pictures} />
      </article>
    </Reading>
  );
}

/** The whole text of the file or paste, with this part marked. */
function Original({ submission }: { submission: SubmissionDetail }) {
  const { client } = useDesk();
  const [failure, setFailure] = useState<string | null>(null);
  const mark = useRef<HTMLElement>(null);
  const { id, originalText, originalHash, fileName, title, paragraphs } = submission;
  const range = useMemo(() => markedRange(originalText, title, paragraphs), [originalText, title, paragraphs]);
  useEffect(() => void mark.current?.scrollIntoView({ block: 'start' }), []);
  const [start, end] = range ?? [0, 0];
  const save = () =>
    client.download(`/files/originals/${id}`).then(
      () => setFailure(null),
      (error: unknown) => setFailure(sentenceOf(error)),
    );
  return (
    <Reading label="原文">
      <div className="original-head">
        <span className="soft">
          {fileName ?? '粘贴或补录的文字'}，只读{range ? '；本条已标出' : '；本条位置未能标出'}
        </span>
        {originalHash !== null && (
          <Button size="small" onClick={() => void save()}>
            下载原文件
          </Button>
        )}
      </div>
      {failure !== null && <ErrorNote text={failure} onRetry={() => void save()} />}
      <pre className="original-text">
        {originalText.slice(0, start)}
        {range && <mark ref={mark}>{originalText.slice(start, end)}</mark>}
        {originalText.slice(end)}
      </pre>
    </Reading>
  );
}

/** Scrolls, and takes the focus so that the keyboard can scroll it. */
function Reading({ label, ref, children }: { label: string; ref?: Ref<HTMLElement>; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="reading" aria-label={label} tabIndex={0} {...(ref ? { ref } : {})}>
      {children}
    </section>
  );
}
