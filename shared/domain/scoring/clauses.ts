import { periodNames } from './months.ts';
import { formatPoints, type Points } from './points.ts';
import { type AdoptionClause, type BaseClause, levelNames, type QuotaClause, type ScoringRules } from './rules.ts';

/** One clause as it is cited: its place in the rule book, from 1, and its words. */
export interface ClauseText {
  id: string;
  number: number;
  text: string;
}

/** Clauses that a rule book has once only. */
export const BASE = 'base';
export const COMMISSION = 'commission';
export const timesClause = (level: string) => `times:${level}`;

/** All clauses of a rule book in the order they are numbered and printed. */
export function clausesOf(rules: ScoringRules): ClauseText[] {
  const { times, commissions } = rules;
  const texts: [id: string, text: string][] = [
    ...rules.adoptions.map((clause): [string, string] => [clause.id, adoptionText(clause)]),
    ...(['city', 'province', 'central'] as const).flatMap((level): [string, string][] => {
      const factor = times[level];
      return factor === null
        ? []
        : [[timesClause(level), `${levelNames[level]}采用，按本级分值的${formatPoints(factor as Points)}倍计`]];
    }),
    ...rules.instructions.map(({ id, level, chief, other }): [string, string] => [
      id,
      `${levelNames[level]}批示：主要领导${formatPoints(chief)}分，其他领导${formatPoints(other)}分`,
    ]),
    ...(rules.base ? [[BASE, baseText(rules.base)] satisfies [string, string]] : []),
    ...rules.quotas.map((clause): [string, string] => [clause.id, quotaText(clause)]),
    ...(hasCommissions(rules)
      ? [
          [
            COMMISSION,
            `约稿：按时完成${signed(commissions.answered)}分，逾期完成${signed(commissions.late)}分，未完成${signed(commissions.missing)}分`,
          ] satisfies [string, string],
        ]
      : []),
    ...rules.manual.map((clause): [string, string] => [clause.id, `${clause.label}：${signed(clause.points)}分`]),
  ];
  return texts.map(([id, text], i) => ({ id, number: i + 1, text }));
}

/** How adoptions of one item and shares of merged ones are counted, in words: printed with the clauses. */
export function countingText({ combine, mergedCredit, combineInstructions }: ScoringRules): string {
  return [
    combine === 'add' ? '同一信息被多处采用的累计计分' : '同一信息被多处采用的取最高分，先低后高的补差额',
    mergedCredit === 'each' ? '综合采用的各单位分别计分' : '综合采用的各单位平分',
    combineInstructions === 'add' ? '多次批示累计计分' : '多次批示取最高分',
  ].join('；');
}

export const hasCommissions = ({ commissions }: ScoringRules): boolean =>
  commissions.answered !== 0 || commissions.late !== 0 || commissions.missing !== 0;

const signed = (value: Points) => (value > 0 ? `+${formatPoints(value)}` : formatPoints(value));

function adoptionText({ level, place, lead, item, brief, merged }: AdoptionClause): string {
  const parts = [
    ...(lead === null ? [] : [`头条${formatPoints(lead)}分`]),
    `单篇${formatPoints(item)}分`,
    `简讯${formatPoints(brief)}分`,
    ...(merged === null ? [] : [`综合${formatPoints(merged)}分`]),
  ];
  return `${levelNames[level]}采用${place === '' ? '' : `（${place}）`}：${parts.join('，')}`;
}

const whenTexts: Record<BaseClause['when'], string> = {
  always: '',
  submitted: '，当月有报送的计',
  quotaMet: '，当月完成任务的计',
};

function baseText({ per, points, when, monthCap, yearCap }: BaseClause): string {
  const caps = [
    ...(monthCap === null ? [] : [`每月最多${formatPoints(monthCap)}分`]),
    ...(yearCap === null ? [] : [`全年最多${formatPoints(yearCap)}分`]),
  ];
  const what =
    per === 'month'
      ? `基础分：每月${formatPoints(points)}分${whenTexts[when]}`
      : `报送分：每报送一条${formatPoints(points)}分`;
  return [what, ...caps].join('，');
}

function quotaText({ group, period, counts, quota, penalty, most }: QuotaClause): string {
  const verb = counts === 'submitted' ? '报送' : '采用';
  const bound = most === null ? '' : `，最多扣${formatPoints(most)}分`;
  const taken = penalty === 0 ? '' : `，缺一条扣${formatPoints(penalty)}分${bound}`;
  return `任务：${group === '' ? '其他单位' : group}每${periodNames[period]}${verb}${quota}条${taken}`;
}
