import type { Bulletin } from '../../../shared/domain/bulletin.ts';
import { formatDate } from '../../../shared/domain/dates.ts';
import { paragraphsOf, printable, runsText } from '../../../shared/page/index.ts';

const INDENT = '　　';
const LINE_END = '\r\n';

/**
 * A bulletin as plain text for OA and mail: UTF-8, paragraphs indented by two characters, Windows line ends.
 * @param proof heads what has not been signed
 */
export function txt(bulletin: Bulletin, proof: string | null = null): Uint8Array {
  const { masthead } = bulletin;
  const total = masthead.totalText?.trim() ? `（${masthead.totalText.trim()}）` : '';
  const lines = [
    ...[proof, masthead.secrecy, masthead.copyNumber].filter((text) => text?.trim()),
    masthead.name,
    masthead.issueText + total,
    `${masthead.office}　${formatDate(masthead.date)}`,
    '',
    ...(bulletin.theme.length > 0 ? [...bulletin.theme, ''] : []),
    ...paragraphsOf(bulletin).flatMap((paragraph) => {
      switch (paragraph.kind) {
        case 'heading':
          return [paragraph.text];
        case 'text':
        case 'note':
        case 'subhead':
          return [INDENT + runsText(paragraph.runs)];
        case 'table':
          return [
            ...(paragraph.caption ? [paragraph.caption] : []),
            ...paragraph.rows.map((row) => row.map(oneLine).join('\t')),
          ];
        case 'picture':
          return [`［图］${paragraph.caption ?? ''}`];
        default:
          return paragraph satisfies never;
      }
    }),
    '',
    ...bulletin.imprint.map(
      ({ label, text, right }) => (label ? `${label}：` : '') + text + (right ? `　${right}` : ''),
    ),
  ];
  return new TextEncoder().encode(lines.map((line) => tidy(line ?? '') + LINE_END).join(''));
}

const oneLine = (text: string) => printable(text).trim();
/** Tabs part the cells of a table, so that it can be pasted into a spreadsheet. */
const tidy = (line: string) => line.split('\t').map(printable).join('\t').trimEnd();
