import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { IntakeResult } from '../../../../shared/contract/views.ts';
import { askAgain, hasCode, sentenceOf, useDesk } from '../../../data/index.ts';

/** One file on its way in, and what became of it. */
export type FileFate =
  | { name: 'waiting' }
  | { name: 'sending'; sent: number; total: number }
  | { name: 'taken'; result: IntakeResult }
  /** `retry` where a person may allow what was refused. */
  | { name: 'failed'; sentence: string; retry?: File }
  | { name: 'stopped' }
  | { name: 'undone' };

export interface IntakeFile {
  key: number;
  fileName: string;
  fate: FileFate;
}

/** Files in the order given, one after the other; a file that fails is told by name and the rest goes on. */
export function useIntakeQueue() {
  const { client } = useDesk();
  const queries = useQueryClient();
  const [files, setFiles] = useState<readonly IntakeFile[]>([]);
  const waiting = useRef<{ key: number; file: File; long: boolean }[]>([]);
  const stopper = useRef<AbortController | null>(null);
  const lastKey = useRef(0);

  const setFate = useCallback(
    (key: number, fate: FileFate) =>
      setFiles((before) => before.map((one) => (one.key === key ? { ...one, fate } : one))),
    [],
  );

  const work = useCallback(async () => {
    const controller = new AbortController();
    stopper.current = controller;
    for (let next = waiting.current.shift(); next; next = waiting.current.shift()) {
      const { key, file, long } = next;
      const onProgress = (sent: number, total: number) => setFate(key, { name: 'sending', sent, total });
      onProgress(0, file.size);
      const options = { onProgress, long, signal: controller.signal };
      setFate(key, await sendOne(file, () => client.upload('intake', file, options)));
      void askAgain(queries, ['submissions']);
    }
    stopper.current = null;
  }, [client, queries, setFate]);

  const take = useCallback(
    (given: readonly File[]) => {
      if (given.length === 0) return;
      const added = given.map((file) => ({ key: ++lastKey.current, file, long: false }));
      waiting.current.push(...added);
      const rows = added.map(({ key, file }): IntakeFile => ({ key, fileName: file.name, fate: { name: 'waiting' } }));
      // A new batch takes the place of one that is done.
      setFiles((before) => (before.some(isOpen) ? [...before, ...rows] : rows));
      if (stopper.current === null) void work();
    },
    [work],
  );

  /** Takes a file in after all that was refused for its length. */
  const takeLong = useCallback(
    (key: number, file: File) => {
      waiting.current.push({ key, file, long: true });
      setFate(key, { name: 'waiting' });
      if (stopper.current === null) void work();
    },
    [setFate, work],
  );

  const stop = useCallback(() => {
    const left = new Set(waiting.current.splice(0).map(({ key }) => key));
    setFiles((before) => before.map((one) => (left.has(one.key) ? { ...one, fate: { name: 'stopped' } } : one)));
    stopper.current?.abort();
  }, []);

  const clear = useCallback(() => setFiles((before) => before.filter(isOpen)), []);
  return { files, take, takeLong, stop, clear, setFate };
}

export const isOpen = ({ fate }: IntakeFile): boolean => fate.name === 'waiting' || fate.name === 'sending';

async function sendOne(file: File, send: () => Promise<IntakeResult>): Promise<FileFate> {
  try {
    return { name: 'taken', result: await send() };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return { name: 'stopped' };
    return { name: 'failed', sentence: sentenceOf(error), ...(hasCode(error, 'file-too-long') ? { retry: file } : {}) };
  }
}
