import { Input, Modal } from 'antd';
import { type ClipboardEvent, useState } from 'react';
import { MOST_PASTED_HTML } from '../../../../shared/contract/methods/submissions.ts';
import type { IntakeResult } from '../../../../shared/contract/views.ts';
import { charCount } from '../../../../shared/text/normalise.ts';
import { sentenceOf, useCommand, useDesk } from '../../../data/index.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';

interface PasteDialogProps {
  onClose: () => void;
  onTaken: (result: IntakeResult) => void;
}

/** Text from a message or a web page; several items in one text are split like a file. */
export function PasteDialog({ onClose, onTaken }: PasteDialogProps) {
  const paste = useCommand('submissions.paste');
  const [text, setText] = useState('');
  const { warnings, reading, takeHtml } = usePastedHtml((change) => setText(change));
  const take = () =>
    paste.run({ text }).then(
      (result) => {
        onTaken(result);
        onClose();
      },
      () => {},
    );
  return (
    <Modal
      open
      title="粘贴来稿"
      width={760}
      okText="收入来稿"
      cancelText="取消"
      okButtonProps={{ disabled: text.trim() === '' || reading, loading: paste.running }}
      onOk={() => void take()}
      onCancel={onClose}
      mask={{ closable: text === '' }}
    >
      <p className="soft">一次可粘贴多条，会自动分条并识别单位；原文保留备查。</p>
      <Input.TextArea
        autoFocus
        aria-label="来稿文字"
        rows={16}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={takeHtml}
        placeholder="在这里粘贴（Ctrl+V）"
      />
      <p className="soft dialog-count">{reading ? '正在整理粘贴的内容…' : `${charCount(text)} 字`}</p>
      {warnings.map((words) => (
        <p key={words} className="soft">
          {words}
        </p>
      ))}
      {paste.error && <ErrorNote text={sentenceOf(paste.error)} />}
    </Modal>
  );
}

/**
 * What was copied from Word, WPS or a page comes in as a file of it would: its paragraphs and the rows of its tables as
 * text. Where it cannot be read so, its plain text is taken.
 */
function usePastedHtml(change: (of: (text: string) => string) => void) {
  const { client } = useDesk();
  const [warnings, setWarnings] = useState<string[]>([]);
  const [reading, setReading] = useState(false);
  const takeHtml = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const html = event.clipboardData.getData('text/html');
    if (html === '' || html.length > MOST_PASTED_HTML) return;
    event.preventDefault();
    const plain = event.clipboardData.getData('text/plain');
    const { selectionStart, selectionEnd } = event.currentTarget;
    const insert = (words: string) =>
      change((text) => text.slice(0, selectionStart) + words + text.slice(selectionEnd));
    setReading(true);
    client
      .call('submissions.readPasted', { html })
      .then(
        (read) => {
          insert(read.text);
          setWarnings(read.warnings);
        },
        () => insert(plain),
      )
      .finally(() => setReading(false));
  };
  return { warnings, reading, takeHtml };
}
