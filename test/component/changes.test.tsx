import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../shared/domain/bulletin.ts';
import { openProgram } from './render.tsx';

const original = '全区54个项目，已复工45个，复工率93.3%。';
const edited = '全区54个项目，已开工复工45个，复工率83.3%。';

/** The program at an item that came as `original` and was edited since. */
function openEdited(view = '') {
  return openProgram(`/items/i1${view}`, ({ answers, submissions, items }, client) => {
    void answers['submissions.shortlist']?.({ ids: submissions.slice(0, 1).map(({ id }) => id) });
    const [item] = items;
    if (!item) throw new Error('no item');
    const text = (words: string): Block[] => [{ kind: 'text', text: words }];
    Object.assign(item, { title: '区发改委推动开工', blocks: text(edited) });
    const at = item.updatedAt;
    const revision = { at, endedAt: at, note: '', title: item.title, charCount: 20 };
    client.answer('items.history', () => [
      { ...revision, seq: 1, person: '郝婕', origin: 'submission', blocks: text(original) },
      { ...revision, seq: 2, person: '李德昭', origin: 'edit', blocks: text(original.replace('93.3', '83.3')) },
      { ...revision, seq: 3, person: '郝婕', origin: 'edit', blocks: item.blocks },
    ]);
  });
}

const list = async () => within(await screen.findByRole('list', { name: '改动' }));
const marks = (name: string) =>
  [...document.querySelectorAll(`.changed-text .change-${name}`)].map((one) => one.textContent);
const textNow = (office: ReturnType<typeof openProgram>['office']) =>
  office.items[0]?.blocks.map((block) => ('text' in block ? block.text : block.kind)).join('\n');

describe('修订', () => {
  it('shows each change since the original in the text, and beside it who made it', async () => {
    const { user, place } = openEdited();
    await user.click(await screen.findByRole('tab', { name: '修订' }));
    await user.click(await screen.findByRole('button', { name: /查看改动/ }));
    expect((await list()).getAllByRole('listitem').map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^开工郝婕/),
      expect.stringMatching(/^93\.3% 83\.3%李德昭/),
    ]);
    expect([marks('deleted'), marks('inserted')]).toEqual([['93.3%'], ['开工', '83.3%']]);
    expect(place.address).toContain('view=changes');
    await user.keyboard('{Escape}');
    expect(await screen.findByLabelText('正文')).toBeTruthy();
  });

  it('takes one change back: the old words stand again, as a revision of its own', async () => {
    const { user, office, client } = openEdited('?view=changes');
    await user.click(await (await list()).findByRole('button', { name: /93\.3%/ }));
    await user.click((await list()).getByRole('button', { name: /恢复原文/ }));
    await waitFor(() => expect(textNow(office)).toBe('全区54个项目，已开工复工45个，复工率93.3%。'));
    expect(client.callsOf('items.save')).toMatchObject([{ version: 1, note: '退回一处改动' }]);
    await waitFor(async () => expect((await list()).getAllByRole('listitem')).toHaveLength(1));
  });

  it('accepts one change: it is no longer among those to decide on, the text stays', async () => {
    const { user, office } = openEdited('?view=changes');
    await (await list()).findByRole('button', { name: /93\.3%/ });
    await user.keyboard('ja');
    await waitFor(async () => expect((await list()).getAllByRole('listitem')).toHaveLength(1));
    expect((await list()).getByRole('button', { name: /93\.3%/ })).toBeTruthy();
    expect(textNow(office)).toBe(edited);
  });

  it('takes all back at once, and accepts all at once', async () => {
    const { user, office } = openEdited('?view=changes');
    await user.click(await screen.findByRole('button', { name: '全部退回' }));
    await waitFor(() => expect(textNow(office)).toBe(original));
    expect(await screen.findByText('没有不同')).toBeTruthy();
  });

  it('shows both texts side by side', async () => {
    const { user } = openEdited('?view=changes');
    await user.click(await screen.findByText('左右对照'));
    const [before, after] = [...document.querySelectorAll('.changed-pair:last-child > div')].map(
      (side) => side.textContent,
    );
    expect([before, after]).toEqual([`${original}`, `${edited}`]);
    expect([marks('deleted'), marks('inserted')]).toEqual([['93.3%'], ['开工', '83.3%']]);
  });

  it('of two texts saved at once takes over the other one where it is better, and keeps the rest', async () => {
    const { user, office } = openEdited();
    const text = await screen.findByLabelText('正文');
    const [item] = office.items;
    if (!item) throw new Error('no item');
    const theirs = edited.replace('全区54', '全区56');
    Object.assign(item, { version: 2, blocks: [{ kind: 'text', text: theirs }], updatedBy: '李德昭' });
    const { editor } = text as unknown as {
      editor: { commands: { insertContentAt: (at: number, words: string) => void } };
    };
    await act(async () => editor.commands.insertContentAt(1, '近日，'));
    const conflict = within(await screen.findByRole('alertdialog', {}, { timeout: 4000 }));
    await user.click(conflict.getByRole('button', { name: /56/ }));
    await user.click(conflict.getByRole('button', { name: '用对方的' }));
    await user.click(conflict.getByRole('button', { name: '用我的，存为新版本' }));
    await waitFor(() => expect(textNow(office)).toBe(`近日，${theirs}`));
    expect((await screen.findByLabelText('正文')).textContent).toBe(`近日，${theirs}`);
  });
});
