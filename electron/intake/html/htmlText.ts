import { isHan } from '../../../shared/text/chars.ts';
import { withoutEntities } from './entities.ts';
import { attributeOf, readMarkup, type Tag } from './markup.ts';

/** What of a page needs telling. */
export type HtmlFinding = 'hidden' | 'revisions' | 'comments' | 'tables';

export interface HtmlText {
  /** Paragraphs and table rows, one a line; no blank characters at their ends but typed indents. */
  readonly text: string;
  readonly found: ReadonlySet<HtmlFinding>;
  /** Addresses of its pictures, as written; none is ever fetched. */
  readonly pictures: readonly string[];
}

/**
 * The text of a page, a mail or a clipboard as a reader of it would see it: paragraphs, the rows of tables, the numbers that
 * lists show. Hidden and deleted words stay out; nothing of it is run or fetched.
 */
export function readHtml(html: string): HtmlText {
  const page = new Page();
  for (const piece of readMarkup(fragmentOf(html)))
    if (piece.kind === 'text') page.words(piece.text);
    else if (piece.kind === 'open') page.open(piece);
    else page.close(piece.name);
  return page.finish();
}

/** Of a clipboard only what was chosen: the rest is the page it was chosen from. */
function fragmentOf(html: string): string {
  const start = html.indexOf('<!--StartFragment-->');
  const end = html.lastIndexOf('<!--EndFragment-->');
  return start < 0 ? html : html.slice(start, end > start ? end : html.length);
}

const BLOCKS = new Set(
  (
    'p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption tbody thead tfoot tr td th blockquote pre section article ' +
    'header footer main aside nav address center figure figcaption form fieldset hr body'
  ).split(' '),
);
const VOID = new Set('br hr img input meta link base col area embed param source track wbr'.split(' '));
/** Controls and the readings above characters; browsers show them, nobody wrote them as text. */
const LEFT_OUT = new Set('select button option rt rp head video audio canvas object'.split(' '));
const AROUND_CELLS = new Set('td th tr tbody thead tfoot table body html'.split(' '));
/** Elements kept open at once; what lies deeper is read as if it stood there. */
const MAX_OPEN = 256;
/** A cell with more lines, or longer ones, lays a page out; its row is no row of data. */
const CELL = { lines: 4, characters: 200 };

interface Open {
  readonly name: string;
  readonly hidden: boolean;
  readonly kept: boolean;
  readonly listNumber: boolean;
}

/** A table being read: lines of the cell at hand go where `lines` of the page points. */
interface Table {
  readonly outer: string[];
  cells: string[][];
}

interface List {
  readonly ordered: boolean;
  next: number;
}

class Page {
  readonly #found = new Set<HtmlFinding>();
  readonly #pictures: string[] = [];
  readonly #opened: Open[] = [];
  readonly #tables: Table[] = [];
  readonly #lists: List[] = [];
  #lines: string[] = [];
  #line = '';

  words(source: string): void {
    const { hidden = false, kept = false, listNumber = false } = this.#opened.at(-1) ?? {};
    const text = withoutEntities(source);
    if (hidden || text === '') return;
    if (kept) {
      const [first = '', ...more] = text.split(/\r\n?|\n/);
      this.#line += first;
      for (const line of more) {
        this.#flush(true);
        this.#line = line;
      }
    } else if (listNumber) this.#line += text.replace(/\s+/g, '');
    else this.#line = joined(this.#line, text);
  }

