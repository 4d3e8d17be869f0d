import { Button, Input, Popconfirm } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { sentenceOf, useCommand, useMethod } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';

/** 报送要点: this month's is written here and seen by every unit. */
export function TopicGuides({ mayEdit }: { mayEdit: boolean }) {
  const { data: topics = [], error } = useMethod('topics.list', {});
  const publish = useCommand('topics.publish');
  const remove = useCommand('topics.delete');
  const [text, setText] = useState('');
  const month = dayjs();
  const failure = publish.error ?? remove.error ?? error;
  return (
    <div className="panel">
      <h2>报送要点</h2>
      {mayEdit && (
        <>
          <Input.TextArea
            aria-label="报送要点"
            placeholder={`${month.format('YYYY年M月')}要报什么，一条一行`}
            autoSize={{ minRows: 4, maxRows: 12 }}
            maxLength={5000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <div className="panel-foot">
            <Button
              type="primary"
              disabled={text.trim() === ''}
              loading={publish.running}
              onClick={() =>
                void publish.run({ month: month.format('YYYY-MM'), text }).then(
                  () => setText(''),
                  () => {},
                )
              }
            >
              发布
            </Button>
          </div>
        </>
      )}
      {failure && <ErrorNote text={sentenceOf(failure)} />}
      {topics.map((topic) => (
        <section key={topic.id} className="topic-guide">
          <header>
            <h3>{dayjs(`${topic.month}-01`).format('YYYY年M月')}</h3>
            {mayEdit && (
              <Popconfirm
                title="删除这份要点？"
                okText="删除"
                cancelText="取消"
                onConfirm={() => void remove.run({ id: topic.id }).catch(() => {})}
              >
                <Button size="small" type="text">
                  删除
                </Button>
              </Popconfirm>
            )}
          </header>
          <p className="commission-text">{topic.text}</p>
        </section>
      ))}
    </div>
  );
}
