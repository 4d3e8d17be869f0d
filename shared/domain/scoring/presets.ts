import { points } from './points.ts';
import { type Level, type ScoringRules, scoringRulesSchema } from './rules.ts';

export interface RulesPreset {
  id: string;
  /** As shown: what it is and where its figures are from. */
  name: string;
  note: string;
  rules: ScoringRules;
}

const adoption = (
  id: string,
  level: Level,
  place: string,
  {
    lead = null,
    item,
    brief = item,
    merged = null,
  }: { lead?: number | null; item: number; brief?: number; merged?: number | null },
) => ({
  id,
  level,
  place,
  lead: lead === null ? null : points(lead),
  item: points(item),
  brief: points(brief),
  merged: merged === null ? null : points(merged),
});

const instruction = (level: Level, other: number, chief = other) => ({
  id: `instruction-${level}`,
  level,
  chief: points(chief),
  other: points(other),
});

const none = { answered: points(0), late: points(0), missing: points(0) };
const noTimes = { city: null, province: null, central: null };

/** Rule books to begin with. Their figures are those of public notices of counties and bureaus, save what a note calls 暂设. */
export const rulesPresets: readonly RulesPreset[] = [
  {
    id: 'county',
    name: '分级累计',
    note: '单篇5、简讯3、综合各3、约稿10；市10、省20、国办30、中办50；批示10至50。',
    rules: scoringRulesSchema.parse({
      title: '信息采用计分办法',
      adoptions: [
        adoption('own', 'own', '', { item: 5, brief: 3, merged: 3 }),
        adoption('city', 'city', '', { item: 10 }),
        adoption('province', 'province', '', { item: 20 }),
        adoption('central', 'central', '', { item: 30 }),
        adoption('central-office', 'central', '中办', { item: 50 }),
      ],
      times: noTimes,
      combine: 'add',
      mergedCredit: 'each',
      instructions: [
        instruction('own', 10),
        instruction('city', 20),
        instruction('province', 30),
        instruction('central', 40, 50),
      ],
      combineInstructions: 'add',
      base: null,
      quotas: [],
      commissions: { answered: points(10), late: points(0), missing: points(0) },
      manual: [],
    } satisfies ScoringRules),
  },
  {
    id: 'base',
    name: '基础分加任务',
    note: '每月完成任务计基础分10，全年最多120；镇办每月8条；快报5、政务10、参阅30；市动态20、单篇50、交流80。其他单位2条、缺一条扣1分、综合平分为暂设，请按本地办法改。',
    rules: scoringRulesSchema.parse({
      title: '信息工作考核办法',
      adoptions: [
        adoption('own', 'own', '', { item: 10, brief: 5 }),
        adoption('own-flash', 'own', '快报', { item: 5 }),
        adoption('own-extra', 'own', '增刊', { item: 30 }),
        adoption('own-reference', 'own', '参阅', { item: 30 }),
        adoption('city', 'city', '', { item: 50, brief: 20 }),
        adoption('city-exchange', 'city', '交流', { item: 80 }),
      ],
      times: noTimes,
      combine: 'add',
      mergedCredit: 'split',
      instructions: [],
      combineInstructions: 'add',
      base: { per: 'month', points: points(10), when: 'quotaMet', monthCap: null, yearCap: points(120) },
      quotas: [
        {
          id: 'quota-towns',
          group: '镇办',
          period: 'month',
          counts: 'submitted',
          quota: 8,
          penalty: points(1),
          most: null,
        },
        {
          id: 'quota-others',
          group: '',
          period: 'month',
          counts: 'submitted',
          quota: 2,
          penalty: points(1),
          most: null,
        },
      ],
      commissions: none,
      manual: [
        { id: 'late', label: '紧急信息迟报', points: points(-1) },
        { id: 'error', label: '上级通报的严重差错', points: points(-2) },
      ],
    } satisfies ScoringRules),
  },
  {
    id: 'times',
    name: '转报翻倍',
    note: '标题信息3、单篇5、交流10、专刊20；转报后市采用2倍、省采用4倍；约稿5。',
    rules: scoringRulesSchema.parse({
      title: '党委信息计分标准',
      adoptions: [
        adoption('own', 'own', '', { item: 5, brief: 3 }),
        adoption('own-exchange', 'own', '交流', { item: 10 }),
        adoption('own-special', 'own', '专刊', { item: 20 }),
      ],
      times: { city: 200, province: 400, central: null },
      combine: 'add',
      mergedCredit: 'each',
      instructions: [],
      combineInstructions: 'add',
      base: null,
      quotas: [],
      commissions: { answered: points(5), late: points(0), missing: points(0) },
      manual: [],
    } satisfies ScoringRules),
  },
];
