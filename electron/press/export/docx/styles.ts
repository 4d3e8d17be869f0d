import type { Bulletin } from '../../../../shared/domain/bulletin.ts';
import { type Measures, PT_PER_MM } from '../../../../shared/page/index.ts';
import { w, XML } from './xml.ts';

/** Twentieths of a point, the unit of WordprocessingML. */
export const twips = (pt: number) => Math.round(pt * 20);
export const mmTwips = (mm: number) => Math.round(mm * PT_PER_MM * 20);
const halfPoints = (pt: number) => Math.round(pt * 2);

/** Faces by the Chinese names Word and WPS know; both substitute well where one is missing. */
const FACES = {
  body: '仿宋_GB2312',
  kai: '楷体_GB2312',
  hei: '黑体',
  song: '宋体',
  headline: '方正小标宋简体',
} as const;
export type DocxFace = keyof typeof FACES;
const LATIN = 'Times New Roman';

/** The numbers of a bulletin's DOCX, in twips, from the one table of measurements. */
export interface DocxMeasures {
  measures: Measures;
  /** Exact height of a line: so many that the rows never exceed the type area. */
  line: number;
  /** Added to each character, so that a line holds its cells with 三号 characters. */
  condense: number;
  bodyPt: number;
  indent: number;
}

export function docxMeasures(measures: Measures): DocxMeasures {
  const bodyPt = halfPoints(measures.bodyPt) / 2;
  return {
    measures,
    line: Math.floor((mmTwips(measures.area.heightMm) - 1) / measures.rows),
    condense: Math.floor((measures.cellPt - bodyPt) * 20),
    bodyPt,
    indent: twips(measures.indentCells * measures.cellPt),
  };
}

/** `eastAsia` keeps “ ” — … in the Chinese face, full width. */
export function fonts(face: DocxFace, latin: string = LATIN): string {
  return w('rFonts', { ascii: latin, hAnsi: latin, eastAsia: FACES[face], cs: latin, hint: 'eastAsia' });
}

interface RunLook {
  face: DocxFace;
  pt: number;
  bold?: boolean;
  colour?: string;
  spacing?: number;
  latin?: string;
}

/** Run properties, in the order the schema wants. */
export function runLook({ face, pt, bold, colour, spacing, latin }: RunLook): string {
  const size = { val: halfPoints(pt) };
  return w(
    'rPr',
    {},
    fonts(face, latin),
    bold ? w('b') : '',
    w('snapToGrid', { val: 0 }),
    colour ? w('color', { val: colour.slice(1) }) : '',
    spacing ? w('spacing', { val: spacing }) : '',
    w('sz', size),
    w('szCs', size),
  );
}

interface ParagraphLook {
  style?: string;
  frame?: string;
  keepNext?: boolean;
  border?: string;
  shade?: string;
  /** Place of a right-hand tab, and dots before it. */
  tab?: number;
  leader?: boolean;
  lines?: { exact: number; before?: number; after?: number };
  indent?: { firstLine?: number; left?: number; right?: number; hanging?: number };
  align?: 'both' | 'center' | 'left' | 'right';
  section?: string;
}

/** Paragraph properties, in the order the schema wants. */
export function paragraphLook(look: ParagraphLook): string {
  const { lines, indent } = look;
  return w(
    'pPr',
    {},
    look.style ? w('pStyle', { val: look.style }) : '',
    look.keepNext ? w('keepNext') : '',
    look.frame ?? '',
    look.border ? w('pBdr', {}, look.border) : '',
    look.shade ? w('shd', { val: 'clear', color: 'auto', fill: look.shade }) : '',
    look.tab ? w('tabs', {}, w('tab', { val: 'right', leader: look.leader ? 'dot' : 'none', pos: look.tab })) : '',
    lines
      ? w('spacing', { before: lines.before ?? 0, after: lines.after ?? 0, line: lines.exact, lineRule: 'exact' })
      : '',
    indent
      ? w('ind', { left: indent.left, right: indent.right, firstLine: indent.firstLine, hanging: indent.hanging })
      : '',
    look.align ? w('jc', { val: look.align }) : '',
    look.section ?? '',
  );
}

