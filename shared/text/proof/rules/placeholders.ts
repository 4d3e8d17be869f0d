import { flag, scan } from '../draft.ts';
import type { Draft } from '../types.ts';

/** Blanks the writer meant to fill: XX, ××, ___, （待补）, 20XX年. */
export const placeholders = (text: string): Draft[] => [
  ...scan(text, /\d*[XxＸ×]{2,}|[〇○]{3,}|(?<![某\p{Script=Han}])某某|_{2,}|＿{2,}|\?{3,}|？{3,}|□{2,}/gu, (match) => {
    if (/[A-Za-z]/.test(text[match.index - 1] ?? '') || /[A-Za-z]/.test(text[match.index + match[0].length] ?? ''))
      return null;
    if (/^[xX]{2,}$/.test(match[0]) && /[A-Za-z]/.test(text.slice(match.index - 1, match.index))) return null;
    return flag(match.index, match.index + match[0].length, 'error', `“${match[0]}”是未填的空白`);
  }),
  ...scan(
    text,
    /[（(](?:待定|待补充?|待核实?|待填|此处[^（）()]{0,12}|数据待[^（）()]{0,8}|请[^（）()]{0,6}(?:补充|核实|填写)[^（）()]{0,8}|\s*)[）)]/g,
    (match) => flag(match.index, match.index + match[0].length, 'error', `“${match[0]}”是未处理的批注或空括号`),
  ),
];
