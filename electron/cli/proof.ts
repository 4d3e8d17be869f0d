import { type ProofKnowledge, proof } from '../../shared/text/proof/index.ts';
import { calendarDate, readArguments, required } from './arguments.ts';
import type { Command } from './command.ts';
import { withCore } from './host.ts';
import { readInput, readText } from './input.ts';
import { readTerms } from './terms.ts';

const usage = 'proof FILE [--data DIR] [--terms FILE.json] [--date 2020-03-06]';

/**
 * Prints what a proofreader finds in a text: `text` with its wraps joined, `findings` with offsets into it, `figures`.
 * With an office's data folder its registers of units, leaders and wordings are heeded; `--terms` adds those of a file to
 * them. `--date` is the issue's day, by default the one in the text's masthead.
 */
export const command: Command = {
  usage,
  async run(args, terminal) {
    const { positionals, values } = readArguments(args, usage, {
      data: { type: 'string' },
      terms: { type: 'string' },
      date: { type: 'string' },
    });
    const issueDate = calendarDate(values.date, '--date');
    const { text } = await readText(await readInput(required(positionals[0], usage)), terminal);
    const known = values.data === undefined ? {} : await knowledgeIn(values.data);
    const own = values.terms === undefined ? {} : await readTerms(values.terms);
    return proof(text, { ...joined(known, own), ...(issueDate === null ? {} : { issueDate }) });
  },
};

/** Two lots of knowledge as one: lists one after the other. */
function joined(known: ProofKnowledge, own: ProofKnowledge): ProofKnowledge {
  const lists = Object.entries(own).map(([name, list]) => [
    name,
    [...((known as Record<string, unknown[]>)[name] ?? []), ...(list as unknown[])],
  ]);
  return { ...known, ...Object.fromEntries(lists) };
}

const knowledgeIn = (dataDir: string): Promise<ProofKnowledge> =>
  withCore(dataDir, async ({ call }) => {
    const { issueDate: _, ...known } = await call('proof.knowledge', { id: null });
    return known;
  });
