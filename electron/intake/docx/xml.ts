/** An element as office files need it: names without their prefix, attributes alike. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** Not well formed (`damaged`), or with what no office program writes (`unsafe`). */
export class XmlError extends Error {
  override readonly name = 'XmlError';
  readonly kind: 'damaged' | 'unsafe';

  constructor(kind: XmlError['kind'], detail: string) {
    super(detail);
    this.kind = kind;
  }
}

const MAX_DEPTH = 256;

/** Takes the children of an element as they are read, so that a long document is never held as a whole. */
export interface ChildTaker {
  /** Names of the elements whose children are taken; one in another is passed through. */
  readonly of: ReadonlySet<string>;
  take(child: Element): void;
}

/**
 * Reads an XML part. Declarations of types and entities are refused: office files have none, attacks do.
 * @param bytes UTF-8, or UTF-16 with its mark
 * @param taker is given what the elements it names hold; they are empty in the answer
 * @throws XmlError
 */
export function parseXml(bytes: Uint8Array, taker?: ChildTaker): Element {
  const source = decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(source)) throw new XmlError('unsafe', '含有 DOCTYPE 声明');
  const top = new Node('');
  const open: Node[] = [top];
  for (let at = 0; at < source.length; ) {
    const next = source.indexOf('<', at);
    if (next !== at) addText(open, unescapeXml(source.slice(at, next < 0 ? source.length : next)));
    if (next < 0) break;
    at = readTag(source, next, open, taker);
  }
  const root = top.children.find((child) => typeof child !== 'string');
  if (open.length !== 1 || root === undefined) throw new XmlError('damaged', 'XML 内容不完整');
  return root;
}

/** First child element of that name. */
export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((one): one is Element => typeof one !== 'string' && one.name === name);
}

export function children(element: Element | undefined, name: string): Element[] {
  return element?.children.filter((one): one is Element => typeof one !== 'string' && one.name === name) ?? [];
}

/** Elements of that name anywhere below. */
export function descendants(element: Element, name: string): Element[] {
  return element.children.flatMap((one) => {
    if (typeof one === 'string') return [];
    return one.name === name ? [one] : descendants(one, name);
  });
}

/** The characters that stand in an element itself. */
export const textOf = (element: Element): string => element.children.filter((one) => typeof one === 'string').join('');

/** Most attributes are never asked for, and are read when they are. */
class Node implements Element {
  readonly tag: string;
  readonly name: string;
  readonly children: (Element | string)[] = [];
  readonly #source: string;
  #attributes: Element['attributes'] | null = null;

  constructor(tag: string, attributes = '') {
    this.tag = tag;
    this.name = localName(tag);
    this.#source = attributes;
  }

  get attributes(): Element['attributes'] {
    this.#attributes ??= readAttributes(this.#source);
    return this.#attributes;
  }
}

/** Reads what begins with the `<` at `at`, and answers where it ends. */
function readTag(source: string, at: number, open: Node[], taker: ChildTaker | undefined): number {
  if (source.startsWith('<!--', at)) return behind(source, '-->', at + 4);
  if (source.startsWith('<![CDATA[', at)) {
    const end = behind(source, ']]>', at + 9);
    addText(open, source.slice(at + 9, end - 3));
    return end;
  }
  if (source.startsWith('<?', at)) return behind(source, '?>', at + 2);
  const end = tagEnd(source, at + 1);
  if (source[at + 1] === '/') close(open, source.slice(at + 2, end).trimEnd(), taker);
  else begin(open, source.slice(at + 1, end), taker);
  return end + 1;
}

function begin(open: Node[], inner: string, taker: ChildTaker | undefined): void {
  const empty = inner.endsWith('/');
  const tag = /^[^\s/>!?<]+/.exec(inner)?.[0];
  if (tag === undefined) throw new XmlError('damaged', 'XML 内容不完整');
  const node = new Node(tag, inner.slice(tag.length, empty ? -1 : undefined));
  open.at(-1)?.children.push(node);
  if (empty) {
    give(open, node, taker);
    return;
  }
  open.push(node);
  if (open.length > MAX_DEPTH) throw new XmlError('unsafe', `标记套了 ${MAX_DEPTH} 层以上`);
}

function close(open: Node[], tag: string, taker: ChildTaker | undefined): void {
  const node = open.at(-1);
  if (node === undefined || node.tag !== tag || open.length === 1) throw new XmlError('damaged', 'XML 标记不成对');
  open.pop();
  give(open, node, taker);
}

function give(open: readonly Node[], node: Node, taker: ChildTaker | undefined): void {
  const parent = open.at(-1);
  if (taker === undefined || parent === undefined || !taker.of.has(parent.name) || taker.of.has(node.name)) return;
  parent.children.pop();
  taker.take(node);
}

function addText(open: readonly Node[], text: string): void {
  const parent = open.at(-1);
  if (parent === undefined) throw new XmlError('damaged', 'XML 标记不成对');
  parent.children.push(text);
}

/** A `>` inside quotes is part of a value. */
function tagEnd(source: string, from: number): number {
  for (let at = from; ; ) {
    const end = source.indexOf('>', at);
    if (end < 0) throw new XmlError('damaged', 'XML 内容不完整');
    const quote = quoteWithin(source, at, end);
    if (quote < 0) return end;
    const closing = source.indexOf(source.charAt(quote), quote + 1);
    if (closing < 0) throw new XmlError('damaged', 'XML 内容不完整');
    at = closing + 1;
  }
}

function quoteWithin(source: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 0x22 || code === 0x27) return at;
  }
  return -1;
}

function behind(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  if (at < 0) throw new XmlError('damaged', 'XML 内容不完整');
  return at + mark.length;
}

function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new XmlError('damaged', '文字编码不对');
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NO_ATTRIBUTES = Object.freeze({});

function readAttributes(source: string): Readonly<Record<string, string>> {
  if (source.trim() === '') return NO_ATTRIBUTES;
  return Object.fromEntries(
    [...source.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [
      localName(name),
      unescapeXml(double ?? single ?? ''),
    ]),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    const number = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(name);
    if (number !== null) {
      const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
      if (code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)) return String.fromCodePoint(code);
    }
    const known = Object.hasOwn(ENTITIES, name) && whole.endsWith(';') ? ENTITIES[name] : undefined;
    if (known === undefined) throw new XmlError('damaged', 'XML 字符写法不对');
    return known;
  });
}
