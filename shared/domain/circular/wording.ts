import { formatSpan } from '../scoring/months.ts';
import { formatPoints, type Points } from '../scoring/points.ts';
import { formatRate, rateOf } from '../statistics/matrix.ts';
import type { CircularFigures } from './circular.ts';

/** Places of a template and what stands there. */
export function fillWording(template: string, figures: CircularFigures): string {
  const values: Record<string, string> = {
    期间: formatSpan(figures.from, figures.to),
    报送: String(figures.submitted),
    采用: String(figures.adopted),
    采用率: formatRate(rateOf(figures)),
    上级: String(distinct(figures, '》')),
    批示: String(distinct(figures, '批示')),
    总分: formatPoints(figures.points as Points),
    前三: leaders(figures),
  };
  return template.replace(/\{([^{}]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '') : whole,
  );
}

/** Of a merged item each unit has a line; it is one adoption all the same. */
const distinct = ({ upper }: CircularFigures, ending: string): number =>
  new Set(upper.filter(({ what }) => what.endsWith(ending)).map(({ title, what }) => `${title} ${what}`)).size;

/** 镇办积分居前的是峡窝镇（4分）、济源路街道（0.5分）；区直… Units without points are not named. */
function leaders({ groups }: CircularFigures): string {
  const named = groups.flatMap(({ group, units }) => {
    const first = units.filter(({ rank, points }) => rank <= 3 && points > 0).slice(0, 3);
    if (first.length === 0) return [];
    const names = first.map(({ unit, points }) => `${unit}（${formatPoints(points as Points)}分）`).join('、');
    return [`${group || '未分组单位'}积分居前的是${names}`];
  });
  return named.length === 0 ? '' : `${named.join('；')}。`;
}
