import { Button, Form, Input, InputNumber } from 'antd';
import type { Input as MethodInput } from '../../../shared/contract/index.ts';
import { defaultHouseStyle } from '../../../shared/domain/houseStyle.ts';
import { issueText } from '../../../shared/domain/wording.ts';
import { sentenceOf, useCommand } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';

type Beginning = MethodInput<'office.begin'>;

const required = [{ required: true, whitespace: true, message: '请填写' }];

/** First start: the office, its first person, its first publication and where the numbers go on from. */
export function BeginOffice() {
  const begin = useCommand('office.begin');
  const [form] = Form.useForm<Beginning>();
  const { publication, year, startNumber, startTotal } = Form.useWatch([], form) ?? {};
  return (
    <main className="start-page">
      <div className="start-card start-wide">
        <h1>开始使用信息编刊工作站</h1>
        <p className="soft">填好这几项就能收稿、编期。资料都保存在本机，以后可在“设置”里修改。</p>
        <Form<Beginning>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ year: new Date().getFullYear(), startNumber: 1, startTotal: 1 }}
          onFinish={(values) => void begin.run(values).catch(() => {})}
        >
          <div className="start-columns">
            <Form.Item name="office" label="办公室全称" rules={required}>
              <Input autoFocus placeholder="如：中共上街区委办公室" maxLength={60} />
            </Form.Item>
            <Form.Item name="publication" label="刊名（印在报头）" rules={required}>
              <Input placeholder="如：上街信息" maxLength={20} />
            </Form.Item>
            <Form.Item name="person" label="您的姓名" rules={required}>
              <Input placeholder="第一位使用者，拥有全部权限" maxLength={40} />
            </Form.Item>
            <Form.Item name="year" label="年份" rules={[{ required: true, message: '请填写' }]}>
              <InputNumber min={1990} max={2100} precision={0} controls={false} />
            </Form.Item>
            <Form.Item
              name="startNumber"
              label="下一期的期号"
              extra="年中开始使用时，填已印发期号加一"
              rules={[{ required: true, message: '请填写' }]}
            >
              <InputNumber min={1} max={9999} precision={0} controls={false} />
            </Form.Item>
            <Form.Item
              name="startTotal"
              label="下一期的总期号"
              extra="不印总期号的，保留 1 即可"
              rules={[{ required: true, message: '请填写' }]}
            >
              <InputNumber min={1} max={99999} precision={0} controls={false} />
            </Form.Item>
          </div>
          {begin.error && <ErrorNote text={sentenceOf(begin.error)} />}
          <div className="start-actions">
            <span className="soft">
              {publication && year && startNumber && startTotal
                ? `下一期：《${publication}》${year}年${issueText(defaultHouseStyle, startNumber)}（总第${startTotal}期）`
                : ''}
            </span>
            <span className="spacer" />
            <Button type="primary" size="large" htmlType="submit" loading={begin.running}>
              开始使用
            </Button>
          </div>
        </Form>
      </div>
    </main>
  );
}
