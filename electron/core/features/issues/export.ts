import { createHash } from 'node:crypto';
import path from 'node:path';
import { setImmediate as afterOthers } from 'node:timers/promises';
import type { ExportedFile, ExportResult } from '../../../../shared/contract/views.ts';
import { resolveDistribution } from '../../../../shared/domain/distribution.ts';
import { type DistributionSheet, withCopyNumbers } from '../../../../shared/domain/distributionSheet.ts';
import { type ExportWish, usualExport } from '../../../../shared/domain/exportWish.ts';
import type { IssueId } from '../../../../shared/domain/ids.ts';
import { isFrozen } from '../../../../shared/domain/issue.ts';
import { copyNumberText } from '../../../../shared/domain/wording.ts';
import { type Call, type Desk, record } from '../../context.ts';
import type { Readable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { safeFileName } from '../../files/safeFileName.ts';
import { freeFolder, makeTargetFolder } from '../../files/targetFolder.ts';
import { writeFileAtomic } from '../../files/writeFileAtomic.ts';
import type { PressedFile, PressOrder } from '../../ports.ts';
import { reviewOf } from '../checklist/review.ts';
import { exportFolder, readExportWish, writeExportWish } from '../office/office.ts';
import { listGroups, listRecipients } from '../recipients/repo.ts';
import { REPORT_NAME, reportText } from './exportReport.ts';
import { readFrozen } from './frozen.ts';
import { issueLabel, numbersOf } from './labels.ts';
import { bulletinOf, existingIssue } from './views.ts';

export interface ExportOrder {
  /** `null` takes the office's folder. */
  into: string | null;
  /** Writes beside what an earlier export left, for files another program holds. */
  beside: boolean;
  wish: ExportWish;
  /** Under which progress is told, and by which it can be stopped. */
  job: string;
}

/**
 * Writes an issue's files and the report on them into a folder of its own, 上街信息/2020年第19期; of one not signed yet with
 * （暂定） in its name, and 清样 on its pages. A signed issue gives the same bytes each time. Nothing is written before all
 * is made. Throws `target-…` errors naming file or folder, and `export-stopped`.
 */
export async function exportIssue(call: Call, id: IssueId, order: ExportOrder): Promise<ExportResult> {
  const { desk } = call;
  const { wish, job } = order;
  const signal = begin(desk, job);
  try {
    const { folder: below, label, ...printed } = desk.db.read((r) => printedIssue(r, desk, id));
    const base = order.into ?? desk.db.read((r) => exportFolder(r, desk.defaultExportFolder));
    if (!path.isAbsolute(base))
      throw new CoreError('target-not-writable', { folder: base, detail: '请填写完整路径。' });
    const plan = desk.press.plan(printed, wish);
    // Making, then writing; the report is one file more.
    const steps = 2 * plan.length + 1;
    const told = async (done: number) => {
      desk.emit({ type: 'progress', job, label: `导出${label}`, done, total: steps });
      await afterOthers();
      if (signal.aborted) throw new CoreError('export-stopped', { issue: label });
    };
    const made: { name: string; file: PressedFile }[] = [];
    for (const { name, make } of plan) {
      await told(made.length);
      made.push({ name, file: await make() });
    }
    const pages = made.find(({ file }) => file.pages)?.file.pages ?? null;
    const fonts = await desk.press.fonts();
    const files = made.map(({ name, file }) => entryOf(name, file.bytes));
    const report = { pages: pages?.count ?? null, check: pages?.check ?? null, remarks: pages?.remarks ?? [], fonts };
    const text = new TextEncoder().encode(reportText({ label, proof: printed.proof, files, ...report }));

    const wanted = path.join(base, below);
    const folder = order.beside ? await freeFolder(wanted) : wanted;
    await makeTargetFolder(folder);
    let done = plan.length;
    for (const { name, bytes } of [
      ...made.map(({ name, file }) => ({ name, bytes: file.bytes })),
      { name: REPORT_NAME, bytes: text },
    ]) {
      await told(done++);
      await writeFileAtomic(path.join(folder, name), bytes);
    }
    desk.db.write((w) => {
      record(w, call, id, `导出${label}到“${folder}”`);
      writeExportWish(w, wish);
    });
    return { folder, files: [...files, entryOf(REPORT_NAME, text)], ...report };
  } finally {
    running.get(desk)?.delete(job);
  }
}

/** Stops an export before its next file; what has been written is whole. One that has ended is left alone. */
export function stopExport(desk: Desk, job: string): void {
  running.get(desk)?.get(job)?.abort();
}

/** The issue's own pages under a name that does not change with its number; of one not signed yet the proof. */
const PRINT_NAME = '付印.pdf';

/** One file of an issue by its name, without writing it: for a download or a print. Throws `not-found`. */
export async function issueFile(call: Call, id: IssueId, name: string): Promise<Uint8Array> {
  const { desk } = call;
  const { printed, labels } = desk.db.read((r) => ({
    printed: printedIssue(r, desk, id),
    labels: readExportWish(r).labels,
  }));
  const everything: ExportWish = { parts: [...usualExport.parts, 'labels', 'copies'], labels };
  const plan = desk.press.plan(printed, everything);
  const planned = name === PRINT_NAME ? plan[0] : plan.find((file) => file.name === name);
  if (!planned) throw new CoreError('not-found', { what: `文件“${name}”` });
  return (await planned.make()).bytes;
}

const running = new WeakMap<Desk, Map<string, AbortController>>();

function begin(desk: Desk, job: string): AbortSignal {
  const jobs = running.get(desk) ?? new Map<string, AbortController>();
  running.set(desk, jobs);
  const controller = new AbortController();
  jobs.set(job, controller);
  return controller.signal;
}

const entryOf = (name: string, bytes: Uint8Array): ExportedFile => ({
  name,
  bytes: bytes.byteLength,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

interface PrintedIssue extends PressOrder {
  /** Folder of the issue below the export folder. */
  folder: string;
  label: string;
}

function printedIssue(r: Readable, desk: Desk, id: IssueId): PrintedIssue {
  const issue = existingIssue(r, id);
  const bulletin = bulletinOf(r, issue);
  const { tentative } = numbersOf(r, issue);
  const { name, issueText, office, date } = bulletin.masthead;
  const { shares, spare, total } = isFrozen(issue.state)
    ? readFrozen(r, id, issueLabel(r, id)).distribution
    : { ...resolveDistribution(issue.distribution, listRecipients(r), listGroups(r)), spare: issue.distribution.spare };
  const sheet: DistributionSheet = {
    title: name,
    issueText,
    office,
    date,
    rows: shares.map(({ label, recipient, copies }) => ({ label, recipient, copies })),
    spare,
    total,
  };
  return {
    bulletin,
    sheet: copyNumberText(bulletin.style, 1) === null ? sheet : withCopyNumbers(sheet),
    review: reviewOf(r, issue),
    proof: tentative ? `清样　${proofMoment(desk.clock())}` : null,
    folder: path.join(safeFileName(name), safeFileName(`${issue.year}年${issueText}${tentative ? '（暂定）' : ''}`)),
    label: issueLabel(r, id),
  };
}

/** 3月6日 10:05, by the office's clock: which of two proofs is the newer. */
function proofMoment(moment: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${moment.getMonth() + 1}月${moment.getDate()}日 ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
