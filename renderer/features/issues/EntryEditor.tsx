import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback, useEffect } from 'react';
import type { ItemDetail } from '../../../shared/contract/views.ts';
import type { ItemId } from '../../../shared/domain/ids.ts';
import { sentenceOf } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { isComposing } from '../../ui/keys.ts';
import { CommentsTab } from '../items/comments/CommentsTab.tsx';
import { CommentingProvider, useCommentingView } from '../items/comments/useCommenting.tsx';
import { useDraft } from '../items/draft/drafts.tsx';
import type { Caret } from '../items/editor/caret.ts';
import { ItemDesk } from '../items/ItemDesk.tsx';
import { useOpenedItem } from '../items/useOpenedItem.ts';
import '../items/items.css';
import type { Previewer, TextPlace } from './pages/Previewer.ts';

interface EntryEditorProps {
  itemId: ItemId;
  readOnly: boolean;
  /** Where the caret is put; another object puts it anew. */
  at: TextPlace | null;
  /** Told of every change of the text and the caret, so that the pages follow before it is saved. */
  previewer: Previewer;
  onClose: () => void;
}

/** The item editor of 稿件 in place of pool and board. */
export function EntryEditor({ itemId, at, readOnly, previewer, onClose }: EntryEditorProps) {
  const { item, error, retry } = useOpenedItem(itemId);
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
      {error && !item && <ErrorNote text={sentenceOf(error)} onRetry={retry} />}
      {item && (
        <CommentingProvider>
          <Editing item={item} at={at} readOnly={readOnly || item.readOnly} previewer={previewer} />
        </CommentingProvider>
      )}
    </section>
  );
}

type EditingProps = { item: ItemDetail } & Pick<EntryEditorProps, 'at' | 'readOnly' | 'previewer'>;

function Editing({ item, at, readOnly, previewer }: EditingProps) {
  const saver = useDraft(item);
  const { id } = item;
  // Heard from the saver itself, so that a key leaves for the pages before anything is rendered. What an input method is
  // still spelling is not the author's text.
  useEffect(() => {
    let shown: unknown = null;
    const follow = () => {
      const { title, blocks } = saver.draft;
      if (saver.isHeld || saver.draft === shown) return;
      shown = saver.draft;
      previewer.type({ itemId: id, title, blocks });
    };
    follow();
    return saver.subscribe(follow);
  }, [saver, previewer, id]);
  const onCaret = useCallback((place: Caret) => previewer.moveCaret({ entryId: id, ...place }), [previewer, id]);
  const { writing } = useCommentingView().view;
  return (
    <>
      <ItemDesk item={item} readOnly={readOnly} caret={at} onCaret={onCaret} />
      {(writing || item.openQuestions + item.openNotes > 0) && (
        <div className="entry-comments">
          <CommentsTab item={item} />
        </div>
      )}
    </>
  );
}
