import type { IsoDate } from '../../../shared/domain/dates.ts';
import { type Finding, type Proofing, type ProofKnowledge, proof } from '../../../shared/text/proof/index.ts';

/** A right text with the slips an editor marked in it: `{wrong>right:group}`, each planted by itself. */
export interface MarkedText {
  name: string;
  /** The text as it is right. */
  right: string;
  knowledge: ProofKnowledge;
  slips: Slip[];
}

export interface Slip {
  /** The right text with this one slip in it. */
  text: string;
  start: number;
  end: number;
  group: string;
  /** The slip with what stands around it. */
  what: string;
}

const MARK = /\{([^{}>]*)>([^{}>]*?):([a-z]+)\}/g;

/** Reads `=== name 2020-03-06` headed texts with marked slips. */
export function readMarked(source: string, knowledge: ProofKnowledge): MarkedText[] {
  return source
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [, name = '', date, body = ''] = /^(\S+)(?: (\S+))?\n([\s\S]*)$/.exec(part) ?? [];
      const right = body.replaceAll(MARK, '$2').trimEnd();
      return {
        name,
        right,
        knowledge: { ...knowledge, ...(date === undefined ? {} : { issueDate: date as IsoDate }) },
        slips: slipsIn(body),
      };
    });
}

function slipsIn(body: string): Slip[] {
  const marks = [...body.matchAll(MARK)];
  let shift = 0;
  return marks.map((mark) => {
    const [whole, wrong = '', right = '', group = ''] = mark;
    const start = mark.index - shift;
    shift += whole.length - right.length;
    let index = -1;
    const text = body
      .replaceAll(MARK, (_, other: string, kept: string) => {
        index += 1;
        return marks[index] === mark ? other : kept;
      })
      .trimEnd();
    const end = start + wrong.length;
    const around = `${text.slice(Math.max(0, start - 8), start)}[${wrong}]${text.slice(end, end + 6)}`;
    return { text, start, end, group, what: `${around} (${right})` };
  });
}

/** Groups whose slip shows only against another place: the other figure, head or mark of the same sentence may be named. */
const RELATIONS = new Set([
  'share',
  'sum',
  'growth',
  'count',
  'numbering',
  'pairs',
  'across',
  'unit',
  'leader',
  'missing',
]);

/** New findings at a slip, compared with those of the right text. */
export function findingsAt(slip: Slip, right: Proofing, knowledge: ProofKnowledge): Finding[] {
  const { text, findings } = proof(slip.text, knowledge);
  const known = new Set(right.findings.map((finding) => identity(finding, right.text)));
  const [from, to] = RELATIONS.has(slip.group) ? sentenceAround(text, slip) : [slip.start - 2, slip.end + 2];
  return findings.filter((finding) => finding.start < to && finding.end > from && !known.has(identity(finding, text)));
}

function sentenceAround(text: string, { start, end }: Slip): [number, number] {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const close = text.indexOf('\n', end);
  return [line, close < 0 ? text.length : close];
}

const identity = ({ rule, start, end }: Finding, text: string): string =>
  `${rule} ${text.slice(Math.max(0, start - 6), end)}`;
