import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { askAgain, sentenceOf, useDesk } from '../../../data/index.ts';
import type { FolderFile } from './folder.ts';

/** How far the handing over of files is. */
export interface HandingOver {
  total: number;
  done: number;
  added: number;
  /** The same bytes were here before. */
  known: number;
  refused: { path: string; sentence: string }[];
  running: boolean;
}

interface BackUploads {
  state: HandingOver | null;
  take: (files: readonly FolderFile[]) => void;
  stop: () => void;
  clear: () => void;
}

const BackUploadsContext = createContext<BackUploads | null>(null);

/** Files on their way at once: reading is what takes long, and goes on in the core. */
const AT_ONCE = 3;

const beginning: HandingOver = { total: 0, done: 0, added: 0, known: 0, refused: [], running: true };

/** Hands files of back issues over to the core; goes on while other screens are worked on. */
export function BackUploadsProvider({ children }: { children: ReactNode }) {
  const { client } = useDesk();
  const queries = useQueryClient();
  const [state, setState] = useState<HandingOver | null>(null);
  const waiting = useRef<FolderFile[]>([]);
  const stopper = useRef<AbortController | null>(null);

  const work = useCallback(async () => {
    const controller = new AbortController();
    stopper.current = controller;
    const told = (change: (before: HandingOver) => Partial<HandingOver>) =>
      setState((before) => before && { ...before, ...change(before) });
    const lane = async () => {
      for (let next = waiting.current.shift(); next; next = waiting.current.shift()) {
        const { path, file } = next;
        try {
          const { state: kept } = await client.upload('back-issues', file, { name: path, signal: controller.signal });
          told((b) => ({ done: b.done + 1, [kept]: b[kept] + 1 }));
        } catch (error) {
          if (controller.signal.aborted) return;
          const refusal = { path, sentence: sentenceOf(error) };
          told((b) => ({ done: b.done + 1, refused: [...b.refused, refusal] }));
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    if (stopper.current === controller) stopper.current = null;
    told(() => ({ running: false }));
    await askAgain(queries, ['backIssues']);
  }, [client, queries]);

  const take = useCallback(
    (files: readonly FolderFile[]) => {
      if (files.length === 0) return;
      waiting.current.push(...files);
      setState((before) => {
        const goesOn = before?.running ? before : beginning;
        return { ...goesOn, total: goesOn.total + files.length };
      });
      if (stopper.current === null) void work();
    },
    [work],
  );
  const stop = useCallback(() => {
    waiting.current = [];
    stopper.current?.abort();
  }, []);
  const clear = useCallback(() => setState((before) => (before?.running ? before : null)), []);
  const value = useMemo(() => ({ state, take, stop, clear }), [state, take, stop, clear]);
  return <BackUploadsContext value={value}>{children}</BackUploadsContext>;
}

export function useBackUploads(): BackUploads {
  const uploads = useContext(BackUploadsContext);
  if (!uploads) throw new Error('useBackUploads outside BackUploadsProvider');
  return uploads;
}
