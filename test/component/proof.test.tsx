import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { Editor } from '@tiptap/core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ProofDecision, ProofKnowledgeView } from '../../shared/contract/methods/proof.ts';
import type { Block } from '../../shared/domain/bulletin.ts';
import { openProgram } from './render.tsx';

const clean = '区发改委强化跟踪服务。全区54项手续，已办结45项，办结率83.3%。';

const emptyKnowledge = (): ProofKnowledgeView => ({
  issueDate: null,
  units: [],
  leaders: [],
  terms: [],
  formulations: [],
  flaggedWords: [],
  whiteList: [],
  earlierItems: [],
  earlierFigures: [],
  earlierSeries: [],
});

/** The program with one item of these paragraphs and a core that keeps a white list. */
function openItem(paragraphs: readonly string[], { title = '区发改委推动项目开工', readOnly = false } = {}) {
  const knowledge = emptyKnowledge();
  const decisions: ProofDecision[] = [];
  const opened = openProgram('/items/i1', ({ answers, submissions, items }, client) => {
    void answers['submissions.shortlist']?.({ ids: submissions.slice(0, 1).map(({ id }) => id) });
    const [item] = items;
    const blocks = paragraphs.map((text): Block => ({ kind: 'text', text }));
    if (item) Object.assign(item, { title, blocks, source: '区发改委', readOnly });
    client.answer('proof.knowledge', () => knowledge);
    client.answer('proof.decisions', () => decisions);
    client.answer('proof.decide', ({ itemId: _, ...decision }) => {
      const at = '2020-03-06T02:00:00.000Z' as ProofDecision['at'];
      decisions.push({ ...decision, seq: decisions.length + 1, at, person: '郝婕' });
    });
    client.answer('proof.withdraw', ({ seq }) => {
      decisions.splice(
        decisions.findIndex((one) => one.seq === seq),
        1,
      );
    });
    client.answer('proof.ignore', ({ passage, ignored }) => {
      knowledge.whiteList = knowledge.whiteList.filter((one) => one !== passage);
      if (ignored) knowledge.whiteList = [...knowledge.whiteList, passage];
    });
  });
  return { ...opened, knowledge };
}

const body = () => screen.findByLabelText('正文');
const editorOf = async () => ((await body()) as unknown as { editor: Editor }).editor;
const write = async (at: number, text: string) => {
  const editor = await editorOf();
  await act(async () => {
    editor.commands.insertContentAt(at, text);
  });
};
const tab = (name: string | RegExp) => screen.findByRole('tab', { name });
const list = async () => within(await screen.findByRole('list', { name: '校对提示' }));
const passages = async () =>
  (await list()).queryAllByRole('listitem').map((row) => row.querySelector('.proof-passage')?.textContent);
const selected = async () => {
  const { state } = await editorOf();
  return state.doc.textBetween(state.selection.from, state.selection.to);
};

// The screen is loaded when first shown, which takes seconds on a busy machine; the first test must not wait for it.
beforeAll(async () => void (await import('../../renderer/features/items/ItemsScreen.tsx')), 60_000);

