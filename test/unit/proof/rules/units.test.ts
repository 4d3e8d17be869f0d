import { describe } from 'vitest';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import type { ProofKnowledge } from '../../../../shared/text/proof/index.ts';
import { flags, leaves } from './cases.ts';

const date = (text: string): IsoDate => text as IsoDate;

const knowledge: ProofKnowledge = {
  issueDate: date('2020-03-06'),
  units: [
    {
      names: [
        { name: '区自然资源和规划局', kind: 'full' },
        { name: '区资源规划局', kind: 'short' },
        { name: '区自然资源局', kind: 'short' },
        { name: '区国土局', kind: 'former', validTo: date('2019-03-01') },
      ],
    },
  ],
  leaders: [
    { name: '张晓明', posts: ['区委书记'], order: 1, validFrom: date('2019-01-01') },
    { name: '李建国', posts: ['区委副书记', '区长'], order: 2 },
    { name: '王大山', posts: ['副区长'], order: 5, validTo: date('2020-01-31') },
  ],
  terms: [{ wrong: '峡窝乡', right: '峡窝镇' }],
  formulations: ['不忘初心、牢记使命'],
  flaggedWords: [
    { word: '农民工兄弟', level: 'cautious', reason: '宜用“农民工”' },
    { word: '刁民', level: 'forbidden' },
  ],
  whiteList: ['布署桥'],
  earlierFigures: [{ label: '累计发放贷款', value: 2700, unit: '笔', where: '第17期' }],
  earlierItems: [{ text: '街道组织党员干部深入社区逐户走访排查安全隐患并建立台账。', where: '第17期' }],
  earlierSeries: ['夺取“双胜利”（三）'],
};

describe('units', () => {
  flags('units.organ', [
    ['区政法委扎实做好宣传工作。', '区政法委'],
    ['区组织部印发通知。', '区组织部'],
  ]);
  flags('units.source', [
    ['区卫建委加快推进疫苗接种 一是加强领导。二是压实责任。（区卫健委）', '区卫建委'],
    ['区住建“三个聚焦”抓改造 一是加强领导。二是压实责任。（区住建局）', '区住建'],
    ['团区委开展学雷锋活动 今天是学雷锋纪念日。（上街区委办）', '上街区委办'],
  ]);
  leaves([
    '区城管局开展专项整治 一是加强领导。（区城市管理局）',
    '工业路街道抓好整治 一是加强领导。（工业路街道办事处）',
    '全区组织部门、宣传部门参加。',
  ]);
  flags(
    'units.register',
    [
      ['区国土局开展检查。', '区国土局'],
      ['区资源规划局、区资源规划局检查，区自然资源局配合。', '区自然资源局'],
    ],
    knowledge,
  );
});

describe('people', () => {
  flags(
    'people.roster',
    [
      ['区长张晓明到社区调研。', '区长张晓明'],
      ['区委书记张小明到社区调研。', '张小明'],
      ['副区长王大山出席会议。', '副区长王大山'],
      ['李建国、张晓明出席会议。', '张晓明'],
    ],
    knowledge,
  );
  leaves(['区委书记张晓明、区长李建国出席会议。'], knowledge);
});

describe('terms', () => {
  flags(
    'terms',
    [
      ['峡窝乡开展活动。', '峡窝乡'],
      ['开展不忘初心、牢记使用主题教育。', '不忘初心、牢记使用'],
      ['刁民一词不可用。', '刁民'],
      ['慰问农民工兄弟。', '农民工兄弟'],
    ],
    knowledge,
  );
  leaves(['开展不忘初心、牢记使命主题教育，布署桥已修好。'], knowledge);
});

describe('across items and issues', () => {
  flags('across.sameText', [
    [
      '街道组织党员干部深入社区逐户走访排查安全隐患并建立台账。效果很好。\n街道组织党员干部深入社区逐户走访排查安全隐患并建立台账。',
      '街道组织党员干部深入社区逐户走访排查安全隐患并建立台账',
    ],
  ]);
  flags('across.sameFact', [['全区59个社区参加。\n全区60个社区参加。', '60']]);
  flags('across.total', [['累计发放贷款2500笔。', '2500笔']], knowledge);
  flags('across.series', [['夺取“双胜利”（五）\n\n今年以来，成效明显。', '（五）']], knowledge);
  leaves(['累计发放贷款2800笔。\n\n夺取“双胜利”（四）'], knowledge);
});
