import type { Line, Range } from './source.ts';

/** Forms that departments fill in: 标题：…, 正文：…, each label before what it names. */

const TITLE = /(?:稿件|信息|文章)?(?:标\s?题|题\s?目)/u.source;
const BODY = /(?:正\s?文|内\s?容|稿件内容|信息内容|主要内容)/u.source;
const BEHIND = '\\s*[：:】\\]]\\s*[：:]?\\s*';
const TITLE_LABEL = new RegExp(`^[【\\[]?\\s*${TITLE}${BEHIND}`, 'u');
const BODY_LABEL = new RegExp(`^[【\\[]?\\s*${BODY}${BEHIND}`, 'u');
/** The same in the line of a title: behind a blank, a stop, or with its own brackets. */
const BODY_INSIDE = new RegExp(`(?<=[\\s。；;])[【\\[]?${BODY}\\s*[：:]\\s*|[【\\[]${BODY}[】\\]]\\s*[：:]?\\s*`, 'u');

/** Whether a line begins with the label of a title. */
export const isTitleLabelled = (text: string): boolean => TITLE_LABEL.test(text);

/**
 * The lines without their labels, which are handed out as ranges of the cleaned text; a line that holds title and body
 * becomes two. Where no title is labelled nothing is a form: 内容： opens many a sentence.
 */
export function takeLabels(lines: readonly Line[]): { lines: Line[]; labels: FormLabel[] } {
  if (!lines.some(({ text }) => TITLE_LABEL.test(text))) return { lines: [...lines], labels: [] };
  const labels: FormLabel[] = [];
  let inTitle = false;
  const taken = lines.flatMap((line): Line[] => {
    const title = TITLE_LABEL.exec(line.text)?.[0].length ?? 0;
    const body = title === 0 && inTitle ? (BODY_LABEL.exec(line.text)?.[0].length ?? 0) : 0;
    if (title === 0 && body === 0) return [line];
    inTitle = title > 0;
    const names = title > 0 ? 'title' : 'body';
    labels.push({ start: line.start, end: line.start + (title || body), names });
    const rest = cut(line, title || body, names);
    const inside = inTitle ? BODY_INSIDE.exec(rest.text) : null;
    if (inside === null) return rest.text === '' ? [] : [rest];
    inTitle = false;
    const at = inside.index + inside[0].length;
    labels.push({ start: rest.start + inside.index, end: rest.start + at, names: 'body' });
    const head = rest.text.slice(0, inside.index).trimEnd();
    const tail = cut(rest, at, 'body');
    return [{ ...rest, text: head, end: rest.start + head.length }, tail].filter(({ text }) => text !== '');
  });
  return { lines: markedBehind(taken, labels), labels };
}

interface FormLabel extends Range {
  names: NonNullable<Line['label']>;
}

function cut(line: Line, length: number, label: NonNullable<Line['label']>): Line {
  return { ...line, start: line.start + length, text: line.text.slice(length), indent: line.indent + length, label };
}

/** A label alone on its line names the line below it. */
function markedBehind(lines: readonly Line[], labels: readonly FormLabel[]): Line[] {
  return lines.map((line, i) => {
    const before = lines[i - 1]?.end ?? 0;
    const alone = labels.findLast(({ start, end }) => start >= before && end <= line.start);
    if (alone === undefined || line.label !== undefined) return line;
    return { ...line, label: alone.names };
  });
}
