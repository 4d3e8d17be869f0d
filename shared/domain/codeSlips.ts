import type { IsoDate } from './dates.ts';

/** 密码单: one slip for each unit, to be cut apart and handed over. */
export interface CodeSlips {
  /** 中共上街区委办公室 */
  office: string;
  date: IsoDate;
  /** Where the department page is found; `null` while it is closed. */
  url: string | null;
  slips: { name: string; code: string }[];
}
