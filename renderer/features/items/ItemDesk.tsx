import type { Editor } from '@tiptap/core';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { ItemDetail } from '../../../shared/contract/views.ts';
import { wordsOf } from '../../../shared/domain/bulletin.ts';
import { charCount } from '../../../shared/text/normalise.ts';
import { sentenceOf, useDesk, useMethod } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { isComposing, useKeys } from '../../ui/keys.ts';
import { useMessages } from '../../ui/messages.tsx';
import { useProofing } from '../proof/useProofing.tsx';
import { ConflictView } from './ConflictView.tsx';
import { useCommentMarks } from './comments/useCommenting.tsx';
import { type DraftSaver, draftOf, useDraft, useDraftShelf } from './draft/drafts.tsx';
import type { Caret } from './editor/caret.ts';
import { PictureTool } from './editor/PictureTool.tsx';
import { TextEditor, Tool } from './editor/TextEditor.tsx';
import { FindBar } from './find/FindBar.tsx';
import { LeaseLine } from './lease/LeaseLine.tsx';
import { useItemLease } from './lease/useItemLease.ts';
import { printLines } from './printLines.ts';
import { SaveMark } from './SaveMark.tsx';

interface ItemDeskProps {
  item: ItemDetail;
  readOnly: boolean;
  /** Where the caret is put; another object puts it anew. */
  caret?: Caret | null;
  onCaret?: (caret: Caret) => void;
}

/** The text of one item, saved as it is written. Mount it anew for another item. */
export function ItemDesk({ item, readOnly, caret = null, onCaret }: ItemDeskProps) {
  const saver = useDraft(item);
  const taken = useTaken(saver, item);
  const lease = useItemLease(saver, item, !readOnly);
  const mayType = !readOnly && lease.mayType;
  const { state, draft } = saver;
  const proof = useProofing({
    item,
    title: draft.title,
    source: draft.sourceOverride ?? item.source,
    readOnly: !mayType,
  });
  const comments = useCommentMarks(item, saver);
  const messages = useMessages();
  const find = useFind();
  const [editor, setEditor] = useState<Editor | null>(null);
  const { onEditor: markComments } = comments;
  const onEditor = useCallback(
    (standing: Editor | null) => {
      proof(standing);
      markComments(standing);
      setEditor(standing);
    },
    [proof, markComments],
  );
  const shelf = useDraftShelf();
  useKeys([{ key: 'Ctrl+S', label: '立即保存', group: '稿件', whileTyping: true, run: () => void saver.flush() }]);
  if (state.name === 'conflict') return <Conflict saver={saver} item={item} onTaken={taken.again} />;
  return (
    <>
      {(state.name === 'failed' || state.name === 'refused') && (
        <ErrorNote text={`没保存上：${state.sentence}文字还在这里${state.name === 'failed' ? '，会自动重试' : ''}。`} />
      )}
      <LeaseLine lease={lease} />
      <TextEditor
        id={item.id}
        shelf={shelf.editors}
        blocks={draft.blocks}
        revision={taken.revision}
        readOnly={!mayType}
        onChange={(blocks) => saver.edit({ blocks })}
        onComposing={(composing) => (composing ? saver.hold() : saver.release())}
        onBlur={() => void saver.flush()}
        onEditor={onEditor}
        caret={caret}
        {...(onCaret ? { onCaret } : {})}
        onDropped={messages.done}
        onFind={find.ask}
        tools={
          <>
            {mayType && <PictureTool item={item} editor={editor} />}
            {comments.mayComment && (
              <Tool title="批注（Ctrl+Alt+M）" onClick={comments.begin}>
                批注
              </Tool>
            )}
          </>
        }
        status={
          <>
            <TextSize saver={saver} source={item.source} />
            {mayType && <SaveMark state={state} onSave={() => void saver.flush()} />}
          </>
        }
        head={<TitleField saver={saver} readOnly={!mayType} caret={caret} />}
        bar={
          find.asked > 0 &&
          editor && (
            <FindBar
              editor={editor}
              title={draft.title}
              onTitle={(title) => saver.edit({ title })}
              readOnly={!mayType}
              onClose={find.close}
              asked={find.asked}
            />
          )
        }
      />
    </>
  );
}

