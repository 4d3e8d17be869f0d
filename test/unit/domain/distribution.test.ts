import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Distribution, type Recipient, resolveDistribution } from '../../../shared/domain/distribution.ts';
import type { GroupId, RecipientId } from '../../../shared/domain/ids.ts';

const rid = (id: string) => id as RecipientId;
const gid = (id: string) => id as GroupId;
const recipient = (id: string, active = true): Recipient => ({ id: rid(id), name: `收件人${id}`, note: '', active });

const recipients = [recipient('a'), recipient('b'), recipient('c'), recipient('x', false)];
const groups = [{ id: gid('g'), name: '区县处级领导', members: [rid('a'), rid('b'), rid('x')] }];
const toGroup = (copies: number) => ({ kind: 'group' as const, id: gid('g'), copies });
const toOne = (id: string, copies: number) => ({ kind: 'recipient' as const, id: rid(id), copies });
const line = (targets: Distribution['lines'][number]['targets'], wording: string | null = null) => ({
  line: 'to' as const,
  label: '送',
  wording,
  targets,
});

describe('发送范围', () => {
  it('prints the names of groups and readers, or the wording given instead', () => {
    const lines = [line([toGroup(1), toOne('c', 1)]), line([toGroup(1)], '区四大班子领导')];
    expect(resolveDistribution({ lines, spare: 0 }, recipients, groups).rows.map((row) => row.text)).toEqual([
      '区县处级领导、收件人c',
      '区四大班子领导',
    ]);
  });

  it('counts each active member of a group, and the spare copies, into 印数', () => {
    const { total, shares } = resolveDistribution({ lines: [line([toGroup(2)])], spare: 3 }, recipients, groups);
    expect([total, shares.map((share) => share.recipientId)]).toEqual([7, ['a', 'b']]);
  });

  it('lets copies given to a reader by name stand against those of his group, and says who was reached twice', () => {
    const lines = [line([toGroup(1)]), line([toOne('a', 5)])];
    const { shares, repeated } = resolveDistribution({ lines, spare: 0 }, recipients, groups);
    expect(shares.map((share) => share.copies)).toEqual([5, 1]);
    expect(repeated).toEqual(['收件人a']);
  });

  it('lists nobody twice and sums up exactly, whatever the lists are', () => {
    const target = fc.oneof(
      fc.record({ kind: fc.constant('group' as const), id: fc.constantFrom(gid('g'), gid('gone')), copies: fc.nat(9) }),
      fc.record({
        kind: fc.constant('recipient' as const),
        id: fc.constantFrom(rid('a'), rid('b'), rid('c'), rid('x'), rid('gone')),
        copies: fc.nat(9),
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(target)), fc.nat(20), (lists, spare) => {
        const found = resolveDistribution({ lines: lists.map((targets) => line(targets)), spare }, recipients, groups);
        const ids = found.shares.map((share) => share.recipientId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(found.total).toBe(found.shares.reduce((sum, share) => sum + share.copies, spare));
        expect(ids).not.toContain('x');
      }),
    );
  });
});
