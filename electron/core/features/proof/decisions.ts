import type { ParsedInput } from '../../../../shared/contract/index.ts';
import type { ProofDecision } from '../../../../shared/contract/methods/proof.ts';
import type { ItemId } from '../../../../shared/domain/ids.ts';
import { type Call, now, record } from '../../context.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { getItem } from '../items/repo.ts';
import { refusePrinted } from '../items/service.ts';

const columns = 'seq, kind, rule, passage, context, message, reason, at, person';

/** What was decided on an item's findings and figures, oldest first, also on passages that stand there no longer. */
export const listDecisions = (r: Readable, id: ItemId): ProofDecision[] =>
  r.all<ProofDecision>(`SELECT ${columns} FROM proof_decisions WHERE item_id = ? ORDER BY seq`, [id]);

/** Files a decision; one on the same words takes the place of the earlier. */
export function decide(w: Writable, call: Call, decision: ParsedInput<'proof.decide'>): void {
  const item = getItem(w, decision.itemId);
  refusePrinted(w, item.id);
  w.run(
    `INSERT INTO proof_decisions (item_id, kind, rule, passage, context, message, reason, at, person)
     VALUES (@itemId, @kind, @rule, @passage, @context, @message, @reason, @at, @person)
     ON CONFLICT (item_id, kind, rule, context) DO UPDATE SET reason = excluded.reason, message = excluded.message,
       at = excluded.at, person = excluded.person`,
    { ...decision, at: now(call.desk), person: call.actor.name },
  );
  const what = decision.kind === 'waive' ? '不改' : '已核';
  record(w, call, item.id, `校对：“${decision.passage}”${what}${decision.reason === '' ? '' : `，${decision.reason}`}`);
  w.touch('proofs');
}

/** Takes a decision back. Throws `not-found`. */
export function withdrawDecision(w: Writable, call: Call, itemId: ItemId, seq: number): void {
  refusePrinted(w, itemId);
  const found = listDecisions(w, itemId).find((one) => one.seq === seq);
  if (!found) throw new CoreError('not-found', { what: '这条处理意见' });
  w.run('DELETE FROM proof_decisions WHERE seq = ?', [seq]);
  record(w, call, itemId, `校对：恢复提示“${found.passage}”`);
  w.touch('proofs');
}
