import { type Extensions, mergeAttributes, Node } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { Kept } from './kept.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    bulletin: {
      /** Turns the paragraphs of the selection into subheads, or back. */
      toggleSubhead: () => ReturnType;
      /** Turns the paragraphs of the selection into an 编者按, or back. */
      toggleNote: () => ReturnType;
    };
  }
}

/** 小标题 */
const Subhead = Node.create({
  name: 'subhead',
  group: 'block',
  content: 'text*',
  marks: '',
  defining: true,
  parseHTML: () => [{ tag: 'h1' }, { tag: 'h2' }, { tag: 'h3' }, { tag: 'h4' }],
  renderHTML: ({ HTMLAttributes }) => ['h3', mergeAttributes(HTMLAttributes, { class: 'text-subhead' }), 0],
  addCommands() {
    return {
      toggleSubhead:
        () =>
        ({ commands }) =>
          commands.toggleNode(this.name, 'paragraph'),
    };
  },
  addKeyboardShortcuts() {
    return { 'Mod-Alt-2': () => this.editor.commands.toggleSubhead() };
  },
});

/** 编者按, set apart in 楷体 */
const Note = Node.create({
  name: 'note',
  group: 'block',
  content: 'text*',
  defining: true,
  parseHTML: () => [{ tag: 'p.text-note', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['p', mergeAttributes(HTMLAttributes, { class: 'text-note' }), 0],
  addCommands() {
    return {
      toggleNote:
        () =>
        ({ commands }) =>
          commands.toggleNode(this.name, 'paragraph'),
    };
  },
  addKeyboardShortcuts() {
    return { 'Mod-Alt-3': () => this.editor.commands.toggleNote() };
  },
});

/** Paragraphs, subheads, notes, bold, undo: all that a bulletin's text has. */
export const extensions: Extensions = [
  StarterKit.configure({
    blockquote: false,
    bulletList: false,
    code: false,
    codeBlock: false,
    dropcursor: false,
    hardBreak: false,
    heading: false,
    horizontalRule: false,
    italic: false,
    link: false,
    listItem: false,
    listKeymap: false,
    orderedList: false,
    strike: false,
    trailingNode: false,
    underline: false,
  }),
  Subhead,
  Note,
  Kept,
];
