import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { DepartmentId, IssueId, ItemId } from '../../../shared/domain/ids.ts';
import { points } from '../../../shared/domain/scoring/points.ts';
import { rulesPresets } from '../../../shared/domain/scoring/presets.ts';
import type { ScoringRules } from '../../../shared/domain/scoring/rules.ts';
import { sign, type TestDesk } from '../support/desk.ts';

/**
 * A quarter of a small office, and its figures reckoned by hand (see `byHand`). Two rule books: from 1 January a single
 * piece counts 5, from 1 March 6; 镇办 owe three pieces a quarter, each that is missing costs 1.
 */
export const quarter = { from: '2020-01-01' as IsoDate, to: '2020-03-31' as IsoDate, publicationId: null };

const day = (text: string) => `2020-${text}` as IsoDate;

export function rulesOf(single: number): ScoringRules {
  const [preset] = rulesPresets;
  if (!preset) throw new Error('no preset');
  const { rules } = preset;
  return {
    ...rules,
    adoptions: rules.adoptions.map((clause) => (clause.id === 'own' ? { ...clause, item: points(single) } : clause)),
    quotas: [
      { id: 'towns', group: '镇办', period: 'quarter', counts: 'submitted', quota: 3, penalty: points(1), most: null },
    ],
  };
}

export interface Quarter {
  units: Record<'street' | 'town' | 'reform' | 'audit', DepartmentId>;
  items: Record<'a' | 'b' | 'c' | 'd' | 'e', ItemId>;
  issues: IssueId[];
}

export async function aQuarter(desk: TestDesk): Promise<Quarter> {
  const unit = async (shortName: string, group: string) =>
    (
      await desk.call('departments.save', {
        id: null,
        shortName,
        fullName: shortName,
        group,
        otherNames: [],
        active: true,
      })
    ).id;
  const units = {
    street: await unit('济源路街道', '镇办'),
    town: await unit('峡窝镇', '镇办'),
    reform: await unit('区发改委', '区直'),
    audit: await unit('区审计局', '区直'),
  };
  await desk.call('scoring.saveRules', { id: null, validFrom: day('01-01'), rules: rulesOf(5) });
  await desk.call('scoring.saveRules', { id: null, validFrom: day('03-01'), rules: rulesOf(6) });

  const send = async (departmentId: DepartmentId, title: string, date: string) => {
    const fields = { author: null, signer: null, phone: null };
    const sent = { title, text: `${title}的正文。`, departmentId, receivedDate: day(date), fields };
    const [row] = (await desk.call('submissions.type', sent)).submissions;
    if (!row) throw new Error('nothing was filed');
    return row.id;
  };
  const taken = async (id: Awaited<ReturnType<typeof send>>) => {
    await desk.call('submissions.shortlist', { ids: [id] });
    return (await desk.call('submissions.get', { id })).itemId ?? Promise.reject(new Error('no item'));
  };
  const issue = async (date: string, entries: [ItemId, 'item' | 'brief'][], correctsId: IssueId | null = null) => {
    const made = await desk.call('issues.create', {
      publicationId: desk.publicationId,
      date: day(date),
      theme: '',
      correctsId,
    });
    const placed = entries.map(([itemId, kind]) => ({ itemId, kind, section: null }));
    await desk.call('issues.setEntries', { id: made.id, version: made.version, entries: placed });
    await sign(desk, made.id);
    return made.id;
  };

  const a = await taken(await send(units.reform, '项目开复工', '01-08'));
  await send(units.reform, '价格监测', '01-15');
  const b = await taken(await send(units.street, '入户排查', '01-10'));
  const merged = [await send(units.reform, '营商环境', '02-10'), await send(units.audit, '审计服务企业', '02-11')];
  const { itemId: c } = await desk.call('submissions.merge', { ids: merged });
  await send(units.audit, '专项审计', '02-12');
  const d = await taken(await send(units.town, '麦田管理', '02-20'));
  await send(units.street, '楼院防控', '03-02');
  const e = await taken(await send(units.reform, '“一建二抓三推四督”', '03-03'));

  const first = await issue('01-20', [
    [a, 'item'],
    [b, 'brief'],
  ]);
  const second = await issue('02-25', [[c, 'item']]);
  const voided = await issue('03-02', [[d, 'item']]);
  await desk.call('issues.void', { id: voided, reason: '标题有误' });
  const third = await issue('03-06', [
    [d, 'item'],
    [e, 'item'],
  ]);
  const corrected = await desk.call('items.create', {
    title: '“一建二抓三推四督”（更正）',
    departmentId: units.reform,
  });
  await desk.call('items.save', {
    id: corrected.id,
    version: corrected.version,
    title: corrected.title,
    blocks: [{ kind: 'text', text: '更正后的正文。' }],
    kind: 'item',
    sourceOverride: null,
  });
  const correction = await issue('03-09', [[corrected.id, 'item']], third);

  const upper = { kind: 'upper' as const, form: 'item' as const, text: '' };
  for (const recognition of [
    { ...upper, itemId: a, date: day('02-10'), level: 'city' as const, publication: '郑州信息' },
    { ...upper, itemId: e, date: day('03-20'), level: 'province' as const, publication: '河南信息' },
    {
      kind: 'instruction' as const,
      itemId: a,
      date: day('02-12'),
      level: 'own' as const,
      rank: 'chief' as const,
      leader: '区委书记',
      text: '请各单位学习借鉴。',
    },
  ])
    await desk.call('scoring.saveRecognition', { id: null, recognition });
  for (const [departmentId, worth, date, reason] of [
    [units.audit, 2, '03-10', '约稿质量好'],
    [units.street, -1.5, '03-11', '数字有误'],
  ] as const)
    await desk.call('scoring.saveAdjustment', {
      id: null,
      adjustment: { departmentId, date: day(date), points: points(worth), clause: null, reason },
    });
  return { units, items: { a, b, c, d, e }, issues: [first, second, voided, third, correction] };
}

/**
 * By hand, in points. 区发改委: 1月 a 单篇 5; 2月 c 综合 3, a 市 10, a 区批示 10; 3月 e 单篇 6, e 省 20. 区审计局: c 综合 3,
 * 加 2. 济源路街道: b 简讯 3, 扣 1.5, 报送 2 条缺 1 条扣 1. 峡窝镇: d 单篇 6 (the voided issue does not count), 报送 1 条缺
 * 2 条扣 2. The correction of the third issue counts nothing.
 */
export const byHand = [
  {
    group: '镇办',
    unit: '峡窝镇',
    submitted: 1,
    adopted: 1,
    rate: '100%',
    points: '4',
    months: ['0', '0', '4'],
    rank: 1,
  },
  {
    group: '镇办',
    unit: '济源路街道',
    submitted: 2,
    adopted: 1,
    rate: '50%',
    points: '0.5',
    months: ['3', '0', '-2.5'],
    rank: 2,
  },
  {
    group: '区直',
    unit: '区发改委',
    submitted: 4,
    adopted: 3,
    rate: '75%',
    points: '54',
    months: ['5', '23', '26'],
    rank: 1,
  },
  {
    group: '区直',
    unit: '区审计局',
    submitted: 2,
    adopted: 1,
    rate: '50%',
    points: '5',
    months: ['0', '3', '2'],
    rank: 2,
  },
];
