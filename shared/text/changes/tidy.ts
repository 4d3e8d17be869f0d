import type { Edit } from './edits.ts';
import { OBJECT, type Stream } from './stream.ts';

/**
 * Turns the edits of a shortest path, which may leave a character standing by chance, into the marks an editor would
 * make: neighbouring marks run together, a clause inserted with its own comma, one wrong character marked by itself.
 */
export function tidy(a: Stream, b: Stream, edits: readonly Edit[]): Edit[] {
  let tidied = absorb(a, edits);
  tidied = touching(tidied.map((edit, n) => slide(a, b, edit, tidied[n - 1], tidied[n + 1])));
  return tidied.map((edit) => narrow(a, b, edit));
}

/** What parts a sentence: two changes on either side of it are two changes. */
const DIVIDER = /[，。；：！？\n\ufffc]/;
const SILENT = /[\s，。、；：！？“”‘’（）《》…—·]/gu;

/** Joins edits with too little between them to be read as unchanged. */
function absorb(a: Stream, edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    let current = edit;
    for (let last = joined.at(-1); last && isChance(a, last, current); last = joined.at(-1)) {
      joined.pop();
      current = { aFrom: last.aFrom, aTo: current.aTo, bFrom: last.bFrom, bTo: current.bTo };
    }
    joined.push(current);
  }
  return joined;
}

function isChance({ text }: Stream, left: Edit, right: Edit): boolean {
  const between = text.slice(left.aTo, right.aFrom);
  if (DIVIDER.test(between)) return false;
  const weight = between.replace(SILENT, '').length;
  const smaller = Math.min(sizeOf(left), sizeOf(right));
  // Two insertions leave what stands between them alone; taking it in would say that it was written anew.
  if ((isInsertion(left) && isInsertion(right)) || (isDeletion(left) && isDeletion(right)))
    return Math.max(weight, 1) * 4 <= smaller;
  return weight <= 1 || (weight <= 4 && weight * 2 <= smaller);
}

const sizeOf = ({ aFrom, aTo, bFrom, bTo }: Edit) => Math.max(aTo - aFrom, bTo - bFrom);
const isInsertion = ({ aFrom, aTo }: Edit) => aFrom === aTo;
const isDeletion = ({ bFrom, bTo }: Edit) => bFrom === bTo;

/** Moves an insertion or deletion along equal characters to where it begins and ends with a paragraph, sentence or clause. */
function slide(a: Stream, b: Stream, edit: Edit, before: Edit | undefined, after: Edit | undefined): Edit {
  if (!isInsertion(edit) && !isDeletion(edit)) return edit;
  const inserted = isInsertion(edit);
  const { text } = inserted ? b : a;
  const [from, to] = inserted ? [edit.bFrom, edit.bTo] : [edit.aFrom, edit.aTo];
  const first = before ? (inserted ? before.bTo : before.aTo) : 0;
  const last = after ? (inserted ? after.bFrom : after.aFrom) : text.length;
  const formats = inserted ? b.formats : a.formats;
  const isObject = (at: number) => typeof formats[at] === 'object';
  let best = { by: 0, score: edgeScore(text, from) + edgeScore(text, to) };
  const consider = (by: number) => {
    const score = edgeScore(text, from + by) + edgeScore(text, to + by);
    if (score > best.score) best = { by, score };
  };
  for (let by = -1; from + by >= first && same(text, from + by, to + by) && !isObject(from + by); by--) consider(by);
  for (let by = 1; to + by <= last && same(text, from + by - 1, to + by - 1) && !isObject(from + by - 1); by++)
    consider(by);
  return {
    aFrom: edit.aFrom + best.by,
    aTo: edit.aTo + best.by,
    bFrom: edit.bFrom + best.by,
    bTo: edit.bTo + best.by,
  };
}

const same = (text: string, one: number, other: number) => text.charCodeAt(one) === text.charCodeAt(other);

/** How good a place this is to cut a text. */
function edgeScore(text: string, at: number): number {
  const before = text.charAt(at - 1);
  if (/[\ud800-\udbff]/.test(before)) return -100;
  if (before === '' || before === '\n' || before === '\ufffc') return 5;
  if (/[。！？]/.test(before)) return 4;
  if (/[；]/.test(before)) return 3;
  if (/[，：]/.test(before)) return 2;
  // No worse a place than any; a cut before a mark leaves the mark to what it closes.
  if (/[、]/.test(before)) return 1;
  return /[0-9.]/.test(before) && /[0-9.%]/.test(text.charAt(at)) ? -10 : 0;
}

function touching(edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    const last = joined.at(-1);
    if (last && last.aTo === edit.aFrom && last.bTo === edit.bFrom) {
      last.aTo = edit.aTo;
      last.bTo = edit.bTo;
    } else joined.push({ ...edit });
  }
  return joined;
}

/** The most characters of a word in which one wrong character is marked by itself. */
const LONGEST_WORD = 4;

/** A word that only gained or lost characters, or has one other character, is marked by those alone. */
function narrow(a: Stream, b: Stream, edit: Edit): Edit {
  const before = a.text.slice(edit.aFrom, edit.aTo);
  const after = b.text.slice(edit.bFrom, edit.bTo);
  if (before === '' || after === '' || (before + after).includes(OBJECT)) return edit;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const left = before.slice(start, before.length - end);
  const right = after.slice(start, after.length - end);
  const grown = left === '' || right === '';
  const misspelt = left.length === 1 && right.length === 1 && before.length <= LONGEST_WORD;
  if (!grown && !misspelt) return edit;
  // Numbers are read whole: 1850 → 185 is another number, not a lost nought. A pair of surrogates is one character.
  if (/[0-9０-９.．%％\ud800-\udfff]/.test(left + right)) return edit;
  return {
    aFrom: edit.aFrom + start,
    aTo: edit.aTo - end,
    bFrom: edit.bFrom + start,
    bTo: edit.bTo - end,
  };
}
