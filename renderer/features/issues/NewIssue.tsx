import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { IssueDetail } from '../../../shared/contract/views.ts';
import { dateParts, type IsoDate, toIsoDate } from '../../../shared/domain/dates.ts';
import type { IssueId, PublicationId } from '../../../shared/domain/ids.ts';
import { issueText } from '../../../shared/domain/wording.ts';
import { sentenceOf, useCommand, useMethod } from '../../data/index.ts';
import { DateField } from '../../ui/DateField.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { isComposing } from '../../ui/keys.ts';

interface NewIssueProps {
  /** The signed issue this one corrects. */
  correctsId: IssueId | null;
  onMade: (issue: IssueDetail) => void;
  onCancel: () => void;
}

/** A new issue: of which publication, with the number it would take, its date and the theme counted on. */
export function NewIssue({ correctsId, onMade, onCancel }: NewIssueProps) {
  const corrected = useMethod('issues.get', { id: correctsId ?? ('' as IssueId) }, { enabled: correctsId !== null });
  const publications = useMethod('publications.list', {});
  const [chosen, setChosen] = useState<PublicationId | null>(null);
  const [date, setDate] = useState<IsoDate | null>(() => toIsoDate(new Date()));
  const [theme, setTheme] = useState<string | null>(null);
  const create = useCommand('issues.create');

  const publicationId = corrected.data?.publicationId ?? chosen ?? publications.data?.[0]?.id ?? null;
  const suggested = useMethod(
    'issues.suggest',
    { publicationId: publicationId ?? ('' as PublicationId) },
    { enabled: publicationId !== null },
  );
  // Numbers run by the year of the issue's own date, which need not be this one.
  const numbering = useMethod(
    'publications.numbering',
    { id: publicationId ?? ('' as PublicationId), year: date === null ? 0 : dateParts(date).year },
    { enabled: publicationId !== null && date !== null, keep: true },
  );
  const style = publications.data?.find(({ id }) => id === publicationId)?.style;
  // A correction repeats the theme of the issue it corrects; a new issue counts the last one on.
  const shownTheme = theme ?? (correctsId === null ? suggested.data?.theme : corrected.data?.theme) ?? '';
  const ready = publicationId !== null && date !== null && (correctsId === null || corrected.data !== undefined);

  const make = () => {
    if (!ready || create.running) return;
    create.run({ publicationId, date, theme: shownTheme.trim(), correctsId }).then(onMade, () => {});
  };
  const error = create.error ?? publications.error ?? corrected.error;

  return (
    <Form
      layout="inline"
      // No form of the browser's: Enter in the date would begin the issue half filled in.
      component="div"
      className="new-issue"
      aria-label={correctsId === null ? '新编一期' : '新建更正'}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        if (event.key === 'Escape') onCancel();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) make();
      }}
    >
      {error && <ErrorNote text={sentenceOf(error)} />}
      <Form.Item label="刊物">
        <Select<PublicationId>
          aria-label="刊物"
          className="new-issue-publication"
          value={publicationId}
          disabled={correctsId !== null}
          onChange={(id) => {
            setChosen(id);
            setTheme(null);
          }}
          options={publications.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        />
      </Form.Item>
      <Form.Item label="期号">
        <span className="new-issue-number">
          {style && numbering.data ? `${issueText(style, numbering.data.number)}（暂定）` : ''}
        </span>
      </Form.Item>
      <Form.Item label="日期">
        <DateField value={date} onChange={setDate} allowClear={false} id="new-issue-date" />
      </Form.Item>
      <Form.Item label="主题" className="new-issue-theme">
        <Input.TextArea
          autoFocus
          aria-label="主题"
          placeholder="可不填；分行处按回车"
          autoSize={{ minRows: 1, maxRows: 3 }}
          maxLength={300}
          value={shownTheme}
          onChange={(event) => setTheme(event.target.value)}
        />
      </Form.Item>
      {corrected.data && <span className="soft">更正 {corrected.data.label}</span>}
      <Button onClick={onCancel}>取消</Button>
      <Button type="primary" disabled={!ready} loading={create.running} title="Ctrl+Enter" onClick={make}>
        建立
      </Button>
    </Form>
  );
}
