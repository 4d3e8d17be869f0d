import type { Bulletin } from '../../../../shared/domain/bulletin.ts';
import {
  type Layout,
  layOut,
  type Paragraph,
  PT_PER_MM,
  paragraphsOf,
  printable,
} from '../../../../shared/page/index.ts';
import { contentsXml } from './contents.ts';
import type { Media } from './media.ts';
import { type DocxFace, type DocxMeasures, mmTwips, paragraphLook, runLook, titleLook, twips } from './styles.ts';
import { escapeXml, w } from './xml.ts';

const BLACK = '000000';
/** LibreOffice sets the border of an empty paragraph this far above its text, pt. */
const BORDER_GAP_PT = 1;

/** Paragraphs of the DOCX: masthead and theme on whole lines of the grid, the text, and the imprint in a frame at the foot. */
export class BodyWriter {
  readonly #bulletin: Bulletin;
  readonly #layout: Layout;
  readonly #d: DocxMeasures;
  readonly #media: Media;
  readonly #width: number;

  constructor(bulletin: Bulletin, d: DocxMeasures, media: Media) {
    this.#bulletin = bulletin;
    this.#layout = layOut(bulletin);
    this.#d = d;
    this.#media = media;
    this.#width = mmTwips(d.measures.area.widthMm);
  }

