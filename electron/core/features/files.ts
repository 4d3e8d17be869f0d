import { backFileId, handInId, issueId, submissionId } from '../../../shared/domain/ids.ts';
import type { Call } from '../context.ts';
import { type BlobHash, getBlob } from '../db/blobs.ts';
import { CoreError } from '../errors.ts';
import { backFileOf, takeBackFile } from './backIssues/handlers.ts';
import { listDepartments } from './departments/repo.ts';
import { departmentSheet, importDepartments } from './departments/sheet.ts';
import { issueFile } from './issues/export.ts';
import { listLeaders } from './leaders/repo.ts';
import { importLeaders, leaderSheet } from './leaders/sheet.ts';
import { packetPage, receiptPacket } from './packets/give.ts';
import { slipsFile } from './portal/slips.ts';
import { returnSlip } from './proof/returnSlip.ts';
import { listGroups, listRecipients } from './recipients/repo.ts';
import { importRecipients, recipientSheet } from './recipients/sheet.ts';
import { statisticsSheet } from './statistics/sheet.ts';
import { pictureByHash } from './submissions/pictures.ts';
import { getIntake, getSubmission } from './submissions/repo.ts';
import { listWordings } from './wordings/repo.ts';
import { importWordings, wordingSheet } from './wordings/sheet.ts';

export interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

export interface Download extends NamedBytes {
  /** Media type. */
  type: string;
}

/** One path of a download each; a door lets nothing else through. A name is only ever compared with what there is. */
const DOWNLOADS = [
  /^(?:departments|recipients|leaders|wordings)\.xlsx$/,
  /^(?:originals|back-issues|return-slips|receipts)\/[\w-]{1,64}$/,
  /^statistics\/[\w-]{1,120}\.xlsx$/,
  /^packet-page\.html$/,
  /^slips\/[\w-]{1,64}\.pdf$/,
  /^pictures\/[0-9a-f]{64}$/,
  /^issues\/[\w-]{1,64}\/[^/\\%\p{C}]{1,200}\.\w{1,8}$/u,
];
const UPLOADS = ['departments', 'recipients', 'leaders', 'wordings', 'back-issues'];

export const isDownload = (path: string): boolean => DOWNLOADS.some((pattern) => pattern.test(path));
export const isUpload = (path: string): boolean => UPLOADS.includes(path);

/**
 * Files by path: `departments.xlsx` and the other registers, `originals/SUBMISSION`, `pictures/HASH`, `back-issues/FILE`,
 * `slips/ID.pdf`, `statistics/FROM_TO.xlsx`, `issues/ISSUE/FILE NAME`.
 * Throws `not-found`.
 */
export async function download(call: Call, path: string): Promise<Download> {
  const [head, id = '', name = ''] = path.split('/');
  switch (head) {
    case 'departments.xlsx':
      return named('单位.xlsx', await departmentSheet(call.desk.db.read(listDepartments)));
    case 'recipients.xlsx': {
      const lists = call.desk.db.read((r) => ({ recipients: listRecipients(r), groups: listGroups(r) }));
      return named('收件人.xlsx', await recipientSheet(lists.recipients, lists.groups));
    }
    case 'back-issues':
      return { ...backFileOf(call, backFileId.parse(id)), type: 'application/octet-stream' };
    case 'leaders.xlsx':
      return named('领导名录.xlsx', await leaderSheet(call.desk.db.read(listLeaders)));
    case 'wordings.xlsx':
      return named('提法用语.xlsx', await wordingSheet(call.desk.db.read(listWordings)));
    case 'return-slips':
      return named(
        '退改单.docx',
        call.desk.db.read((r) => returnSlip(r, submissionId.parse(id))),
      );
    case 'packet-page.html':
      return packetPage(call);
    case 'slips':
      return slipsFile(call.desk, id.replace(/\.pdf$/, ''));
    case 'receipts':
      return receiptPacket(call, handInId.parse(id));
    case 'pictures': {
      const { name: file, type, bytes } = call.desk.db.read((r) => pictureByHash(r, id));
      return { name: file, bytes, type: `image/${type}` };
    }
    case 'originals':
      return original(call, id);
    case 'issues':
      return named(name, await issueFile(call, issueId.parse(id), name));
    case 'statistics': {
      const { name: file, bytes } = await statisticsSheet(call.desk, id);
      return named(file, bytes);
    }
    default:
      throw new CoreError('not-found', { what: '这个文件' });
  }
}

/** Registers as sheets: `departments`, `recipients`, `leaders`, `wordings`; files of `back-issues`. Throws `not-found`, `sheet-…`, `file-damaged`. */
export async function upload(call: Call, path: string, file: NamedBytes): Promise<unknown> {
  switch (path) {
    case 'departments':
      return importDepartments(call, file);
    case 'recipients':
      return importRecipients(call, file);
    case 'back-issues':
      return takeBackFile(call, file);
    case 'leaders':
      return importLeaders(call, file);
    case 'wordings':
      return importWordings(call, file);
    default:
      throw new CoreError('not-found', { what: '这个地址' });
  }
}

/** The file a submission came in, byte for byte. */
function original(call: Call, id: string): Download {
  const found = call.desk.db.read((r) => {
    const { fileName, blobHash } = getIntake(r, getSubmission(r, submissionId.parse(id)).intakeId);
    const bytes = blobHash === null ? undefined : getBlob(r, blobHash as BlobHash);
    return bytes && fileName !== null ? { name: fileName, bytes } : null;
  });
  if (!found) throw new CoreError('not-found', { what: '这件来稿的原文件' });
  return { ...found, type: 'application/octet-stream' };
}

const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain; charset=utf-8',
};

const named = (name: string, bytes: Uint8Array): Download => ({
  name,
  bytes,
  type: types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
});
