import { Form, Input, Modal } from 'antd';
import type { IntakeResult } from '../../../../shared/contract/views.ts';
import { type IsoDate, toIsoDate } from '../../../../shared/domain/dates.ts';
import type { DepartmentId } from '../../../../shared/domain/ids.ts';
import { sentenceOf, useCommand } from '../../../data/index.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { UnitSelect } from '../UnitSelect.tsx';

interface TypedFields {
  departmentId: DepartmentId | null;
  receivedDate: IsoDate;
  title: string;
  text: string;
  author: string;
  signer: string;
  phone: string;
}

const empty = (): TypedFields => ({
  departmentId: null,
  receivedDate: toIsoDate(new Date()),
  title: '',
  text: '',
  author: '',
  signer: '',
  phone: '',
});

interface TypeDialogProps {
  onClose: () => void;
  onTaken: (result: IntakeResult) => void;
}

/** 补录: one item that came on paper or by telephone, with the day it came and whose it is. */
export function TypeDialog({ onClose, onTaken }: TypeDialogProps) {
  const type = useCommand('submissions.type');
  const [form] = Form.useForm<TypedFields>();
  const take = ({ author, signer, phone, ...rest }: TypedFields) =>
    type.run({ ...rest, fields: { author: orNull(author), signer: orNull(signer), phone: orNull(phone) } }).then(
      (result) => {
        onTaken(result);
        onClose();
      },
      () => {},
    );
  return (
    <Modal
      open
      title="补录来稿"
      width={760}
      okText="收入来稿"
      cancelText="取消"
      okButtonProps={{ loading: type.running }}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form<TypedFields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={empty()}
        onFinish={(values) => void take(values)}
      >
        <div className="type-columns">
          <Form.Item name="departmentId" label="单位" rules={[{ required: true, message: '请选择单位' }]}>
            <UnitSelect autoFocus placeholder="选择，或输拼音首字母" />
          </Form.Item>
          <Form.Item name="receivedDate" label="来稿日期" rules={[{ required: true, message: '请填写日期' }]}>
            <DateField allowClear={false} />
          </Form.Item>
        </div>
        <Form.Item name="title" label="标题（简讯可不填）">
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="text" label="正文" rules={[{ required: true, whitespace: true, message: '请填写正文' }]}>
          <Input.TextArea rows={9} placeholder="每段一行" />
        </Form.Item>
        <div className="type-columns type-columns-3">
          <Form.Item name="author" label="撰稿人">
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="signer" label="审签人">
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="phone" label="电话">
            <Input maxLength={40} />
          </Form.Item>
        </div>
      </Form>
      {type.error && <ErrorNote text={sentenceOf(type.error)} />}
    </Modal>
  );
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
