import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { ItemDetail } from '../../../shared/contract/views.ts';
import type { ItemId } from '../../../shared/domain/ids.ts';
import { sentenceOf, useMethod } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { isComposing } from '../../ui/keys.ts';
import { useDraft } from '../items/draft/drafts.tsx';
import { ItemDesk } from '../items/ItemDesk.tsx';
import '../items/items.css';
import type { Draft } from './pages/usePreview.ts';

interface EntryEditorProps {
  itemId: ItemId;
  readOnly: boolean;
  /** Called with every change of the text, so that the pages follow before it is saved. */
  onDraft: (draft: Draft | null) => void;
  onClose: () => void;
}

/** The item editor of 稿件 in place of pool and board. */
export function EntryEditor({ itemId, readOnly, onDraft, onClose }: EntryEditorProps) {
  const { data: item, isStale, error, refetch } = useMethod('items.get', { id: itemId });
  const opened = useRef(false);
  // A text that may be out of date is never opened for editing: it is asked for again first.
  if (item && !isStale) opened.current = true;
  return (
    // The editor keeps Esc from the window's keys, so it is heard here.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <section
      className="entry-editor"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event.nativeEvent)) onClose();
      }}
    >
      <div className="pool-head">
        <Button type="text" size="small" icon={<ArrowLeftOutlined />} onClick={onClose}>
          返回编排 <kbd className="key-hint">Esc</kbd>
        </Button>
        <span className="row-text soft">{item?.source}</span>
      </div>
      {error && !item && <ErrorNote text={sentenceOf(error)} onRetry={() => void refetch()} />}
      {item && opened.current && <Editing item={item} readOnly={readOnly || item.readOnly} onDraft={onDraft} />}
    </section>
  );
}

function Editing({ item, readOnly, onDraft }: { item: ItemDetail } & Pick<EntryEditorProps, 'readOnly' | 'onDraft'>) {
  const { draft } = useDraft(item);
  const { title, blocks } = draft;
  const { id } = item;
  useEffect(() => onDraft({ itemId: id, title, blocks }), [onDraft, id, title, blocks]);
  return <ItemDesk item={item} readOnly={readOnly} />;
}
