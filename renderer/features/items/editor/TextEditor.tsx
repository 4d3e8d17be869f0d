import { BoldOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { Button, type ButtonProps } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Block } from '../../../../shared/domain/bulletin.ts';
import { nonce } from '../../../ui/nonce.ts';
import { blocksOf, docOf } from './blocks.ts';
import { type Caret, caretAt, positionOf } from './caret.ts';
import { cleanHtml, cleanText } from './paste.ts';
import { extensions } from './schema.ts';

interface TextEditorProps {
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
  /** Stands at the right of the tools. */
  status: ReactNode;
  /** Stands above the text and scrolls with it. */
  head: ReactNode;
}

/** The text of an item: paragraphs, subheads, notes, bold. Its own undo outlives every autosave. */
export function TextEditor(props: TextEditorProps) {
  const { blocks, revision, readOnly, onEditor, caret = null, status, head } = props;
  const latest = useRef(props);
  latest.current = props;
  const editor = useEditor({
    extensions,
    content: docOf(blocks),
    editable: !readOnly,
    injectNonce: nonce,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: { class: 'text-body', 'aria-label': '正文', spellcheck: 'false' },
      transformPastedHTML: cleanHtml,
      transformPastedText: cleanText,
      handleDOMEvents: {
        compositionstart: () => latest.current.onComposing(true),
        compositionend: () => latest.current.onComposing(false),
      },
    },
    onUpdate: ({ editor: changed }) => latest.current.onChange(blocksOf(changed.getJSON())),
    onSelectionUpdate: ({ editor: moved }) =>
      latest.current.onCaret?.(caretAt(moved.state.doc, moved.state.selection.head)),
    onBlur: () => latest.current.onBlur(),
  });

  const taken = useRef(revision);
  useEffect(() => {
    if (taken.current === revision) return;
    taken.current = revision;
    editor.commands.setContent(docOf(latest.current.blocks), { emitUpdate: false });
  }, [editor, revision]);
  useEffect(() => editor.setEditable(!readOnly, false), [editor, readOnly]);
  useEffect(() => {
    if (!caret || caret.block < 0) return;
    const at = positionOf(editor.state.doc, caret);
    editor.chain().setTextSelection(at).focus(at, { scrollIntoView: true }).run();
    // Where it stood there already, nothing else tells of it.
    latest.current.onCaret?.(caretAt(editor.state.doc, at));
  }, [editor, caret]);
  useEffect(() => {
    onEditor(editor);
    return () => onEditor(null);
  }, [editor, onEditor]);

  return (
    <div className="text-editor">
      <div className="text-tools" role="toolbar" aria-label="文字工具">
        {!readOnly && <Tools editor={editor} />}
        <span className="spacer" />
        {status}
      </div>
      {/* A click below the last line continues there, as on paper. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the text itself is reached by Tab */}
      <div
        className="text-scroll"
        onMouseDown={(event) => {
          if (event.target !== event.currentTarget || readOnly) return;
          event.preventDefault();
          editor.commands.focus('end');
        }}
      >
        <div className="text-column">
          {head}
          <EditorContent editor={editor} />
        </div>
      </div>
    </div>
  );
}

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

function Tool({ pressed, title, ...rest }: ButtonProps & { pressed?: boolean; title: string }) {
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
