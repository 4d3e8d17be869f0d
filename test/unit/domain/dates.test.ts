import { describe, expect, it } from 'vitest';
import { formatDate, type IsoDate, isIsoDate, toIsoDate } from '../../../shared/domain/dates.ts';

describe('dates', () => {
  it('are printed without leading zeros', () => {
    expect(formatDate('2020-03-06' as IsoDate)).toBe('2020年3月6日');
  });

  it.each(['2023-02-29', '2020-13-01', '2020-00-10', '2020-3-6', '20200306', ''])('%s is no date', (text) => {
    expect(isIsoDate(text)).toBe(false);
  });

  it('of a moment are those on the wall clock of the office', () => {
    expect(toIsoDate(new Date(2020, 2, 6, 23, 59))).toBe('2020-03-06');
  });
});
