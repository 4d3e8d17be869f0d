import { Button } from 'antd';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { formatDate } from '../../../shared/domain/dates.ts';
import { handInStateNames, urgentStageNames } from '../../../shared/domain/handIn.ts';
import type { SubmissionId } from '../../../shared/domain/ids.ts';
import { useMay } from '../../app/session.ts';
import { sentenceOf, useCommand, useDesk, useMethod } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { fullMoment } from '../../ui/format.ts';
import { Part } from '../../ui/Part.tsx';
import { SavedText } from '../../ui/SavedText.tsx';

/**
 * How a submission came through the department page: receipt, what it answers, what else belongs to the matter, and what
 * the editor tells the unit. Shown is read: the unit sees so.
 */
export function HandInPart({ id }: { id: SubmissionId }) {
  const { data } = useMethod('portal.thread', { submissionId: id });
  const { run: markRead } = useCommand('portal.markRead');
  const feedback = useCommand('portal.giveFeedback');
  const mayEdit = useMay('editor');
  const { client } = useDesk();
  const unread = data != null && data.readAt === null;
  useEffect(() => {
    if (unread && mayEdit) void markRead({ submissionId: id }).catch(() => {});
  }, [unread, mayEdit, markRead, id]);
  if (data == null) return null;
  const { handIn, fields, commission, thread, packet } = data;
  return (
    <Part title="报送端">
      <p>
        {handIn.urgent !== null && <strong className="doubtful">紧急·{urgentStageNames[handIn.urgent]}　</strong>}
        {handIn.number}　{fullMoment(handIn.at)}
      </p>
      {packet && (
        <Button size="small" onClick={() => void client.download(`/files/receipts/${handIn.id}`).catch(() => {})}>
          下载回执包
        </Button>
      )}
      {commission !== null && <p>答复约稿“{commission}”</p>}
      {fields.writtenOn !== null && <p className="soft">成稿 {formatDate(fields.writtenOn)}</p>}
      {thread.length > 1 && (
        <ul className="hand-in-thread" aria-label="往来">
          {thread.map((row) => {
            const words = `${row.number} ${row.urgent === null ? '' : urgentStageNames[row.urgent]} ${handInStateNames[row.state]}`;
            const [submission] = row.submissionIds;
            return (
              <li key={row.id}>
                {submission === undefined || row.submissionIds.includes(id) ? (
                  words
                ) : (
                  <Link to={`/submissions/${submission}`}>{words}</Link>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {mayEdit && (
        <SavedText
          key={id}
          label="点评"
          placeholder="点评（报送单位可见）"
          multiline
          maxLength={500}
          value={data.feedback}
          onSave={(text) => void feedback.run({ submissionId: id, text }).catch(() => {})}
        />
      )}
      {feedback.error && <ErrorNote text={sentenceOf(feedback.error)} />}
    </Part>
  );
}
