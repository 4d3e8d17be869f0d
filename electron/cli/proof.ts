import { type ProofKnowledge, proof } from '../../shared/text/proof/index.ts';
import { calendarDate, readArguments, required } from './arguments.ts';
import type { Command } from './command.ts';
import { withCore } from './host.ts';
import { readInput, readText } from './input.ts';

const usage = 'proof FILE [--data DIR] [--date 2020-03-06]';

/**
 * Prints what a proofreader finds in a text: `text` with its wraps joined, `findings` with offsets into it, `figures`.
 * With an office's data folder its registers of units, leaders and wordings are heeded; `--date` is the issue's day,
 * by default the one in the text's masthead.
 */
export const command: Command = {
  usage,
  async run(args) {
    const { positionals, values } = readArguments(args, usage, {
      data: { type: 'string' },
      date: { type: 'string' },
    });
    const issueDate = calendarDate(values.date, '--date');
    const { text } = await readText(await readInput(required(positionals[0], usage)));
    const known = values.data === undefined ? {} : await knowledgeIn(values.data);
    return proof(text, { ...known, ...(issueDate === null ? {} : { issueDate }) });
  },
};

const knowledgeIn = (dataDir: string): Promise<ProofKnowledge> =>
  withCore(dataDir, async ({ call }) => {
    const { issueDate: _, ...known } = await call('proof.knowledge', { id: null });
    return known;
  });
