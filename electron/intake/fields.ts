import type { SubmissionFields } from '../../shared/domain/submission.ts';

/** Labels departments put before a name at the head or foot of what they send. */
const LABELS = {
  author: '撰稿人?|供稿人?|拟稿人?|起草人|执笔人?|作者|信息员|报送人|联系人',
  signer: '签发人?|审核人?|审签人?|核稿人?|审稿人?',
  phone: '联系电话|联系方式|办公电话|电话|手机',
} as const satisfies Record<keyof SubmissionFields, string>;

const NAMES = ['author', 'signer', 'phone'] as const satisfies readonly (keyof SubmissionFields)[];
const ANY = Object.values(LABELS).join('|');
/** A line made of labels and short values only; running text holds none of that shape. */
const FIELD = `(?:${ANY})\\s*[:：]\\s*[^\\s:：，。；]{2,20}`;
const FIELD_LINE = new RegExp(`^[（(]?\\s*${FIELD}(?:\\s*[，,；;\\s]\\s*${FIELD})*\\s*[）)]?$`);

/** Fields written around a text, from lines that hold nothing else; where a label stands twice, the first counts. */
export function recogniseFields(text: string): Partial<SubmissionFields> {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length < 100 && FIELD_LINE.test(line))
    .join('\n');
  const fields: Partial<SubmissionFields> = {};
  for (const name of NAMES) {
    const value = new RegExp(`(?:${LABELS[name]})\\s*[:：]\\s*([^\\s:：，。；）)]{2,20})`).exec(lines)?.[1];
    if (value !== undefined) fields[name] = value;
  }
  return fields;
}
