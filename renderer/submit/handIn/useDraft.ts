import { useCallback, useEffect, useRef, useState } from 'react';
import type { AttachedFile, DraftView, HandInFields } from '../../../shared/contract/portal/views.ts';
import type { DraftId } from '../../../shared/domain/ids.ts';
import { usePortal } from '../portal.tsx';

export type Saved = 'saved' | 'saving' | 'unsaved' | 'failed';

export interface Draft {
  fields: HandInFields;
  files: AttachedFile[];
  saved: Saved;
  change(fields: Partial<HandInFields>): void;
  setFiles(files: AttachedFile[]): void;
  /** Saves what was typed now; rejects as the client does. */
  flush(): Promise<void>;
}

/** Silence after which typing is saved, ms. */
const PAUSE = 800;
/** How soon a save that failed is tried again, ms. */
const RETRY = 5_000;

/** A draft as it is typed: saved a moment later, tried again while the line is down, asked about before it is lost. */
export function useDraft(id: DraftId, begun: Omit<DraftView, 'id' | 'updatedAt'>): Draft {
  const { client } = usePortal();
  const { files: firstFiles, ...firstFields } = begun;
  const [fields, setFields] = useState<HandInFields>(firstFields);
  const [files, setFiles] = useState(firstFiles);
  const [saved, setSaved] = useState<Saved>('saved');
  const latest = useRef(fields);
  const kept = useRef(fields);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const sent = latest.current;
    setSaved('saving');
    try {
      await client.call('drafts.save', { id, fields: sent });
      kept.current = sent;
      setSaved(latest.current === sent ? 'saved' : 'unsaved');
    } catch (error) {
      setSaved('failed');
      timer.current = setTimeout(() => void flush().catch(() => {}), RETRY);
      throw error;
    }
  }, [client, id]);

  const change = useCallback(
    (more: Partial<HandInFields>) => {
      latest.current = { ...latest.current, ...more };
      setFields(latest.current);
      setSaved('unsaved');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush().catch(() => {}), PAUSE);
    },
    [flush],
  );

  useEffect(() => {
    if (saved === 'saved') return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [saved]);
  // Leaving the form inside the page saves what the pause had not.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (kept.current === latest.current) return;
      void client.call('drafts.save', { id, fields: latest.current }).catch(() => {});
    },
    [client, id],
  );

  return { fields, files, saved, change, setFiles, flush };
}
