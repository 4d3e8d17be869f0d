import type { IsoDate } from '../dates.ts';
import { departmentId } from '../ids.ts';
import { formatSpan } from '../scoring/months.ts';
import { formatPoints, type Points, points } from '../scoring/points.ts';
import { formatRate, rateOf } from '../statistics/matrix.ts';
import type { CircularFigures } from './circular.ts';

/** Places of a template (空) and what stands there. */
export const slots = {
  期间: '统计的日期，如 2020年第一季度',
  报送: '各单位报送的条数',
  采用: '采用的篇数',
  采用率: '采用占报送的百分比',
  上级: '被上级采用的篇次',
  批示: '获领导批示的次数',
  总分: '各单位得分合计',
  前三: '每组前三名及其得分，自成一句',
} as const satisfies Record<string, string>;
type Slot = keyof typeof slots;

/** Names in braces that are no slot: they would be printed as they stand. */
export const unknownSlots = (template: string): string[] =>
  [...template.matchAll(/\{([^{}]+)\}/g)].flatMap(([whole, name = '']) => (Object.hasOwn(slots, name) ? [] : [whole]));

export function fillWording(template: string, figures: CircularFigures): string {
  const values: Record<Slot, string> = {
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
    Object.hasOwn(values, name) ? values[name as Slot] : whole,
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

const unit = (name: string, rank: number, submitted: number, adopted: number, worth: number) => ({
  departmentId: departmentId.parse(name),
  unit: name,
  rank,
  submitted,
  adopted,
  points: points(worth),
});

/** A quarter of two groups, for showing what a template comes to. */
export const exampleFigures: CircularFigures = {
  from: '2020-01-01' as IsoDate,
  to: '2020-03-31' as IsoDate,
  publicationId: null,
  submitted: 86,
  adopted: 37,
  points: points(312),
  groups: [
    { group: '镇办', units: [unit('甲镇', 1, 21, 9, 78), unit('乙街道', 2, 17, 8, 61.5)] },
    { group: '区直', units: [unit('丙局', 1, 26, 12, 104), unit('丁委', 2, 22, 8, 68.5)] },
  ],
  titles: [],
  upper: [
    { unit: '丙局', title: '示例一', what: '市级《市刊》', points: points(10) },
    { unit: '甲镇', title: '示例二', what: '区级 区委书记批示', points: points(10) },
  ],
  commissions: [],
  shortfalls: [],
  rules: [],
};