  open(tag: Tag): void {
    const { name } = tag;
    if (name === 'br' && this.#shown()) this.#flush(true);
    if (name === 'img' && this.#shown()) this.#pictures.push(attributeOf(tag, 'src') ?? '');
    if (BLOCKS.has(name)) this.#begin(name, tag);
    if (VOID.has(name) || tag.attributes.endsWith('/')) return;
    if (this.#opened.length >= MAX_OPEN) return;
    const style = attributeOf(tag, 'style') ?? '';
    const outer = this.#opened.at(-1);
    this.#opened.push({
      name,
      hidden: outer?.hidden === true || this.#isLeftOut(tag, style),
      kept: name === 'pre' || (outer?.kept ?? false),
      listNumber: outer?.listNumber === true || /mso-list:\s*ignore/i.test(style),
    });
  }

  close(name: string): void {
    if (!this.#isOpen(name)) {
      if (name === 'p') this.#flush();
      return;
    }
    while (this.#opened.length > 0) {
      const last = this.#opened.at(-1)?.name ?? '';
      this.#end(last);
      if (last === name) return;
    }
  }

  finish(): HtmlText {
    while (this.#opened.length > 0) this.#end(this.#opened.at(-1)?.name ?? '');
    this.#flush();
    const text = this.#lines.join('\n').replace(/\n{3,}/g, '\n\n');
    return { text: text.replace(/^\n+|\s+$/g, ''), found: this.#found, pictures: this.#pictures };
  }

  #shown(): boolean {
    return this.#opened.at(-1)?.hidden !== true;
  }

  /** A block ends the line before it, and the paragraph or the cell that its kind cannot lie in. */
  #begin(name: string, tag: Tag): void {
    const implied = IMPLIED.get(name) ?? [];
    while (implied.includes(this.#opened.at(-1)?.name ?? '')) this.#end(this.#opened.at(-1)?.name ?? '');
    this.#flush();
    if (name === 'table') this.#tables.push({ outer: this.#lines, cells: [] });
    const table = this.#tables.at(-1);
    if (name === 'tr' && table) this.#endRow(table);
    if ((name === 'td' || name === 'th') && table) {
      this.#lines = [];
      table.cells.push(this.#lines);
    }
    if (name === 'ol' || name === 'ul')
      this.#lists.push({ ordered: name === 'ol', next: Number(attributeOf(tag, 'start') ?? 1) || 1 });
    const list = this.#lists.at(-1);
    if (name === 'li' && list?.ordered && this.#shown()) {
      this.#line = `${list.next}. `;
      list.next += 1;
    }
  }

  #end(name: string): void {
    if (BLOCKS.has(name)) this.#flush();
    this.#opened.pop();
    if (name === 'ol' || name === 'ul') this.#lists.pop();
    const table = this.#tables.at(-1);
    if (!table) return;
    if (name === 'tr' || name === 'table') this.#endRow(table);
    if (name === 'table') this.#tables.pop();
  }

  #isOpen(name: string): boolean {
    for (let i = this.#opened.length - 1; i >= 0; i -= 1) {
      const one = this.#opened[i]?.name;
      if (one === name) return true;
      // An end tag inside a cell closes nothing outside of it.
      if ((one === 'td' || one === 'th') && !AROUND_CELLS.has(name)) return false;
    }
    return false;
  }

  /** A row is a line, its cells set apart by a space; a one-cell row is a frame, and keeps its paragraphs. */
  #endRow(table: Table): void {
    const cells = table.cells.map((lines) => lines.map((line) => line.trim()).filter((line) => line !== ''));
    this.#lines = table.outer;
    table.cells = [];
    const isLayout = cells.some(
      (lines) =>
        lines.length > CELL.lines || (lines.length > 1 && lines.some(({ length }) => length > CELL.characters)),
    );
    if (cells.length <= 1 || isLayout) this.#lines.push(...cells.flat());
    else {
      const row = cells.map((lines) => lines.join(' ')).join(' ');
      if (row.trim() === '') return;
      this.#found.add('tables');
      this.#lines.push(row.trim());
    }
  }

  #isLeftOut({ name, attributes }: Tag, style: string): boolean {
    if (LEFT_OUT.has(name)) return true;
    const kind = /(?:^|\s)(?:class\s*=\s*["']?)?Mso(Comment|Footnote|Endnote)Reference\b/i.test(attributes);
    const note = /mso-element:\s*(comment|footnote|endnote)/i.exec(style)?.[1];
    if (note === 'comment' || kind) {
      this.#found.add('comments');
      return true;
    }
    if (name === 'del' || /\bclass\s*=\s*["']?msoDel\b/i.test(attributes)) {
      this.#found.add('revisions');
      return true;
    }
    if (
      !/display:\s*none|mso-hide:\s*all|visibility:\s*hidden/i.test(style) &&
      !/(?:^|\s)hidden(?:\s|=|$)/i.test(attributes)
    )
      return false;
    this.#found.add('hidden');
    return true;
  }

  #flush(evenEmpty = false): void {
    const line = this.#line.trimEnd();
    this.#line = '';
    if (line.trim() !== '' || evenEmpty) this.#lines.push(line);
  }
}

/** Elements that begin by ending those of another kind (HTML Living Standard 13.1.2.4). */
const IMPLIED: ReadonlyMap<string, readonly string[]> = new Map([
  ...['p', 'div', 'table', 'ul', 'ol', 'dl', 'pre', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(
    (name): [string, readonly string[]] => [name, ['p']],
  ),
  ['li', ['p', 'li']],
  ['dt', ['p', 'dt', 'dd']],
  ['dd', ['p', 'dt', 'dd']],
  ['td', ['p', 'td', 'th']],
  ['th', ['p', 'td', 'th']],
  ['tr', ['p', 'td', 'th', 'tr']],
]);

/** Blanks and line ends of the source are one space, and none between two Chinese characters over a line's end. */
function joined(line: string, text: string): string {
  let plain = text.replace(/[ \t\r\n\f]+/g, (blank, at: number) => {
    if (!/[\r\n]/.test(blank)) return ' ';
    const before = text[at - 1] ?? line.at(-1) ?? '';
    const after = text[at + blank.length] ?? '';
    return isWideSign(before) && (isWideSign(after) || after === '') ? '' : ' ';
  });
  if (plain.startsWith(' ') && (line === '' || line.endsWith(' '))) plain = plain.slice(1);
  return line + plain;
}

const isWideSign = (char: string): boolean => isHan(char) || /[\u3000-\u303f\uff00-\uffef“”‘’—…]/.test(char);
