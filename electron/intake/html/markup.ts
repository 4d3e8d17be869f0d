/** What a page is written in: tags, and the words between them. */
export type Markup = Tag | { readonly kind: 'text'; readonly text: string };

export interface Tag {
  readonly kind: 'open' | 'close';
  /** Lower case. */
  readonly name: string;
  /** As written, between the name and the end of the tag. */
  readonly attributes: string;
}

/**
 * Tags and words of a page in order, in one pass. Comments, declarations and what browsers never show as text (scripts,
 * styles, the title) are passed over.
 */
export function* readMarkup(html: string): Generator<Markup> {
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at);
    const words = html.slice(at, open < 0 ? html.length : open);
    if (words !== '') yield { kind: 'text', text: words };
    if (open < 0) return;
    const name = nameAt(html, open);
    if (html.startsWith('<!--', open)) at = behind(html, '-->', open + 4);
    else if (/[!?]/.test(html[open + 1] ?? '')) at = behind(html, '>', open);
    else if (name === '') {
      yield { kind: 'text', text: '<' };
      at = open + 1;
    } else {
      const closing = html[open + 1] === '/';
      const from = open + name.length + (closing ? 2 : 1);
      const end = tagEnd(html, from);
      yield { kind: closing ? 'close' : 'open', name, attributes: html.slice(from, end) };
      at = end + 1;
      if (!closing && UNSHOWN.has(name)) at = rawEnd(html, name, at);
    }
  }
}

/** Value of one attribute of a tag, `null` where it has none. */
export function attributeOf({ attributes }: Tag, name: string): string | null {
  const match = new RegExp(`(?:^|[\\s"'/])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  return match === null ? null : (match[1] ?? match[2] ?? match[3] ?? '');
}

/** Their content is no markup, and none of it is text. */
const UNSHOWN = new Set(['script', 'style', 'title', 'template', 'xml', 'noscript', 'iframe', 'textarea', 'svg']);
const NAME = /\/?([a-z][^\s/>]{0,60})/iy;

function nameAt(html: string, open: number): string {
  NAME.lastIndex = open + 1;
  return NAME.exec(html)?.[1]?.toLowerCase() ?? '';
}

/** Where a tag ends: a `>` inside quotes is part of a value. */
function tagEnd(html: string, from: number): number {
  for (let at = from; at < html.length; at += 1) {
    const sign = html[at];
    if (sign === '>') return at;
    if (sign !== '"' && sign !== "'") continue;
    const close = html.indexOf(sign, at + 1);
    // A quote that nothing closes is a sign like any other.
    if (close < 0) return orEnd(html, html.indexOf('>', at));
    at = close;
  }
  return html.length;
}

function rawEnd(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}[\\s>]`, 'gi');
  close.lastIndex = from;
  const found = close.exec(html);
  return found === null ? html.length : found.index;
}

const behind = (html: string, mark: string, from: number): number => {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
};

const orEnd = (html: string, at: number): number => (at < 0 ? html.length : at);
