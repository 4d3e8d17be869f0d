import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { DeskError } from '../../renderer/data/errors.ts';
import type { IssueOffice } from './fake/issues.ts';
import { openIssueProgram } from './fake/openIssue.tsx';

async function openIssue(prepare?: (office: IssueOffice) => void) {
  const desk = await openIssueProgram(prepare);
  const pool = await screen.findByRole('listbox', { name: '预采用' });
  const board = screen.getByRole('listbox', { name: '编排' });
  await within(pool).findAllByRole('option');
  return { ...desk, pool, board };
}

const titles = (list: HTMLElement) =>
  within(list)
    .queryAllByRole('option')
    .map((row) => row.querySelector('.row-text')?.textContent ?? '');
/** Entries as the core holds them. */
const stored = ({ issue }: IssueOffice) => issue.entries.map(({ item, kind }) => `${kind}:${item.id}`);

/** Adds the first `count` items of the pool by keyboard. */
async function add({ pool, user }: Awaited<ReturnType<typeof openIssue>>, count: number) {
  const first = within(pool).getAllByRole('option')[0];
  if (!first) throw new Error('the pool is empty');
  await user.click(first);
  pool.focus();
  for (let n = 0; n < count; n++) await user.keyboard('{Enter}');
}

describe('the board by keyboard', () => {
  test('Enter takes one item after the other out of the pool, in order', async () => {
    const desk = await openIssue();
    const before = titles(desk.pool);
    await add(desk, 3);
    expect(titles(desk.board)).toEqual(before.slice(0, 3));
    await waitFor(() => expect(titles(desk.pool)).toEqual(before.slice(3)));
    await waitFor(() => expect(stored(desk)).toHaveLength(3));
  });

  test('Alt+↑ moves, 3 makes it a brief at the end, Delete takes it out, Ctrl+Z brings it back', async () => {
    const desk = await openIssue();
    await add(desk, 3);
    const [one, two, three] = titles(desk.board);
    const rows = within(desk.board).getAllByRole('option');
    if (!rows[2]) throw new Error('no third row');
    await desk.user.click(rows[2]);
    desk.board.focus();
    await desk.user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(titles(desk.board)).toEqual([one, three, two]);
    await desk.user.keyboard('3');
    await waitFor(() => expect(stored(desk).map((entry) => entry.split(':')[0])).toEqual(['item', 'item', 'brief']));
    await desk.user.keyboard('{Delete}');
    expect(titles(desk.board)).toEqual([one, two]);
    await desk.user.keyboard('{Control>}z{/Control}');
    expect(within(desk.board).getAllByRole('option')).toHaveLength(3);
    await desk.user.keyboard('{Control>}z{/Control}{Control>}z{/Control}');
    expect(titles(desk.board)).toEqual([one, two, three]);
    await desk.user.keyboard('{Control>}y{/Control}');
    expect(titles(desk.board)).toEqual([one, three, two]);
  });

  test('an edit refused because somebody else changed the issue says so and shows what the core holds', async () => {
    const desk = await openIssue();
    await add(desk, 2);
    await waitFor(() => expect(stored(desk)).toHaveLength(2));
    // Another desk takes everything out.
    desk.issue.entries = [];
    desk.issue.version += 1;
    await desk.user.keyboard('{Enter}');
    expect(await screen.findByText(/已是“另行修改过”/)).toBeTruthy();
    await waitFor(() => expect(titles(desk.board)).toEqual([]));
    await add(desk, 1);
    await waitFor(() => expect(stored(desk)).toHaveLength(1));
  });

  test('edits that cannot be saved at all are taken back', async () => {
    const desk = await openIssue(({ client }) =>
      client.answer('issues.setEntries', () => {
        throw new DeskError({ code: 'disk-full', params: {} });
      }),
    );
    await add(desk, 1);
    expect(await screen.findByText(/磁盘已满/)).toBeTruthy();
    await waitFor(() => expect(titles(desk.board)).toEqual([]));
  });
});

describe('pages', () => {
  test('the meter stands beside them, counted without the engine', async () => {
    const desk = await openIssue();
    desk.client.answer('issues.preview', () => new Promise(() => {}));
    await add(desk, 2);
    await waitFor(() => expect(within(desk.board).getAllByText(/^\d+行$/)).toHaveLength(2));
  });

  test('an order not saved yet is asked for at once, and what the page holds is not asked for again', async () => {
    const desk = await openIssue();
    desk.client.answer('issues.setEntries', () => new Promise(() => {}));
    await add(desk, 2);
    await waitFor(() => expect(desk.client.callsOf('issues.preview').at(-1)?.draft.entries).toHaveLength(2));
    const [first, ...later] = desk.client.callsOf('issues.preview');
    expect(first?.known).toEqual([]);
    for (const { known } of later) expect(known).toContain('h1');
  });
});

describe('review and signing', () => {
  test('an issue without entries can be neither sent for review nor signed', async () => {
    await openIssue();
    for (const name of ['送审', '签发', '导出']) {
      expect(screen.getByRole('button', { name }).hasAttribute('disabled')).toBe(true);
    }
  });

  test('signing shows number, date, entries and remarks first, and sends the number that was shown', async () => {
    const desk = await openIssue();
    await add(desk, 2);
    await desk.user.click(screen.getByRole('button', { name: '签发' }));
    const panel = await screen.findByRole('region', { name: '签发' });
    expect(panel.textContent).toContain('第19期（总第19期）');
    expect(panel.textContent).toContain('2020年3月6日');
    expect(panel.textContent).toContain('2条（稿件2）');
    expect(within(panel).getByRole('list', { name: '请留意' }).textContent).toContain('没有发送范围');
    await desk.user.click(within(panel).getByRole('button', { name: '签发第19期' }));
    await waitFor(() => expect(desk.issue.state).toBe('signed'));
    expect(desk.client.callsOf('issues.sign')[0]?.expectedNumber).toBe(19);
    expect(await screen.findByRole('button', { name: '发送' })).toBeTruthy();
    expect(screen.queryByRole('listbox', { name: '预采用' })).toBeNull();
  });

  test('a number taken meanwhile is refused with a sentence, and nothing is signed', async () => {
    const desk = await openIssue();
    await add(desk, 1);
    await desk.user.click(screen.getByRole('button', { name: '签发' }));
    desk.issue.number = 20;
    await desk.user.click(await screen.findByRole('button', { name: '签发第19期' }));
    expect(await screen.findByText(/“第19期”已是“被占用”/)).toBeTruthy();
    expect(desk.issue.state).toBe('assembling');
  });

  test('a reviewer sends back with a note, which the editor then sees', async () => {
    const desk = await openIssue();
    await add(desk, 1);
    await desk.user.click(screen.getByRole('button', { name: '送审' }));
    await desk.user.click(await screen.findByRole('button', { name: '退回' }));
    await desk.user.click(await screen.findByRole('button', { name: '请核实数字' }));
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('退回意见：请核实数字')).toBeTruthy();
    expect(desk.issue.state).toBe('assembling');
  });
});
