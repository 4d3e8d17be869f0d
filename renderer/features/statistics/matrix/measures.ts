import { formatPoints } from '../../../../shared/domain/scoring/points.ts';
import { placesOf } from '../../../../shared/domain/scoring/ranking.ts';
import { type Figures, formatRate, type GroupFigures, rateOf } from '../../../../shared/domain/statistics/matrix.ts';

/** What the months show; the sum at the left always shows all. */
export type Measure = 'points' | 'adopted' | 'submitted' | 'rate' | 'rank';

export const measures: readonly { value: Measure; label: string }[] = [
  { value: 'points', label: '得分' },
  { value: 'adopted', label: '采用' },
  { value: 'submitted', label: '上报' },
  { value: 'rate', label: '采用率' },
  { value: 'rank', label: '排名' },
];

/** The figure of a cell in words; empty where there is nothing to say. `rank` is the unit's place that month. */
export function cellText(measure: Measure, figures: Figures, rank: number): string {
  switch (measure) {
    case 'points':
      return figures.points === 0 ? '' : formatPoints(figures.points);
    case 'adopted':
      return figures.adopted === 0 ? '' : String(figures.adopted);
    case 'submitted':
      return figures.submitted === 0 ? '' : String(figures.submitted);
    case 'rate':
      return figures.submitted === 0 && figures.adopted === 0 ? '' : formatRate(rateOf(figures));
    case 'rank':
      return String(rank);
    default:
      return measure satisfies never;
  }
}

/** Places of each unit of a group, by month. */
export const monthRanks = ({ units }: GroupFigures): number[][] => {
  const count = units[0]?.months.length ?? 0;
  return Array.from({ length: count }, (_, month) => placesOf(units.map((unit) => unit.months[month]?.points ?? 0)));
};
