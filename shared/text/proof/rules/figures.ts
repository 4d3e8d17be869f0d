import { checkAverages } from '../figures/averages.ts';
import { checkChanges } from '../figures/changes.ts';
import { checkCounts } from '../figures/counts.ts';
import { checkPartitions } from '../figures/partition.ts';
import type { Verdict } from '../figures/passages.ts';
import { readQuantities } from '../figures/quantities.ts';
import { checkShares } from '../figures/shares.ts';
import { checkSums } from '../figures/sums.ts';
import type { Checked, Item } from '../types.ts';

/** 算一算: every share, sum, growth and count word of an item recomputed. */
export function figures(item: Item): Checked {
  const quantities = readQuantities(item.text);
  const verdicts = [
    ...checkShares(item.text, quantities),
    ...checkChanges(item.text, quantities),
    ...checkSums(item.text, quantities),
    ...checkPartitions(item.text, quantities),
    ...checkAverages(item.text, quantities),
    ...checkRates(item.text),
    ...checkCounts(item),
  ];
  return {
    findings: verdicts.flatMap((verdict) => (verdict.finding ? [verdict.finding] : [])),
    figures: onePerPlace(verdicts),
  };
}

const STRENGTH = { red: 2, green: 1, amber: 0 } as const;

function onePerPlace(verdicts: readonly Verdict[]): Checked['figures'] {
  const kept = new Map<string, Verdict['figure']>();
  for (const { figure } of verdicts) {
    const key = `${figure.start}-${figure.end}`;
    const known = kept.get(key);
    if (!known || STRENGTH[figure.verdict] > STRENGTH[known.verdict]) kept.set(key, figure);
  }
  return [...kept.values()];
}

/** Rates that cannot pass 100%, and falls that cannot either. */
function checkRates(text: string): Verdict[] {
  const verdicts: Verdict[] = [];
  for (const match of text.matchAll(
    /(合格率|满意率|满意度|覆盖率|办结率|知晓率|签约率|入户率|接种率|出勤率|达标率|普及率|占比|占[^，。；\d]{1,8}的)(?:为|达到?|约)?(\d+(?:\.\d+)?)([%％])/g,
  )) {
    if (Number(match[2]) <= 100) continue;
    const start = match.index + match[0].length - (match[2] ?? '').length - 1;
    verdicts.push(over(start, match.index + match[0].length, `${match[1]}不会超过100%`));
  }
  for (const match of text.matchAll(/(?:下降|减少|降低|压减|压缩)了?(\d+(?:\.\d+)?)[%％]/g)) {
    if (Number(match[1]) <= 100) continue;
    verdicts.push(over(match.index, match.index + match[0].length, '减少不会超过100%'));
  }
  return verdicts;
}

const over = (start: number, end: number, message: string): Verdict => ({
  figure: { start, end, verdict: 'red', formula: '＞100%', missing: '' },
  finding: { start, end, severity: 'error', message, suggestions: [] },
});
