import type { Block, Bulletin, BulletinEntry } from '../../shared/domain/bulletin.ts';
import type { HouseStyle } from '../../shared/domain/houseStyle.ts';
import { bulletinOf } from './bulletins.ts';

/** A counter that looks random and is the same every time. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const PHRASES = [
  '为深入贯彻落实区委、区政府决策部署，',
  '坚持“党建引领+网格治理”，',
  '截至目前，累计走访企业1,260家、解决问题32310个（其中用工类占45.6%）；',
  '登录http://www.example.gov.cn/zwgk/2020/03/06/content_5487763.htm可查；',
  '建立“一建、二抓、三推、四督”工作机制——',
  '联合ABB、COSCO等企业召开PPP项目推进会……',
  '在《关于进一步做好疫情防控工作的通知》（上办〔2020〕12号）下发后，',
  '气温低至-5℃，党员干部24小时值守；',
  '①摸底数、②建台账、③抓整改，',
  '群众王某某说：“（这样的）服务，真好！”',
  '共投入资金3.5亿元，完成投资1.2亿元，同比增长15.3%，',
  '推动各项任务落到实处。',
];

/** An issue of everything real ones have, over and over, about `pages` pages of 22 lines: tables, pictures, sub-heads, notes, long Latin. */
export function mixedBulletin(pages: number, style: Partial<HouseStyle> = {}, seed = 1): Bulletin {
  const next = sequence(seed);
  const text = (phrases: number) =>
    Array.from({ length: phrases }, () => PHRASES[next(PHRASES.length)] ?? '').join('') + '。'.repeat(next(2));
  const paragraph = (): Block => ({ kind: 'text', text: text(1 + next(9)) });
  const special: (() => Block[])[] = [
    () => [
      {
        kind: 'table',
        caption: '表1　各单位报送情况',
        rows: [
          ['单位', '报送', '采用率'],
          ...Array.from({ length: 2 + next(12) }, (_, i) => [`区第${i}局`, `${next(90)}`, '45.6%']),
        ],
      },
    ],
    () => [{ kind: 'picture', hash: 'ab12', caption: '图为活动现场', size: [300 + next(900), 200 + next(700)] }],
    () => [{ kind: 'subhead', text: `${'一二三四五'[next(5)]}、健全机制，压实责任` }],
    () => [
      { kind: 'subhead', text: '（二）创新方式' },
      { kind: 'note', text: text(2) },
    ],
  ];
  const entries: BulletinEntry[] = [];
  for (let lines = 0, n = 1; lines < pages * 22 - 12; n++) {
    const brief = next(5) === 0;
    const body = brief ? [paragraph()] : [paragraph(), ...(special[next(6)]?.() ?? []), paragraph()];
    entries.push({
      id: `m${n}`,
      kind: brief ? 'brief' : next(9) === 0 ? 'lead' : 'item',
      section: n % 7 === 1 ? (['工作动态', '经验交流', '调查研究'][next(3)] ?? null) : null,
      title: brief ? null : `区第${n}局${PHRASES[next(3)]?.slice(0, 6 + next(10)) ?? ''}工作法推动项目开复工`,
      body,
      source: next(6) === 0 ? null : '区发改委、区统计局',
    });
    const words = body.reduce((sum, block) => sum + ('text' in block ? block.text.length : 150), 0);
    lines += Math.ceil(words / 27) + 2;
  }
  return { ...bulletinOf('001', style), entries };
}
