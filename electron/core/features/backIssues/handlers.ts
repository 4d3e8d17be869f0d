import type { BackDraftKey, BackUpload, FilingResult } from '../../../../shared/contract/methods/backIssues.ts';
import { toIsoDate } from '../../../../shared/domain/dates.ts';
import type { BackFileId } from '../../../../shared/domain/ids.ts';
import { faultOf } from '../../../../shared/text/split/review/index.ts';
import { type Call, type HandlersOf, newId, now, record } from '../../context.ts';
import { hashBytes } from '../../db/blobs.ts';
import type { Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { getDepartment, putDepartment } from '../departments/repo.ts';
import { getPublication } from '../publications/repo.ts';
import { putDrafts } from './drafts.ts';
import { fileDraft, withdrawFiling } from './filing.ts';
import {
  addFile,
  bytesOf,
  draftsOfFile,
  findFileOfBytes,
  getDraft,
  getFile,
  listFiles,
  putDraft,
  readSplit,
  removeFile,
  setPaused,
  setSplit,
  setWaiting,
} from './repo.ts';
import { backDetail, backNumbers, backStatus, isReady, judgedDrafts, listBack, unknownSources } from './views.ts';

const today = ({ clock }: Call['desk']) => toIsoDate(clock());

export const backIssueHandlers: HandlersOf<'backIssues'> = {
  'backIssues.status': (_, { desk }) => desk.db.read((r) => backStatus(r, today(desk))),
  'backIssues.list': (input, { desk }) => desk.db.read((r) => listBack(r, input, today(desk))),
  'backIssues.get': (key, { desk }) => desk.db.read((r) => backDetail(r, key, today(desk))),
  'backIssues.numbers': (_, { desk }) => desk.db.read(backNumbers),
  'backIssues.unknownSources': (_, { desk }) => desk.db.read(unknownSources),

  'backIssues.nameUnit': ({ name, departmentId }, call) =>
    call.desk.db.write((w) => {
      const department = getDepartment(w, departmentId);
      if (!department) throw new CoreError('not-found', { what: '这个单位' });
      const otherNames = [...department.otherNames, { name, kind: 'alias' as const, validFrom: null, validTo: null }];
      putDepartment(w, { ...department, otherNames });
      record(w, call, departmentId, `“${name}”认作${department.shortName}`);
      w.touch('backIssues');
    }),

  'backIssues.save': ({ fileId, part, ...numbers }, call) =>
    call.desk.db.write((w) => {
      const draft = openDraft(w, { fileId, part });
      if (numbers.publicationId !== null) getPublication(w, numbers.publicationId);
      putDraft(w, { ...draft, ...numbers, byHand: true });
      w.touch('backIssues');
    }),

  'backIssues.saveSplit': ({ fileId, split }, call) =>
    call.desk.db.write((w) => {
      const file = getFile(w, fileId);
      if (draftsOfFile(w, fileId).some((draft) => draft.issueId !== null))
        throw new CoreError('state-changed', { what: file.name, state: '补录' });
      const { text } = readSplit(w, fileId);
      if (faultOf(text, split) !== null) throw new CoreError('invalid-input', { detail: '拆分与原文对不上' });
      setSplit(w, fileId, split);
      putDrafts(w, file, text, split);
      record(w, call, fileId, `改正往期文件“${file.name}”的分条`);
      w.touch('backIssues');
    }),

  'backIssues.remove': ({ fileIds }, call) =>
    call.desk.db.write((w) => {
      const files = fileIds?.map((id) => getFile(w, id)) ?? listFiles(w);
      const removable = files.filter(
        ({ id, state }) => state !== 'filed' && draftsOfFile(w, id).every((draft) => draft.issueId === null),
      );
      for (const { id } of removable) removeFile(w, id);
      record(w, call, null, `移出待补录的往期文件${removable.length}份`);
      w.touch('backIssues');
      return { removed: removable.length };
    }),

  'backIssues.retry': ({ fileId }, call) => {
    call.desk.db.write((w) => {
      const { state, name } = getFile(w, fileId);
      if (state !== 'failed') throw new CoreError('state-changed', { what: name, state: '读过' });
      setWaiting(w, fileId);
      w.touch('backIssues');
    });
    call.desk.readBackIssues();
  },

  'backIssues.pause': ({ paused }, { desk }) => {
    desk.db.write((w) => setPaused(w, paused));
    desk.readBackIssues();
  },

  'backIssues.file': ({ drafts, job }, call) => fileAll(call, drafts, job),

  'backIssues.withdraw': ({ issueId, reason }, call) =>
    call.desk.db.write((w) => withdrawFiling(w, call, issueId, reason)),
};

/** Keeps a file that came in until it is read; the same bytes a second time add nothing. */
export function takeBackFile(call: Call, { name, bytes }: { name: string; bytes: Uint8Array }): BackUpload {
  if (bytes.byteLength === 0) throw new CoreError('file-empty', { file: name });
  const hash = hashBytes(bytes);
  const upload = call.desk.db.write((w): BackUpload => {
    const known = findFileOfBytes(w, hash);
    if (known) return { fileId: known.id, state: 'known' };
    const fileId = newId<BackFileId>();
    const file = { id: fileId, name, hash, size: bytes.byteLength, addedAt: now(call.desk), addedBy: call.actor.name };
    addFile(w, file, bytes);
    return { fileId, state: 'added' };
  });
  if (upload.state === 'added') call.desk.readBackIssues();
  return upload;
}

/** The file a back issue was read from, byte for byte. */
export const backFileOf = ({ desk }: Call, id: BackFileId): { name: string; bytes: Uint8Array } =>
  desk.db.read((r) => ({ name: getFile(r, id).name.split('/').at(-1) ?? '', bytes: bytesOf(r, id) }));

function openDraft(w: Writable, { fileId, part }: BackDraftKey) {
  const draft = getDraft(w, fileId, part);
  if (draft.issueId !== null) throw new CoreError('state-changed', { what: getFile(w, fileId).name, state: '补录' });
  return draft;
}

/** Issues filed in one transaction: the pages are told once for all of them. */
const AT_ONCE = 20;

/** Between batches others are answered. What cannot be filed (any more) stays; any other fault ends the work. */
async function fileAll(call: Call, chosen: readonly BackDraftKey[] | null, job: string): Promise<FilingResult> {
  const { db, emit } = call.desk;
  const keys = chosen ?? db.read((r) => judgedDrafts(r, today(call.desk)).filter(isReady));
  let filed = 0;
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const batch = keys.slice(from, from + AT_ONCE);
    filed += db.write((w) => batch.filter((key) => tryFiling(w, call, key)).length);
    emit({ type: 'progress', job, label: '补录往期', done: from + batch.length, total: keys.length });
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { filed, left: keys.length - filed };
}

/** Refusals come before anything is written. */
function tryFiling(w: Writable, call: Call, key: BackDraftKey): boolean {
  try {
    fileDraft(w, call, key);
    return true;
  } catch (error) {
    if (error instanceof CoreError && (error.code === 'back-issue-not-ready' || error.code === 'not-found'))
      return false;
    throw error;
  }
}
