import { readFileSync } from 'node:fs';
import {
  type Finding,
  type Proofing,
  type ProofKnowledge,
  proof,
  widenMarks,
} from '../../../shared/text/proof/index.ts';

const read = (path: string): string => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), 'utf8');

export const corpus = (name: string): string => read(`corpus/${name}.txt`);
export const truth = (): ProofTruth => JSON.parse(read('corpus/proof.000-001.json')) as ProofTruth;

/** Texts without a planted error: ours, written for this, and those of the corpus. */
export const RIGHT_TEXTS: readonly string[] = ['issue-a', 'issue-b', 'issue-c', 'issue-d', 'issue-e'].map((name) =>
  read(`proof/${name}.txt`),
);
export const ALL_TEXTS: readonly string[] = [...RIGHT_TEXTS, corpus('000'), corpus('001'), widenMarks(corpus('003'))];

export interface ProofTruth {
  errors: { id: string; seed: string; tier: string; quote: string; wrong: string }[];
  arithmetic: { seed: string; quote: string; verdict: string; kind: string }[];
  countClaims: { seed: string; quote: string; verdict: string }[];
  traps: { seed: string; quote: string }[];
}

/** Findings as `rule: passage`, the alarms (errors and warnings) alone unless asked. */
export function found(text: string, knowledge: ProofKnowledge = {}, queries = false): string[] {
  const result = proof(text, knowledge);
  return result.findings
    .filter((finding) => queries || finding.severity !== 'query')
    .map((finding) => `${finding.rule}: ${passage(result, finding)}`);
}

export const passage = ({ text }: Proofing, { start, end }: Pick<Finding, 'start' | 'end'>): string =>
  text.slice(start, end);

/** Place of a quotation that may be broken by wraps or bold marks in the raw text. */
export function placeOf(text: string, quote: string): { start: number; end: number } {
  const plain: number[] = [];
  let stripped = '';
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (/[\s*#]/.test(char)) continue;
    plain.push(i);
    stripped += char;
  }
  const wanted = quote.replace(/[\s*#]/g, '');
  const at = stripped.indexOf(wanted);
  if (at < 0) throw new Error(`not in the text: ${quote}`);
  return { start: plain[at] ?? 0, end: (plain[at + wanted.length - 1] ?? 0) + 1 };
}
