import { Button, Checkbox, Input, Popconfirm } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { CircularDetail } from '../../../../shared/contract/methods/circulars.ts';
import type { ExportResult } from '../../../../shared/contract/views.ts';
import { type CircularPart, circularPartNames } from '../../../../shared/domain/circular/parts.ts';
import { sentenceOf, useCommand, useDesk } from '../../../data/index.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { fullMoment } from '../../../ui/format.ts';
import { PagesPane } from '../../issues/pages/PagesPane.tsx';
import { Previewer } from '../../issues/pages/Previewer.ts';
import { Exported } from './Exported.tsx';

const parts = Object.entries(circularPartNames).map(([value, label]) => ({ value: value as CircularPart, label }));

/** The words of a circular and what it lists; figures are the program's. Saved when a field is left. */
export function CircularWork({ circular, readOnly }: { circular: CircularDetail; readOnly: boolean }) {
  const { id, version, publishedAt, publishedBy } = circular;
  const [content, setContent] = useState(circular.content);
  const [result, setResult] = useState<ExportResult | null>(null);
  const save = useCommand('circulars.save');
  const refresh = useCommand('circulars.refresh');
  const publish = useCommand('circulars.publish');
  const withdraw = useCommand('circulars.withdraw');
  const remove = useCommand('circulars.delete');
  const write = useCommand('circulars.export');
  // What the core answered is what stands: figures made anew, another window's words.
  useEffect(() => setContent(circular.content), [circular.content]);
  const fixed = readOnly || publishedAt !== null;
  const keep = (next = content) => {
    if (fixed || JSON.stringify(next) === JSON.stringify(circular.content)) return;
    const { figures: _figures, style: _style, ...words } = next;
    save.run({ id, version, content: words }).catch(() => {});
  };
  const set = (part: Partial<typeof content>) => setContent({ ...content, ...part });
  const text = (label: string, name: 'title' | 'masthead' | 'issueText' | 'sendTo', maxLength: number) => (
    <>
      <label htmlFor={`circular-${name}`}>{label}</label>
      <Input
        id={`circular-${name}`}
        disabled={fixed}
        maxLength={maxLength}
        value={content[name]}
        onChange={({ target }) => set({ [name]: target.value })}
        onBlur={() => keep()}
      />
    </>
  );
  const long = (label: string, name: 'opening' | 'closing') => (
    <>
      <label htmlFor={`circular-${name}`}>{label}</label>
      <Input.TextArea
        id={`circular-${name}`}
        disabled={fixed}
        maxLength={20_000}
        autoSize={{ minRows: 2, maxRows: 12 }}
        value={content[name]}
        onChange={({ target }) => set({ [name]: target.value })}
        onBlur={() => keep()}
      />
    </>
  );
  const error = save.error ?? refresh.error ?? publish.error ?? withdraw.error ?? remove.error ?? write.error;
  return (
    <div className="panel">
      <div className="rules-head">
        {!readOnly && publishedAt === null && (
          <>
            <Button loading={refresh.running} onClick={() => void refresh.run({ id, version }).catch(() => {})}>
              重新统计
            </Button>
            <Popconfirm
              title="发布这份通报？"
              description="发布后各单位可以看到，内容不能再改；可以撤回。"
              okText="发布"
              cancelText="不发布"
              onConfirm={() => publish.run({ id, version }).catch(() => {})}
            >
              <Button>发布</Button>
            </Popconfirm>
          </>
        )}
        {!readOnly && publishedAt !== null && (
          <Button onClick={() => void withdraw.run({ id }).catch(() => {})}>撤回</Button>
        )}
        <Button
          type="primary"
          loading={write.running}
          onClick={() => void write.run({ id, folder: null }).then(setResult, () => {})}
        >
          导出
        </Button>
        <span className="spacer" />
        {!fixed && (
          <Popconfirm
            title="删除这份通报？"
            okText="删除"
            cancelText="不删除"
            onConfirm={() => remove.run({ id }).catch(() => {})}
          >
            <Button danger>删除</Button>
          </Popconfirm>
        )}
      </div>
      {error && <ErrorNote text={sentenceOf(error)} />}
      {publishedAt !== null && (
        <p className="row-note">
          {publishedBy} {fullMoment(publishedAt)} 发布，内容不再改变。
        </p>
      )}
      {result && <Exported result={result} />}
      <div className="record-form circular-form">
        {text('标题', 'title', 200)}
        {text('报头', 'masthead', 20)}
        {text('报头下', 'issueText', 40)}
        <label htmlFor="circular-date">成文日期</label>
        <DateField
          id="circular-date"
          allowClear={false}
          disabled={fixed}
          value={content.date}
          onChange={(date) => date && keep({ ...content, date })}
        />
        {long('开头', 'opening')}
        <span className="soft">列出</span>
        <Checkbox.Group<CircularPart>
          options={parts}
          disabled={fixed}
          value={content.parts}
          onChange={(chosen) => keep({ ...content, parts: chosen })}
        />
        {long('结尾', 'closing')}
        {text('发', 'sendTo', 200)}
      </div>
      <p className="soft">文字离开栏目即保存。“重新统计”按现在的数据重写标题、开头和各表，其余保留。</p>
    </div>
  );
}

/** The pages as they will be printed. */
export function CircularPages({ circular }: { circular: CircularDetail }) {
  const { client } = useDesk();
  const { id } = circular;
  const previewer = useMemo(
    () => new Previewer(({ known, only, viewer }) => client.call('circulars.preview', { id, known, only, viewer })),
    [client, id],
  );
  useEffect(() => previewer.open(), [previewer]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the content is what the pages are made of
  useEffect(() => previewer.refresh(), [previewer, circular.content]);
  return <PagesPane previewer={previewer} meter={null} selected={null} onPick={() => {}} />;
}
