import { HAN_CLASS } from '../chars.ts';
import { NUMERAL_CLASS } from '../numerals.ts';
import type { FieldSpan } from './masthead.ts';
import type { IssueRole } from './pieces.ts';
import type { Line } from './source.ts';

/** The lines that end an issue: 报 送 发, 责任编辑, 审核, 签发, 共印 N 份. */

type Role = IssueRole | 'leftover';

const spaced = (word: string) => [...word].join('[\\s\\u3000]{0,4}');
const label = (role: Role, ...words: string[]): readonly [Role, string] => [role, words.map(spaced).join('|')];

const LABELS: readonly (readonly [Role, string])[] = [
  label('recipientsTo', '本期送', '主送', '呈送', '抄送', '送'),
  label('recipientsReport', '本期报', '呈报', '抄报', '上报', '报'),
  label('recipientsSend', '分送', '分发', '本期发', '印发', '下发', '抄发', '发'),
  label('editors', '责任编辑', '本期编辑', '执行编辑', '值班编辑', '责编', '编辑', '编校'),
  label('reviewers', '审核人', '审核', '核稿人', '核稿', '审稿', '复核', '审定'),
  label('signers', '签发人', '签发'),
  label(
    'leftover',
    '校对',
    '撰稿人',
    '撰稿',
    '供稿人',
    '信息员',
    '报送人',
    '报送时间',
    '填报人',
    '审签人',
    '审签',
    '手机',
    '主编',
    '副主编',
    '总编',
    '监制',
    '联系人',
    '联系电话',
    '电话',
    '传真',
    '地址',
    '邮箱',
    '投稿邮箱',
    '电子邮箱',
    '电子信箱',
    '邮编',
    '网址',
    '印制',
    '印刷',
    '排版',
    '版式',
    '美编',
    '录入',
    '打印',
    '承办',
    '主办',
    '编印',
    '编发',
    '发送范围',
    '发送',
  ),
];
/** Labels that only an imprint has; 送 and 电话 could also open a line of an item. */
const COPIES = new RegExp(`[（(]?\\s*共?\\s*印(?:发|制|数)?\\s*[：:]?\\s*[${NUMERAL_CLASS}]{1,6}\\s*份\\s*[）)]?`, 'u');
const NAMES = new RegExp(`^[${HAN_CLASS}·\\s、，,\\d\\-—/()（）@A-Za-z.]{0,60}$`, 'u');

interface Entry {
  role: Role;
  at: number;
}

export interface Imprint {
  /** Indices of the lines it takes. */
  lines: Set<number>;
  spans: FieldSpan[];
}

/** The imprint lines among `lines`, wherever they stand, with the lines that continue a list of recipients. */
export function findImprint(lines: readonly Line[]): Imprint {
  const imprint: Imprint = { lines: new Set(), spans: [] };
  let open: FieldSpan | null = null;
  lines.forEach((line, i) => {
    const entries = closesBracket(lines.slice(Math.max(0, i - 3), i), line) ? [] : entriesOf(line);
    if (entries.length === 0) {
      const continues = open !== null && imprint.lines.has(i - 1) && continuesList(lines[i - 1], line);
      if (!continues || !open) return;
      imprint.lines.add(i);
      const copies = COPIES.exec(line.text);
      const cut = copies ? copies.index : line.text.length;
      if (cut > 0) imprint.spans.push({ ...open, start: line.start, end: line.start + cut });
      if (copies) imprint.spans.push({ role: 'copies', start: line.start + cut, end: line.end });
      return;
    }
    imprint.lines.add(i);
    const spans = entries.map(
      ({ role, at }, k): FieldSpan => ({
        role,
        ...(role === 'leftover' ? {} : { part: line.start + at }),
        start: line.start + at,
        end: line.start + (entries[k + 1]?.at ?? line.text.length),
      }),
    );
    imprint.spans.push(...spans);
    open = spans.findLast(({ role }) => role.startsWith('recipients')) ?? null;
  });
  return imprint;
}

const LABEL_AT = new RegExp(
  `(?:^[（(【]?|(?<=[\\s\\u3000）)；;。]))(?:${LABELS.map(([, words], i) => `(?<r${i}>${words})`).join('|')})(?:[\\s\\u3000]{0,4}[：:]|(?<=^责任编辑|^责编)[\\s\\u3000]+(?=[${HAN_CLASS}\\s\\u3000、]{2,30}$))`,
  'gu',
);

/** The labelled fields of a line; none unless the line begins with one. */
function entriesOf(line: Line): Entry[] {
  if (line.text.length > 400 || !/[：:印]|^责/u.test(line.text)) return [];
  const entries: Entry[] = [];
  for (const match of line.text.matchAll(LABEL_AT)) {
    const group = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined)?.[0];
    const role = LABELS[Number(group?.slice(1))]?.[0];
    if (role) entries.push({ role, at: match.index });
  }
  const copies = COPIES.exec(line.text);
  if (copies && (copies.index === 0 ? copies[0].length === line.text.length : entries.length > 0)) {
    entries.push({ role: 'copies', at: copies.index });
  }
  entries.sort((a, b) => a.at - b.at);
  const [first] = entries;
  if (!first || first.at > 1) return [];
  const isList = first.role.startsWith('recipients') || first.role === 'copies';
  return isList
    ? /[。！？]./u.test(line.text)
      ? []
      : entries
    : NAMES.test(line.text.replace(/[：:]/gu, ''))
      ? entries
      : [];
}

/** Whether a line ends what a bracket opened above: （供稿：区发改委 张三, then 审核：李四） is one mark. */
function closesBracket(before: readonly Line[], { text }: Line): boolean {
  const above = before.map((line) => line.text.slice(-80)).join('');
  return /^[^（(]{0,80}[）)]/u.test(text.slice(0, 100)) && /[（(][^（()）]{0,60}$/u.test(above);
}

/** A list of recipients goes on where it stopped at a comma, or where the next line is set in under it. */
function continuesList(before: Line | undefined, line: Line): boolean {
  if (!before || /[。]$/u.test(before.text) || /[。！？；]./u.test(line.text) || line.text.length > 200) return false;
  return (
    /[、，,]$/u.test(before.text) ||
    line.indent > before.indent + 1 ||
    (line.gap === 0 && !line.ruleBefore && line.text.length < 60)
  );
}
