import { expect, test } from 'vitest';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { defaultHouseStyle } from '../../../shared/domain/houseStyle.ts';
import { copyNumberText, correctionText, issueText, numberedCopy, totalText } from '../../../shared/domain/wording.ts';
import { bulletinOf } from '../../support/bulletins.ts';

const style = { ...defaultHouseStyle, issueWording: '增刊第{n}期', totalWording: '总第{t}期' };

test('a number is worded as the publication has it, in figures or in Chinese numerals', () => {
  expect([issueText(style, 19), totalText(style, 512)]).toEqual(['增刊第19期', '总第512期']);
  const chinese = { ...style, issueNumerals: 'chinese' as const };
  expect([issueText(chinese, 19), totalText(chinese, 110)]).toEqual(['增刊第十九期', '总第一百一十期']);
  expect(totalText(chinese, 1512)).toBe('总第1512期');
  expect(totalText(defaultHouseStyle, 512)).toBeNull();
});

test('a copy carries its own number only where the style prints one', () => {
  expect(copyNumberText(style, 12)).toBeNull();
  const numbered = { copyNumberWording: '№{n}', copyNumberDigits: 6 };
  expect(copyNumberText(numbered, 12)).toBe('№000012');
  expect(numberedCopy(bulletinOf('001', numbered), 7).masthead.copyNumber).toBe('№000007');
  const plain = bulletinOf('001');
  expect(numberedCopy(plain, 7)).toBe(plain);
});

test('a correction names the issue it corrects, and says nothing where the style wants nothing said', () => {
  expect(correctionText(style, '《上街信息》第18期', '2020-03-03' as IsoDate)).toBe(
    '更正：《上街信息》第18期（2020年3月3日）有误，以本期为准。',
  );
  expect(correctionText({ correctionWording: ' ' }, '《上街信息》第18期', '2020-03-03' as IsoDate)).toBe('');
});
