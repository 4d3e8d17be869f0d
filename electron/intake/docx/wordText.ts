import type { Numbering } from './numbering.ts';
import { child, type Element, textOf } from './xml.ts';

/** Lines of a document, and what of it needs telling. */
export interface WordText {
  readonly lines: readonly string[];
  /** Of notes that are written where they are referred to (Word 2003). */
  readonly notes: readonly string[];
  readonly found: ReadonlySet<Finding>;
}

export type Finding = 'revisions' | 'hidden' | 'numbers' | 'symbols' | 'notes' | 'tables';

/** Reads a document's blocks one after the other, in their order. */
export interface WordReader {
  /** Elements whose children are blocks; see `ChildTaker`. */
  readonly of: ReadonlySet<string>;
  take(block: Element): void;
  finish(): WordText;
}

/** What holds the blocks of a document: `w:body`, and the sections in it (Word 2003). */
const HOLDERS: ReadonlySet<string> = new Set(['body', 'sect', 'sub-section']);

/**
 * The text of a document body as a reader of the printed page would see it, revisions accepted: paragraphs and table rows,
 * a line each. Deleted, moved-away and hidden text stays out; text boxes follow the paragraph they hang on.
 */
export function createWordReader(numbering: Numbering): WordReader {
  const walk: Walk = { numbering, found: new Set(), carried: '', notes: [] };
  const lines: string[] = [];
  return {
    of: HOLDERS,
    take(block) {
      for (const line of readBlock(block, walk)) lines.push(line);
    },
    finish() {
      if (walk.carried !== '') lines.push(walk.carried);
      return { lines, notes: walk.notes, found: walk.found };
    },
  };
}

/** The same of an element that is read already: a note. */
export function readWordText(container: Element, numbering: Numbering): WordText {
  const reader = createWordReader(numbering);
  for (const block of elements(container)) reader.take(block);
  return reader.finish();
}

interface Walk {
  readonly numbering: Numbering;
  readonly found: Set<Finding>;
  /** Text of a paragraph whose end mark was deleted; it runs on into the next. */
  carried: string;
  readonly notes: string[];
}

/** Containers whose content counts as if it stood where they stand. */
const CONTAINERS: ReadonlySet<string> = new Set([
  'sdt',
  'sdtContent',
  'customXml',
  'smartTag',
  'ins',
  'moveTo',
  'hyperlink',
  'fldSimple',
  'AlternateContent',
  'Choice',
  'oMath',
  'oMathPara',
  'dir',
  'bdo',
  'annotation',
  'content',
  'sect',
  'sub-section',
]);

const readBlocks = (container: Element, walk: Walk): string[] =>
  elements(container).flatMap((block) => readBlock(block, walk));

function readBlock(element: Element, walk: Walk): string[] {
  if (element.name === 'p') return readParagraph(element, walk);
  if (element.name === 'tbl') return readTable(element, walk);
  if (element.name === 'ins' || element.name === 'moveTo') walk.found.add('revisions');
  return CONTAINERS.has(element.name) ? readBlocks(element, walk) : [];
}

function readParagraph(paragraph: Element, walk: Walk): string[] {
  const properties = child(paragraph, 'pPr');
  const label = walk.numbering.label(properties);
  if (label !== '') walk.found.add('numbers');
  const boxes: Element[] = [];
  const text = walk.carried + label + readInline(paragraph, walk, boxes, { inResult: true });
  walk.carried = '';
  const markDeleted = child(child(properties, 'rPr'), 'del') !== undefined;
  if (markDeleted) {
    walk.found.add('revisions');
    walk.carried = text;
  }
  const own = markDeleted ? [] : text.split('\n');
  return [...own, ...boxes.flatMap((box) => readBlocks(box, walk))];
}

/** A row is a line, its cells set apart by a space; a one-cell row is a frame, and keeps its paragraphs. */
function readTable(table: Element, walk: Walk): string[] {
  return rows(table, 'tr').flatMap((row) => {
    if (child(child(row, 'trPr'), 'del') !== undefined) {
      walk.found.add('revisions');
      return [];
    }
    const cells = rows(row, 'tc').map((cell) => readBlocks(cell, walk));
    if (cells.length === 1) return cells[0] ?? [];
    walk.found.add('tables');
    return [cells.map((lines) => lines.filter((line) => line.trim() !== '').join(' ')).join(' ')];
  });
}

function rows(container: Element, name: string): Element[] {
  return elements(container).flatMap((element) => {
    if (element.name === name) return [element];
    return CONTAINERS.has(element.name) ? rows(element, name) : [];
  });
}

/** A field has its instruction first and, after its `separate` mark, the text that is shown. */
interface FieldState {
  inResult: boolean;
}

function readInline(container: Element, walk: Walk, boxes: Element[], field: FieldState): string {
  return elements(container)
    .map((element) => {
      switch (element.name) {
        case 'r':
          return readRun(element, walk, boxes, field);
        case 'del':
        case 'moveFrom':
          walk.found.add('revisions');
          return '';
        case 'ins':
        case 'moveTo':
          walk.found.add('revisions');
          return readInline(element, walk, boxes, field);
        case 'annotation':
          if (/^Word\.(?:Insertion|Deletion)$/.test(element.attributes['type'] ?? '')) walk.found.add('revisions');
          return readInline(element, walk, boxes, field);
        default:
          return element.name === 'pPr' ? '' : readInline(element, walk, boxes, field);
      }
    })
    .join('');
}

function readRun(run: Element, walk: Walk, boxes: Element[], field: FieldState): string {
  const hidden = isOn(child(child(run, 'rPr'), 'vanish'));
  const text = elements(run)
    .map((element) => readRunPart(element, walk, boxes, field))
    .join('');
  if (!hidden) return text;
  if (text.trim() !== '') walk.found.add('hidden');
  return '';
}

function readRunPart(element: Element, walk: Walk, boxes: Element[], field: FieldState): string {
  switch (element.name) {
    case 't':
      return field.inResult ? textOf(element) : '';
    case 'tab':
    case 'ptab':
      return '\t';
    case 'br':
    case 'cr':
      return '\n';
    case 'noBreakHyphen':
      return '-';
    case 'sym':
      walk.found.add('symbols');
      return '□';
    case 'fldChar':
      field.inResult = element.attributes['fldCharType'] !== 'begin';
      return '';
    case 'ruby':
      // The characters themselves; the pinyin above them is not part of the text.
      return elements(element)
        .filter(({ name }) => name === 'rubyBase')
        .map((base) => readInline(base, walk, boxes, field))
        .join('');
    case 'footnote':
    case 'endnote':
      walk.found.add('notes');
      walk.notes.push(...readBlocks(element, walk));
      return '';
    case 'footnoteReference':
    case 'endnoteReference':
      walk.found.add('notes');
      return '';
    default:
      boxes.push(...textBoxes(element));
      return '';
  }
}

/** Text boxes below a drawing. The fallback for older programs repeats them and is passed over. */
function textBoxes(element: Element): Element[] {
  if (element.name === 'txbxContent') return [element];
  return element.name === 'Fallback' ? [] : elements(element).flatMap(textBoxes);
}

/** A switch property is on unless it says otherwise. ECMA-376 Part 1, 17.17.4. */
function isOn(property: Element | undefined): boolean {
  return property !== undefined && !['0', 'false', 'off'].includes(property.attributes['val'] ?? '');
}

function elements(container: Element): Element[] {
  return container.children.filter((one): one is Element => typeof one !== 'string');
}
