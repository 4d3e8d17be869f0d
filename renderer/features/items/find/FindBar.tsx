import { CloseOutlined } from '@ant-design/icons';
import type { Editor } from '@tiptap/core';
import { Button, Checkbox, Input, type InputRef } from 'antd';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isComposing } from '../../../ui/keys.ts';
import { useMessages } from '../../../ui/messages.tsx';
import { foundKey, foundPlugin, placesOf, replacePlaces, reveal, show } from './finder.ts';
import { findMatches } from './matches.ts';

interface FindBarProps {
  editor: Editor;
  /** The title stands outside the editor and is looked through first. */
  title: string;
  onTitle: (title: string) => void;
  readOnly: boolean;
  onClose: () => void;
  /** Counts the times it was asked for; each puts the cursor into it again. */
  asked: number;
}

/** 查找替换 over title and text. Enter goes on, Shift+Enter back, Esc closes. */
export function FindBar({ editor, title, onTitle, readOnly, onClose, asked }: FindBarProps) {
  const field = useRef<InputRef>(null);
  const [wanted, setWanted] = useState(() => selectedWords(editor));
  const [replacement, setReplacement] = useState('');
  const [loose, setLoose] = useState(true);
  const [current, setCurrent] = useState<number | null>(null);
  const messages = useMessages();
  useTextOf(editor);
  const inTitle = findMatches(title, wanted, loose);
  const places = placesOf(editor, wanted, loose);
  const count = inTitle.length + places.length;
  const at = current !== null && current < count ? current : null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again, it takes what is selected by then
  useEffect(() => {
    const words = selectedWords(editor);
    if (words !== '') setWanted(words);
    field.current?.focus({ cursor: 'all' });
  }, [asked, editor]);
  useLayoutEffect(() => {
    editor.registerPlugin(foundPlugin());
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin(foundKey);
    };
  }, [editor]);
  const drawn = JSON.stringify([places, at === null ? null : at - inTitle.length]);
  useEffect(() => {
    // The letters an input method spells with are left alone; the end of the word draws anew.
    if (editor.isDestroyed || editor.view.composing) return;
    const [found, here] = JSON.parse(drawn) as [typeof places, number | null];
    show(editor, found, here);
  }, [editor, drawn]);

  const goTo = (n: number) => {
    setCurrent(n);
    const place = places[n - inTitle.length];
    if (place) reveal(editor, place);
    else document.querySelector('.title-field')?.scrollIntoView({ block: 'nearest' });
  };
  const go = (step: 1 | -1) => {
    if (count > 0) goTo(at === null ? (step === 1 ? 0 : count - 1) : (at + step + count) % count);
  };
  const replaceOne = () => {
    if (at === null) return go(1);
    const [start, end] = inTitle[at] ?? [0, 0];
    const place = places[at - inTitle.length];
    if (place) replacePlaces(editor, [place], replacement);
    else onTitle(title.slice(0, start) + replacement + title.slice(end));
    // What comes after has moved up to this number.
    setCurrent(at < count - 1 ? at : count > 1 ? 0 : null);
  };
  const replaceAll = () => {
    if (count === 0) return;
    const before = title;
    if (inTitle.length > 0) onTitle(replacedIn(title, inTitle, replacement));
    if (places.length > 0) replacePlaces(editor, places, replacement);
    setCurrent(null);
    messages.done(`已替换 ${count} 处`, () => {
      if (inTitle.length > 0) onTitle(before);
      if (places.length > 0 && !editor.isDestroyed) editor.commands.undo();
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
      editor.commands.focus();
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      if (event.target.name === 'replacement') replaceOne();
      else go(event.shiftKey ? -1 : 1);
    }
  };
  return (
    // Esc closes it from any of its fields.
    // biome-ignore lint/a11y/useSemanticElements: React has no types for <search> with handlers on all its fields
    <div className="find-bar" role="search" aria-label="查找替换" onKeyDown={onKeyDown}>
      <div className="find-row">
        <Input
          ref={field}
          size="small"
          aria-label="查找"
          placeholder="查找"
          value={wanted}
          onChange={({ target }) => {
            setWanted(target.value);
            setCurrent(null);
          }}
        />
        <span className="find-count" role="status">
          {wanted === '' ? '' : count === 0 ? '没有' : at === null ? `${count} 处` : `${at + 1}/${count}`}
        </span>
        <Button size="small" disabled={count === 0} title="上一处（Shift+回车）" onClick={() => go(-1)}>
          上一处
        </Button>
        <Button size="small" disabled={count === 0} title="下一处（回车）" onClick={() => go(1)}>
          下一处
        </Button>
        <Checkbox checked={loose} onChange={({ target }) => setLoose(target.checked)}>
          不分全半角
        </Checkbox>
        <span className="spacer" />
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label="关闭查找" onClick={onClose} />
      </div>
      {!readOnly && (
        <div className="find-row">
          <Input
            size="small"
            name="replacement"
            aria-label="替换为"
            placeholder="替换为"
            value={replacement}
            onChange={({ target }) => setReplacement(target.value)}
          />
          <Button size="small" disabled={count === 0} onClick={replaceOne}>
            替换
          </Button>
          <Button size="small" disabled={count === 0} onClick={replaceAll}>
            全部替换
          </Button>
        </div>
      )}
    </div>
  );
}

/** Draws again with each change of the text, when an input method is done with it. */
function useTextOf(editor: Editor): void {
  const [, redraw] = useState(0);
  useEffect(() => {
    const onUpdate = () => {
      if (!editor.view.composing) redraw((n) => n + 1);
    };
    const onComposed = () => setTimeout(() => redraw((n) => n + 1));
    const { dom } = editor.view;
    editor.on('update', onUpdate);
    dom.addEventListener('compositionend', onComposed);
    return () => {
      editor.off('update', onUpdate);
      dom.removeEventListener('compositionend', onComposed);
    };
  }, [editor]);
}

/** What is selected in the text, where it is a few words of one paragraph. */
function selectedWords(editor: Editor): string {
  const { from, to, $from, $to } = editor.state.selection;
  return $from.sameParent($to) && to - from <= 40 ? editor.state.doc.textBetween(from, to) : '';
}

const replacedIn = (text: string, matches: readonly (readonly [number, number])[], replacement: string): string =>
  matches.toReversed().reduce((done, [start, end]) => done.slice(0, start) + replacement + done.slice(end), text);
