import type { FormPart, FormSheet } from '../../../shared/domain/formSheet.ts';
import { sheetMeasures } from '../../../shared/page/sheetMeasures.ts';
import { packOffice } from './archive.ts';
import { mmTwips, runLook, twips } from './docx/styles.ts';
import { escapeXml, w, XML } from './docx/xml.ts';

/** A form of the office as a Word file, on A4, with the measures of the distribution sheet: same bytes for one form. */
export function formDocx(form: FormSheet): Uint8Array {
  const content = [
    paragraph(run(form.title, { face: 'headline', pt: sheetMeasures.headingPt }), { align: 'center', after: 12 }),
    ...form.facts.map(([label, value]) => paragraph(heading(`${label}：`) + run(value), { after: 2 })),
    ...form.parts.flatMap(partXml),
    paragraph(run(form.foot.join('　　　　　　　　')), { before: 24 }),
    sectionXml(),
  ].join('');
  return packOffice({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${content}</w:body></w:document>`,
  });
}

type Face = Parameters<typeof runLook>[0]['face'];

function run(text: string, { face = 'body' as Face, pt = sheetMeasures.textPt as number } = {}): string {
  const lines = text.split('\n').map((line) => w('t', {}, escapeXml(line)));
  return w('r', {}, runLook({ face, pt }), lines.join('<w:br/>'));
}

const heading = (text: string): string => run(text, { face: 'hei' });

interface Spacing {
  align?: 'left' | 'center';
  /** Points above and below. */
  before?: number;
  after?: number;
}

const paragraph = (content: string, { align = 'left', before = 0, after = 0 }: Spacing = {}): string =>
  w(
    'p',
    {},
    w('pPr', {}, w('spacing', { before: twips(before), after: twips(after) }), w('jc', { val: align })),
    content,
  );

function partXml(part: FormPart): string[] {
  const title = paragraph(heading(part.heading), { before: 12, after: 4 });
  if ('paragraphs' in part) return [title, ...part.paragraphs.map((text) => paragraph(run(text), { after: 4 }))];
  if (part.rows.length === 0) return [title, paragraph(run(part.none))];
  return [title, tableXml(part.columns, part.rows)];
}

function tableXml(columns: readonly { title: string; width: number }[], rows: readonly string[][]): string {
  const { page, marginMm } = sheetMeasures;
  const whole = mmTwips(page.widthMm - 2 * marginMm.side);
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.round((whole * width) / shares));
  const border = (name: string) => w(name, { val: 'single', sz: 4, space: 0, color: '000000' });
  const cell = (content: string, i: number) =>
    w('tc', {}, w('tcPr', {}, w('tcW', { w: widths[i] ?? 0, type: 'dxa' })), paragraph(content));
  const row = (cells: readonly string[], head: boolean) =>
    w(
      'tr',
      {},
      w('trPr', {}, w('cantSplit'), ...(head ? [w('tblHeader')] : [])),
      ...cells.map((text, i) => cell(head ? heading(text) : run(text, { pt: sheetMeasures.smallPt }), i)),
    );
  return w(
    'tbl',
    {},
    w(
      'tblPr',
      {},
      w('tblW', { w: whole, type: 'dxa' }),
      w('tblBorders', {}, ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border)),
      w('tblLayout', { type: 'fixed' }),
    ),
    w('tblGrid', {}, ...widths.map((width) => w('gridCol', { w: width }))),
    row(
      columns.map(({ title }) => title),
      true,
    ),
    ...rows.map((cells) => row(cells, false)),
  );
}

function sectionXml(): string {
  const { page, marginMm } = sheetMeasures;
  return w(
    'sectPr',
    {},
    w('pgSz', { w: mmTwips(page.widthMm), h: mmTwips(page.heightMm) }),
    w('pgMar', {
      top: mmTwips(marginMm.top),
      bottom: mmTwips(marginMm.bottom),
      left: mmTwips(marginMm.side),
      right: mmTwips(marginMm.side),
      header: 0,
      footer: 0,
    }),
  );
}
