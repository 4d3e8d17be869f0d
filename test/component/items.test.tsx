import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ConnectionLost, DeskError } from '../../renderer/data/errors.ts';
import type { FakeClient } from './fake/client.ts';
import type { FakeOffice } from './fake/office.ts';
import { openProgram } from './render.tsx';

/** The office after the first two submissions were shortlisted: items i1 and i2. */
function withItems({ answers, submissions }: FakeOffice, _client?: FakeClient) {
  const ids = submissions.slice(0, 2).map(({ id }) => id);
  void answers['submissions.shortlist']?.({ ids });
}

const title = () => screen.findByRole('textbox', { name: '标题' });
const body = () => screen.findByLabelText('正文');
const saveMark = () => document.querySelector('.save-mark')?.textContent;

async function writeTitle(text: string) {
  fireEvent.change(await title(), { target: { value: text } });
}

describe('稿件', () => {
  it('opens the text with its title, words and printed lines, and the original beside it', async () => {
    openProgram('/items/i2', withItems);
    expect(await title()).toHaveProperty('value', '区发改委“一建二抓三推四督”工作法推动项目有序开复工');
    expect((await body()).textContent).toContain('“一建”即建立项目推进机制');
    expect(await screen.findByText(/244 字 印 1[01] 行/)).toBeTruthy();
    const beside = within(screen.getByRole('region', { name: '来稿与版本' }));
    expect(beside.getByRole('heading', { level: 1 }).textContent).toContain('一建二抓');
  });

  it('saves a change by itself and says so', async () => {
    const { client, office } = openProgram('/items/i1', withItems);
    await writeTitle('团区委“七送”暖人心');
    expect(saveMark()).toBe('保存中…');
    await waitFor(() => expect(saveMark()).toBe('已保存'), { timeout: 2000 });
    expect(client.callsOf('items.save')[0]).toMatchObject({ id: 'i1', version: 1, title: '团区委“七送”暖人心' });
    expect(office.items[0]?.title).toBe('团区委“七送”暖人心');
  });

  it('saves at once on Ctrl+S and when another item is opened', async () => {
    const { client, user } = openProgram('/items/i1', withItems);
    await writeTitle('甲');
    await user.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(client.callsOf('items.save')).toHaveLength(1));
    await writeTitle('乙');
    await user.click(screen.getByText(/一建二抓三推四督/, { selector: '.row-text' }));
    await waitFor(() => expect(client.callsOf('items.save')).toHaveLength(2));
    expect(client.callsOf('items.save')[1]).toMatchObject({ id: 'i1', version: 2, title: '乙' });
  });

  it('undoes back over a save', async () => {
    const { user, office } = openProgram('/items/i1', withItems);
    const text = await body();
    await act(async () => {
      text.focus();
      const { editor } = text as unknown as {
        editor: { commands: { insertContentAt: (at: number, text: string) => void } };
      };
      editor.commands.insertContentAt(1, '开头加一句。');
    });
    await waitFor(() => expect(office.items[0]?.version).toBe(2), { timeout: 2000 });
    await waitFor(() => expect(saveMark()).toBe('已保存'));
    await user.click(screen.getByRole('button', { name: '撤销（Ctrl+Z）' }));
    expect((await body()).textContent).toMatch(/^在3月5日/);
    await waitFor(() => expect(office.items[0]?.version).toBe(3), { timeout: 2000 });
    expect(office.items[0]?.blocks[0]).toMatchObject({ text: expect.stringMatching(/^在3月5日/) });
  });

  it('shows both texts where somebody else saved in between, and keeps the one chosen', async () => {
    const { user, office } = openProgram('/items/i1', withItems);
    await title();
    const [item] = office.items;
    if (!item) throw new Error('no item');
    Object.assign(item, { version: 2, title: '对方的标题', updatedBy: '李德昭' });
    await writeTitle('我的标题');
    const conflict = within(await screen.findByRole('alertdialog', {}, { timeout: 3000 }));
    expect(conflict.getByText(/这篇稿件刚被李德昭改过/)).toBeTruthy();
    const [theirs, mine] = [...document.querySelectorAll('.changed-pair h2')].map((heading) => heading.textContent);
    expect([theirs, mine]).toEqual(['对方的标题', '我的标题']);
    expect(item.title).toBe('对方的标题');
    await user.click(conflict.getByRole('button', { name: '用我的，存为新版本' }));
    await waitFor(() => expect(item.title).toBe('我的标题'));
    expect(await title()).toHaveProperty('value', '我的标题');
  });

  it('takes the other text where that one is chosen', async () => {
    const { user, office, client } = openProgram('/items/i1', withItems);
    await title();
    const [item] = office.items;
    if (!item) throw new Error('no item');
    Object.assign(item, { version: 2, title: '对方的标题', blocks: [{ kind: 'text', text: '对方的正文。' }] });
    await writeTitle('我的标题');
    await user.click(await screen.findByRole('button', { name: '用对方的，放弃我的' }, { timeout: 3000 }));
    expect(await title()).toHaveProperty('value', '对方的标题');
    expect((await body()).textContent).toBe('对方的正文。');
    expect(client.callsOf('items.save')).toHaveLength(1);
  });

  it('says at the text that it could not be saved, keeps it, and has it still when the item is opened again', async () => {
    let cut = true;
    const { user, office, client } = openProgram('/items/i1', (prepared, played) => {
      withItems(prepared);
      const save = prepared.answers['items.save'];
      played.answer('items.save', (input) => {
        if (cut || !save) throw new ConnectionLost(new Error('refused'));
        return save(input);
      });
    });
    await writeTitle('还没存上的标题');
    expect((await screen.findByText(/没保存上：与程序的连接断了/, {}, { timeout: 3000 })).textContent).toContain(
      '文字还在这里',
    );
    await user.click(screen.getByText(/一建二抓三推四督/, { selector: '.row-text' }));
    await waitFor(async () => expect(await title()).toHaveProperty('value', expect.stringContaining('一建二抓')));
    await user.click(screen.getByText('团区委学雷锋战疫情送温暖', { selector: '.row-text' }));
    await waitFor(async () => expect(await title()).toHaveProperty('value', '还没存上的标题'));
    cut = false;
    client.setConnection('lost');
    await screen.findByText(/正在重新连接/);
    client.setConnection('open');
    await waitFor(() => expect(office.items[0]?.title).toBe('还没存上的标题'), { timeout: 1_500 });
  });

  it('keeps unsaved text while somebody has to be chosen to work again, and saves it then', async () => {
    const { user, office, client } = openProgram('/items/i1', (prepared, played) => {
      withItems(prepared);
      const save = prepared.answers['items.save'];
      played.answer('items.save', (input) => {
        if (!prepared.session.person || !save) throw new DeskError({ code: 'not-signed-in', params: {} });
        return save(input);
      });
    });
    await title();
    office.session.person = null;
    await writeTitle('换人之前写的');
    client.push({ type: 'changed', topics: ['people'] });
    await user.click(await screen.findByRole('button', { name: /李德昭/ }));
    await waitFor(async () => expect(await title()).toHaveProperty('value', '换人之前写的'));
    await waitFor(() => expect(office.items[0]?.title).toBe('换人之前写的'), { timeout: 1_500 });
  });

  it('takes in what another window saved while nothing here is unsaved', async () => {
    const { office, client } = openProgram('/items/i1', withItems);
    await title();
    Object.assign(office.items[0] ?? {}, {
      version: 2,
      title: '另一窗口改的',
      blocks: [{ kind: 'text', text: '新正文。' }],
    });
    client.push({ type: 'changed', topics: ['items'] });
    await waitFor(async () => expect(await title()).toHaveProperty('value', '另一窗口改的'));
    expect((await body()).textContent).toBe('新正文。');
    expect(client.callsOf('items.save')).toEqual([]);
  });

  it('brings an earlier text back from the revisions', async () => {
    const { user, office } = openProgram('/items/i1', withItems);
    await writeTitle('改坏了');
    await waitFor(() => expect(office.items[0]?.version).toBe(2), { timeout: 2000 });
    await user.click(screen.getByRole('tab', { name: '修订' }));
    await user.click(await screen.findByRole('button', { name: /来稿/, expanded: false }));
    await user.click(await screen.findByRole('button', { name: '恢复这一版' }));
    await waitFor(async () => expect(await title()).toHaveProperty('value', '团区委学雷锋战疫情送温暖'));
  });

  it('changes the units credited and the source as printed', async () => {
    const { user, office } = openProgram('/items/i1', withItems);
    await title();
    await user.click(screen.getByRole('tab', { name: '署名类别' }));
    await user.click(await screen.findByRole('button', { name: '去掉上街区委办' }));
    await waitFor(() => expect(office.items[0]?.credits).toEqual([]));
    fireEvent.change(screen.getByRole('textbox', { name: '印出的署名' }), { target: { value: '团区委' } });
    await user.click(screen.getByText('简讯', { selector: '.ant-segmented-item-label' }));
    await waitFor(() => expect(office.items[0]).toMatchObject({ sourceOverride: '团区委', kind: 'brief' }), {
      timeout: 2000,
    });
  });

  it('is read-only once printed, and says where', async () => {
    openProgram('/items/i1', (office) => {
      withItems(office);
      Object.assign(office.items[0] ?? {}, {
        readOnly: true,
        issue: { id: 'is1', label: '《上街信息》第19期', state: 'signed' },
      });
    });
    expect(await screen.findByText(/已印入《上街信息》第19期，内容不能再改/)).toBeTruthy();
    expect((await body()).getAttribute('contenteditable')).toBe('false');
    expect(await title()).toHaveProperty('readOnly', true);
  });

  it('says where items come from when there are none', async () => {
    openProgram('/items');
    expect(await screen.findByText('没有可编入的稿件')).toBeTruthy();
    expect(screen.getByText(/按 A 预采用/)).toBeTruthy();
  });
});
