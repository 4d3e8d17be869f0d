import { Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { DepartmentId, PublicationId } from '../../../shared/domain/ids.ts';
import { matchesName } from '../../../shared/text/units/pinyin.ts';
import { sentenceOf, useCommand, useMethod } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';

interface Fields {
  topic: string;
  text?: string;
  publicationId?: PublicationId;
  deadline: dayjs.Dayjs;
  departmentIds: DepartmentId[];
}

/** A new commission: topic, what is wanted, from whom, by when. */
export function CommissionForm({ onClose }: { onClose: () => void }) {
  const { data: departments = [] } = useMethod('departments.list', {});
  const { data: publications = [] } = useMethod('publications.list', {});
  const publish = useCommand('commissions.publish');
  const [form] = Form.useForm<Fields>();
  const active = departments.filter((unit) => unit.active);
  const groups = [...new Set(active.map(({ group }) => group).filter((group) => group !== ''))];
  const [chosen, setChosen] = useState<DepartmentId[]>([]);
  const choose = (ids: DepartmentId[]) => {
    setChosen(ids);
    form.setFieldsValue({ departmentIds: ids });
  };
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      className="commission-form"
      initialValues={{ deadline: dayjs().add(3, 'day').hour(17).minute(0).second(0) }}
      onFinish={({ topic, text, publicationId, deadline, departmentIds }) =>
        void publish
          .run({
            topic,
            text: text ?? '',
            publicationId: publicationId ?? null,
            deadline: deadline.toISOString(),
            departmentIds,
          })
          .then(onClose, () => {})
      }
    >
      <Form.Item name="topic" label="题目" rules={[{ required: true, whitespace: true, message: '请写题目' }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="text" label="要求">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={5000} />
      </Form.Item>
      <Form.Item
        name="departmentIds"
        label="单位"
        rules={[{ required: true, message: '请选单位' }]}
        extra={
          <span className="commission-groups">
            <Button size="small" type="link" onClick={() => choose(active.map(({ id }) => id))}>
              全部
            </Button>
            {groups.map((group) => (
              <Button
                key={group}
                size="small"
                type="link"
                onClick={() =>
                  choose([
                    ...new Set([...chosen, ...active.filter((unit) => unit.group === group).map(({ id }) => id)]),
                  ])
                }
              >
                {group}
              </Button>
            ))}
          </span>
        }
      >
        <Select
          mode="multiple"
          maxTagCount="responsive"
          placeholder="可输拼音首字母"
          showSearch={{ filterOption: (typed, option) => matchesName(typed, option?.label ?? '') }}
          options={active.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          onChange={setChosen}
        />
      </Form.Item>
      <div className="portal-grid">
        <Form.Item name="publicationId" label="刊物">
          <Select allowClear options={publications.map(({ id, name }) => ({ value: id, label: `《${name}》` }))} />
        </Form.Item>
        <Form.Item name="deadline" label="截止" rules={[{ required: true, message: '请定截止时间' }]}>
          <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY年M月D日 HH:mm" className="commission-deadline" />
        </Form.Item>
      </div>
      {publish.error && <ErrorNote text={sentenceOf(publish.error)} />}
      <div className="panel-foot">
        <Button type="primary" htmlType="submit" loading={publish.running}>
          发布
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </Form>
  );
}