/** Styles a clerk can change once for the whole issue. */
export function stylesXml(bulletin: Bulletin, d: DocxMeasures): string {
  const { measures, line, bodyPt, condense, indent } = d;
  const text = (face: DocxFace, bold = false) => runLook({ face, pt: bodyPt, spacing: condense, bold });
  const style = (id: string, name: string, pPr: string, rPr: string) =>
    w(
      'style',
      { type: 'paragraph', customStyle: 1, styleId: id },
      w('name', { val: name }),
      w('basedOn', { val: 'Normal' }),
      w('qFormat'),
      pPr,
      rPr,
    );
  const exact = { exact: line };
  const title = titleLook(bulletin);
  // What Word needs to break lines as GB/T 15834 has it, and to leave digits without extra blank beside them. Marks may
  // hang, as Word has it by itself: LibreOffice reads the switch the wrong way round, and a mark it hangs on a condensed
  // line is missing on paper.
  const breaking =
    w('widowControl', { val: 0 }) +
    w('kinsoku', { val: 1 }) +
    w('wordWrap', { val: 1 }) +
    w('overflowPunct', { val: 1 }) +
    w('topLinePunct', { val: 0 }) +
    w('autoSpaceDE', { val: 0 }) +
    w('autoSpaceDN', { val: 0 }) +
    w('snapToGrid', { val: 0 }) +
    w('spacing', { before: 0, after: 0, line, lineRule: 'exact' }) +
    w('jc', { val: 'both' });
  return `${XML}<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${[
    w(
      'docDefaults',
      {},
      w(
        'rPrDefault',
        {},
        text('body').replace('</w:rPr>', `${w('lang', { val: 'en-US', eastAsia: 'zh-CN', bidi: 'ar-SA' })}</w:rPr>`),
      ),
      w('pPrDefault', {}, w('pPr', {}, breaking)),
    ),
    // LibreOffice takes the grid's base size from this style alone, so it repeats the defaults.
    w(
      'style',
      { type: 'paragraph', default: 1, styleId: 'Normal' },
      w('name', { val: 'Normal' }),
      w('qFormat'),
      w('pPr', {}, breaking),
      text('body'),
    ),
    style(
      'ItemText',
      '稿件正文',
      paragraphLook({ lines: exact, indent: { firstLine: indent }, align: 'both' }),
      text('body'),
    ),
    style(
      'ItemNote',
      '编者按',
      paragraphLook({ lines: exact, indent: { firstLine: indent }, align: 'both' }),
      text('kai'),
    ),
    style(
      'Subhead',
      '小标题',
      paragraphLook({ keepNext: true, lines: exact, indent: { firstLine: indent }, align: 'both' }),
      text('kai'),
    ),
    style('SectionHead', '栏目', sectionLook(bulletin, line), sectionRun(bulletin, d)),
    style(
      'ItemTitle',
      '稿件标题',
      paragraphLook({ keepNext: true, lines: exact, align: 'center' }),
      runLook({ ...title, pt: measures.title.pt }),
    ),
    style('Masthead', '报头', paragraphLook({ lines: exact, align: 'center' }), text('body')),
    style('Imprint', '版记', paragraphLook({ align: 'left' }), runLook({ face: 'body', pt: measures.imprint.textPt })),
    style(
      'TableText',
      '表格',
      paragraphLook({ lines: { exact: twips(measures.table.linePt) }, align: 'center' }),
      runLook({ face: 'body', pt: measures.table.textPt }),
    ),
  ].join('')}</w:styles>`;
}

function sectionLook({ style }: Bulletin, line: number): string {
  return paragraphLook({
    keepNext: true,
    lines: { exact: line },
    align: style.sectionPlace === 'left' ? 'left' : 'center',
  });
}

function sectionRun({ style }: Bulletin, { bodyPt, condense }: DocxMeasures): string {
  const face = style.sectionFace === 'song' ? 'headline' : style.sectionFace;
  return runLook({ face, pt: style.sectionPt ?? bodyPt, spacing: style.sectionPt === null ? condense : 0 });
}

/** Face of item titles; 楷体 and 仿宋 are made bold, the others are heavy by themselves. */
export function titleLook(bulletin: Bulletin): { face: DocxFace; bold: boolean } {
  const { titleFace } = bulletin.style;
  switch (titleFace) {
    case 'hei':
      return { face: 'hei', bold: false };
    case 'song':
      return { face: 'headline', bold: false };
    case 'kai':
      return { face: 'kai', bold: true };
    case 'fangBold':
      return { face: 'body', bold: true };
    default:
      return titleFace satisfies never;
  }
}
