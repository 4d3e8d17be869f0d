import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { Editor } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../shared/domain/bulletin.ts';
import { personId } from '../../shared/domain/ids.ts';
import { openProgram } from './render.tsx';

/** The program at an item of these paragraphs. */
function openItem(blocks: readonly (string | Block)[], title = '区科工局走访企业') {
  return openProgram('/items/i1', ({ answers, submissions, items }) => {
    void answers['submissions.shortlist']?.({ ids: submissions.slice(0, 2).map(({ id }) => id) });
    const text = blocks.map((block): Block => (typeof block === 'string' ? { kind: 'text', text: block } : block));
    Object.assign(items[0] ?? {}, { title, blocks: text });
  });
}

const body = () => screen.findByLabelText('正文');
const editorOf = async () => ((await body()) as unknown as { editor: Editor }).editor;
const change = async (work: (editor: Editor) => unknown) => {
  const editor = await editorOf();
  await act(async () => void work(editor));
};
const paragraphs = async () => {
  const texts: string[] = [];
  (await editorOf()).state.doc.forEach((node) => void texts.push(node.textContent));
  return texts;
};
const savedText = ({ office }: ReturnType<typeof openItem>) =>
  office.items[0]?.blocks.map((block) => ('text' in block ? block.text : block.kind));

describe('撤销', () => {
  it('goes back over what was written before the item was left and opened again', async () => {
    const opened = openItem(['走访企业32家。']);
    await change((editor) => editor.commands.insertContentAt(1, '近日，'));
    await waitFor(() => expect(savedText(opened)).toEqual(['近日，走访企业32家。']), { timeout: 3000 });
    await opened.user.click(screen.getByText(/一建二抓三推四督/, { selector: '.row-text' }));
    await waitFor(async () => expect((await body()).textContent).not.toContain('近日，走访'));
    await opened.user.click(screen.getByText('区科工局走访企业', { selector: '.row-text' }));
    await waitFor(async () => expect((await body()).textContent).toBe('近日，走访企业32家。'));
    await opened.user.click(screen.getByRole('button', { name: '撤销（Ctrl+Z）' }));
    expect((await body()).textContent).toBe('走访企业32家。');
    await waitFor(() => expect(savedText(opened)).toEqual(['走访企业32家。']), { timeout: 3000 });
  });
});

describe('输入法', () => {
  const compose = async (type: 'compositionStart' | 'compositionEnd') => {
    const text = await body();
    await act(async () => void fireEvent[type](text));
  };

  it('nothing is saved, drawn or put right while it spells; what was written before is saved at once', async () => {
    const opened = openItem(['走访企业32家，，解决问题。']);
    await screen.findByRole('tab', { name: /校对 1错/ });
    await change((editor) => editor.commands.insertContentAt(1, '近日，'));
    const drawn = (await body()).querySelectorAll('.proof-error').length;
    await compose('compositionStart');
    await waitFor(() => expect(savedText(opened)).toEqual(['近日，走访企业32家，，解决问题。']));
    await change((editor) => editor.commands.insertContentAt(4, 'zhong guo'));
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(savedText(opened)).toEqual(['近日，走访企业32家，，解决问题。']);
    expect(await paragraphs()).toEqual(['近日，zhong guo走访企业32家，，解决问题。']);
    expect((await body()).querySelectorAll('.proof-error')).toHaveLength(drawn);
    await change((editor) => editor.commands.insertContentAt({ from: 4, to: 13 }, '中国'));
    await compose('compositionEnd');
    await waitFor(() => expect(savedText(opened)).toEqual(['近日，中国走访企业32家，，解决问题。']));
  });

  it('typed signs stay as they are typed', async () => {
    openItem(['走访企业。']);
    await change((editor) =>
      editor.view.someProp('handleTextInput', (handle) => handle(editor.view, 6, 6, '*', () => editor.state.tr)),
    );
    await change((editor) => editor.commands.insertContentAt(6, '**重点**'));
    expect(await paragraphs()).toEqual(['走访企业。**重点**']);
  });
});

