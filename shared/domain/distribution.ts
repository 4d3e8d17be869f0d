import { z } from 'zod';
import type { ImprintRow } from './bulletin.ts';
import { groupId, type RecipientId, recipientId } from './ids.ts';

/** A reader of the bulletin, or an office that receives it. */
export const recipientSchema = z.object({
  id: recipientId,
  name: z.string().trim().min(1).max(80),
  note: z.string().trim().max(200),
  active: z.boolean(),
});
export type Recipient = z.infer<typeof recipientSchema>;

/** Recipients printed under one name: 区县处级领导, 各街道办事处. */
export const recipientGroupSchema = z.object({
  id: groupId,
  name: z.string().trim().min(1).max(80),
  members: z.array(recipientId),
});
export type RecipientGroup = z.infer<typeof recipientGroupSchema>;

const copies = z.int().min(0).max(999);

const targetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('recipient'), id: recipientId, copies }),
  /** `copies` is what each member of the group gets. */
  z.object({ kind: z.literal('group'), id: groupId, copies }),
]);
export type DistributionTarget = z.infer<typeof targetSchema>;

/** 报, 送 or 发: one row of the imprint, and who stands behind it. */
export const distributionLineSchema = z.object({
  line: z.enum(['report', 'to', 'send']),
  /** As printed before the colon: 报, 送, 本期送, 发. */
  label: z.string().trim().min(1).max(20),
  /** Printed instead of the targets' names; `null` prints the names. */
  wording: z.string().trim().max(1000).nullable(),
  targets: z.array(targetSchema),
});
export type DistributionLine = z.infer<typeof distributionLineSchema>;

export const distributionSchema = z.object({
  lines: z.array(distributionLineSchema),
  /** Copies kept over and above the recipients'. */
  spare: copies,
});
export type Distribution = z.infer<typeof distributionSchema>;

export const emptyDistribution: Distribution = { lines: [], spare: 0 };

/** One reader's share: which row of the imprint he stands under, how many copies he gets. */
export interface DistributionShare {
  recipientId: RecipientId;
  label: string;
  recipient: string;
  copies: number;
}

export interface ResolvedDistribution {
  rows: ImprintRow[];
  shares: DistributionShare[];
  /** Recipients reached by more than one line or group; each is counted once, with the larger number of copies. */
  repeated: string[];
  /** 印数: all shares and the spare copies. */
  total: number;
}

/**
 * Expand a distribution into printed rows and each reader's copies.
 * A recipient named directly keeps the copies given there, whatever his groups say; reached through several groups he
 * is listed once, at his first place, with the largest number. Inactive recipients and unknown ids are left out.
 */
export function resolveDistribution(
  distribution: Distribution,
  recipients: readonly Recipient[],
  groups: readonly RecipientGroup[],
): ResolvedDistribution {
  const recipientById = new Map(recipients.filter((r) => r.active).map((r) => [r.id, r]));
  const groupById = new Map(groups.map((g) => [g.id, g]));
  const shares = new Map<RecipientId, DistributionShare & { direct: boolean }>();
  const repeated = new Set<string>();

  const reach = (id: RecipientId, label: string, count: number, direct: boolean) => {
    const recipient = recipientById.get(id);
    if (!recipient) return;
    const share = shares.get(id);
    if (!share) {
      shares.set(id, { recipientId: id, label, recipient: recipient.name, copies: count, direct });
      return;
    }
    repeated.add(recipient.name);
    if (direct && !share.direct) Object.assign(share, { copies: count, direct });
    else if (direct === share.direct) share.copies = Math.max(share.copies, count);
  };

  for (const { label, targets } of distribution.lines) {
    for (const target of targets) {
      if (target.kind === 'recipient') reach(target.id, label, target.copies, true);
      else for (const member of groupById.get(target.id)?.members ?? []) reach(member, label, target.copies, false);
    }
  }

  const nameOf = (target: DistributionTarget) =>
    target.kind === 'recipient' ? recipientById.get(target.id)?.name : groupById.get(target.id)?.name;
  const rows = distribution.lines.map(({ label, wording, targets }) => ({
    label,
    text:
      wording ??
      targets
        .map(nameOf)
        .filter((name) => name !== undefined)
        .join('、'),
  }));
  const list = [...shares.values()].map(({ direct: _, ...share }) => share);
  return {
    rows: rows.filter((row) => row.text !== ''),
    shares: list,
    repeated: [...repeated],
    total: list.reduce((sum, share) => sum + share.copies, distribution.spare),
  };
}
