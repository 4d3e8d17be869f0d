import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Checklist } from '../../shared/contract/methods/checklist.ts';
import type { ProofDecision } from '../../shared/contract/methods/proof.ts';
import { openIssueProgram } from './fake/openIssue.tsx';

const at = '2020-03-06T02:00:00.000Z' as ProofDecision['at'];

/** The open issue with a checklist of one error in its first entry, and units nobody looked at yet. */
const openChecklist = async () => {
  const desk = await openIssueProgram(({ client, issue, items }) => {
    const [item] = items;
    if (!item) throw new Error('the office has no item');
    const itemId = item.id;
    const entries = [{ itemId, kind: 'item' as const, section: null }];
    void client.call('issues.setEntries', { id: issue.id, version: issue.version, entries });
    const error: Checklist['rows'][number]['points'][number] = {
      itemId,
      where: '第1条 团区委',
      passage: '，，',
      message: '“，”重复',
      key: { kind: 'waive', rule: 'marks.doubled', context: '加强调度【，，】及时通报' },
      decision: null,
    };
    const rest = { byHand: false, confirmed: null, points: [] };
    const list: Checklist = {
      blocks: true,
      rows: [
        { ...rest, name: 'errors', state: 'open', summary: '1处错误', points: [error] },
        { ...rest, name: 'units', state: 'open', summary: '3个来稿单位', byHand: true },
      ],
    };
    const [errors, units] = list.rows;
    client.answer('checklist.get', () => list);
    client.answer('proof.decide', ({ reason }) => {
      error.decision = { seq: 1, reason, at, person: '郝婕' };
      if (errors) errors.state = 'done';
    });
    client.answer('checklist.confirm', ({ note }) => {
      if (units) Object.assign(units, { state: 'confirmed', confirmed: { note, at, person: '郝婕' } });
    });
  });
  return desk;
};

const checks = async () => within(await screen.findByRole('list', { name: '核对事项' }));

describe('核稿', () => {
  test('lists what is open, takes a reason for an error left as it is, and a look at the units', async () => {
    const { user, client } = await openChecklist();
    await user.click(await screen.findByRole('tab', { name: '核稿' }));
    expect((await checks()).getByRole('img', { name: '有错误' })).toBeTruthy();
    await user.click((await checks()).getByRole('button', { name: '不改“，，”' }));
    const ask = within(await screen.findByRole('dialog', { name: '不改的理由（记入核稿单）' }));
    await user.click(ask.getByRole('button', { name: '引文' }));
    await user.click(ask.getByRole('button', { name: '不改' }));
    await waitFor(() => expect(client.callsOf('proof.decide')[0]).toMatchObject({ reason: '引文' }));
    expect(await (await checks()).findByText(/引文（郝婕）/)).toBeTruthy();
    await user.click((await checks()).getByRole('button', { name: '单位、职务已核对' }));
    expect(await (await checks()).findByText('郝婕核对')).toBeTruthy();
    expect((await checks()).getByRole('img', { name: '已核对' })).toBeTruthy();
  });

  test('a point opens its item beside the pages', async () => {
    const { user, client } = await openChecklist();
    await user.click(await screen.findByRole('tab', { name: '核稿' }));
    await user.click((await checks()).getByRole('button', { name: /第1条 团区委/ }));
    expect(await screen.findByRole('button', { name: /返回编排/ })).toBeTruthy();
    await waitFor(() => expect(client.callsOf('items.get').length).toBeGreaterThan(0));
  });

  test('an error that is neither mended nor waived keeps the signer from signing, and is shown there', async () => {
    const { user } = await openChecklist();
    await user.click(await screen.findByRole('button', { name: '签发' }));
    const panel = within(await screen.findByRole('region', { name: '签发' }));
    expect(await panel.findByRole('button', { name: '签发第19期' })).toHaveProperty('disabled', true);
    expect((await checks()).getByText('，，')).toBeTruthy();
  });
});
