import type { RulesRow } from '../../../../shared/contract/methods/scoring.ts';
import { formatDate } from '../../../../shared/domain/dates.ts';
import { clausesOf, countingText } from '../../../../shared/domain/scoring/clauses.ts';
import { formatPoints } from '../../../../shared/domain/scoring/points.ts';
import { type AdjustmentEntry, type Recognition, recognitionNames } from '../../../../shared/domain/scoring/records.ts';
import { formNames, leaderRankNames, levelNames } from '../../../../shared/domain/scoring/rules.ts';

/** What the log says of entries that count for points: enough to restore one by hand. */

export function recognitionText(recognition: Recognition): string {
  const { kind, date, level, text } = recognition;
  const by =
    kind === 'upper'
      ? `《${recognition.publication}》${formNames[recognition.form]}`
      : `${recognition.leader}（${leaderRankNames[recognition.rank]}）`;
  return `${recognitionNames[kind]}：${formatDate(date)} ${levelNames[level]} ${by}${text === '' ? '' : ` “${text}”`}`;
}

export const adjustmentText = (unit: string, { date, points, reason }: AdjustmentEntry): string =>
  `${formatDate(date)} ${unit} ${points > 0 ? '加' : '扣'}${formatPoints(Math.abs(points) as typeof points)}分：${reason}`;

const linesOf = ({ validFrom, rules }: Pick<RulesRow, 'validFrom' | 'rules'>): string[] => [
  `${rules.title}，${formatDate(validFrom)}起施行`,
  ...clausesOf(rules).map(({ text }) => text),
  countingText(rules),
];

/** The clauses that went and the clauses that came. */
export function rulesText(before: RulesRow | null, after: RulesRow): string {
  const old = before ? linesOf(before) : [];
  const now = linesOf(after);
  const gone = old.filter((line) => !now.includes(line));
  const come = now.filter((line) => !old.includes(line));
  if (before === null) return `新增计分规则：${now.join('；')}`;
  const parts = [
    ...(gone.length > 0 ? [`原为 ${gone.join('；')}`] : []),
    ...(come.length > 0 ? [`改为 ${come.join('；')}`] : []),
  ];
  return `修改计分规则${after.rules.title}：${parts.join('。') || '没有变动'}`;
}
