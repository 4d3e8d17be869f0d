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
