import {
  type Checklist,
  type CheckPoint,
  type CheckRow,
  checkNames,
} from '../../../../shared/contract/methods/checklist.ts';
import { formatDate, type Timestamp } from '../../../../shared/domain/dates.ts';
import { type FormSheet, formSheetSchema } from '../../../../shared/domain/formSheet.ts';
import { isFrozen } from '../../../../shared/domain/issue.ts';
import type { Readable } from '../../db/open.ts';
import { fromJson } from '../../json.ts';
import { issueLabel } from '../issues/labels.ts';
import type { Issue } from '../issues/repo.ts';
import { checklistOf } from './checklist.ts';
import { readReview } from './repo.ts';

/**
 * 核稿单 of an issue: as it was when signed, or as it stands now. `null` for an issue that was signed before reviews
 * were kept.
 */
export function reviewOf(r: Readable, issue: Issue): FormSheet | null {
  if (!isFrozen(issue.state)) return reviewSheet(issueLabel(r, issue.id), issue, checklistOf(r, issue), null);
  const kept = readReview(r, issue.id);
  return kept === null ? null : fromJson(formSheetSchema, kept);
}

/** Who signed, and when; `null` on the sheet of an issue that is not signed yet. */
export interface Signed {
  person: string;
  at: Timestamp;
}

export function reviewSheet(label: string, issue: Issue, { rows }: Checklist, signed: Signed | null): FormSheet {
  return {
    title: `${label}核稿单`,
    date: issue.date,
    facts: [
      ['日期', formatDate(issue.date)],
      ['责任编辑', issue.editors.join('、') || '（未填）'],
      ['审核', issue.reviewer ?? '（未填）'],
      ['签发', signed ? `${signed.person}，${clock(signed.at)}` : '（未签发）'],
    ],
    parts: [summary(rows), ...rows.filter(({ points }) => points.length > 0).map(details)],
    foot: ['责任编辑：', '审核：', '签发：'],
  };
}

const stateNames: Record<CheckRow['state'], string> = { done: '通过', open: '未处理完', confirmed: '已核对' };

const summary = (rows: readonly CheckRow[]): FormSheet['parts'][number] => ({
  heading: '核对情况',
  columns: [
    { title: '事项', width: 4 },
    { title: '结果', width: 2 },
    { title: '说明', width: 6 },
    { title: '核对人', width: 4 },
  ],
  rows: rows.map(({ name, state, summary: words, confirmed }) => [
    checkNames[name],
    stateNames[state],
    [words, confirmed?.note].filter(Boolean).join('；'),
    confirmed ? `${confirmed.person}，${clock(confirmed.at)}` : '',
  ]),
  none: '',
});

const details = ({ name, points }: CheckRow): FormSheet['parts'][number] => ({
  heading: checkNames[name],
  columns: [
    { title: '稿件', width: 3 },
    { title: '原文', width: 4 },
    { title: '提示', width: 5 },
    { title: '处理', width: 4 },
  ],
  rows: points.map((point) => [point.where, point.passage, point.message, handled(point)]),
  none: '',
});

function handled({ key, decision }: CheckPoint): string {
  if (!decision) return '';
  const words = decision.reason || (key?.kind === 'confirm' ? '已核实' : '不改');
  return `${words}（${decision.person}，${clock(decision.at)}）`;
}

/** 2020年3月6日 10:00, as the office's clocks show it. */
function clock(at: Timestamp): string {
  const time = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${time.getFullYear()}年${time.getMonth() + 1}月${time.getDate()}日 ${two(time.getHours())}:${two(time.getMinutes())}`;
}
