/** What the bytes of a text file say. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: string; readonly warnings: readonly string[] }
  /** Bytes no text has. */
  | { readonly kind: 'binary' }
  /** Perhaps a text, but in no encoding that gives plausible Chinese. */
  | { readonly kind: 'unknown' };

/**
 * Decodes a text file: by its byte order mark; else as UTF-8 where every byte fits; else as the encoding whose
 * reading looks most like Chinese. Never answers a guess that looks like gibberish.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (marked === undefined) return unmarked(bytes);
  const body = bytes.subarray(marked.mark.length);
  const told = certain(marked.encoding, body);
  // The mark may have been put there by a program that did not look. Bytes that fit UTF-8 as marked are that; two bytes
  // make some character in any UTF-16, so that such a mark is only believed where the reading looks like Chinese.
  const fits = told.kind === 'text' && told.warnings.length === 0;
  if (fits && (marked.encoding === 'utf-8' || isPlausible(told.text))) return told;
  const found = unmarked(body);
  const likelier = marked.encoding === 'utf-8' || (found.kind === 'text' && found.encoding === 'utf-8');
  if (found.kind !== 'text' || !likelier || !isPlausible(found.text)) return told;
  const remark = `文件开头的编码标记与内容不符，已按 ${found.encoding.toUpperCase()} 读入，请核对文字是否正确。`;
  return text(found.text, found.encoding, [remark]);
}

function unmarked(bytes: Uint8Array): Decoded {
  const nulls = bytes.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0);
  if (nulls === 0) {
    const utf8 = strict('utf-8', bytes);
    if (utf8 !== null) return text(utf8, 'utf-8', []);
  } else if (nulls < bytes.length * MOST_NULLS) {
    const utf8 = strict('utf-8', bytes);
    if (utf8 !== null && likeness(utf8) >= PLAUSIBLE)
      return text(utf8.replaceAll('\0', ''), 'utf-8', [`文件中有 ${nulls} 个空字符，已去掉，请对照原件核对。`]);
  }
  return guess(bytes, nulls > 0);
}

const MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** Score below which a reading is taken for gibberish; right readings of a sentence score above 0.25. */
const PLAUSIBLE = 0.12;
/** Share of null bytes that a damaged text may have; UTF-16 has far more. */
const MOST_NULLS = 0.1;
/** Share of the best score a rival needs for the guess to be shown as one. */
const RIVAL = 0.6;
/** Damaged places a UTF-8 text may have and still be read, as a share of its characters. */
const FEW = 0.01;

/** Whether a reading is plain ASCII, or looks like Chinese. */
const isPlausible = (reading: string): boolean =>
  !/[^\n\r\t\f\v\x20-\x7e\ufffd]/.test(reading) || likeness(reading) >= PLAUSIBLE;

function certain(encoding: string, bytes: Uint8Array): Decoded {
  const exact = strict(encoding, bytes);
  if (exact !== null) return exact.includes('\0') ? { kind: 'binary' } : text(exact, encoding, []);
  const lossy = new TextDecoder(encoding).decode(bytes);
  const damaged = lossy.split('\ufffd').length - 1;
  if (damaged > Math.max(1, lossy.length * FEW)) return { kind: 'unknown' };
  return text(lossy, encoding, [`有 ${damaged} 处文字已损坏，读入后显示为 \ufffd，请对照原件补上。`]);
}

function guess(bytes: Uint8Array, hasNulls: boolean): Decoded {
  // With null bytes in it, a text can only be UTF-16.
  const encodings = hasNulls ? ['utf-16le', 'utf-16be'] : ['gb18030', 'big5', 'utf-16le', 'utf-16be'];
  const readings = encodings
    .map((encoding) => ({ encoding, reading: strict(encoding, bytes) }))
    .flatMap(({ encoding, reading }) => (reading === null ? [] : [{ encoding, reading, score: likeness(reading) }]))
    .sort((a, b) => b.score - a.score);
  const [best, rival] = readings;
  if (best !== undefined && best.score >= PLAUSIBLE) {
    const doubt = rival !== undefined && rival.score >= best.score * RIVAL;
    const warnings = doubt ? [`文字编码按 ${best.encoding.toUpperCase()} 读入，请核对文字是否正确。`] : [];
    return text(best.reading, best.encoding, warnings);
  }
  if (hasNulls) return { kind: 'binary' };
  const damaged = certain('utf-8', bytes);
  return damaged.kind === 'text' && likeness(damaged.text) >= PLAUSIBLE
    ? damaged
    : { kind: looksBinary(bytes) ? 'binary' : 'unknown' };
}

function text(content: string, encoding: string, warnings: readonly string[]): Decoded {
  return { kind: 'text', text: content, encoding, warnings };
}

function strict(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * How much a reading looks like Chinese: the share of its characters beyond ASCII that are among the commonest,
 * less twice the share that no Chinese text holds. Wrong encodings turn common characters into rare ones.
 */
function likeness(reading: string): number {
  let all = 0;
  let common = 0;
  let alien = 0;
  for (const char of reading) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) {
      if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0x0c && code !== 0x0b) alien += 1;
      continue;
    }
    all += 1;
    if (COMMON.has(char)) common += 1;
    else if (isAlien(code)) alien += 1;
  }
  return all === 0 ? 0 : (common - 2 * alien) / all;
}

/** Private use, half-width kana, box drawing and scripts of elsewhere: what wrong readings are full of. */
function isAlien(code: number): boolean {
  return (
    (code >= 0xe000 && code <= 0xf8ff) ||
    (code >= 0xff61 && code <= 0xffdc) ||
    (code >= 0x0100 && code <= 0x1fff) ||
    (code >= 0x2500 && code <= 0x259f) ||
    (code >= 0x3040 && code <= 0x31ff) ||
    (code >= 0xa000 && code <= 0xd7ff)
  );
}

function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  const controls = head.reduce((count, byte) => (byte < 0x20 && (byte < 0x09 || byte > 0x0d) ? count + 1 : count), 0);
  return controls > head.length * 0.02;
}

/** The commonest characters and marks of written Chinese, simplified and traditional, and of office prose. */
const COMMON: ReadonlySet<string> = new Set(
  '，。、；：？！“”‘’（）《》—…　０１２３４５６７８９％' +
    '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所' +
    '民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日' +
    '那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想' +
    '已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指' +
    '几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权' +
    '收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集' +
    '温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支' +
    '般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属' +
    '圆包火住调满县局照参红细引听该铁价严' +
    '這為個國時來們對會過說發動學經進產種後麼體機當點業應開還內與關長問無軍總員級圖統計見論運農強東導區務歷設條報單書' +
    '街镇村社区党委办公室信息疫情防控企业项目服务群众督查责任落实领导小组会议通知',
);
