import { createHash } from 'node:crypto';
import type { Checklist, CheckName, CheckPoint, CheckRow } from '../../../../shared/contract/methods/checklist.ts';
import { resolveDistribution } from '../../../../shared/domain/distribution.ts';
import { parseSeries } from '../../../../shared/text/series.ts';
import type { Readable } from '../../db/open.ts';
import { type Issue, latestSigned, listEntries } from '../issues/repo.ts';
import { creditsOf, getItem } from '../items/repo.ts';
import { sourceOf } from '../items/service.ts';
import { listGroups, listRecipients } from '../recipients/repo.ts';
import { type IssueProof, type Judged, proofIssue } from './proofIssue.ts';
import { listConfirmations, readBlocks } from './repo.ts';

/** 签发前核对 of an issue as it stands now. */
export function checklistOf(r: Readable, issue: Issue): Checklist {
  const proof = proofIssue(r, issue);
  const subject = subjectOf(r, issue);
  const confirmations = new Map(listConfirmations(r, issue.id).map((one) => [one.name, one]));
  const row = (name: CheckName, { points, summary, byHand = false }: Found): CheckRow => {
    const given = confirmations.get(name);
    const confirmed =
      given && given.subject === subject ? { note: given.note, at: given.at, person: given.person } : null;
    const open = points.some((point) => !isSettled(name, point)) || (byHand && points.length === 0 && name === 'units');
    return { name, points, summary, byHand, confirmed, state: confirmed ? 'confirmed' : open ? 'open' : 'done' };
  };
  return {
    rows: [
      row('errors', found(of(proof, 'error'), '没有错误', '处错误')),
      row('doubts', { ...found(of(proof, 'warning'), '没有疑问', '处疑问'), byHand: true }),
      row('figures', figuresOf(proof)),
      row('units', unitsOf(r, issue, proof)),
      row('series', seriesOf(r, issue)),
      row('distribution', distributionOf(r, issue)),
      row('sources', sourcesOf(r, issue)),
    ],
    blocks: readBlocks(r),
  };
}

interface Found {
  points: CheckPoint[];
  summary: string;
  byHand?: boolean;
}

/** An error counts as settled by a waiver with a reason only. */
const isSettled = (name: CheckName, { decision }: CheckPoint): boolean =>
  decision !== null && (name !== 'errors' || decision.reason !== '');

/** Errors that are neither solved nor waived. */
export const openErrors = ({ rows }: Checklist): CheckPoint[] =>
  rows
    .filter(({ name }) => name === 'errors')
    .flatMap(({ points }) => points.filter((one) => !isSettled('errors', one)));

const ABOUT_UNITS = /^(?:units|people)\./;
/** Questions between items: nobody sees both at once but here. */
const ACROSS = /^across\./;

const of = ({ findings }: IssueProof, severity: Judged['severity']): CheckPoint[] =>
  findings
    .filter(
      ({ rule, severity: given }) =>
        (given === severity || (severity === 'warning' && ACROSS.test(rule))) &&
        (severity === 'error' || !ABOUT_UNITS.test(rule)),
    )
    .map(asPoint);

const asPoint = ({ rule: _rule, severity: _severity, ...point }: Judged): CheckPoint => point;

function found(points: CheckPoint[], none: string, some: string): Found {
  const decided = points.filter(({ decision }) => decision !== null).length;
  const summary = points.length === 0 ? none : `${points.length}${some}${decided > 0 ? `，已处理${decided}处` : ''}`;
  return { points, summary };
}

function figuresOf({ figures, right }: IssueProof): Found {
  const { points, summary } = found(figures, '', '处不能复算');
  return { points, summary: [`${right}处复算相符`, summary].filter(Boolean).join('，'), byHand: true };
}

function unitsOf(r: Readable, issue: Issue, { findings }: IssueProof): Found {
  const units = new Set(
    listEntries(r, issue.id).flatMap(({ itemId }) => creditsOf(r, itemId).map(({ department }) => department)),
  );
  const doubts = findings.filter(({ rule, severity }) => ABOUT_UNITS.test(rule) && severity !== 'error').map(asPoint);
  const { points, summary } = found(doubts, '名录核对没有问题', '处待核');
  return { points, summary: `${units.size}个来稿单位，${summary}`, byHand: true };
}

function seriesOf(r: Readable, issue: Issue): Found {
  const last = latestSigned(r, issue.publicationId);
  const points: CheckPoint[] = [];
  if (last && last.date > issue.date) points.push(ofIssue(issue.date, `日期早于上一期（${last.date}）`));
  const [now, before] = [parseSeries(issue.theme), last && parseSeries(last.theme)];
  if (now && before && now.stem === before.stem && now.number !== before.number + 1)
    points.push(ofIssue(issue.theme, `上一期为第${before.number}篇，这一期应为第${before.number + 1}篇`));
  const summary = points.length > 0 ? `${points.length}处待核` : now ? `连载第${now.number}篇` : '没有连载序号';
  return { points, summary, byHand: true };
}

function distributionOf(r: Readable, issue: Issue): Found {
  const { rows, total, repeated } = resolveDistribution(issue.distribution, listRecipients(r), listGroups(r));
  const points = [
    ...(rows.length === 0 ? [ofIssue('发送范围', '没有填报、送、发')] : []),
    ...(total === 0 ? [ofIssue('印数', '印数是0')] : []),
    ...(repeated.length > 0 ? [ofIssue(repeated.join('、'), '发送范围中重复，只计一次')] : []),
  ];
  return { points, summary: `印${total}份`, byHand: true };
}

function sourcesOf(r: Readable, issue: Issue): Found {
  const entries = listEntries(r, issue.id);
  const points = entries.flatMap(({ itemId, kind }, index): CheckPoint[] => {
    const item = getItem(r, itemId);
    if (kind === 'lead' || sourceOf(r, item) !== '') return [];
    const where = `第${index + 1}条 ${item.title}`;
    return [{ itemId, where, passage: item.title || where, message: '没有来稿单位', key: null, decision: null }];
  });
  if (issue.editors.length === 0) points.push(ofIssue('责任编辑', '没有填责任编辑'));
  return { points, summary: `${entries.length}条稿件，责任编辑${issue.editors.join('、') || '未填'}`, byHand: true };
}

const ofIssue = (passage: string, message: string): CheckPoint => ({
  itemId: null,
  where: '本期',
  passage,
  message,
  key: null,
  decision: null,
});

/** Digest of all that a confirmation by hand speaks of. */
export function subjectOf(r: Readable, issue: Issue): string {
  const entries = listEntries(r, issue.id).map(({ itemId, kind, section }) => {
    const item = getItem(r, itemId);
    return [item.title, item.blocks, sourceOf(r, item), kind, section];
  });
  const { date, theme, distribution, editors } = issue;
  return createHash('sha256')
    .update(JSON.stringify([entries, date, theme, distribution, editors]))
    .digest('hex');
}
