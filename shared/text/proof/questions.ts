import type { Finding, Proofing } from './types.ts';

/** What the unit alone can answer: facts, figures, days, names. Marks and characters the editor mends himself. */
const FOR_THE_UNIT = /^(?:figures|dates|units|people|across|text|numbering|words\.contradiction)(?:\.|$)/;

/** 退改单: the questions to a unit that its text raises, in the order of the text, each with the passage it is about. */
export function questionsOf({ text, findings, figures }: Proofing): string[] {
  const asked = findings
    .filter(({ rule }) => FOR_THE_UNIT.test(rule))
    .map((finding) => ({ start: finding.start, question: questionOf(text, finding) }));
  const open = figures
    .filter(({ verdict, missing }) => verdict === 'amber' && missing.startsWith('缺'))
    .map(({ start, end, missing }) => ({
      start,
      question: `“${clauseAround(text, start, end)}”：${missing}，请补充并核实。`,
    }));
  const ordered = [...asked, ...open].sort((a, b) => a.start - b.start).map(({ question }) => question);
  return [...new Set(ordered)];
}

function questionOf(text: string, { start, end, message, suggestions }: Finding): string {
  const [suggestion] = suggestions;
  const ask = suggestion ? `是否应为“${suggestion}”` : '请核实';
  return `“${clauseAround(text, start, end)}”：${message}，${ask}。`;
}

/** A passage alone says nothing to one who has not the text before him: its clause, at most this many characters. */
const LONGEST = 40;

function clauseAround(text: string, start: number, end: number): string {
  if (end - start >= LONGEST) return `${text.slice(start, start + LONGEST)}……`;
  const room = Math.floor((LONGEST - (end - start)) / 2);
  const before = /[^，。；：！？\n]*$/.exec(text.slice(Math.max(0, start - room), start))?.[0] ?? '';
  const after = /^[^，。；：！？\n]*/.exec(text.slice(end, end + room))?.[0] ?? '';
  return before + text.slice(start, end) + after;
}

/** The questions as they are sent, one a line: 1．…. */
export const numberedQuestions = (questions: readonly string[]): string =>
  questions.map((question, i) => `${i + 1}．${question}`).join('\n');
