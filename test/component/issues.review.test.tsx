import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ReviewEntry } from '../../shared/contract/methods/review.ts';
import type { Timestamp } from '../../shared/domain/dates.ts';
import { openIssueProgram } from './fake/openIssue.tsx';

const at = '2020-03-06T02:00:00.000Z' as Timestamp;

/** 审核 of an issue of two items sent for review, the second of which was passed and then changed. */
const openReview = () =>
  openIssueProgram(({ client, issue, items }) => {
    const [first, second] = items;
    if (!first || !second) throw new Error('the office has no two items');
    const entries = [first, second].map(({ id }) => ({ itemId: id, kind: 'item' as const, section: null }));
    void client.call('issues.setEntries', { id: issue.id, version: issue.version, entries });
    issue.state = 'inReview';
    const marks: ReviewEntry[] = [first, second].map(({ id }, n) => ({
      itemId: id,
      revision: 1,
      passed: n === 0 ? null : { at, person: '李德昭', revision: 1, stale: true },
      openQuestions: 0,
      openNotes: 0,
    }));
    client.answer('review.get', () => marks);
    client.answer('review.mark', ({ itemIds, passed }) => {
      for (const mark of marks)
        if (itemIds.includes(mark.itemId))
          mark.passed = passed ? { at, person: '郝婕', revision: 1, stale: false } : null;
      return marks;
    });
  }, '/issues/iss1?view=review');

const list = async () => within(await screen.findByRole('listbox', { name: '各篇' }));

describe('审核', () => {
  it('shows the items clean, what waits, and what changed after it was passed', async () => {
    await openReview();
    const [first, second] = (await list()).getAllByRole('option');
    await waitFor(() => expect(second?.textContent).toContain('通过后又改'));
    expect(first?.textContent).not.toContain('通过');
    expect(await screen.findByText('通过 0 篇，还有 2 篇。')).toBeTruthy();
    const text = await screen.findByLabelText('正文');
    expect(text.getAttribute('contenteditable')).toBe('false');
  });

  it('passes the item with P and goes on to the next that waits; with both passed the issue can be signed', async () => {
    const { user, client, items } = await openReview();
    await (await list()).findAllByRole('option');
    await screen.findByLabelText('正文');
    await user.keyboard('p');
    await waitFor(() =>
      expect(client.callsOf('review.mark')[0]).toMatchObject({ itemIds: [items[0]?.id], passed: true }),
    );
    const [, second] = (await list()).getAllByRole('option');
    await waitFor(() => expect(second?.getAttribute('aria-selected')).toBe('true'));
    await screen.findByText('通过 1 篇，还有 1 篇。');
    await user.keyboard('p');
    expect(await screen.findByText('2 篇都已通过，可以签发。')).toBeTruthy();
  });

  it('sends the issue back with a note, and its editor reads the note', async () => {
    const { user, client } = await openReview();
    await user.click(await screen.findByRole('button', { name: '退回' }));
    await user.click(await screen.findByRole('button', { name: '请核实数字' }));
    const ask = within(screen.getByRole('dialog'));
    await user.click(ask.getByRole('button', { name: '退回' }));
    await waitFor(() => expect(client.callsOf('issues.sendBack')[0]).toMatchObject({ note: '请核实数字' }));
    expect(await screen.findByText(/请核实数字/)).toBeTruthy();
  });
});
