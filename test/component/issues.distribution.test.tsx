import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addLine,
  changeLine,
  moveLine,
  removeLine,
  setCopies,
  setTargets,
  targetKey,
} from '../../renderer/features/issues/distribution/distributionEdit.ts';
import { distributionSchema, emptyDistribution, resolveDistribution } from '../../shared/domain/distribution.ts';
import { issueOffice } from './fake/issues.ts';
import { openIssueProgram } from './fake/openIssue.tsx';

const { recipients, groups } = await issueOffice();
const keys = [
  ...recipients.map(({ id }) => targetKey({ kind: 'recipient', id })),
  ...groups.map(({ id }) => targetKey({ kind: 'group', id })),
];

describe('edits of a distribution', () => {
  test('report, to and send stand in printed order however they are added', () => {
    const made = addLine(addLine(addLine(emptyDistribution, 'send'), 'report'), 'to');
    expect(made.lines.map(({ label }) => label)).toEqual(['报', '送', '发']);
    expect(moveLine(made, 0, 1).lines.map(({ label }) => label)).toEqual(['送', '报', '发']);
    expect(moveLine(made, 0, -1)).toBe(made);
    expect(removeLine(made, 1).lines).toHaveLength(2);
  });

  test('targets kept keep their copies, new ones get one', () => {
    const [one, two] = keys;
    if (!one || !two) throw new Error('no targets');
    const first = setCopies(setTargets(addLine(emptyDistribution, 'to'), 0, [one]), 0, one, 7);
    expect(setTargets(first, 0, [two, one]).lines[0]?.targets.map(({ copies }) => copies)).toEqual([1, 7]);
  });

  test('whatever is edited, the result passes the contract and the total is the sum of shares and spare copies', () => {
    const anyEdit = fc.oneof(
      fc.record({ do: fc.constant('add' as const), line: fc.constantFrom('report' as const, 'to', 'send') }),
      fc.record({ do: fc.constant('targets' as const), place: fc.nat(3), keys: fc.subarray(keys) }),
      fc.record({
        do: fc.constant('copies' as const),
        place: fc.nat(3),
        key: fc.constantFrom(...keys),
        copies: fc.nat(999),
      }),
      fc.record({
        do: fc.constant('wording' as const),
        place: fc.nat(3),
        wording: fc.constantFrom(null, '区县处级领导'),
      }),
    );
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 30 }), fc.nat(999), (edits, spare) => {
        let made = { ...emptyDistribution, spare };
        for (const edit of edits) {
          if (edit.do === 'add') made = addLine(made, edit.line);
          else if (edit.do === 'targets') made = setTargets(made, edit.place, edit.keys);
          else if (edit.do === 'copies') made = setCopies(made, edit.place, edit.key, edit.copies);
          else made = changeLine(made, edit.place, { wording: edit.wording });
        }
        expect(distributionSchema.safeParse(made).success).toBe(true);
        const { shares, total } = resolveDistribution(made, recipients, groups);
        expect(total).toBe(shares.reduce((sum, share) => sum + share.copies, spare));
        expect(new Set(shares.map(({ recipientId }) => recipientId)).size).toBe(shares.length);
      }),
    );
  });
});

describe('发送', () => {
  test('a reader named twice is counted once and named as repeated', async () => {
    const { user } = await openIssueProgram(({ issue }) => {
      const [secretary] = recipients;
      const [leaders] = groups;
      if (!secretary || !leaders) throw new Error('no readers');
      issue.distribution = {
        lines: [
          { line: 'to', label: '本期送', wording: null, targets: [{ kind: 'group', id: leaders.id, copies: 2 }] },
          { line: 'send', label: '发', wording: null, targets: [{ kind: 'recipient', id: secretary.id, copies: 1 }] },
        ],
        spare: 3,
      };
    });
    await user.click(screen.getByRole('tab', { name: /^发送/ }));
    expect(await screen.findByText(/^区委书记不止一处出现/)).toBeTruthy();
    expect(screen.getByText('每家份数（2 家，共印 6 份，其中备份 3 份）')).toBeTruthy();
  });

  test('an edit is saved at once and shown at once, the wording in place of the names', async () => {
    const { user, client } = await openIssueProgram();
    await user.click(screen.getByRole('tab', { name: /^发送/ }));
    await user.click(await screen.findByRole('button', { name: '加一行“送”' }));
    const line = await screen.findByRole('group', { name: /第1行/ });
    const wording = within(line).getByRole('textbox', { name: '印出的文字' });
    fireEvent.change(wording, { target: { value: '区领导' } });
    fireEvent.blur(wording);
    await waitFor(() => expect(client.callsOf('issues.update').at(-1)?.distribution?.lines[0]?.wording).toBe('区领导'));
    expect(document.querySelector('.printed-rows')?.textContent).toContain('送：区领导');
  });
});
