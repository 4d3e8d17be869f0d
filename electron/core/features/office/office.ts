import path from 'node:path';
import { z } from 'zod';
import type { Counts, LogRow, OfficeView, SessionView } from '../../../../shared/contract/views.ts';
import { type ExportWish, exportWishSchema, usualExport } from '../../../../shared/domain/exportWish.ts';
import { submissionStateSchema } from '../../../../shared/domain/submission.ts';
import type { Desk, SessionPort } from '../../context.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { countPool } from '../items/repo.ts';
import { listPeople } from '../people/repo.ts';

const officeSettings = z.object({ name: z.string(), exportFolder: z.string() });

/** The office as set up; `null` before its first start was finished. */
export function readOffice(r: Readable): z.infer<typeof officeSettings> | null {
  const row = r.get<{ value: string }>(`SELECT value FROM settings WHERE key = 'office'`);
  return row ? officeSettings.parse(JSON.parse(row.value)) : null;
}

export function writeOffice(w: Writable, office: z.infer<typeof officeSettings>): void {
  w.run(
    `INSERT INTO settings (key, value) VALUES ('office', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [JSON.stringify(office)],
  );
  w.touch('office');
}

/** What the office wants of an export, as it last did. */
export function readExportWish(r: Readable): ExportWish {
  const row = r.get<{ value: string }>(`SELECT value FROM settings WHERE key = 'export'`);
  const stored = exportWishSchema.safeParse(row ? JSON.parse(row.value) : null);
  return stored.success ? stored.data : usualExport;
}

export function writeExportWish(w: Writable, wish: ExportWish): void {
  w.run(
    `INSERT INTO settings (key, value) VALUES ('export', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [JSON.stringify(wish)],
  );
  w.touch('office');
}

/** The office's own folder, or the program's where it chose none. */
export const exportFolder = (r: Readable, otherwise: string): string =>
  path.resolve(readOffice(r)?.exportFolder || otherwise);

export function sessionView(r: Readable, desk: Desk, session: SessionPort): SessionView {
  const people = listPeople(r);
  const office = readOffice(r);
  const view: OfficeView | null = office && {
    name: office.name,
    exportFolder: exportFolder(r, desk.defaultExportFolder),
    exportWish: readExportWish(r),
  };
  return {
    office: view,
    person: people.find((p) => p.id === session.personId && p.active) ?? null,
    people: people.filter((p) => p.active),
    capabilities: session.capabilities,
    version: desk.version,
  };
}

/** Numbers on the rail. */
export function counts(r: Readable): Counts {
  const submissions = Object.fromEntries(submissionStateSchema.options.map((state) => [state, 0]));
  for (const row of r.all<{ state: string; n: number }>('SELECT state, count(*) AS n FROM submissions GROUP BY state'))
    submissions[row.state] = row.n;
  const one = (sql: string) => r.get<{ n: number }>(sql)?.n ?? 0;
  return {
    submissions: submissions as Counts['submissions'],
    items: countPool(r),
    issuesOpen: one(`SELECT count(*) AS n FROM issues WHERE state IN ('assembling', 'inReview')`),
    issuesSigned: one(`SELECT count(*) AS n FROM issues WHERE state IN ('signed', 'released', 'filed')`),
  };
}

/** The record, newest first; of one subject, or of everything. */
export function readLog(r: Readable, subject: string | null, limit: number): LogRow[] {
  const where = subject === null ? '' : 'WHERE subject = @subject';
  return r.all<LogRow>(`SELECT seq, at, person, text FROM audit_log ${where} ORDER BY seq DESC LIMIT @limit`, {
    limit,
    ...(subject === null ? {} : { subject }),
  });
}
