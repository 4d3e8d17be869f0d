import type { Editor } from '@tiptap/core';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { ItemDetail } from '../../../shared/contract/views.ts';
import { useMethod } from '../../data/index.ts';
import { useKeys } from '../../ui/keys.ts';
import { LiveProof, type ProofView } from './LiveProof.ts';
import './proof.css';

const LiveContext = createContext<LiveProof | null>(null);

/** Lets what stands beside the text see the proofing of the text: one item is open within it at a time. */
export function ProofingProvider({ children }: { children: ReactNode }) {
  const [live] = useState(() => new LiveProof());
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** The proofing of the item that is open in the provider. */
export function useProofView(): { live: LiveProof; view: ProofView } {
  const live = useContext(LiveContext);
  if (!live) throw new Error('proofing is shown outside ProofingProvider');
  return { live, view: useSyncExternalStore(live.subscribe, () => live.view) };
}

interface Proofed {
  item: ItemDetail;
  title: string;
  /** As printed at the end. */
  source: string;
  readOnly: boolean;
}

/** Proofs an item while it is edited; outside a provider it is only underlined. Answers where the editor is given. */
export function useProofing({ item, title, source, readOnly }: Proofed): (editor: Editor | null) => void {
  const shared = useContext(LiveContext);
  const [own] = useState(() => new LiveProof());
  const live = shared ?? own;
  const [editor, setEditor] = useState<Editor | null>(null);
  const { data: knowledge } = useMethod('proof.knowledge', { id: item.id });
  useEffect(() => {
    if (!knowledge) return;
    const { issueDate, ...known } = knowledge;
    live.learn(issueDate === null ? known : { ...known, issueDate });
  }, [live, knowledge]);
  const { data: decisions } = useMethod('proof.decisions', { id: item.id });
  useEffect(() => {
    if (decisions) live.heed(decisions);
  }, [live, decisions]);
  useEffect(() => live.setFrame({ title, source }), [live, title, source]);
  const { id, readOnly: printed } = item;
  useEffect(
    () => (editor ? live.open(editor, { id, printed }, readOnly) : undefined),
    [live, editor, id, printed, readOnly],
  );
  useKeys([
    { key: 'F8', label: '下一处校对提示', group: '校对', whileTyping: true, run: () => live.go(1) },
    { key: 'Shift+F8', label: '上一处校对提示', group: '校对', whileTyping: true, run: () => live.go(-1) },
    { key: 'Alt+Enter', label: '采用建议', group: '校对', whileTyping: true, run: () => void live.accept() },
  ]);
  return setEditor;
}
