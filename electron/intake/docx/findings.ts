import type { Finding } from './wordText.ts';

/** Sentences for the editor about what was found in a document. */
export const findingsTold = (found: ReadonlySet<Finding>): string[] => [...found].map((finding) => FINDINGS[finding]);

const FINDINGS = {
  revisions: '文件带有修订痕迹，已按接受全部修订后的文字读入。',
  hidden: '文件中有隐藏文字，没有读入。',
  numbers: '自动编号已转为文字，请核对序号。',
  symbols: '文件中有特殊符号，读入后显示为 □，请对照原件补上。',
  notes: '文件中有脚注或尾注，已放在正文之后。',
  tables: '文件中有表格，已按行读入。',
} as const satisfies Record<Finding, string>;