describe('校对', () => {
  it('lists a doubled mark and a wrong percentage as they are typed, underlines both and counts them', async () => {
    const { user } = openItem([clean]);
    await user.click(await tab('校对'));
    expect(await screen.findByText('没有发现问题。')).toBeTruthy();
    await write(5, '，，');
    await write(1, '全区项目10个，已开工8个，占90%。');
    expect(await tab('校对 2错')).toBeTruthy();
    expect(await passages()).toEqual(['90%', '，，']);
    const marks = [...(await body()).querySelectorAll('.proof-error')];
    expect(marks.map((mark) => mark.textContent)).toEqual(['90%', '，，']);
    expect(marks[0]?.getAttribute('title')).toContain('80');
  });

  it('shows a figure that is right in green, with the working', async () => {
    const { user } = openItem([clean]);
    await waitFor(async () => expect((await body()).querySelector('.proof-green')).toBeTruthy());
    const green = (await body()).querySelector('[title*="83.3%"]');
    expect([green?.textContent, green?.getAttribute('title')]).toEqual(['83.3%', '45项÷54项＝83.3%']);
    await user.click(await tab('校对'));
    expect(await screen.findByText('45项÷54项＝83.3%')).toBeTruthy();
  });

  it('goes from finding to finding with F8 and Shift+F8, round the ends', async () => {
    const { user } = openItem([`采购采购物资。${clean}`, '加强调度，，及时通报。']);
    await tab('校对 2错');
    (await body()).focus();
    await user.keyboard('{F8}');
    expect(await selected()).toBe('采购采购');
    await user.keyboard('{F8}');
    expect(await selected()).toBe('，，');
    await user.keyboard('{F8}');
    expect(await selected()).toBe('采购采购');
    await user.keyboard('{Shift>}{F8}{/Shift}');
    expect(await selected()).toBe('，，');
  });

  it('puts the first suggestion in place with Alt+Enter, and undo takes it back', async () => {
    const { user } = openItem(['区发改委，，强化跟踪服务。']);
    await tab('校对 1错');
    const text = await body();
    text.focus();
    await user.keyboard('{F8}');
    await act(async () => void fireEvent.keyDown(text, { key: 'Enter', altKey: true }));
    expect(text.textContent).toBe('区发改委，强化跟踪服务。');
    expect(await tab('校对')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '撤销（Ctrl+Z）' }));
    expect(text.textContent).toBe('区发改委，，强化跟踪服务。');
    expect(await tab('校对 1错')).toBeTruthy();
  });

  it('finds, selects and mends what is wrong in the title', async () => {
    const { user, office } = openItem(['强化跟踪服务。'], { title: '区发改委采购采购物资' });
    await tab('校对 1错');
    await user.keyboard('{F8}');
    const title = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '标题' });
    expect(title.value.slice(title.selectionStart, title.selectionEnd)).toBe('采购采购');
    await act(async () => void fireEvent.keyDown(title, { key: 'Enter', altKey: true }));
    expect(title.value).toBe('区发改委采购物资');
    expect(await tab('校对')).toBeTruthy();
    await waitFor(() => expect(office.items[0]?.title).toBe('区发改委采购物资'), { timeout: 2000 });
  });

  it('makes a text that came with half-width marks full-width at once, in one undo, and leaves numbers alone', async () => {
    const converted = [
      '近日,区发改委(下称该委)强化服务,效果明显,共办结1,200件。',
      '一是建机制,二是抓督查;全区9:30同步推进。',
    ];
    const { user } = openItem(converted, { title: '区发改委:强化服务' });
    await tab(/1疑/);
    (await body()).focus();
    await user.keyboard('{F8}');
    await user.click(await tab(/1疑/));
    await user.click((await list()).getByRole('button', { name: '全部改为全角' }));
    expect((await body()).textContent).toBe(
      '近日，区发改委（下称该委）强化服务，效果明显，共办结1,200件。一是建机制，二是抓督查；全区9:30同步推进。',
    );
    expect(await screen.findByRole('textbox', { name: '标题' })).toHaveProperty('value', '区发改委：强化服务');
    await user.click(screen.getByRole('button', { name: '撤销（Ctrl+Z）' }));
    expect((await body()).textContent).toBe(converted.join(''));
  });

  it('leaves an error as it is in this item with a reason only, says who did, and takes it back', async () => {
    const { user, client } = openItem(['加强调度，，及时通报。']);
    await user.click(await tab('校对 1错'));
    await user.click((await list()).getByRole('button', { name: /，，/ }));
    expect((await list()).queryByRole('button', { name: '永久忽略' })).toBeNull();
    await user.click((await list()).getByRole('button', { name: '不改…' }));
    const ask = within(await screen.findByRole('dialog', { name: '不改的理由（记入核稿单）' }));
    expect(ask.getByRole('button', { name: '不改' })).toHaveProperty('disabled', true);
    await user.click(ask.getByRole('button', { name: '引文' }));
    await user.click(ask.getByRole('button', { name: '不改' }));
    expect(await tab('校对')).toBeTruthy();
    expect(client.callsOf('proof.decide')[0]).toMatchObject({
      kind: 'waive',
      rule: 'marks.doubled',
      context: '加强调度【，，】及时通报。',
      reason: '引文',
    });
    expect(await screen.findByText('引文（郝婕）')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '恢复提示' }));
    expect(await tab('校对 1错')).toBeTruthy();
  });

  it('asks again about what was left as it is once its words are edited', async () => {
    const { user } = openItem(['加强调度，，及时通报。']);
    await user.click(await tab('校对 1错'));
    await user.click((await list()).getByRole('button', { name: /，，/ }));
    await user.click((await list()).getByRole('button', { name: '不改…' }));
    const ask = within(await screen.findByRole('dialog', { name: '不改的理由（记入核稿单）' }));
    await user.click(ask.getByRole('button', { name: '引文' }));
    await user.click(ask.getByRole('button', { name: '不改' }));
    expect(await tab('校对')).toBeTruthy();
    await write(1, '进一步');
    expect(await tab('校对 1错')).toBeTruthy();
  });

  it('takes down who confirmed a figure that cannot be recomputed', async () => {
    const { user, client } = openItem(['14个项目已复工，占项目总数的77.8%。']);
    await user.click(await tab('校对'));
    await user.click(await screen.findByRole('button', { name: '核实…' }));
    const ask = within(await screen.findByRole('dialog', { name: '核实情况（记入核稿单）' }));
    await user.click(ask.getByRole('button', { name: '已与来稿单位核实' }));
    await user.click(ask.getByRole('button', { name: '已核实' }));
    expect(await screen.findByText('已核')).toBeTruthy();
    expect(client.callsOf('proof.decide')[0]).toMatchObject({ kind: 'confirm', passage: '77.8%' });
  });

  it('leaves a wording out for ever through the white list of the core, and its message takes that back', async () => {
    const { user, knowledge } = openItem(['做好采购采购工作。']);
    await user.click(await tab('校对 1错'));
    await user.click((await list()).getByRole('button', { name: /采购/ }));
    await user.click((await list()).getByRole('button', { name: '永久忽略' }));
    await waitFor(() => expect(knowledge.whiteList).toEqual(['采购采购']));
    expect(await tab('校对')).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: '撤销' }));
    expect(await tab('校对 1错')).toBeTruthy();
  });

  it('waits for the end of a composition of the input method before it looks', async () => {
    openItem(['强化跟踪服务。']);
    await tab('校对');
    const text = await body();
    await act(async () => void fireEvent.compositionStart(text));
    await write(3, '，，');
    await act(() => new Promise((resolve) => setTimeout(resolve, 900)));
    expect(text.querySelector('.proof-mark')).toBeNull();
    await act(async () => void fireEvent.compositionEnd(text));
    expect(await tab('校对 1错')).toBeTruthy();
    expect(text.textContent).toBe('强化，，跟踪服务。');
  });

  it('shows a printed item its findings and offers nothing to change', async () => {
    const { user } = openItem(['做好采购采购工作。'], { readOnly: true });
    await user.click(await tab('校对 1错'));
    await user.click((await list()).getByRole('button', { name: /采购/ }));
    expect((await list()).getAllByRole('button')).toHaveLength(1);
    (await body()).focus();
    await user.keyboard('{Alt>}{Enter}{/Alt}');
    expect((await body()).textContent).toBe('做好采购采购工作。');
  });
});
