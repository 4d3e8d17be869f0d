import { mergeAttributes, Node } from '@tiptap/core';
import type { Node as DocNode } from '@tiptap/pm/model';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import { type Block, blockSchema } from '../../../../shared/domain/bulletin.ts';
import { pictureAddress } from '../../../data/index.ts';
import { isComposing } from '../../../ui/keys.ts';

export type KeptBlock = Exclude<Block, { text: string }>;

/** A table or picture: moved and deleted as a whole; of its words only the caption is edited here. */
export const Kept = Node.create({
  name: 'kept',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ block: { default: null, rendered: false } }),
  parseHTML: () => [
    {
      tag: '[data-kept]',
      priority: 70,
      getAttrs: (element) => {
        const block = readKept(element.getAttribute('data-kept') ?? '');
        return block ? { block } : false;
      },
    },
  ],
  // What goes to the clipboard: a table other programs can read, and the block itself for ours.
  renderHTML: ({ node, HTMLAttributes }) => {
    const block = blockOf(node);
    const attributes = mergeAttributes(HTMLAttributes, { 'data-kept': JSON.stringify(block) });
    if (block.kind === 'picture') return ['p', attributes, `［图片：${block.caption ?? ''}］`];
    return ['table', attributes, ['tbody', ...block.rows.map((row) => ['tr', ...row.map((cell) => ['td', cell])])]];
  },
  renderText: ({ node }) => {
    const block = blockOf(node);
    if (block.kind === 'picture') return block.caption ?? '';
    return [...(block.caption ? [block.caption] : []), ...block.rows.map((row) => row.join('\t'))].join('\n');
  },
  addNodeView:
    () =>
    ({ node, view, getPos }) =>
      new KeptView(node, view, getPos),
});

/** A table as pasted into the text, for `Kept` to read. */
export const keptHtml = (block: KeptBlock): string =>
  `<div data-kept="${JSON.stringify(block).replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"></div>`;

function readKept(text: string): KeptBlock | null {
  try {
    const block = blockSchema.parse(JSON.parse(text));
    return 'text' in block ? null : block;
  } catch {
    return null;
  }
}

const blockOf = (node: DocNode) => node.attrs['block'] as KeptBlock;

/** Drawn without React, so that nothing of it stands in the way of typing. */
class KeptView implements NodeView {
  readonly dom = element('figure', 'text-kept');
  readonly #body = element('div', 'kept-body');
  readonly #caption = element('input', 'kept-caption');
  readonly #view: EditorView;
  readonly #place: () => number | undefined;
  #node: DocNode;

  constructor(node: DocNode, view: EditorView, place: () => number | undefined) {
    this.#node = node;
    this.#view = view;
    this.#place = place;
    const { kind } = blockOf(node);
    const name = kind === 'table' ? '表格' : '图片';
    this.dom.contentEditable = 'false';
    this.dom.setAttribute('aria-label', name);
    this.#caption.placeholder = `${name}的标题（可不填）`;
    this.#caption.setAttribute('aria-label', `${name}的标题`);
    this.#caption.maxLength = 200;
    // While an input method spells a word the letters are no caption yet.
    this.#caption.addEventListener('input', (event) => !(event as InputEvent).isComposing && this.#keepCaption());
    this.#caption.addEventListener('compositionend', () => this.#keepCaption());
    this.#caption.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !isComposing(event)) view.focus();
    });
    const tools = element('span', 'kept-tools');
    const head = element('div', 'kept-head');
    tools.append(
      this.#button('上移', () => this.#shift(-1)),
      this.#button('下移', () => this.#shift(1)),
      this.#button('删除', () => this.#delete()),
    );
    head.append(this.#caption, tools);
    this.dom.append(head, this.#body);
    this.#draw();
  }

  update(node: DocNode): boolean {
    if (node.type !== this.#node.type || blockOf(node).kind !== blockOf(this.#node).kind) return false;
    this.#node = node;
    this.#draw();
    return true;
  }

  /** The caption and the buttons are ours; what else happens here the editor takes as on one sign. */
  stopEvent(event: Event): boolean {
    return event.target instanceof HTMLElement && event.target.closest('input, button') !== null;
  }

  ignoreMutation(): boolean {
    return true;
  }

  #draw(): void {
    const block = blockOf(this.#node);
    if (document.activeElement !== this.#caption) this.#caption.value = block.caption ?? '';
    this.#caption.readOnly = !this.#view.editable;
    if (block.kind === 'picture') {
      this.#drawPicture(block);
      return;
    }
    const table = element('table');
    for (const cells of block.rows) {
      const row = table.insertRow();
      for (const cell of cells) row.insertCell().textContent = cell;
    }
    this.#body.replaceChildren(table);
  }

  /** The picture; in words where it cannot be had. */
  #drawPicture({ hash, size }: Extract<KeptBlock, { kind: 'picture' }>): void {
    if (this.#body.dataset['hash'] === hash) return;
    this.#body.dataset['hash'] = hash;
    const picture = element('img', 'kept-picture');
    picture.alt = size ? `图片（${size[0]}×${size[1]}）` : '图片';
    picture.draggable = false;
    picture.addEventListener('error', () => this.#body.replaceChildren(picture.alt));
    picture.src = pictureAddress(hash);
    this.#body.replaceChildren(picture);
  }

  #button(name: string, run: () => void): HTMLButtonElement {
    const button = element('button', 'kept-tool');
    button.type = 'button';
    button.textContent = name;
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => this.#view.editable && run());
    return button;
  }

  #keepCaption(): void {
    const at = this.#place();
    if (at === undefined || !this.#view.editable) return;
    const { caption: _, ...rest } = blockOf(this.#node);
    const block = this.#caption.value === '' ? rest : { ...rest, caption: this.#caption.value };
    this.#view.dispatch(this.#view.state.tr.setNodeMarkup(at, null, { block }));
  }

  /** Over the paragraph before or after. */
  #shift(step: -1 | 1): void {
    const at = this.#place();
    if (at === undefined) return;
    const { tr, doc } = this.#view.state;
    const place = doc.resolve(at);
    const neighbour = step === -1 ? place.nodeBefore : doc.resolve(at + this.#node.nodeSize).nodeAfter;
    if (!neighbour) return;
    const target = step === -1 ? at - neighbour.nodeSize : at + neighbour.nodeSize;
    this.#view.dispatch(
      tr
        .delete(at, at + this.#node.nodeSize)
        .insert(target, this.#node)
        .scrollIntoView(),
    );
  }

  #delete(): void {
    const at = this.#place();
    if (at === undefined) return;
    this.#view.dispatch(this.#view.state.tr.delete(at, at + this.#node.nodeSize));
    this.#view.focus();
  }
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  return made;
}