  /** @param headSection properties of a section of its own for masthead and theme, where the text has columns */
  xml(headSection: string | null): string {
    const head = this.#masthead(this.#layout.theme ? null : headSection) + this.#theme(headSection);
    return (
      head +
      contentsXml(this.#bulletin, this.#layout, this.#d) +
      paragraphsOf(this.#bulletin)
        .map((paragraph) => this.#paragraph(paragraph))
        .join('') +
      this.#imprint()
    );
  }

  #text(text: string, face: DocxFace = 'body', more: { bold?: boolean; pt?: number } = {}): string {
    const { bodyPt, condense } = this.#d;
    return this.#run(text, runLook({ face, pt: more.pt ?? bodyPt, spacing: condense, bold: more.bold ?? false }));
  }

  #run(text: string, look: string): string {
    return w('r', {}, look, `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`);
  }

  #paragraph(paragraph: Paragraph): string {
    const { measures } = this.#d;
    switch (paragraph.kind) {
      case 'heading': {
        const style = paragraph.role === 'title' ? 'ItemTitle' : 'SectionHead';
        const look = paragraph.role === 'title' ? runLook({ ...titleLook(this.#bulletin), pt: measures.title.pt }) : '';
        const lines = { exact: this.#d.line, before: this.#d.line * measures.above[paragraph.role] };
        return w('p', {}, paragraphLook({ style, lines }), this.#run(paragraph.text, look));
      }
      case 'text':
      case 'note':
      case 'subhead': {
        const style = ({ text: 'ItemText', note: 'ItemNote', subhead: 'Subhead' } as const)[paragraph.kind];
        return w('p', {}, paragraphLook({ style }), this.#runs(paragraph.runs));
      }
      case 'table':
        return this.#table(paragraph);
      case 'picture':
        return this.#picture(paragraph);
      default:
        return paragraph satisfies never;
    }
  }

  #runs(runs: Extract<Paragraph, { runs: unknown }>['runs']): string {
    const title = titleLook(this.#bulletin);
    let before = true;
    return runs
      .map((run) => {
        if ('gap' in run) return run.gap > 0 ? this.#text('　') : '';
        // The author's own blanks at the head give way to the style's indent.
        const text = before ? printable(run.text).trimStart() : printable(run.text);
        before &&= text === '';
        switch (run.face) {
          case 'title':
            return this.#text(text, title.face, {
              bold: title.bold,
              pt: this.#d.measures.title.pt === this.#d.measures.bodyPt ? this.#d.bodyPt : this.#d.measures.title.pt,
            });
          case 'bold':
            return this.#text(text, 'body', { bold: true });
          case 'body':
          case 'kai':
          case 'hei':
            return this.#text(text, run.face);
          default:
            return run.face satisfies never;
        }
      })
      .join('');
  }

  #table({ rows, caption, entry, block }: Extract<Paragraph, { kind: 'table' }>): string {
    const unit = this.#layout.pages
      .flatMap((page) => page.pieces)
      .find((piece) => piece.kind === 'rows' && piece.unit.entry === entry && piece.unit.block === block);
    const count = Math.max(1, ...rows.map((row) => row.length));
    const widths =
      unit?.kind === 'rows' && unit.unit.columnsPt.length === count
        ? unit.unit.columnsPt.map(twips)
        : Array.from({ length: count }, () => Math.floor(twips(this.#d.measures.columnPt) / count));
    const border = (side: string) => w(side, { val: 'single', sz: 4, space: 0, color: BLACK });
    const cell = (text: string, i: number) =>
      w(
        'tc',
        {},
        w('tcPr', {}, w('tcW', { w: widths[i], type: 'dxa' }), w('vAlign', { val: 'center' })),
        w('p', {}, paragraphLook({ style: 'TableText' }), this.#run(text, '')),
      );
    const table = w(
      'tbl',
      {},
      w(
        'tblPr',
        {},
        w('tblW', { w: widths.reduce((a, b) => a + b, 0), type: 'dxa' }),
        w('tblBorders', {}, ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border)),
        w('tblLayout', { type: 'fixed' }),
      ),
      w('tblGrid', {}, ...widths.map((width) => w('gridCol', { w: width }))),
      ...rows.map((row, n) =>
        w(
          'tr',
          {},
          w('trPr', {}, w('cantSplit'), n === 0 ? w('tblHeader') : ''),
          ...widths.map((_, i) => cell(row[i] ?? '', i)),
        ),
      ),
    );
    return (caption ? this.#caption(caption, { keepNext: true }) : '') + table;
  }

  /** Above a table it stays with it; below a picture it stands alone. */
  #caption(text: string, more: { keepNext?: boolean } = {}): string {
    const { picture } = this.#d.measures;
    return w(
      'p',
      {},
      paragraphLook({ ...more, lines: { exact: this.#d.line }, align: 'center' }),
      this.#text(text, 'kai', { pt: picture.captionPt }),
    );
  }

  #picture({ hash, caption, block, entry }: Extract<Paragraph, { kind: 'picture' }>): string {
    const unit = this.#layout.pages
      .flatMap((page) => page.pieces)
      .find((piece) => piece.unit.entry === entry && piece.unit.block === block)?.unit;
    if (unit?.kind !== 'picture') return '';
    const drawing = this.#media.drawing(hash, unit.widthPt, unit.heightPt, caption ?? '图片');
    const height = Math.ceil(twips(unit.heightPt) / this.#d.line) * this.#d.line;
    return (
      w('p', {}, paragraphLook({ lines: { exact: height }, align: 'center' }), w('r', {}, drawing)) +
      (caption ? this.#caption(caption) : '')
    );
  }

  /** Heights add up to the masthead's slots, so that the text below stays on the grid. */
  #masthead(section: string | null): string {
    const { masthead } = this.#layout;
    const { measures, line, bodyPt } = this.#d;
    const { slots, textPt, linePt, issueLines, officeLines, ruleLines, ruleMm } = measures.masthead;
    const inset = twips(measures.cellPt);
    const style = 'Masthead';
    const height = (from: number, to: number) => Math.max(1, Math.round(to * line) - Math.round(from * line));
    const blank = (exact: number, more: { border?: string; section?: string } = {}) =>
      w('p', {}, paragraphLook({ style, lines: { exact }, ...more }));
    const above = (lines: number) => slots - (lines * linePt) / measures.pitchPt;
    const issueTop = above(issueLines);
    const officeTop = above(officeLines);
    const ruleTop = above(ruleLines);
    const pt = textPt === measures.bodyPt ? bodyPt : textPt;
    const rulePt = ruleMm * PT_PER_MM;
    const overprint = this.#bulletin.style.overprint;
    const red = overprint ? '#ffffff' : measures.red;
    const corners = [masthead.secrecy ?? '', masthead.copyNumber ?? ''];
    const marks = corners.some((text) => text !== '') ? 1 : 0;
    const border = w('top', { val: 'single', sz: Math.round(rulePt * 8), space: BORDER_GAP_PT, color: red.slice(1) });
    const sides = (left: string, right: string, leftFace: DocxFace = 'body') =>
      w(
        'p',
        {},
        paragraphLook({
          style,
          tab: this.#width - inset,
          lines: { exact: line },
          indent: { left: inset, right: inset },
          align: 'left',
        }),
        this.#text(left, leftFace, { pt }),
        w('r', {}, w('tab')),
        this.#text(right, 'body', { pt }),
      );
    return [
      marks ? sides(corners[0] ?? '', corners[1] ?? '', 'hei') : '',
      w(
        'p',
        {},
        paragraphLook({ style, lines: { exact: height(marks, issueTop) }, align: 'center' }),
        this.#run(
          masthead.name,
          runLook({ face: 'headline', pt: masthead.namePt, colour: red, spacing: twips(masthead.nameGapPt) }),
        ),
      ),
      w(
        'p',
        {},
        paragraphLook({ style, lines: { exact: line }, align: 'center' }),
        this.#text(masthead.issue, 'body', { pt }),
      ),
      blank(height(issueTop + 1, officeTop)),
      sides(masthead.office, masthead.date),
      blank(height(officeTop + 1, ruleTop)),
      blank(Math.max(1, height(ruleTop, slots) - twips(rulePt + BORDER_GAP_PT)), {
        border,
        ...(section ? { section } : {}),
      }),
    ].join('');
  }

  /** The theme in its slots; what is left over of them is a paragraph of its own, which ends the head's section. */
  #theme(section: string | null): string {
    const { theme } = this.#layout;
    if (!theme) return '';
    const { line } = this.#d;
    const style = 'Masthead';
    const pitch = twips(theme.pitchPt);
    const free = Math.max(2, theme.slots * line - theme.lines.length * pitch);
    const above = Math.floor(free / 2);
    const lines = theme.lines.map((text, i) => {
      const look = paragraphLook({ style, lines: { exact: pitch, before: i === 0 ? above : 0 }, align: 'center' });
      return w('p', {}, look, this.#run(text, runLook({ face: 'headline', pt: theme.pt })));
    });
    const rest = paragraphLook({ style, lines: { exact: free - above }, ...(section ? { section } : {}) });
    return lines.join('') + w('p', {}, rest);
  }

  /**
   * The imprint in a frame at the foot of the type area. Its rules are black paragraphs of exact height: LibreOffice
   * drops frames whose paragraphs have borders, and ignores the bottom anchor of floating tables.
   */
  #imprint(): string {
    const { imprint } = this.#layout;
    const { measures } = this.#d;
    const { textPt, rowPt, insetPt, thickMm, thinMm, gapPt } = measures.imprint;
    const end = w('p', {}, paragraphLook({ lines: { exact: 20 } }));
    if (!imprint) return end;
    const frame = w('framePr', {
      w: this.#width,
      hSpace: 0,
      vSpace: twips(gapPt),
      wrap: 'around',
      vAnchor: 'margin',
      hAnchor: 'margin',
      xAlign: 'left',
      yAlign: 'bottom',
    });
    const bar = (mm: number) =>
      w('p', {}, paragraphLook({ frame, shade: BLACK, lines: { exact: Math.round(mm * PT_PER_MM * 20) } }));
    const inset = twips(insetPt);
    const rows = imprint.rows.map((row, i) => {
      const hanging = twips(row.labelCells * textPt);
      const look = paragraphLook({
        style: 'Imprint',
        frame,
        tab: this.#width - inset,
        lines: { exact: twips(rowPt) },
        indent: { left: inset + hanging, right: inset, hanging },
      });
      const small = runLook({ face: 'body', pt: textPt });
      const text = this.#bulletin.imprint[i]?.text ?? '';
      const right = row.right ? w('r', {}, w('tab')) + this.#run(row.right, small) : '';
      return bar(i === 0 ? thickMm : thinMm) + w('p', {}, look, this.#run(row.label + text, small), right);
    });
    return rows.join('') + bar(thickMm) + end;
  }
}