describe('查找替换', () => {
  const bar = async () => within(await screen.findByRole('search', { name: '查找替换' }));
  const look = async ({ user }: ReturnType<typeof openItem>, words: string) => {
    (await body()).focus();
    await user.keyboard('{Control>}f{/Control}');
    fireEvent.change((await bar()).getByRole('textbox', { name: '查找' }), { target: { value: words } });
  };

  const enter = async (shiftKey = false) =>
    fireEvent.keyDown((await bar()).getByRole('textbox', { name: '查找' }), { key: 'Enter', shiftKey });

  it('counts in title and text, in either width unless told otherwise, and goes round', async () => {
    const opened = openItem(['共ＡＢ类３２家，AB类32家。', 'ab类。'], '走访AB类企业');
    await look(opened, 'ab类');
    expect((await bar()).getByRole('status').textContent).toBe('4 处');
    expect((await body()).querySelectorAll('.found')).toHaveLength(3);
    await opened.user.click((await bar()).getByRole('checkbox', { name: '不分全半角' }));
    expect((await bar()).getByRole('status').textContent).toBe('1 处');
    await opened.user.click((await bar()).getByRole('checkbox', { name: '不分全半角' }));
    await enter();
    await enter();
    expect((await bar()).getByRole('status').textContent).toBe('2/4');
    expect((await body()).querySelector('.found-current')?.textContent).toBe('ＡＢ类');
    await enter(true);
    await enter(true);
    expect((await bar()).getByRole('status').textContent).toBe('4/4');
  });

  it('replaces all, title included, and one undo takes that back', async () => {
    const opened = openItem(['督查企业，督查门店。', '督查完成。'], '开展督查');
    await look(opened, '督查');
    fireEvent.change((await bar()).getByRole('textbox', { name: '替换为' }), { target: { value: '检查' } });
    await opened.user.click((await bar()).getByRole('button', { name: '全部替换' }));
    expect(await paragraphs()).toEqual(['检查企业，检查门店。', '检查完成。']);
    expect(screen.getByRole('textbox', { name: '标题' })).toHaveProperty('value', '开展检查');
    await opened.user.click(await screen.findByRole('button', { name: '撤销' }));
    expect(await paragraphs()).toEqual(['督查企业，督查门店。', '督查完成。']);
    expect(screen.getByRole('textbox', { name: '标题' })).toHaveProperty('value', '开展督查');
  });

  it('replaces the one that is looked at and goes on to the next', async () => {
    const opened = openItem(['督查企业，督查门店。'], '开展走访');
    await look(opened, '督查');
    fireEvent.change((await bar()).getByRole('textbox', { name: '替换为' }), { target: { value: '检查' } });
    const replace = (await bar()).getByRole('button', { name: '替换' });
    await opened.user.click(replace);
    await opened.user.click(replace);
    expect(await paragraphs()).toEqual(['检查企业，督查门店。']);
    await opened.user.click(replace);
    expect(await paragraphs()).toEqual(['检查企业，检查门店。']);
    expect((await bar()).getByRole('status').textContent).toBe('没有');
  });
});

describe('批注', () => {
  const write = (name: string, words: string) =>
    fireEvent.change(screen.getByRole('textbox', { name }), { target: { value: words } });

  it('is written on what is selected, marked in the text, answered and settled', async () => {
    const opened = openItem(['共走访企业32家，解决问题。']);
    await change((editor) => editor.commands.setTextSelection({ from: 6, to: 9 }));
    await opened.user.click(screen.getByRole('button', { name: '批注（Ctrl+Alt+M）' }));
    await opened.user.click(await screen.findByText('问题', { selector: '.ant-segmented-item-label' }));
    write('批注内容', '请核对。');
    await opened.user.click(screen.getByRole('button', { name: /提.?交/ }));
    await waitFor(async () => expect((await body()).querySelector('.comment-question')?.textContent).toBe('32家'));
    const list = within(await screen.findByRole('list', { name: '批注' }));
    expect(list.getByText('请核对。')).toBeTruthy();
    await change((editor) => editor.commands.insertContentAt(1, '近日，'));
    expect((await body()).querySelector('.comment-question')?.textContent).toBe('32家');
    await opened.user.click(list.getByRole('button', { name: /回.?复/ }));
    write('回复内容', '已核。');
    fireEvent.keyDown(screen.getByRole('textbox', { name: '回复内容' }), { key: 'Enter', ctrlKey: true });
    expect(await list.findByText('已核。')).toBeTruthy();
    await opened.user.click(list.getByRole('button', { name: '已解决' }));
    expect(await screen.findByRole('button', { name: '已解决 1 条' })).toBeTruthy();
    await waitFor(async () => expect((await body()).querySelector('.comment-mark')).toBeNull());
  });

  it('on a passage that is being edited is written on the text as it then stands', async () => {
    const opened = openItem(['共走访企业32家。']);
    await change((editor) => editor.commands.setTextSelection({ from: 6, to: 9 }));
    await opened.user.click(screen.getByRole('button', { name: '批注（Ctrl+Alt+M）' }));
    await change((editor) => editor.commands.insertContentAt(1, '近日，'));
    await screen.findByRole('textbox', { name: '批注内容' });
    write('批注内容', '看');
    await opened.user.click(screen.getByRole('button', { name: /提.?交/ }));
    await waitFor(() =>
      expect(opened.client.callsOf('comments.add')).toMatchObject([
        { version: 2, anchor: { part: 'text', start: 8, end: 11 } },
      ]),
    );
  });
});

