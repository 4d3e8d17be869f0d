import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { ExportedFile, ExportResult } from '../../../../shared/contract/views.ts';
import type { Bulletin } from '../../../../shared/domain/bulletin.ts';
import { resolveDistribution } from '../../../../shared/domain/distribution.ts';
import type { DistributionSheet } from '../../../../shared/domain/distributionSheet.ts';
import type { IssueId } from '../../../../shared/domain/ids.ts';
import { isFrozen } from '../../../../shared/domain/issue.ts';
import { type Call, record } from '../../context.ts';
import type { Readable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { safeFileName } from '../../files/safeFileName.ts';
import { writeFileAtomic } from '../../files/writeFileAtomic.ts';
import { exportFolder } from '../office/office.ts';
import { listGroups, listRecipients } from '../recipients/repo.ts';
import { readFrozen } from './frozen.ts';
import { issueLabel, numbersOf } from './labels.ts';
import { bulletinOf, existingIssue } from './views.ts';

interface Printed {
  bulletin: Bulletin;
  sheet: DistributionSheet;
  /** Folder of the issue below the export folder. */
  folder: string;
  label: string;
}

/**
 * Writes an issue's files into a folder of its own, 上街信息/2020年第19期; of one not signed yet with （暂定） in its name.
 * A signed issue gives the same bytes each time. Throws `target-…` errors naming file or folder.
 */
export async function exportIssue(call: Call, id: IssueId, into: string | null, job: string): Promise<ExportResult> {
  const { desk } = call;
  const { bulletin, sheet, folder: below, label } = desk.db.read((r) => printed(r, id));
  const folder = path.join(into ?? desk.db.read((r) => exportFolder(r, desk.defaultExportFolder)), below);
  const progress = (done: number, total: number) =>
    desk.emit({ type: 'progress', job, label: `导出${label}`, done, total });
  const made = await desk.press.files(bulletin, sheet, progress);
  await makeFolder(folder);
  const files: ExportedFile[] = [];
  for (const { name, bytes } of made.files) {
    await writeFileAtomic(path.join(folder, name), bytes);
    files.push({ name, bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  desk.db.write((w) => record(w, call, id, `导出${label}到“${folder}”`));
  return { folder, files, pages: made.pages, check: made.check, fonts: made.fonts, remarks: made.remarks };
}

/** The files of an issue without writing them: for a download. */
export async function issueFiles(call: Call, id: IssueId) {
  const { bulletin, sheet } = call.desk.db.read((r) => printed(r, id));
  return (await call.desk.press.files(bulletin, sheet, () => {})).files;
}

function printed(r: Readable, id: IssueId): Printed {
  const issue = existingIssue(r, id);
  const bulletin = bulletinOf(r, issue);
  const { number, tentative } = numbersOf(r, issue);
  const { name, issueText, date } = { ...bulletin.masthead };
  const { shares, spare, total } = isFrozen(issue.state)
    ? readFrozen(r, id, issueLabel(r, id)).distribution
    : { ...resolveDistribution(issue.distribution, listRecipients(r), listGroups(r)), spare: issue.distribution.spare };
  const folder = `${issue.year}年第${number}期${tentative ? '（暂定）' : ''}`;
  return {
    bulletin,
    sheet: {
      title: name,
      issueText,
      date,
      rows: shares.map(({ label, recipient, copies }) => ({ label, recipient, copies })),
      spare,
      total,
    },
    folder: path.join(safeFileName(name), folder),
    label: issueLabel(r, id),
  };
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new CoreError('target-not-writable', { folder, detail }, { cause: error });
  }
}
