import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { Topic } from '../../../shared/contract/events.ts';
import type { ImportResult } from '../../../shared/contract/views.ts';
import { askAgain, sentenceOf, useDesk } from '../../data/index.ts';
import { useMessages } from '../../ui/messages.tsx';

interface SheetButtonsProps {
  register: 'departments' | 'recipients' | 'leaders' | 'wordings';
  mayImport: boolean;
  /** A failed import's sentence; it stands on the screen, for it names file, row and remedy. */
  onFailed: (sentence: string | null) => void;
}

/** A register out to XLSX and back in. An import is taken in whole or not at all. */
export function SheetButtons({ register, mayImport, onFailed }: SheetButtonsProps) {
  const { client } = useDesk();
  const queries = useQueryClient();
  const messages = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const [running, setRunning] = useState(false);

  const take = async (file: File) => {
    onFailed(null);
    setRunning(true);
    try {
      const result = await client.upload(register, file);
      const topic: Topic = register;
      await askAgain(queries, [topic]);
      messages.done(importText(result));
    } catch (error) {
      onFailed(sentenceOf(error));
    } finally {
      setRunning(false);
    }
  };
  return (
    <>
      {mayImport && (
        <Button loading={running} onClick={() => input.current?.click()}>
          导入 XLSX
        </Button>
      )}
      <Button
        onClick={() =>
          void client.download(`/files/${register}.xlsx`).catch((error: unknown) => onFailed(sentenceOf(error)))
        }
      >
        导出 XLSX
      </Button>
      <input
        ref={input}
        type="file"
        accept=".xlsx"
        hidden
        aria-label="导入的表格"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void take(file);
        }}
      />
    </>
  );
}

const importText = ({ added, updated, unchanged }: ImportResult): string =>
  `已导入：新增 ${added}，修改 ${updated}，未变 ${unchanged}`;
