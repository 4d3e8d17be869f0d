import { expect, test } from 'vitest';
import { breakHeading, fitHeading } from '../../../shared/page/heading.ts';

test('a heading that fits stays on one line', () => {
  expect(breakHeading('精准服务主动作为', 20, 3)).toEqual(['精准服务主动作为']);
});

test('lines turn at the author’s spaces first', () => {
  expect(breakHeading('工业路街道 三举措做好夏季疫情防控常态化工作', 18, 3)).toEqual([
    '工业路街道',
    '三举措做好夏季疫情防控常态化工作',
  ]);
});

test('words and quoted names stay whole, and no line is a remnant', () => {
  const lines = breakHeading('区发改委“一建二抓三推四督”工作法推动项目有序开复工', 14, 3);
  expect(lines.join('')).toBe('区发改委“一建二抓三推四督”工作法推动项目有序开复工');
  expect(lines.some((line) => line.includes('“一建二抓三推四督”'))).toBe(true);
  for (const line of lines) expect(line.length).toBeGreaterThan(4);
});

test('a heading far too long is cut where lines are full, and nothing is lost', () => {
  const text = '抓'.repeat(500);
  expect(breakHeading(text, 20, 3).join('')).toBe(text);
});

test('the largest size at which all lines fit is taken', () => {
  expect(fitHeading(['一'.repeat(20)], [22, 20, 18], 442, 2).pt).toBe(22);
  expect(fitHeading(['一'.repeat(21)], [22, 20, 18], 442, 2).pt).toBe(20);
});

test.each([
  ['区商务局积极开展冷链食品疫情防控工作', '冷链食品'],
  ['区委统战部凝聚侨界力量服务招商引资', '侨界'],
  ['县扶贫办多措并举巩固脱贫成果', '多措并举'],
  ['区财政局 多举措做好2020年度政府采购工作', '2020年'],
  ['区委组织部“三举措”为战“疫”强保障', '战“疫”'],
  ['县残联"阳光家园"点亮残疾人生活', '"阳光家园"'],
  ['高温下的坚守——我县供电职工保电一线见闻', '坚守——'],
])('in a narrow column %s keeps %s whole', (title, word) => {
  const lines = breakHeading(title, 9.76, 4);
  expect(lines.some((line) => line.includes(word))).toBe(true);
  expect(lines.join('').replaceAll(' ', '')).toBe(title.replaceAll(' ', ''));
});

test('a quoted name wider than the line is broken inside rather than cut at the edge', () => {
  expect(breakHeading('区发改委“一建二抓三推四督”工作法推动项目有序开复工', 9.76, 4)).toEqual([
    '区发改委“一建二抓',
    '三推四督”工作法',
    '推动项目有序开复工',
  ]);
});
