import { describe, expect, it } from 'vitest';
import {
  initials,
  initialsOf,
  matchesName,
  openingUnitShape,
  recogniseUnit,
  type UnitName,
} from '../../../shared/text/units/index.ts';

const names: UnitName[] = [
  { unitId: 'fgw', name: '区发展和改革委员会', kind: 'full' },
  { unitId: 'fgw', name: '区发改委', kind: 'short' },
  { unitId: 'zgj', name: '区自然资源和规划局', kind: 'full' },
  { unitId: 'zgj', name: '区国土局', kind: 'former' },
  { unitId: 'qw', name: '区委', kind: 'short' },
  { unitId: 'zfw', name: '区委政法委', kind: 'short' },
  { unitId: 'jyl', name: '济源路街道', kind: 'short' },
  { unitId: 'jyl', name: '济源路街道办事处', kind: 'full' },
];

describe('who sent a text', () => {
  const recognised = (clues: Parameters<typeof recogniseUnit>[0]) => {
    const answer = recogniseUnit(clues, names);
    return answer?.kind === 'recognised' ? [answer.guess.unitId, answer.guess.evidence] : answer;
  };

  it('is read from the source mark, with roles and mixed brackets', () => {
    expect(recognised({ sourceText: '（区发改委）' })).toEqual(['fgw', 'source-mark']);
    expect(recognised({ sourceText: '(区发改委 张三 供稿）' })).toEqual(['fgw', 'source-mark']);
    expect(recognised({ sourceText: '供稿：区发改委' })).toEqual(['fgw', 'source-mark']);
  });

  it('is read from a form field, a former name, the title, the last line', () => {
    expect(recognised('标题\n报送单位：区国土局\n正文。')).toEqual(['zgj', 'field']);
    expect(recognised({ title: '济源路街道“微改造”打造特色街' })).toEqual(['jyl', 'title']);
    expect(recognised('某项工作有序推进\n近日，工作有序推进。\n区发改委')).toEqual(['fgw', 'last-line']);
  });

  it('is a question where the name is only alike, and nothing where none is named', () => {
    const alike = recogniseUnit({ sourceText: '（区自然资源局）' }, names);
    expect(alike?.kind).toBe('candidates');
    expect(alike?.kind === 'candidates' && alike.guesses[0]?.unitId).toBe('zgj');
    expect(recogniseUnit({ title: '三举措做好疫情防控' }, names)).toBeNull();
  });

  it('does not take 区委 for a unit whose longer name the register lacks', () => {
    const answer = recogniseUnit({ sourceText: '（区委统战部）' }, names);
    expect(answer?.kind === 'recognised').toBe(false);
  });

  it('trusts the mark over the title where the two differ', () => {
    expect(recognised({ title: '区委政法委扎实做好宣传', sourceText: '（区发改委）' })).toEqual(['fgw', 'source-mark']);
  });
});

describe('the unit that opens a text, by its shape', () => {
  it.each([
    ['区人社局“保姆式”服务', '区人社局'],
    ['团区委学雷锋', '团区委'],
    ['区纪委监委以精准监督', '区纪委监委'],
    ['市生态环境局上街分局多措并举', '市生态环境局上街分局'],
    ['中心路街道以爱国卫生运动为契机', '中心路街道'],
    ['区委书记李某到峡窝镇调研', null],
    ['我区开展普法宣传活动', null],
    ['三举措做好疫情防控', null],
    ['打造高质量发展新格局', null],
  ])('%s', (text, unit) => {
    expect(openingUnitShape(text)).toBe(unit);
  });
});

describe('finding a unit by its initials', () => {
  it('reads polyphonic names right, and in every way one may type them', () => {
    expect(initials('区发改委')).toBe('qfgw');
    expect(initials('中国银行')).toBe('zgyh');
    expect(initials('长兴路街道')).toBe('cxljd');
    expect(initialsOf('重庆路街道')).toContain('zqljd');
  });

  it('matches part of the name, initials, and both mixed', () => {
    for (const query of ['发改', 'qfg', 'FGW', '区fgw', 'q发改', '']) expect(matchesName(query, '区发改委')).toBe(true);
    for (const query of ['fw', '改发', 'qfgww', '区x']) expect(matchesName(query, '区发改委')).toBe(false);
  });
});
