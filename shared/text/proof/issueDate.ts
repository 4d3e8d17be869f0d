import { type IsoDate, isIsoDate } from '../../domain/dates.ts';

/** The date in a masthead: a line of its own near the top that is nothing but a date; else `null`. */
export function findIssueDate(text: string): IsoDate | null {
  const match = MASTHEAD_DATE.exec(text.slice(0, 600));
  if (!match) return null;
  const [year = '', month = '', day = ''] = match.slice(1);
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) ? date : null;
}

const MASTHEAD_DATE = /^[^\n，。；]{0,24}?(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日[）)]?$/m;
