import { useState } from 'react';
import type { DraftId } from '../../../shared/domain/ids.ts';
import { size } from '../format.ts';
import { usePortal } from '../portal.tsx';
import type { Draft } from './useDraft.ts';

interface FileListProps {
  id: DraftId;
  draft: Draft;
  onError: (error: unknown) => void;
}

const ACCEPTED = '.docx,.doc,.wps,.rtf,.pdf,.txt,.html,.htm,.mht,.eml,.zip';

/** Files of a draft; sent one after the other, each with how far it is. */
export function FileList({ id, draft, onError }: FileListProps) {
  const { client } = usePortal();
  const [sending, setSending] = useState<{ name: string; part: number } | null>(null);
  const add = async (chosen: readonly File[]) => {
    try {
      await draft.flush();
      for (const file of chosen) {
        setSending({ name: file.name, part: 0 });
        draft.setFiles(await client.attach(id, file, (part) => setSending({ name: file.name, part })));
      }
    } catch (error) {
      onError(error);
    } finally {
      setSending(null);
    }
  };
  return (
    <div className="field">
      <span>
        附件<span className="quiet hint">Word、WPS、PDF、TXT 等，每个不超过 20 MB</span>
      </span>
      <ul className="list">
        {draft.files.map(({ hash, name, size: bytes }) => (
          <li key={hash} className="row">
            <span className="row-title">{name}</span>
            <span className="quiet">{size(bytes)}</span>
            <button
              type="button"
              className="plain"
              aria-label={`去掉${name}`}
              onClick={() => void client.call('drafts.removeFile', { id, hash }).then(draft.setFiles, onError)}
            >
              去掉
            </button>
          </li>
        ))}
      </ul>
      {sending && (
        <p className="quiet" role="status">
          正在上传“{sending.name}”{Math.round(sending.part * 100)}%
        </p>
      )}
      <label className="button file">
        添加文件
        <input
          type="file"
          multiple
          accept={ACCEPTED}
          disabled={sending !== null}
          onChange={(event) => {
            const chosen = Array.from(event.target.files ?? []);
            event.target.value = '';
            void add(chosen);
          }}
        />
      </label>
    </div>
  );
}
