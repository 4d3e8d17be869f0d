import { readFileSync } from 'node:fs';
import { createProofer, proof } from '../../shared/text/proof/index.ts';

const CORPUS = ['000', '001', '003'].map((name) => new URL(`../fixtures/corpus/${name}.txt`, import.meta.url));
const LENGTH = 20_000;
const KEYSTROKES = 200;

/** Prints how long 20,000 characters take from cold (tables built, nothing cached) and after a keystroke. */
export async function run(): Promise<void> {
  const paragraphs = sampleText().split('\n');
  const cold = time(() => proof(paragraphs.join('\n')));
  const warm = time(() => proof(paragraphs.join('\n')));

  const proofer = createProofer();
  proofer.update(paragraphs);
  const strokes: number[] = [];
  for (let i = 0; i < KEYSTROKES; i++) {
    const at = (i * 7) % paragraphs.length;
    const line = paragraphs[at] ?? '';
    paragraphs[at] = `${line.slice(0, line.length >> 1)}字${line.slice(line.length >> 1)}`;
    strokes.push(time(() => proofer.update(paragraphs)));
  }
  strokes.sort((a, b) => a - b);
  const at = (share: number): string => (strokes[Math.floor(share * (strokes.length - 1))] ?? 0).toFixed(1);
  console.log(`proof: ${LENGTH} characters  cold ${cold.toFixed(1)} ms  again ${warm.toFixed(1)} ms`);
  console.log(`proof: after a keystroke  median ${at(0.5)} ms  95% ${at(0.95)} ms  worst ${at(1)} ms`);
  for (const peer of PEERS) console.log(await timeOf(peer, paragraphs.join('\n')));
}

interface Peer {
  name: string;
  /** Proofs a text with the tool's own defaults, for time alone: these are wrong for the genre. */
  lint: (tool: Record<string, unknown>, text: string) => unknown;
}

/** What is free and nearest; installed for this bench alone. */
const PEERS: readonly Peer[] = [
  { name: 'zhlint', lint: ({ run: lint }, text) => (lint as (text: string, options: object) => unknown)(text, {}) },
  { name: 'autocorrect-node', lint: ({ format }, text) => (format as (text: string) => unknown)(text) },
];

async function timeOf({ name, lint }: Peer, text: string): Promise<string> {
  const tool = await import(name).catch(() => null);
  if (tool === null) return `proof: ${name}  not installed`;
  const cold = time(() => lint(tool, text));
  return `proof: ${name}  cold ${cold.toFixed(1)} ms  again ${time(() => lint(tool, text)).toFixed(1)} ms`;
}

function sampleText(): string {
  const once = CORPUS.map((url) => readFileSync(url, 'utf8').replace(/\n\s*\n(?=\S{20})/g, '\n'));
  let text = '';
  for (let i = 0; text.length < LENGTH; i++) text += `${once[i % once.length] ?? ''}\n`;
  return text.slice(0, LENGTH);
}

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
