import { z } from 'zod';
import { type HouseStyle, houseStyleSchema } from './houseStyle.ts';

const { mastheadSlots, themeSlots, rows } = houseStyleSchema.shape;

/**
 * 版面调整: what one issue sets otherwise than its publication's house style so that its pages come out (GB/T 9704-2012
 * 5.2.2 特定情况可以作适当调整). Stored with the issue; empty where nothing is set otherwise.
 */
export const pageAdjustSchema = z.object({
  mastheadSlots: mastheadSlots.unwrap().optional(),
  themeSlots: themeSlots.unwrap().optional(),
  rows: rows.unwrap().optional(),
});
export type PageAdjust = z.infer<typeof pageAdjustSchema>;

export const noAdjust: PageAdjust = {};

/** The house style of an issue that is adjusted so. */
export function adjustedStyle(style: HouseStyle, adjust: PageAdjust): HouseStyle {
  const { mastheadSlots: masthead, themeSlots: theme, rows: lines } = adjust;
  return {
    ...style,
    mastheadSlots: masthead ?? style.mastheadSlots,
    themeSlots: theme ?? style.themeSlots,
    rows: lines ?? style.rows,
  };
}

/** What an adjustment changes of a style, in words: 报头由11行改为9行. Empty where it changes nothing. */
export function adjustWords(style: HouseStyle, adjust: PageAdjust): string[] {
  const named = { mastheadSlots: '报头', themeSlots: '主题', rows: '每页' } as const;
  return (Object.keys(named) as (keyof typeof named)[]).flatMap((key) => {
    const to = adjust[key];
    return to === undefined || to === style[key] ? [] : [`${named[key]}由${style[key]}行改为${to}行`];
  });
}

export const sameAdjust = (a: PageAdjust, b: PageAdjust): boolean =>
  a.mastheadSlots === b.mastheadSlots && a.themeSlots === b.themeSlots && a.rows === b.rows;
