import { BoldOutlined, RedoOutlined, SearchOutlined, UndoOutlined } from '@ant-design/icons';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Button, type ButtonProps } from 'antd';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Block } from '../../../../shared/domain/bulletin.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import { nonce } from '../../../ui/nonce.ts';
import { blocksOf } from './blocks.ts';
import { type Caret, caretAt, positionOf } from './caret.ts';
import { type EditorShelf, replaceText } from './keptEditors.ts';
import { cleanPaste, cleanText, copiedText, droppedInWords } from './paste.ts';
import { extensions } from './schema.ts';

interface TextEditorProps {
  id: ItemId;
  /** Where editors are kept between one opening and the next. */
  shelf: EditorShelf;
  /** The text it begins with; later changes come in only with another `revision`. */
  blocks: readonly Block[];
  /** Changes where the text is to be taken anew: restored, or changed by somebody else. Undo goes back over it. */
  revision: number;
  readOnly: boolean;
  onChange: (blocks: Block[]) => void;
  /** Begin and end of a composition of the input method. */
  onComposing: (composing: boolean) => void;
  onBlur: () => void;
  /** Puts the caret there and shows it; another object puts it anew. */
  caret?: Caret | null;
  onCaret?: (caret: Caret) => void;
  /** Given the editor while it stands, for what watches the text. */
  onEditor: (editor: Editor | null) => void;
  /** Told what of a paste was left out, in words. */
  onDropped: (words: string) => void;
  onFind: () => void;
  /** More tools, beside those of the text. */
  tools: ReactNode;
  /** Stands at the right of the tools. */
  status: ReactNode;
  /** Stands above the text and scrolls with it. */
  head: ReactNode;
  /** Stands between tools and text. */
  bar: ReactNode;
}

/** The text of an item: paragraphs, subheads, notes, bold. Its own undo outlives every autosave, and the screen. */
export function TextEditor(props: TextEditorProps) {
  const { readOnly, status, head, tools, bar, onFind } = props;
  const place = useRef<HTMLDivElement>(null);
  const editor = useKeptEditor(props, place);
  return (
    <div className="text-editor">
      <div className="text-tools" role="toolbar" aria-label="文字工具">
        {!readOnly && editor && <Tools editor={editor} />}
        <Tool title="查找替换（Ctrl+F）" icon={<SearchOutlined />} onClick={onFind} />
        {tools}
        <span className="spacer" />
        {status}
      </div>
      {bar}
      {/* A click below the last line continues there, as on paper. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the text itself is reached by Tab */}
      <div
        className="text-scroll"
        onMouseDown={(event) => {
          if (event.target !== event.currentTarget || readOnly) return;
          event.preventDefault();
          editor?.commands.focus('end');
        }}
      >
        <div className="text-column">
          {head}
          <div ref={place} />
        </div>
      </div>
    </div>
  );
}

