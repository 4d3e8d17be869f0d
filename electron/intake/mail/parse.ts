import PostalMime, { type Email } from 'postal-mime';
import { readHtml } from '../html/htmlText.ts';

/** Encodings tried where a mail's own label gives no Chinese. */
const CANDIDATES = ['gb18030', 'utf-8', 'big5'] as const;

/**
 * Parses a mail. Where the text cannot be in the encoding the mail names, or it names none, the ones Chinese mail
 * programs use are tried, and the guess is told.
 * @throws what the library throws on parts that lie too deep in one another, or heads without end
 */
export async function parseMail(bytes: Uint8Array): Promise<{ email: Email; warnings: string[] }> {
  const email = await parse(bytes);
  if (!looksWrong(mailText(email))) return { email, warnings: [] };
  const raw = Buffer.from(bytes).toString('latin1');
  for (const charset of CANDIDATES) {
    const other = await parse(Buffer.from(relabel(raw, charset), 'latin1'));
    if (looksWrong(mailText(other))) continue;
    // Names and heads are right in the first reading.
    const warning = `邮件所注的文字编码不对，已按 ${charset.toUpperCase()} 读入，请核对文字是否正确。`;
    return { email: { ...email, text: mailText(other) }, warnings: [warning] };
  }
  return { email, warnings: ['邮件的文字编码无法确定，读不出的字显示为 \ufffd，请对照原件补上。'] };
}

/** Its plain text; of a mail that has none, the text of its HTML. */
export function mailText({ text = '', html = '' }: Email): string {
  return text.trim() === '' ? readHtml(html).text : text;
}

const parse = (bytes: Uint8Array): Promise<Email> =>
  // Forwarded mails come as attachments, so that they pass our own reader and its limit of depth.
  new PostalMime({ forceRfc822Attachments: true, maxNestingDepth: 64 }).parse(bytes);

/** Lost characters, or Latin letters with accents in the number only a wrong reading has. */
function looksWrong(text: string): boolean {
  const accents = text.match(/[\u0080-\u00ff]/g)?.length ?? 0;
  return text.includes('\ufffd') || (accents > 3 && accents > text.length * 0.2);
}

const TEXT_PART = /^(content-type:[ \t]*text\/(?:plain|html))([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/gim;

function relabel(raw: string, charset: string): string {
  const label = (_: string, type: string, rest: string) =>
    `${type}${rest.replace(/;\s*charset\s*=\s*(?:"[^"]*"|[^;\s]*)/i, '')}; charset=${charset}`;
  return raw.search(TEXT_PART) !== -1
    ? raw.replace(TEXT_PART, label)
    : `Content-Type: text/plain; charset=${charset}\r\n${raw}`;
}
