/** Characters written as `&nbsp;`, `&#8220;`, `&#x201c;` in their plain form; what is no such sign stays as it stands. */
export function withoutEntities(text: string): string {
  return text.includes('&') ? text.replace(ENTITY, character) : text;
}

const ENTITY = /&(?:#(\d{1,7});?|#x([\da-f]{1,6});?|([a-z]{2,8}\d?);|(nbsp|lt|gt|amp|quot)(?![a-z]))/gi;

function character(whole: string, decimal?: string, hex?: string, name?: string, bare?: string): string {
  const known = name ?? bare;
  if (known !== undefined) return NAMED.get(known) ?? NAMED.get(known.toLowerCase()) ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  if (code >= 0x80 && code <= 0x9f) return WESTERN[code - 0x80] ?? whole;
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
}

/** Numbers from 128 to 159 mean Windows-1252 (HTML Living Standard 13.2.5.80). */
const WESTERN = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'];

/** The signs that Chinese pages and word processors write by name; letters with accents are no office prose. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    nbsp: '\u00a0',
    ensp: '\u2002',
    emsp: '\u2003',
    thinsp: '\u2009',
    zwnj: '\u200c',
    zwj: '\u200d',
    shy: '\u00ad',
    lt: '<',
    gt: '>',
    amp: '&',
    quot: '"',
    apos: "'",
    ldquo: '“',
    rdquo: '”',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    bdquo: '„',
    laquo: '«',
    raquo: '»',
    lsaquo: '‹',
    rsaquo: '›',
    mdash: '—',
    ndash: '–',
    hellip: '…',
    middot: '·',
    bull: '•',
    sect: '§',
    para: '¶',
    copy: '©',
    reg: '®',
    trade: '™',
    deg: '°',
    plusmn: '±',
    times: '×',
    divide: '÷',
    permil: '‰',
    sup2: '²',
    sup3: '³',
    frac12: '½',
    micro: 'µ',
    yen: '¥',
    euro: '€',
    ne: '≠',
    le: '≤',
    ge: '≥',
    larr: '←',
    uarr: '↑',
    rarr: '→',
    darr: '↓',
  }),
);