/** 查找替换: how often it was asked for since it was last closed. */
function useFind() {
  const [asked, setAsked] = useState(0);
  const ask = useCallback(() => setAsked((n) => n + 1), []);
  const close = useCallback(() => setAsked(0), []);
  useKeys([
    { key: 'Ctrl+F', label: '查找', group: '稿件', whileTyping: true, run: ask },
    { key: 'Ctrl+H', label: '替换', group: '稿件', whileTyping: true, run: ask },
  ]);
  return { asked, ask, close };
}

/**
 * Takes in what was stored by others (another window, a restored revision) while nothing here is unsaved; `revision`
 * counts how often, for the editor.
 */
function useTaken(saver: DraftSaver, item: ItemDetail) {
  const [revision, setRevision] = useState(0);
  useEffect(() => {
    if (!saver.isClean || item.version <= saver.version) return;
    saver.adopt(draftOf(item), item.version);
    setRevision((n) => n + 1);
  }, [saver, item]);
  return { revision, again: () => setRevision((n) => n + 1) };
}

/** Title: one line, however long; Enter goes on to the text. */
function TitleField({ saver, readOnly, caret }: { saver: DraftSaver; readOnly: boolean; caret: Caret | null }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (caret?.block !== -1) return;
    field.current?.focus();
    field.current?.setSelectionRange(caret.offset, caret.offset);
  }, [caret]);
  if (readOnly && saver.draft.title === '') return null;
  return (
    <textarea
      ref={field}
      className="title-field"
      aria-label="标题"
      placeholder="标题（简讯可不填）"
      rows={1}
      readOnly={readOnly}
      maxLength={200}
      value={saver.draft.title}
      onChange={(event) => saver.edit({ title: event.target.value.replace(/\s*\n\s*/g, '') })}
      onCompositionStart={() => saver.hold()}
      onCompositionEnd={() => saver.release()}
      onBlur={() => void saver.flush()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.altKey || isComposing(event.nativeEvent)) return;
        event.preventDefault();
        document.querySelector<HTMLElement>('.text-body')?.focus();
      }}
    />
  );
}

/** 字数 and the lines it would take in print. */
function TextSize({ saver, source }: { saver: DraftSaver; source: string }) {
  const { data: publications } = useMethod('publications.list', {});
  const draft = useDeferredValue(saver.draft);
  const publication = publications?.[0];
  const lines = useMemo(
    () => (publication ? printLines(draft, draft.sourceOverride ?? source, publication) : null),
    [draft, source, publication],
  );
  return (
    <span className="text-size">
      {charCount(wordsOf(draft.blocks).join('\n'))} 字{lines !== null && `　印 ${lines} 行`}
    </span>
  );
}

function Conflict({ saver, item, onTaken }: { saver: DraftSaver; item: ItemDetail; onTaken: () => void }) {
  const { client } = useDesk();
  const [theirs, setTheirs] = useState<ItemDetail | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` asks again
  useEffect(() => {
    client.call('items.get', { id: item.id }).then(setTheirs, (error: unknown) => setFailure(sentenceOf(error)));
  }, [client, item.id, asked]);
  if (failure !== null)
    return (
      <ErrorNote
        text={failure}
        onRetry={() => {
          setFailure(null);
          setAsked(asked + 1);
        }}
      />
    );
  if (!theirs) return null;
  return (
    <ConflictView
      mine={saver.draft}
      theirs={theirs}
      onKeep={({ title, blocks }) => {
        saver.edit({ title, blocks: [...blocks] });
        void saver.overrule(theirs.version);
        onTaken();
      }}
      onTakeTheirs={() => {
        saver.adopt(draftOf(theirs), theirs.version);
        onTaken();
      }}
    />
  );
}
