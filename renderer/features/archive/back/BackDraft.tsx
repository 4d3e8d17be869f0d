import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { BackRow } from '../../../../shared/contract/methods/backIssues.ts';
import { backProblemNames, isBlocking } from '../../../../shared/domain/backIssue.ts';
import type { PublicationId } from '../../../../shared/domain/ids.ts';
import { openingOf } from '../../../../shared/text/opening.ts';
import { sentenceOf, useCommand, useMethod } from '../../../data/index.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { KeyButton } from '../../../ui/KeyButton.tsx';
import { Part } from '../../../ui/Part.tsx';

interface BackDraftProps {
  row: BackRow;
  onFile: () => void;
  onRemove: () => void;
  onSplit: () => void;
}

/** One issue to be filed: its numbers, what stands in the way, and its items as split. */
export function BackDraft(props: BackDraftProps) {
  const { row, onRemove } = props;
  const retry = useCommand('backIssues.retry');
  switch (row.state) {
    case 'unread':
      return (
        <Part title={row.fileName}>
          <p className="soft">等待读取。</p>
        </Part>
      );
    case 'failed':
      return (
        <Part title={row.fileName}>
          <ErrorNote text={row.sentence ?? ''} />
          <p className="back-actions">
            <Button onClick={() => void retry.run({ fileId: row.fileId })}>再读一次</Button>
            <Button onClick={onRemove}>移出</Button>
          </p>
        </Part>
      );
    case 'draft':
      return <Draft {...props} />;
    default:
      return row.state satisfies never;
  }
}

function Draft({ row, onFile, onRemove, onSplit }: BackDraftProps) {
  const { fileId, part, fileName, problems } = row;
  const save = useCommand('backIssues.save');
  const publications = useMethod('publications.list', {});
  const detail = useMethod('backIssues.get', { fileId, part });
  const [edit, setEdit] = useState({ number: row.number, total: row.total });
  const keep = (change: Partial<Pick<BackRow, 'publicationId' | 'number' | 'total' | 'date'>>) =>
    save
      .run({
        fileId,
        part,
        publicationId: row.publicationId,
        number: row.number,
        total: row.total,
        date: row.date,
        ...change,
      })
      .catch(() => {});
  const blocked = problems.some(isBlocking);
  return (
    <>
      <Part title={fileName}>
        <div className="back-fields">
          <label htmlFor="back-publication">刊物</label>
          <Select
            id="back-publication"
            value={row.publicationId}
            placeholder="选刊物"
            onChange={(id: PublicationId) => void keep({ publicationId: id })}
            options={publications.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          />
          <label htmlFor="back-number">期号</label>
          <InputNumber
            id="back-number"
            min={1}
            max={99_999}
            precision={0}
            value={edit.number}
            onChange={(number) => setEdit({ ...edit, number })}
            onBlur={() => edit.number !== row.number && void keep({ number: edit.number })}
            onPressEnter={() => edit.number !== row.number && void keep({ number: edit.number })}
          />
          <label htmlFor="back-total">总期号</label>
          <InputNumber
            id="back-total"
            min={1}
            max={999_999}
            precision={0}
            placeholder="可不填"
            value={edit.total}
            onChange={(total) => setEdit({ ...edit, total })}
            onBlur={() => edit.total !== row.total && void keep({ total: edit.total })}
            onPressEnter={() => edit.total !== row.total && void keep({ total: edit.total })}
          />
          <label htmlFor="back-date">日期</label>
          <DateField id="back-date" value={row.date} onChange={(date) => void keep({ date })} />
        </div>
        {save.error && <ErrorNote text={sentenceOf(save.error)} />}
        {problems.length > 0 && (
          <ul className="context-warnings">
            {problems.map((problem) => (
              <li key={problem} className={isBlocking(problem) ? 'back-wrong' : 'back-doubt'}>
                {backProblemNames[problem]}
              </li>
            ))}
          </ul>
        )}
        <p className="back-actions">
          <KeyButton type="primary" hint="F" disabled={blocked} onClick={onFile}>
            补录
          </KeyButton>
          <KeyButton hint="E" onClick={onSplit}>
            改分条
          </KeyButton>
          <Button onClick={onRemove}>移出</Button>
        </p>
      </Part>
      {detail.error && <ErrorNote text={sentenceOf(detail.error)} onRetry={() => void detail.refetch()} />}
      {detail.data && (
        <Part title={`分出 ${row.items} 条`}>
          <ol className="back-items">
            {detail.data.issue.items.map((item, i) => (
              <li key={item.n}>
                {item.title ?? openingOf(item.body[0] ?? '', 28)}
                <span className={detail.data.units[i]?.length === 0 ? 'back-doubt' : 'soft'}>
                  {'　'}
                  {detail.data.units[i]?.join('、') || item.source || '无来源'}
                </span>
              </li>
            ))}
          </ol>
          {detail.data.warnings.map((text) => (
            <p key={text} className="soft">
              {text}
            </p>
          ))}
        </Part>
      )}
    </>
  );
}