/** The editor of the item, mounted in `place` while the component stands; `null` before. */
function useKeptEditor(props: TextEditorProps, place: React.RefObject<HTMLDivElement | null>): Editor | null {
  const { id, shelf, blocks, revision, readOnly, onEditor, caret = null } = props;
  const latest = useRef(props);
  latest.current = props;
  const [mounted, setMounted] = useState<Editor | null>(null);
  useLayoutEffect(() => {
    if (!place.current) return;
    const editor = shelf.open(id, latest.current.blocks, { ...editorOptions, editable: !latest.current.readOnly });
    editor.setOptions({ editorProps: editorProps(latest) });
    editor.mount(place.current);
    replaceText(editor, latest.current.blocks);
    const onUpdate = () => latest.current.onChange(blocksOf(editor.getJSON()));
    const onBlur = () => latest.current.onBlur();
    const onSelection = () => latest.current.onCaret?.(caretAt(editor.state.doc, editor.state.selection.head));
    editor.on('update', onUpdate);
    editor.on('selectionUpdate', onSelection);
    editor.on('blur', onBlur);
    setMounted(editor);
    return () => {
      editor.off('update', onUpdate);
      editor.off('selectionUpdate', onSelection);
      editor.off('blur', onBlur);
      setMounted(null);
      editor.unmount();
    };
  }, [id, shelf, place]);

  const taken = useRef(revision);
  useEffect(() => {
    if (!mounted || taken.current === revision) return;
    taken.current = revision;
    replaceText(mounted, blocks);
  }, [mounted, revision, blocks]);
  useEffect(() => {
    if (mounted) mounted.setEditable(!readOnly, false);
  }, [mounted, readOnly]);
  useEffect(() => {
    if (!mounted || !caret || caret.block < 0) return;
    const at = positionOf(mounted.state.doc, caret);
    mounted.chain().setTextSelection(at).focus(at, { scrollIntoView: true }).run();
    // Where it stood there already, nothing else tells of it.
    latest.current.onCaret?.(caretAt(mounted.state.doc, at));
  }, [mounted, caret]);
  useEffect(() => {
    if (!mounted) return;
    onEditor(mounted);
    return () => onEditor(null);
  }, [mounted, onEditor]);
  return mounted;
}

const editorOptions = {
  extensions,
  injectNonce: nonce,
  // Nothing is changed by itself: **, -- and the like stay as they are typed and pasted.
  enableInputRules: false,
  enablePasteRules: false,
};

const editorProps = (latest: { readonly current: TextEditorProps }) => ({
  attributes: { class: 'text-body', 'aria-label': '正文', spellcheck: 'false' },
  transformPastedHTML: (html: string) => {
    const { html: clean, dropped } = cleanPaste(html);
    const words = droppedInWords(dropped);
    if (words !== null) latest.current.onDropped(words);
    return clean;
  },
  transformPastedText: cleanText,
  clipboardTextSerializer: copiedText,
  handlePaste: (_view: unknown, event: ClipboardEvent) => {
    const { types, files } = event.clipboardData ?? {};
    if (!files || files.length === 0 || types?.includes('text/html') || types?.includes('text/plain')) return false;
    latest.current.onDropped('剪贴板里只有图片或文件，没有文字。');
    return true;
  },
  handleDOMEvents: {
    compositionstart: () => latest.current.onComposing(true),
    compositionend: () => latest.current.onComposing(false),
  },
});

function Tools({ editor }: { editor: Editor }) {
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      bold: current.isActive('bold'),
      subhead: current.isActive('subhead'),
      note: current.isActive('note'),
      canUndo: current.can().undo(),
      canRedo: current.can().redo(),
    }),
  });
  const chain = () => editor.chain().focus();
  return (
    <>
      <Tool
        title="撤销（Ctrl+Z）"
        icon={<UndoOutlined />}
        disabled={!state.canUndo}
        onClick={() => chain().undo().run()}
      />
      <Tool
        title="重做（Ctrl+Y）"
        icon={<RedoOutlined />}
        disabled={!state.canRedo}
        onClick={() => chain().redo().run()}
      />
      <Tool
        title="加粗（Ctrl+B）"
        icon={<BoldOutlined />}
        pressed={state.bold}
        onClick={() => chain().toggleBold().run()}
      />
      <Tool title="小标题（Ctrl+Alt+2）" pressed={state.subhead} onClick={() => chain().toggleSubhead().run()}>
        小标题
      </Tool>
      <Tool title="编者按（Ctrl+Alt+3）" pressed={state.note} onClick={() => chain().toggleNote().run()}>
        编者按
      </Tool>
    </>
  );
}

export function Tool({ pressed, title, ...rest }: ButtonProps & { pressed?: boolean; title: string }) {
  return (
    <Button
      {...rest}
      size="small"
      type="text"
      title={title}
      aria-label={title}
      className={pressed ? 'text-tool-on' : ''}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      // The selection stays where it is.
      onMouseDown={(event) => event.preventDefault()}
    />
  );
}