describe('表格和图片', () => {
  it('are shown, captioned, moved and taken out', async () => {
    const opened = openItem([
      '前一段。',
      {
        kind: 'table',
        rows: [
          ['单位', '家数'],
          ['区科工局', '32'],
        ],
      },
      '后一段。',
    ]);
    const table = within(await screen.findByRole('figure', { name: '表格' }));
    expect(table.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['单位', '家数', '区科工局', '32']);
    await act(async () => void fireEvent.input(table.getByRole('textbox'), { target: { value: '走访情况' } }));
    await opened.user.click(table.getByRole('button', { name: '下移' }));
    await waitFor(() => expect(savedText(opened)).toEqual(['前一段。', '后一段。', 'table']), { timeout: 3000 });
    expect(opened.office.items[0]?.blocks[2]).toMatchObject({ caption: '走访情况' });
    await opened.user.click(within(screen.getByRole('figure', { name: '表格' })).getByRole('button', { name: '删除' }));
    await waitFor(() => expect(savedText(opened)).toEqual(['前一段。', '后一段。']), { timeout: 3000 });
  });
});

describe('两个窗口', () => {
  const other = { window: 'another-window', personId: personId.parse('p2'), person: '李德昭' };

  it('the second reads only, sees who has it, and edits once it is given', async () => {
    const opened = openProgram('/items/i1', ({ answers, submissions, items, editing }) => {
      void answers['submissions.shortlist']?.({ ids: submissions.slice(0, 1).map(({ id }) => id) });
      if (items[0]) editing.leases.step(items[0].id, other, 'renew', items[0].updatedAt);
    });
    const { user, office, client } = opened;
    expect(await screen.findByText(/李德昭正在修改这篇稿件/)).toBeTruthy();
    const text = await body();
    expect(text.getAttribute('contenteditable')).toBe('false');
    await user.click(screen.getByRole('button', { name: '请求修改' }));
    expect(await screen.findByText(/已请求，等待对方答复/)).toBeTruthy();
    const [item] = office.items;
    if (!item) throw new Error('no item');
    office.editing.leases.step(item.id, other, 'give', item.updatedAt);
    await act(async () => client.push({ type: 'lease', itemId: item.id }));
    await waitFor(() => expect(text.getAttribute('contenteditable')).toBe('true'));
    expect(screen.queryByText(/正在修改这篇稿件/)).toBeNull();
  });

  it('the first is asked, and saves what it has before the other may write', async () => {
    const opened = openItem(['走访企业。']);
    const { office, client, user } = opened;
    await body();
    const [item] = office.items;
    if (!item) throw new Error('no item');
    await waitFor(() => expect(client.callsOf('leases.step')).toHaveLength(1));
    office.editing.leases.step(item.id, other, 'ask', item.updatedAt);
    await act(async () => client.push({ type: 'lease', itemId: item.id }));
    await change((editor) => editor.commands.insertContentAt(1, '近日，'));
    await user.click(await screen.findByRole('button', { name: '交给对方' }));
    await waitFor(async () => expect((await body()).getAttribute('contenteditable')).toBe('false'));
    await waitFor(() => expect(savedText(opened)).toEqual(['近日，走访企业。']));
  });
});
