import { Input, Modal } from 'antd';
import { useState } from 'react';
import type { IntakeResult } from '../../../../shared/contract/views.ts';
import { charCount } from '../../../../shared/text/normalise.ts';
import { sentenceOf, useCommand } from '../../../data/index.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';

interface PasteDialogProps {
  onClose: () => void;
  onTaken: (result: IntakeResult) => void;
}

/** Text from a message or a web page; several items in one text are split like a file. */
export function PasteDialog({ onClose, onTaken }: PasteDialogProps) {
  const paste = useCommand('submissions.paste');
  const [text, setText] = useState('');
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
      okButtonProps={{ disabled: text.trim() === '', loading: paste.running }}
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
        placeholder="在这里粘贴（Ctrl+V）"
      />
      <p className="soft dialog-count">{charCount(text)} 字</p>
      {paste.error && <ErrorNote text={sentenceOf(paste.error)} />}
    </Modal>
  );
}
