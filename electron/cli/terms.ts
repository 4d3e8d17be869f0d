import { z } from 'zod';
import { isIsoDate } from '../../shared/domain/dates.ts';
import type { ProofKnowledge } from '../../shared/text/proof/index.ts';
import { CommandError } from './command.ts';
import { readInput } from './input.ts';

const day = z.string().refine(isIsoDate, '日期写作2020-03-06');
const words = z.array(z.string().min(1)).optional();
const dated = { validFrom: day.nullish(), validTo: day.nullish() };

/** What an office knows, as a JSON file: any of these lists. */
const schema = z.strictObject({
  terms: z
    .array(z.strictObject({ wrong: z.string().min(1), right: z.string(), reason: z.string().optional() }))
    .optional(),
  formulations: words,
  flaggedWords: z
    .array(
      z.strictObject({
        word: z.string().min(1),
        level: z.enum(['forbidden', 'cautious']),
        reason: z.string().optional(),
        suggestions: words,
      }),
    )
    .optional(),
  whiteList: words,
  units: z
    .array(
      z.strictObject({
        names: z.array(
          z.strictObject({ name: z.string().min(1), kind: z.enum(['full', 'short', 'former']), ...dated }),
        ),
      }),
    )
    .optional(),
  leaders: z
    .array(z.strictObject({ name: z.string().min(2), posts: z.array(z.string().min(1)), order: z.int(), ...dated }))
    .optional(),
  earlierFigures: z
    .array(z.strictObject({ label: z.string().min(2), value: z.number(), unit: z.string(), where: z.string() }))
    .optional(),
  earlierSeries: words,
});

/**
 * Terms, units, leaders and the like from a JSON file.
 * @throws CommandError naming the first place that does not fit
 */
export async function readTerms(path: string): Promise<ProofKnowledge> {
  const { bytes } = await readInput(path);
  const parsed = schema.safeParse(parse(new TextDecoder().decode(bytes), path));
  if (parsed.success) return parsed.data as ProofKnowledge;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join('.') ?? '';
  throw new CommandError(`“${path}”不是名录文件${place === '' ? '' : `，“${place}”处有误`}：见“desk proof”的说明。`);
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(`“${path}”不是JSON文件。`, { cause: error });
  }
}
