import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { DuplicateRow } from '../../shared/contract/methods/search.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { issueId, itemId } from '../../shared/domain/ids.ts';
import { sharedPassages } from '../../shared/text/similar/compare.ts';
import { openProgram } from './render.tsx';

const here = '区审计局召开动员会。会上宣读了工作方案。';
const there = '区审计局召开动员会。局长作了讲话。';
const printed: DuplicateRow = {
  kind: 'item',
  id: itemId.parse('i17'),
  state: 'printed',
  title: '',
  unit: '区审计局',
  date: '2018-05-01' as IsoDate,
  issue: { id: issueId.parse('p17'), label: '《上街信息》2018年第17期' },
  score: 0.5,
  earlier: true,
  text: there,
  passages: sharedPassages(here, there),
};

describe('相近的稿件', () => {
  it('names the issue that printed it, shows both side by side, and forgets them where they tell different things', async () => {
    const { user, client } = openProgram('/submissions', (_, played) => {
      played.answer('duplicates.find', () => ({ text: here, rows: [printed] }));
      played.answer('duplicates.setApart', () => undefined);
    });
    expect(await screen.findByText(/《上街信息》2018年第17期印过/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '区审计局召开动员会。局长作了讲话' }));
    const dialog = within(await screen.findByRole('dialog'));
    const rows = dialog.getAllByRole('row').map((row) =>
      within(row)
        .queryAllByRole('cell')
        .map((cell) => cell.textContent),
    );
    expect(rows).toContainEqual(['区审计局召开动员会。', '区审计局召开动员会。']);
    await user.click(dialog.getByRole('button', { name: '不是同一件事' }));
    await waitFor(() =>
      expect(client.callsOf('duplicates.setApart')).toMatchObject([
        { other: { kind: 'item', id: 'i17' }, apart: true },
      ]),
    );
  });
});
