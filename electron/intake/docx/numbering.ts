import { formatNumeral } from '../../../shared/text/numerals.ts';
import { child, children, type Element } from './xml.ts';

/** Gives each numbered paragraph, in order of the text, the number Word would show. */
export interface Numbering {
  /** The label of a paragraph with these properties, `''` for bullets and plain paragraphs. */
  label(paragraphProperties: Element | undefined): string;
}

interface Level {
  readonly format: string;
  /** `%1、`, with one place for each level's number. */
  readonly text: string;
  readonly start: number;
}

interface Place {
  readonly listId: string;
  readonly level: number;
}

/**
 * Word keeps automatic numbers (一、 1.) out of the text; without them a reader would lose them in silence.
 * ECMA-376 Part 1, 17.9: a paragraph, or its style, names a list and a level; the list names the formats.
 * @param numberingPart root of `word/numbering.xml`
 * @param stylesPart root of `word/styles.xml`
 */
export function createNumbering(numberingPart: Element | null, stylesPart: Element | null): Numbering {
  const lists = readLists(numberingPart);
  const styles = readStylePlaces(stylesPart);
  const counters = new Map<string, number[]>();
  return {
    label(properties) {
      const styleId = child(properties, 'pStyle')?.attributes['val'] ?? '';
      const place = readPlace(properties, styles.get(styleId)) ?? styles.get(styleId);
      if (place === undefined || place.listId === '0') return '';
      const list = lists.get(place.listId);
      const level = list?.levels[place.level];
      if (list === undefined || level === undefined) return '';
      const counts = counters.get(list.key) ?? [];
      counters.set(list.key, counts);
      counts[place.level] = (counts[place.level] ?? level.start - 1) + 1;
      counts.length = place.level + 1;
      return level.text.replace(/%([1-9])/g, (_, digit: string) => {
        const index = Number(digit) - 1;
        const of = list.levels[index];
        return of === undefined ? '' : formatCount(counts[index] ?? of.start, of.format);
      });
    },
  };
}

/** Lists that share an abstract definition go on counting together. */
function readLists(part: Element | null): Map<string, { readonly key: string; readonly levels: readonly Level[] }> {
  if (part === null) return new Map();
  const abstract = new Map(
    children(part, 'abstractNum').map((one) => [
      one.attributes['abstractNumId'] ?? '',
      children(one, 'lvl').map(readLevel),
    ]),
  );
  return new Map(
    children(part, 'num').map((one) => {
      const key = child(one, 'abstractNumId')?.attributes['val'] ?? '';
      const id = one.attributes['numId'] ?? '';
      const restarts = child(one, 'lvlOverride') !== undefined;
      return [id, { key: restarts ? `${key}/${id}` : key, levels: abstract.get(key) ?? [] }];
    }),
  );
}

function readLevel(level: Element): Level {
  const format = child(level, 'numFmt')?.attributes['val'] ?? 'decimal';
  return {
    format,
    // A bullet's sign is drawn in a symbol font and says nothing.
    text: format === 'bullet' || format === 'none' ? '' : (child(level, 'lvlText')?.attributes['val'] ?? ''),
    start: Number(child(level, 'start')?.attributes['val'] ?? 1),
  };
}

function readPlace(properties: Element | undefined, inherited: Place | undefined): Place | undefined {
  const numbered = child(properties, 'numPr');
  if (numbered === undefined) return undefined;
  const listId = child(numbered, 'numId')?.attributes['val'] ?? inherited?.listId;
  const level = child(numbered, 'ilvl')?.attributes['val'];
  return listId === undefined
    ? undefined
    : { listId, level: level === undefined ? (inherited?.level ?? 0) : Number(level) };
}

function readStylePlaces(part: Element | null): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const style of part === null ? [] : children(part, 'style')) {
    const place = readPlace(child(style, 'pPr'), undefined);
    if (place !== undefined) places.set(style.attributes['styleId'] ?? '', place);
  }
  return places;
}

function formatCount(count: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'ideographTraditional':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return count >= 1 && count <= 999 ? formatNumeral(count) : String(count);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return count >= 1 && count <= 20 ? String.fromCodePoint(0x2460 + count - 1) : String(count);
    case 'decimalFullWidth':
      return String(count).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'upperLetter':
      return letter(count, 'A');
    case 'lowerLetter':
      return letter(count, 'a');
    default:
      return String(count);
  }
}

/** A to Z, then AA, BB as Word counts. */
function letter(count: number, first: 'A' | 'a'): string {
  const place = (count - 1) % 26;
  return String.fromCharCode(first.charCodeAt(0) + place).repeat(Math.floor((count - 1) / 26) + 1);
}
