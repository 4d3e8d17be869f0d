import type { Bulletin } from '../../../../shared/domain/bulletin.ts';
import { contentsOf, type Layout, printable } from '../../../../shared/page/index.ts';
import { type DocxMeasures, paragraphLook, runLook, twips } from './styles.ts';
import { escapeXml, w } from './xml.ts';

/** The contents list (目录) with the pages of the PDF: Word breaks its own pages, a field would need its user's hand. */
export function contentsXml(bulletin: Bulletin, layout: Layout, d: DocxMeasures): string {
  const { style } = bulletin;
  const run = (text: string, face: 'body' | 'hei') =>
    w(
      'r',
      {},
      runLook({ face, pt: d.bodyPt, spacing: d.condense }),
      `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`,
    );
  const right = twips(d.measures.columnPt);
  const rows = contentsOf(bulletin).map(({ entry, text }) => {
    const page = entry === null ? undefined : layout.pageByEntry.get(entry);
    const number = page === undefined ? '' : w('r', {}, w('tab')) + run(String(page), 'body');
    const look = paragraphLook({ tab: right, leader: true, lines: { exact: d.line }, align: 'left' });
    return w('p', {}, look, run(text, entry === null ? 'hei' : 'body'), number);
  });
  if (rows.length === 0) return '';
  const heading = printable(style.contentsHeading).trim();
  const above = { exact: d.line, before: d.line * d.measures.above.contents };
  const head = heading === '' ? '' : w('p', {}, paragraphLook({ lines: above, align: 'center' }), run(heading, 'hei'));
  const end =
    style.contents === 'ownPage'
      ? w('p', {}, paragraphLook({ lines: { exact: 20 } }), w('r', {}, w('br', { type: 'page' })))
      : w('p', {}, paragraphLook({ lines: { exact: d.line } }));
  return head + rows.join('') + end;
}
