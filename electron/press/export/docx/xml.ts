import { printable } from '../../../../shared/page/index.ts';

/** Text as XML character data; what XML cannot carry is gone. */
export const escapeXml = (text: string) =>
  printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

type Attributes = Record<string, string | number | undefined>;

/** An element of WordprocessingML; attributes that are `undefined` are left out. */
export function w(name: string, attributes: Attributes = {}, ...children: string[]): string {
  let tag = `<w:${name}`;
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) tag += ` w:${key}="${value}"`;
  return children.length === 0 ? `${tag}/>` : `${tag}>${children.join('')}</w:${name}>`;
}

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
