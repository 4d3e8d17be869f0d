import type { Slice } from '@tiptap/pm/model';
import { normaliseText } from '../../../../shared/text/normalise.ts';
import { keptHtml } from './kept.ts';
import { listMark } from './listMarks.ts';
import { tableOf } from './pastedTable.ts';

/** How much of a paste was left out, by what it was. */
export interface Dropped {
  pictures: number;
  comments: number;
  deletions: number;
}

/**
 * What is pasted from Word, WPS or a web page, as plain paragraphs with bold, subheads and tables and nothing else: no
 * fonts, colours, links, pictures, comments. Numbers that a list shows by itself become text. Indents are the page's own,
 * so the ones typed with blanks fall away.
 */
export function cleanPaste(html: string): { html: string; dropped: Dropped } {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const dropped: Dropped = { pictures: 0, comments: 0, deletions: 0 };
  // Our own text comes as it went.
  if (body.querySelector('[data-pm-slice]')) return { html, dropped };
  const collector = new Collector(dropped);
  collector.walk(body, { bold: false, subhead: false });
  return { html: collector.finish(), dropped };
}

/** What was left out, for the editor to know; `null` where it was formatting only. */
export function droppedInWords({ pictures, comments, deletions }: Dropped): string | null {
  const parts = [
    ...(pictures > 0 ? [`${pictures}张图片`] : []),
    ...(comments > 0 ? [`${comments}条批注或脚注`] : []),
    ...(deletions > 0 ? [`${deletions}处已标记删除的文字`] : []),
  ];
  return parts.length === 0 ? null : `粘贴时略去了${parts.join('、')}。`;
}

/** Plain text as paragraphs: one a line, typed indents and blank lines left out. */
export const cleanText = (text: string): string =>
  normaliseText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

/** What goes to the clipboard as plain text: a line for each paragraph, a table with tabs. */
export function copiedText({ content }: Slice): string {
  const lines: string[] = [];
  content.forEach((node) => {
    const kept = node.type.spec['toText'] as ((given: { node: typeof node }) => string) | undefined;
    lines.push(node.isAtom && kept ? kept({ node }) : node.textContent);
  });
  return lines.join('\n');
}

interface Style {
  bold: boolean;
  subhead: boolean;
}

const skipped = new Set(['STYLE', 'SCRIPT', 'HEAD', 'TITLE', 'META', 'LINK', 'TEMPLATE', 'XML', 'BUTTON', 'SELECT']);
const pictures = new Set(['IMG', 'SVG', 'CANVAS', 'OBJECT', 'VIDEO', 'V:IMAGEDATA']);
const blocks =
  /^(?:P|DIV|LI|UL|OL|DL|DT|DD|H[1-6]|BLOCKQUOTE|SECTION|ARTICLE|HEADER|FOOTER|TABLE|TBODY|THEAD|TR|PRE|BR|HR|FIGURE|FIGCAPTION)$/;

class Collector {
  readonly #dropped: Dropped;
  #paragraphs: string[] = [];
  #runs: { text: string; bold: boolean }[] = [];
  #subhead = false;

  constructor(dropped: Dropped) {
    this.#dropped = dropped;
  }

  walk(node: Node, style: Style): void {
    if (node.nodeType === Node.TEXT_NODE) {
      // Line ends inside HTML are blanks; between two Chinese characters they are nothing at all.
      const text = (node.nodeValue ?? '').replace(/\s*\n\s*/g, (_, at: number, whole: string) =>
        isLatin(whole.slice(0, at).at(-1)) ? ' ' : '',
      );
      this.#runs.push({ text, bold: style.bold });
      this.#subhead ||= style.subhead && text.trim() !== '';
      return;
    }
    if (!(node instanceof Element) || this.#isLeftOut(node)) return;
    const tag = node.tagName.toUpperCase();
    const isBlock = blocks.test(tag);
    if (isBlock) this.#close();
    const table = tag === 'TABLE' ? tableOf(node) : null;
    if (table) {
      this.#paragraphs.push(keptHtml(table));
      return;
    }
    const mark = listMark(node);
    if (mark !== null) {
      this.#runs.push({ text: mark.text, bold: style.bold });
      if (mark.wholly) return;
    }
    const inner = {
      bold: isBold(node) ?? style.bold,
      subhead: style.subhead || /^H[1-6]$/.test(tag),
    };
    for (const child of node.childNodes) this.walk(child, inner);
    if (tag === 'TD' || tag === 'TH') this.#runs.push({ text: ' ', bold: false });
    if (isBlock) this.#close();
  }

  finish(): string {
    this.#close();
    return this.#paragraphs.join('');
  }

  #isLeftOut(element: Element): boolean {
    const tag = element.tagName.toUpperCase();
    const style = element.getAttribute('style') ?? '';
    if (pictures.has(tag)) this.#dropped.pictures++;
    else if (tag === 'DEL') this.#dropped.deletions++;
    else if (/mso-element:\s*(?:comment|footnote|endnote)\s*(?:;|$)/i.test(style)) this.#dropped.comments++;
    else
      return (
        skipped.has(tag) ||
        /mso-element:\s*(?:comment|footnote|endnote)-list|display:\s*none|mso-hide:\s*all/i.test(style) ||
        /(?:^|\s)Mso(?:Comment|Footnote|Endnote)Reference(?:\s|$)/i.test(element.className.toString()) ||
        /^#_(?:msocom|ftn|edn)/.test(element.getAttribute('href') ?? '')
      );
    return true;
  }

  #close(): void {
    const runs = trimRuns(this.#runs);
    const tag = this.#subhead ? 'h3' : 'p';
    this.#runs = [];
    this.#subhead = false;
    if (runs.length === 0) return;
    // A subhead is set in its own face; bold inside it says nothing more.
    const marked = runs.map(({ text, bold }) =>
      bold && tag === 'p' ? `<strong>${escapeHtml(text)}</strong>` : escapeHtml(text),
    );
    this.#paragraphs.push(`<${tag}>${marked.join('')}</${tag}>`);
  }
}

function trimRuns(runs: readonly { text: string; bold: boolean }[]) {
  const kept = runs.map((run) => ({ ...run, text: normaliseText(run.text).replace(/\n/g, '') }));
  while (kept[0]) {
    kept[0].text = kept[0].text.trimStart();
    if (kept[0].text !== '') break;
    kept.shift();
  }
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== '') break;
    kept.pop();
  }
  return kept;
}

function isBold(element: Element): boolean | null {
  const weight = element instanceof HTMLElement ? element.style.fontWeight : '';
  if (weight !== '') return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  return element.tagName === 'B' || element.tagName === 'STRONG' ? true : null;
}

const isLatin = (char: string | undefined): boolean => char !== undefined && /[!-~]/.test(char);

const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (char) => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : '&gt;'));
