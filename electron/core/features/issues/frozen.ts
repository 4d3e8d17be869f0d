import { createHash } from 'node:crypto';
import { z } from 'zod';
import { bulletinSchema } from '../../../../shared/domain/bulletin.ts';
import type { IssueId } from '../../../../shared/domain/ids.ts';
import { recipientId } from '../../../../shared/domain/ids.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';

/** What signing freezes: the pages' content, and to whom the copies go. */
export const frozenContentSchema = z.object({
  bulletin: bulletinSchema,
  distribution: z.object({
    shares: z.array(z.object({ recipientId, label: z.string(), recipient: z.string(), copies: z.int().nonnegative() })),
    spare: z.int().nonnegative(),
    total: z.int().nonnegative(),
  }),
});
export type FrozenContent = z.infer<typeof frozenContentSchema>;

/** Hash of the first content's predecessor. */
const BEGINNING = '0'.repeat(64);

interface ContentRecord {
  issueId: IssueId;
  content: string;
  sha256: string;
  previous: string;
}

const columns = 'issue_id AS issueId, content, sha256, previous';

/** Each hash covers the one before, so that a content exchanged or taken out is noticed at the next. */
const hashOf = (content: string, previous: string) =>
  createHash('sha256').update(previous).update('\n').update(content).digest('hex');

/** Freezes a signed issue's content at the end of the chain. Returns its hash. */
export function freeze(w: Writable, id: IssueId, content: FrozenContent): string {
  const text = JSON.stringify(frozenContentSchema.parse(content));
  const last = w.get<{ sha256: string }>('SELECT sha256 FROM issue_contents ORDER BY seq DESC LIMIT 1');
  const previous = last?.sha256 ?? BEGINNING;
  const sha256 = hashOf(text, previous);
  w.run('INSERT INTO issue_contents (issue_id, content, sha256, previous) VALUES (?, ?, ?, ?)', [
    id,
    text,
    sha256,
    previous,
  ]);
  return sha256;
}

/** The content as signed. Throws `file-damaged` where it no longer fits its hash. */
export function readFrozen(r: Readable, id: IssueId, label: string): FrozenContent {
  const row = r.get<ContentRecord>(`SELECT ${columns} FROM issue_contents WHERE issue_id = ?`, [id]);
  if (!row || hashOf(row.content, row.previous) !== row.sha256)
    throw new CoreError('file-damaged', { file: label, detail: '签发内容与签发时的校验值不一致。' });
  return frozenContentSchema.parse(JSON.parse(row.content));
}

/** Issues whose content or place in the chain is no longer what was signed. */
export function brokenContents(r: Readable): IssueId[] {
  let previous = BEGINNING;
  return r.all<ContentRecord>(`SELECT ${columns} FROM issue_contents ORDER BY seq`).flatMap((row) => {
    const sound = row.previous === previous && hashOf(row.content, row.previous) === row.sha256;
    previous = row.sha256;
    return sound ? [] : [row.issueId];
  });
}
