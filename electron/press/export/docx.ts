import type { Bulletin } from '../../../shared/domain/bulletin.ts';
import { type Measures, measuresOf } from '../../../shared/page/index.ts';
import type { Pictures } from '../engine/protocol.ts';
import { packOffice } from './archive.ts';
import { BodyWriter } from './docx/body.ts';
import { Media, mediaTypes } from './docx/media.ts';
import { docxMeasures, mmTwips, paragraphLook, runLook, stylesXml, twips } from './docx/styles.ts';
import { escapeXml, w, XML } from './docx/xml.ts';

/**
 * The editable twin of the printed pages, for Word and WPS: the same text and numbers, not the same line breaks. Lines have
 * an exact height and characters are condensed to the cell, so nothing depends on how a program reads a document grid.
 * @param proof stands above every page of what has not been signed
 */
export function docx(bulletin: Bulletin, pictures: Pictures = {}, proof: string | null = null): Uint8Array {
  // Word has no flush grid: its lines are the type area divided by the rows.
  const measures = measuresOf({ ...bulletin.style, vertical: 'wordGrid' });
  const d = docxMeasures(measures);
  const media = new Media(pictures);
  const columns = measures.columns > 1;
  const section = (count: number) =>
    sectionXml(bulletin, measures, d.line, { count, continuous: columns, marked: proof !== null });
  const body = new BodyWriter(bulletin, d, media).xml(columns ? section(1) : null) + section(measures.columns);
  const title = escapeXml(bulletin.masthead.name + bulletin.masthead.issueText);
  const day = `${bulletin.masthead.date}T00:00:00Z`;
  return packOffice({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${mediaTypes}<Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${WORD}.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="${WORD}.footer+xml"/><Override PartName="/word/footer2.xml" ContentType="${WORD}.footer+xml"/>${proof === null ? '' : `<Override PartName="/word/header1.xml" ContentType="${WORD}.header+xml"/>`}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': relations(
      `<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
    ),
    'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${title}</dc:title><dc:creator>${escapeXml(bulletin.masthead.office)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${day}</dcterms:created></cp:coreProperties>`,
    'word/_rels/document.xml.rels': relations(
      `<Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="settings" Type="${OFFICE}/settings" Target="settings.xml"/><Relationship Id="odd" Type="${OFFICE}/footer" Target="footer1.xml"/><Relationship Id="even" Type="${OFFICE}/footer" Target="footer2.xml"/>${proof === null ? '' : `<Relationship Id="proof" Type="${OFFICE}/header" Target="header1.xml"/>`}${media.relations()}`,
    ),
    'word/document.xml': `${XML}<w:document xmlns:w="${MAIN}" xmlns:r="${OFFICE}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': stylesXml(bulletin, d),
    'word/settings.xml': settingsXml(bulletin),
    'word/footer1.xml': footerXml(bulletin, measures, 'odd'),
    'word/footer2.xml': footerXml(bulletin, measures, 'even'),
    ...(proof === null ? {} : { 'word/header1.xml': headerXml(proof, measures) }),
    ...media.files(),
  });
}

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const relations = (list: string) =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;

function sectionXml(
  bulletin: Bulletin,
  measures: Measures,
  line: number,
  { count, continuous, marked }: { count: number; continuous: boolean; marked: boolean },
): string {
  const { page, margin, pageNumber } = measures;
  const numbered = bulletin.style.pageNumber !== 'none';
  const footers = ['default', 'even'].map(
    (type) => `<w:footerReference w:type="${type}" r:id="${type === 'even' ? 'even' : 'odd'}"/>`,
  );
  const headers = ['default', 'even'].map((type) => `<w:headerReference w:type="${type}" r:id="proof"/>`);
  // The number's line ends 0.69 em below its dash, the rest is the standard's 7 mm.
  const footer = mmTwips(margin.bottomMm - pageNumber.belowMm) - twips(pageNumber.textPt * DASH_TO_LINE_END_EM);
  return w(
    'sectPr',
    {},
    ...(marked ? headers : []),
    ...(numbered ? footers : []),
    continuous ? w('type', { val: 'continuous' }) : '',
    w('pgSz', { w: mmTwips(page.widthMm), h: mmTwips(page.heightMm) }),
    w('pgMar', {
      top: mmTwips(margin.topMm),
      right: mmTwips(margin.rightMm),
      bottom: mmTwips(margin.bottomMm),
      left: mmTwips(margin.leftMm),
      header: mmTwips(margin.topMm - pageNumber.belowMm) - twips(pageNumber.textPt),
      footer,
      gutter: 0,
    }),
    w('cols', count > 1 ? { num: count, space: twips(measures.columnGapPt) } : { space: 0 }),
    w('docGrid', { type: 'lines', linePitch: line }),
  );
}

const DASH_TO_LINE_END_EM = 0.69;

function settingsXml(bulletin: Bulletin): string {
  const control = bulletin.style.lineBreak === 'pushOut' ? 'doNotCompress' : 'compressPunctuation';
  return `${XML}<w:settings xmlns:w="${MAIN}">${[
    w('zoom', { percent: 100 }),
    w('evenAndOddHeaders'),
    w('characterSpacingControl', { val: control }),
    w(
      'compat',
      {},
      w('compatSetting', { name: 'compatibilityMode', uri: 'http://schemas.microsoft.com/office/word', val: 15 }),
    ),
  ].join('')}</w:settings>`;
}

/** 清样 and the moment it was made, at the right as on the pages. */
function headerXml(proof: string, measures: Measures): string {
  const { textPt, insetPt } = measures.pageNumber;
  const look = paragraphLook({ lines: { exact: twips(textPt) }, indent: { right: twips(insetPt) }, align: 'right' });
  const text = w('r', {}, runLook({ face: 'hei', pt: textPt }), `<w:t xml:space="preserve">${escapeXml(proof)}</w:t>`);
  return `${XML}<w:hdr xmlns:w="${MAIN}">${w('p', {}, look, text)}</w:hdr>`;
}

/** — 1 — in 四号宋体, odd pages right, even pages left, one character in (GB/T 9704-2012 7.5). */
function footerXml(bulletin: Bulletin, measures: Measures, side: 'odd' | 'even'): string {
  const { textPt, insetPt } = measures.pageNumber;
  const centred = bulletin.style.pageNumber === 'centre';
  const inset = twips(insetPt);
  const look = paragraphLook({
    lines: { exact: twips(textPt) },
    indent: centred ? {} : side === 'odd' ? { right: inset } : { left: inset },
    align: centred ? 'center' : side === 'odd' ? 'right' : 'left',
  });
  const face = runLook({ face: 'song', pt: textPt, latin: '宋体' });
  const text = (value: string) => w('r', {}, face, `<w:t xml:space="preserve">${value}</w:t>`);
  const field = (type: string) => w('r', {}, face, w('fldChar', { fldCharType: type }));
  const number =
    field('begin') +
    w('r', {}, face, '<w:instrText xml:space="preserve"> PAGE </w:instrText>') +
    field('separate') +
    text('1') +
    field('end');
  return `${XML}<w:ftr xmlns:w="${MAIN}">${w('p', {}, look, text('— '), number, text(' —'))}</w:ftr>`;
}
