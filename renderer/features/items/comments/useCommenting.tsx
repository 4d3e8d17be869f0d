import type { Editor } from '@tiptap/core';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { ItemDetail } from '../../../../shared/contract/views.ts';
import { useMay } from '../../../app/session.ts';
import { useMethod } from '../../../data/index.ts';
import { useKeys } from '../../../ui/keys.ts';
import type { DraftSaver } from '../draft/drafts.tsx';
import { Commenting, type CommentingView } from './Commenting.ts';

const CommentingContext = createContext<Commenting | null>(null);

/** Joins the comments in the text with the list beside it. */
export function CommentingProvider({ children }: { children: ReactNode }) {
  const [commenting] = useState(() => new Commenting());
  return <CommentingContext value={commenting}>{children}</CommentingContext>;
}

export function useCommentingView(): { commenting: Commenting; view: CommentingView } {
  const commenting = useContext(CommentingContext);
  if (!commenting) throw new Error('comments are shown outside CommentingProvider');
  return { commenting, view: useSyncExternalStore(commenting.subscribe, () => commenting.view) };
}

/** Whether the person may write comments on an item at all: not once it is printed. */
export const useMayComment = ({ readOnly }: Pick<ItemDetail, 'readOnly'>): boolean =>
  useMay('editor', 'reviewer', 'signer') && !readOnly;

/** Marks the comments of an item in its text. Answers where the editor is given, and how one is begun. */
export function useCommentMarks(item: ItemDetail, saver: DraftSaver) {
  const { commenting } = useCommentingView();
  const [editor, setEditor] = useState<Editor | null>(null);
  const threads = useMethod('comments.list', { itemId: item.id });
  const mayComment = useMayComment(item);
  useEffect(() => (editor ? commenting.open(editor) : undefined), [commenting, editor]);
  // Places are those of the stored text: while more is being typed the marks move along by themselves.
  const settled = saver.isClean && !threads.isFetching;
  useEffect(() => {
    if (editor && settled && threads.data) commenting.draw(threads.data);
  }, [commenting, editor, settled, threads.data]);
  const begin = useCallback(() => commenting.begin(), [commenting]);
  useKeys([{ key: 'Ctrl+Alt+M', label: '写批注', group: '稿件', whileTyping: true, enabled: mayComment, run: begin }]);
  return { onEditor: setEditor, begin, mayComment };
}

/** Calls when a comment is begun or opened from the text, so that the list beside comes to the front. */
export function useCommentsOpened(bringForward: () => void): void {
  const { opened } = useCommentingView().view;
  const seen = useRef(opened);
  const latest = useRef(bringForward);
  latest.current = bringForward;
  useEffect(() => {
    if (opened !== seen.current) latest.current();
    seen.current = opened;
  }, [opened]);
}
