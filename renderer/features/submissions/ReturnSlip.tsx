import { Button } from 'antd';
import type { Decision } from '../../../shared/contract/views.ts';
import { formatDate } from '../../../shared/domain/dates.ts';
import type { SubmissionId } from '../../../shared/domain/ids.ts';
import { sentenceOf, useDesk } from '../../data/index.ts';
import { useMessages } from '../../ui/messages.tsx';

/** A return as it goes to the unit: text to paste into a mail, or a 退改单 in Word. */
export function ReturnSlip({ id, decision }: { id: SubmissionId; decision: Decision }) {
  const { client } = useDesk();
  const messages = useMessages();
  const fail = (error: unknown) => messages.fail(sentenceOf(error));
  const copy = () =>
    navigator.clipboard.writeText(wordsOf(decision)).then(() => messages.done('已复制，可粘贴到邮件中'), fail);
  return (
    <div className="return-slip">
      <Button size="small" onClick={() => void copy()}>
        复制退改意见
      </Button>
      <Button size="small" onClick={() => void client.download(`/files/return-slips/${id}`).catch(fail)}>
        退改单
      </Button>
    </div>
  );
}

const wordsOf = ({ reason, dueDate }: Decision): string =>
  ['请核实、修改：', reason, ...(dueDate ? [`请于${formatDate(dueDate)}前改好报送。`] : [])].join('\n');
