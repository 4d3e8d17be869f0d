import type { DeliveryRow } from '../../../../shared/contract/views.ts';
import type { Timestamp } from '../../../../shared/domain/dates.ts';
import type { IssueId } from '../../../../shared/domain/ids.ts';
import { isFrozen, issueStateNames } from '../../../../shared/domain/issue.ts';
import { type HandlersOf, now, record } from '../../context.ts';
import type { Readable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { readFrozen } from './frozen.ts';
import { issueLabel } from './labels.ts';
import { existingIssue } from './views.ts';

export const deliveryHandlers: HandlersOf<'deliveries'> = {
  'deliveries.list': ({ id }, { desk }) => desk.db.read((r) => deliveryRows(r, id)),

  'deliveries.mark': ({ id, indices, delivered }, call) =>
    call.desk.db.write((w) => {
      const rows = deliveryRows(w, id);
      for (const index of indices) {
        if (!rows[index]) throw new CoreError('not-found', { what: '分发单上的这一行' });
        if (delivered)
          w.run('INSERT OR IGNORE INTO deliveries (issue_id, share, delivered_at, delivered_by) VALUES (?, ?, ?, ?)', [
            id,
            index,
            now(call.desk),
            call.actor.name,
          ]);
        else w.run('DELETE FROM deliveries WHERE issue_id = ? AND share = ?', [id, index]);
      }
      w.touch('deliveries');
      const [first] = indices;
      const whom = `${rows[first ?? 0]?.recipient ?? ''}${indices.length > 1 ? `等${indices.length}处` : ''}`;
      record(w, call, id, `${issueLabel(w, id)}${delivered ? '已送达' : '改为未送达'}：${whom}`);
      return deliveryRows(w, id);
    }),
};

/** The shares an issue was signed with, and what has been ticked off. Throws `state-changed` before it is signed. */
function deliveryRows(r: Readable, id: IssueId): DeliveryRow[] {
  const issue = existingIssue(r, id);
  if (!isFrozen(issue.state))
    throw new CoreError('state-changed', { what: issueLabel(r, id), state: issueStateNames[issue.state] });
  const ticked = new Map(
    r
      .all<{ share: number; at: Timestamp; by: string }>(
        'SELECT share, delivered_at AS at, delivered_by AS "by" FROM deliveries WHERE issue_id = ?',
        [id],
      )
      .map((row) => [row.share, row]),
  );
  return readFrozen(r, id, issueLabel(r, id)).distribution.shares.map(({ label, recipient, copies }, index) => ({
    index,
    label,
    recipient,
    copies,
    deliveredAt: ticked.get(index)?.at ?? null,
    deliveredBy: ticked.get(index)?.by ?? null,
  }));
}
