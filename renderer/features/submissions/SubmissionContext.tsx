import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Decision, SubmissionDetail } from '../../../shared/contract/views.ts';
import { formatDate, toIsoDate } from '../../../shared/domain/dates.ts';
import type { DepartmentId, SubmissionId } from '../../../shared/domain/ids.ts';
import { submissionStateNames } from '../../../shared/domain/submission.ts';
import { sentenceOf, useCommand, useMethod } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { fullMoment } from '../../ui/format.ts';
import { Part } from '../../ui/Part.tsx';
import { NearTexts } from '../duplicates/NearTexts.tsx';
import { HandInPart } from '../portal/HandInPart.tsx';
import { ReturnSlip } from './ReturnSlip.tsx';
import { UnitSelect } from './UnitSelect.tsx';

interface SubmissionContextProps {
  submission: SubmissionDetail;
  /** All that a step is made on: the unit is set for them together. */
  marked: readonly SubmissionId[];
}

/** Who sent it and what is known of them, what was read around the text, what was decided so far. */
export function SubmissionContext({ submission, marked }: SubmissionContextProps) {
  const { warnings, decisions, issue, fields, source, around } = submission;
  return (
    <div className="context">
      <Unit key={submission.id} submission={submission} marked={marked} />
      {issue && (
        <Part title="编入">
          <Link to={`/issues/${issue.id}`}>{issue.label}</Link>
        </Part>
      )}
      <HandInPart id={submission.id} />
      <NearTexts key={submission.id} about={{ submissionId: submission.id }} />
      {warnings.length > 0 && (
        <Part title="读取提示">
          <ul className="context-warnings">
            {warnings.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Part>
      )}
      <Part title="来稿信息">
        <Facts
          facts={[
            ['落款', source],
            ['撰稿', fields.author],
            ['审签', fields.signer],
            ['电话', fields.phone],
            ['方式', arrival(submission)],
            ['收到', fullMoment(submission.receivedAt)],
            ['来稿日', dayIfOther(submission)],
            ['经手', submission.receivedBy],
          ]}
        />
        {around.length > 0 && (
          <details className="context-around">
            <summary>来稿中的其他文字（{around.length}）</summary>
            <ul>
              {around.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </details>
        )}
      </Part>
      <Part title="记录">
        {decisions.length === 0 ? (
          <p className="soft">还没有处理过。</p>
        ) : (
          <ol className="context-log">
            {decisions.map((decision) => (
              <li key={decision.at + decision.to}>
                <div className="soft">
                  {fullMoment(decision.at)}　{decision.person}
                </div>
                <DecisionWords decision={decision} />
                {decision.to === 'returned' && !decision.undo && <ReturnSlip id={submission.id} decision={decision} />}
              </li>
            ))}
          </ol>
        )}
      </Part>
    </div>
  );
}

/** The unit; where it is not certain the likely ones are offered, and none is taken without being asked. */
function Unit({ submission, marked }: SubmissionContextProps) {
  const { id, departmentId, department, candidates, unitStats } = submission;
  const setDepartment = useCommand('submissions.setDepartment');
  const [changing, setChanging] = useState(false);
  const take = (unit: DepartmentId | null) => {
    if (unit === null) return;
    setDepartment.run({ ids: together ? [...marked] : [id], departmentId: unit }).then(
      () => setChanging(false),
      () => {},
    );
  };
  const { data: departments } = useMethod('departments.list', {});
  const asks = departmentId === null;
  const together = marked.length > 1 && marked.includes(id);
  return (
    <Part
      title="单位"
      extra={
        !asks && (
          <Button type="link" size="small" onClick={() => setChanging(!changing)}>
            {changing ? '取消' : '更改'}
          </Button>
        )
      }
    >
      {asks ? (
        <p className="unit-ask">
          {candidates.length > 0 ? '拿不准是哪个单位，请选定：' : '没有认出来稿单位，请选定：'}
        </p>
      ) : (
        <p className="unit-name">{department}</p>
      )}
      {asks && candidates.length > 0 && (
        <div className="unit-candidates">
          {candidates.map((candidate) => (
            <Button key={candidate.departmentId} onClick={() => take(candidate.departmentId)}>
              {candidate.name}
            </Button>
          ))}
        </div>
      )}
      {departments?.length === 0 && (
        <p>
          单位名册还是空的，请先到<Link to="/registers">“单位”</Link>里添加或导入。
        </p>
      )}
      {(asks || changing) && (
        <UnitSelect
          value={departmentId}
          onChange={take}
          placeholder={candidates.length > 0 ? '选其他单位（可输拼音首字母）' : '选单位（可输拼音首字母）'}
        />
      )}
      {together && (asks || changing) && <p className="soft">用于选中的 {marked.length} 条。</p>}
      {setDepartment.error && <ErrorNote text={sentenceOf(setDepartment.error)} />}
      {unitStats && (
        <p className="unit-stats">
          本月来稿 <b>{unitStats.receivedThisMonth}</b> 条　本年采用 <b>{unitStats.adoptedThisYear}</b> 条
        </p>
      )}
    </Part>
  );
}

function DecisionWords({ decision }: { decision: Decision }) {
  const { from, to, reason, dueDate, undo } = decision;
  if (undo) return <div>撤销“{submissionStateNames[from]}”</div>;
  return (
    <div>
      {submissionStateNames[to]}
      {reason !== '' && `：${reason}`}
      {dueDate !== null && `（${formatDate(dueDate)}前）`}
    </div>
  );
}

const ways: Record<SubmissionDetail['way'], string> = { file: '文件', paste: '粘贴', typed: '补录', portal: '报送端' };

const arrival = ({ way, fileName }: SubmissionDetail): string =>
  fileName === null ? ways[way] : `${ways[way]}　${fileName}`;

const dayIfOther = ({ receivedDate, receivedAt }: SubmissionDetail): string | null =>
  receivedDate === toIsoDate(new Date(receivedAt)) ? null : formatDate(receivedDate);

const Facts = ({ facts }: { facts: readonly (readonly [string, string | null])[] }) => (
  <dl className="context-facts">
    {facts
      .filter(([, value]) => value !== null && value !== '')
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);
