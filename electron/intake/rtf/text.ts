/** What an RTF file says, by where it stands. */
export interface RtfText {
  readonly body: string;
  readonly notes: string;
  /** Heads, feet and comments. */
  readonly aside: string;
  readonly hidden: boolean;
  /** Groups that were never closed: the file was cut. */
  readonly cut: boolean;
}

export class RtfTooDeepError extends Error {
  override readonly name = 'RtfTooDeepError';
}

type Sink = 'body' | 'notes' | 'aside' | 'none';

interface Group {
  sink: Sink;
  /** Hidden or deleted. */
  hidden: boolean;
  /** Stand-ins that follow a `\u` for readers without Unicode. */
  standIns: number;
  encoding: string;
}

const MAX_DEPTH = 256;
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi;

const SINKS: Readonly<Record<string, Sink>> = {
  ...Object.fromEntries(['header', 'headerl', 'headerr', 'headerf'].map((name) => [name, 'aside' as const])),
  ...Object.fromEntries(
    ['footer', 'footerl', 'footerr', 'footerf', 'annotation'].map((name) => [name, 'aside' as const]),
  ),
  footnote: 'notes',
  shptxt: 'body',
  ...Object.fromEntries(
    ['fonttbl', 'colortbl', 'stylesheet', 'info', 'pict', 'object', 'nonshppict', 'fldinst', 'sp'].map((name) => [
      name,
      'none' as const,
    ]),
  ),
};

const SIGNS: Readonly<Record<string, string>> = {
  ...{ par: '\n', line: '\n', row: '\n', sect: '\n', page: '\n', column: '\n', cell: ' ', nestcell: ' ', tab: ' ' },
  ...{
    emdash: '—',
    endash: '–',
    bullet: '•',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
    '~': ' ',
    _: '-',
  },
};

const CODE_PAGES: Readonly<Record<number, string>> = { 936: 'gb18030', 950: 'big5', 1252: 'windows-1252' };
const FONT_CHARSETS: Readonly<Record<number, string>> = { 134: 'gb18030', 136: 'big5' };

/** Reads Rich Text Format (1.9.1). Pictures, objects and fields' commands are passed over; nothing is followed. */
export function readRtf(file: string): RtfText {
  const out: Record<Sink, string> = { body: '', notes: '', aside: '', none: '' };
  const fonts = new Map<number, string>();
  const stack: Group[] = [];
  let group: Group = { sink: 'body', hidden: false, standIns: 1, encoding: 'windows-1252' };
  let page = group.encoding;
  let bytes: number[] = [];
  let toSkip = 0;
  let starred = false;
  let anyHidden = false;
  let inFonts = 0;
  let font = 0;

  const put = (text: string) => {
    if (group.hidden) anyHidden = true;
    else if (group.sink !== 'none') out[group.sink] += text;
  };
  const flush = () => {
    if (bytes.length > 0) put(new TextDecoder(group.encoding).decode(Uint8Array.from(bytes)));
    bytes = [];
  };
  const putByte = (byte: number) => {
    if (toSkip > 0) toSkip -= 1;
    else if (group.sink !== 'none') bytes.push(byte);
  };

  const control = (word: string, value: number | null) => {
    if (word === 'u') {
      if (toSkip === 0) put(String.fromCharCode((value ?? 0) & 0xffff));
      toSkip = group.standIns;
      return;
    }
    toSkip = 0;
    const sink = Object.hasOwn(SINKS, word) ? SINKS[word] : undefined;
    if (sink !== undefined) {
      group.sink = sink;
      if (word === 'fonttbl') inFonts = stack.length;
    } else if (starred) group.sink = 'none';
    else if (Object.hasOwn(SIGNS, word)) put(SIGNS[word] ?? '');
    else if (word === 'uc') group.standIns = value ?? 1;
    else if (word === 'v' || word === 'deleted') group.hidden = value !== 0;
    else if (word === 'plain') group.hidden = false;
    else if (word === 'ansicpg') page = group.encoding = CODE_PAGES[value ?? 1252] ?? 'windows-1252';
    else if (word === 'fcharset' && inFonts > 0) fonts.set(font, FONT_CHARSETS[value ?? 0] ?? page);
    else if (word === 'f') {
      font = value ?? 0;
      if (inFonts === 0) group.encoding = fonts.get(font) ?? page;
    }
  };

  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(file); token !== null; token = TOKEN.exec(file)) {
    const [, word, value, hex, symbol, brace, plain] = token;
    if (hex !== undefined) putByte(Number.parseInt(hex, 16));
    else if (plain !== undefined) for (const char of plain) putByte(char.charCodeAt(0));
    else if (brace !== undefined) {
      flush();
      toSkip = 0;
      if (brace === '{') {
        if (stack.length >= MAX_DEPTH) throw new RtfTooDeepError();
        stack.push(group);
        group = { ...group };
      } else {
        group = stack.pop() ?? group;
        if (stack.length < inFonts) inFonts = 0;
      }
    } else if (symbol === '*') starred = true;
    else if (symbol === '\\' || symbol === '{' || symbol === '}') putByte(symbol.charCodeAt(0));
    else {
      const name = (word ?? symbol ?? '').toLowerCase();
      if (name === '') continue;
      flush();
      // Raw bytes follow, of which anything may look like a word.
      if (name === 'bin') TOKEN.lastIndex += Math.max(0, Number(value ?? 0));
      else control(name === '\n' || name === '\r' ? 'par' : name, value === undefined ? null : Number(value));
      starred = false;
    }
  }
  flush();
  return { body: out.body, notes: out.notes, aside: out.aside, hidden: anyHidden, cut: stack.length > 0 };
}
