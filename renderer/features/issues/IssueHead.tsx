import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { IssueDetail } from '../../../shared/contract/views.ts';
import { formatDate } from '../../../shared/domain/dates.ts';
import { DateField } from '../../ui/DateField.tsx';
import { SavedText } from '../../ui/SavedText.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { IssueTag, Tag } from '../../ui/StateTag.tsx';
import type { IssueFields } from './issueQueue.ts';

interface IssueHeadProps {
  issue: IssueDetail;
  /** Where the list is that it was opened from. */
  back: { to: string; name: string };
  /** Left out where date and theme can no longer change. */
  onUpdate?: (fields: IssueFields) => void;
  actions: ReactNode;
}

/** 第19期（暂定） 2020年3月6日 主题…, the state, and what can be done next. */
export function IssueHead({ issue, back, onUpdate, actions }: IssueHeadProps) {
  const { label, publication, date, theme, state, voided } = issue;
  return (
    <div className="issue-head">
      <ScreenHead actions={actions}>
        <Link to={back.to} aria-label={back.name} title={back.name}>
          <Button type="text" size="small" tabIndex={-1} icon={<ArrowLeftOutlined />} />
        </Link>
        <h1 className="issue-label">
          {publication} {label}
        </h1>
        {onUpdate ? (
          <>
            <DateField value={date} allowClear={false} onChange={(day) => day && onUpdate({ date: day })} />
            <div className="issue-theme">
              <SavedText
                quiet
                multiline
                label="主题"
                placeholder="主题（可不填，分行处按回车）"
                maxLength={300}
                value={theme}
                onSave={(text) => onUpdate({ theme: text.trim() })}
              />
            </div>
          </>
        ) : (
          <>
            <span>{formatDate(date)}</span>
            <span className="issue-theme-text" title={theme}>
              {theme.replaceAll('\n', ' ')}
            </span>
          </>
        )}
        {voided ? <Tag tone="faint">已作废</Tag> : <IssueTag state={state} />}
      </ScreenHead>
    </div>
  );
}
