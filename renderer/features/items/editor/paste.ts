import { normaliseText } from '../../../../shared/text/normalise.ts';

/**
 * What is pasted from Word or a web page, as plain paragraphs with bold and subheads and nothing else: no fonts, colours,
 * lists, links, pictures, comments. Indents are the page's own, so the ones typed with blanks fall away.
 */
export function cleanHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const collector = new Collector();
  collector.walk(body, { bold: false, subhead: false });
  return collector.finish();
}

/** Plain text as paragraphs: one a line, typed indents and blank lines left out. */
export const cleanText = (text: string): string =>
  normaliseText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

interface Style {
  bold: boolean;
  subhead: boolean;
}

const skipped = new Set(['STYLE', 'SCRIPT', 'HEAD', 'TITLE', 'META', 'LINK', 'TEMPLATE', 'XML']);
const blocks =
  /^(?:P|DIV|LI|UL|OL|DL|DT|DD|H[1-6]|BLOCKQUOTE|SECTION|ARTICLE|HEADER|FOOTER|TABLE|TBODY|THEAD|TR|PRE|BR|HR|FIGURE|FIGCAPTION)$/;

class Collector {
  #paragraphs: string[] = [];
  #runs: { text: string; bold: boolean }[] = [];
  #subhead = false;

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
    if (!(node instanceof HTMLElement) || skipped.has(node.tagName)) return;
    const isBlock = blocks.test(node.tagName);
    if (isBlock) this.#close();
    const inner = {
      bold: isBold(node) ?? style.bold,
      subhead: style.subhead || /^H[1-6]$/.test(node.tagName),
    };
    for (const child of node.childNodes) this.walk(child, inner);
    if (node.tagName === 'TD' || node.tagName === 'TH') this.#runs.push({ text: ' ', bold: false });
    if (isBlock) this.#close();
  }

  finish(): string {
    this.#close();
    return this.#paragraphs.join('');
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

function isBold(element: HTMLElement): boolean | null {
  const weight = element.style.fontWeight;
  if (weight !== '') return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  return element.tagName === 'B' || element.tagName === 'STRONG' ? true : null;
}

const isLatin = (char: string | undefined): boolean => char !== undefined && /[!-~]/.test(char);

const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (char) => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : '&gt;'));
