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
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/y;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Reads an XML part. Declarations of types and entities are refused: office files have none, attacks do.
 * @param bytes UTF-8, or UTF-16 with its mark
 * @throws XmlError
 */
export function parseXml(bytes: Uint8Array): Element {
  const source = decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(source)) throw new XmlError('unsafe', '含有 DOCTYPE 声明');
  const top: Open = { tag: '', name: '', attributes: {}, children: [] };
  const open: Open[] = [top];
  let at = 0;
  while (at < source.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (match === null) throw new XmlError('damaged', 'XML 内容不完整');
    at = TOKEN.lastIndex;
    step(open, match);
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

interface Open extends Element {
  readonly tag: string;
  readonly children: (Element | string)[];
}

function step(open: Open[], [, cdata, closing, opening, attributes, empty, text]: RegExpExecArray): void {
  const parent = open.at(-1);
  if (parent === undefined) throw new XmlError('damaged', 'XML 标记不成对');
  if (cdata !== undefined) parent.children.push(cdata);
  else if (text !== undefined) parent.children.push(unescapeXml(text));
  else if (closing !== undefined) {
    if (parent.tag !== closing || open.length === 1) throw new XmlError('damaged', 'XML 标记不成对');
    open.pop();
  } else if (opening !== undefined) {
    const element = {
      tag: opening,
      name: localName(opening),
      attributes: readAttributes(attributes ?? ''),
      children: [],
    };
    parent.children.push(element);
    if (empty === '') open.push(element);
    if (open.length > MAX_DEPTH) throw new XmlError('unsafe', `标记套了 ${MAX_DEPTH} 层以上`);
  }
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
