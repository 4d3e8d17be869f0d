import { createHash } from 'node:crypto';
import path from 'node:path';
import type { CircularDetail } from '../../../../shared/contract/methods/circulars.ts';
import type { Span } from '../../../../shared/contract/methods/statistics.ts';
import type { ExportedFile, ExportResult } from '../../../../shared/contract/views.ts';
import type { Bulletin } from '../../../../shared/domain/bulletin.ts';
import { circularBulletin, statementBulletin } from '../../../../shared/domain/circular/bulletin.ts';
import type { CircularContent, CircularKind } from '../../../../shared/domain/circular/circular.ts';
import { fillWording } from '../../../../shared/domain/circular/wording.ts';
import {
  circularWorkbook,
  statementWorkbook,
  type WorkbookSheet,
} from '../../../../shared/domain/circular/workbook.ts';
import { type IsoDate, toIsoDate } from '../../../../shared/domain/dates.ts';
import { defaultHouseStyle } from '../../../../shared/domain/houseStyle.ts';
import type { CircularId, DepartmentId } from '../../../../shared/domain/ids.ts';
import { formatSpan } from '../../../../shared/domain/scoring/months.ts';
import { type Call, type Desk, record } from '../../context.ts';
import type { Readable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { safeFileName } from '../../files/safeFileName.ts';
import { makeTargetFolder } from '../../files/targetFolder.ts';
import { writeFileAtomic } from '../../files/writeFileAtomic.ts';
import { exportFolder, readOffice } from '../office/office.ts';
import { listPublications } from '../publications/repo.ts';
import { circularFigures, statementOf } from './figures.ts';
import { getCircular } from './repo.ts';
import { readWordings } from './wordings.ts';

/** A circular's content made of what stands now, by the office's wording of its kind. */
export function newContent(r: Readable, desk: Desk, kind: CircularKind, span: Span, date: IsoDate): CircularContent {
  const figures = circularFigures(r, desk, span);
  const { masthead, title, opening, closing, sendTo, parts } = readWordings(r)[kind];
  return {
    ...frameOf(r, span, date),
    masthead,
    issueText: formatSpan(span.from, span.to),
    title: fillWording(title, figures),
    opening: fillWording(opening, figures),
    closing: fillWording(closing, figures),
    sendTo,
    parts,
    figures,
  };
}

/** The page of the publication asked for, else of the first one: circulars look like the bulletin. */
function frameOf(r: Readable, { publicationId }: Span, date: IsoDate) {
  const publications = listPublications(r);
  const publication = publications.find(({ id }) => id === publicationId) ?? publications[0];
  return {
    office: publication?.office ?? readOffice(r)?.name ?? '',
    date,
    // Neither numbered copies nor the bulletin's own head is a circular's.
    style: { ...(publication?.style ?? defaultHouseStyle), imprintOnEvenPage: false },
  };
}

/** Throws `state-changed` where it was published, or saved in between. */
export function forEditing(r: Readable, id: CircularId, version: number): CircularDetail {
  const circular = getCircular(r, id);
  if (circular.publishedAt !== null) throw new CoreError('state-changed', { what: circular.title, state: '发布' });
  if (circular.version !== version) throw new CoreError('state-changed', { what: circular.title, state: '另行修改过' });
  return circular;
}

export function exportCircular(call: Call, id: CircularId, into: string | null): Promise<ExportResult> {
  const { content } = call.desk.db.read((r) => getCircular(r, id));
  return write(call, id, {
    name: content.title,
    folder: path.join('通报', content.issueText || content.title),
    bulletin: circularBulletin(content),
    sheets: circularWorkbook(content),
    into,
  });
}

export function exportStatement(
  call: Call,
  span: Span,
  departmentId: DepartmentId,
  into: string | null,
): Promise<ExportResult> {
  const { desk } = call;
  const { statement, frame } = desk.db.read((r) => ({
    statement: statementOf(r, desk, span, departmentId),
    frame: frameOf(r, span, toIsoDate(desk.clock())),
  }));
  return write(call, departmentId, {
    name: `${statement.unit}对账单`,
    folder: path.join('对账单', formatSpan(span.from, span.to)),
    bulletin: statementBulletin(statement, { masthead: '信息得分对账单', ...frame }),
    sheets: statementWorkbook(statement),
    into,
  });
}

interface Document {
  name: string;
  /** Below the export folder. */
  folder: string;
  bulletin: Bulletin;
  sheets: WorkbookSheet[];
  into: string | null;
}

/** Makes all files, then writes them. Throws `target-…` errors naming file or folder. */
async function write(call: Call, subject: string, document: Document): Promise<ExportResult> {
  const { desk } = call;
  const base = document.into ?? desk.db.read((r) => exportFolder(r, desk.defaultExportFolder));
  if (!path.isAbsolute(base)) throw new CoreError('target-not-writable', { folder: base, detail: '请填写完整路径。' });
  const made: { name: string; bytes: Uint8Array }[] = [];
  let pages: { count: number; check: ExportResult['check']; remarks: string[] } | null = null;
  for (const { name, make } of desk.press.document(document.bulletin, document.sheets, safeFileName(document.name))) {
    const file = await make();
    made.push({ name, bytes: file.bytes });
    pages ??= file.pages ?? null;
  }
  const folder = path.join(base, ...document.folder.split(path.sep).map((part) => safeFileName(part)));
  await makeTargetFolder(folder);
  const files: ExportedFile[] = [];
  for (const { name, bytes } of made) {
    await writeFileAtomic(path.join(folder, name), bytes);
    files.push({ name, bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  desk.db.write((w) => record(w, call, subject, `导出${document.name}到“${folder}”`));
  return {
    folder,
    files,
    pages: pages?.count ?? null,
    check: pages?.check ?? null,
    remarks: pages?.remarks ?? [],
    fonts: await desk.press.fonts(),
  };
}
