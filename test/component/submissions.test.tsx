import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { DeskError } from '../../renderer/data/errors.ts';
import { openProgram } from './render.tsx';

const rows = () => screen.findAllByRole('option');
const currentRow = () => screen.getAllByRole('option').find((row) => row.getAttribute('aria-selected') === 'true');
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });

describe('来稿 by keyboard', () => {
  it('opens on the first submission waiting, and J and K go through the list', async () => {
    const { user } = openProgram();
    await heading('团区委学雷锋战疫情送温暖');
    await user.keyboard('j');
    await heading(/一建二抓三推四督/);
    await user.keyboard('j');
    await heading(/保姆式/);
    await user.keyboard('k');
    await heading(/一建二抓三推四督/);
  });

  it('moves by arrows, Home and End when the list has the focus, and stops at its ends', async () => {
    const { user } = openProgram();
    await rows();
    screen.getByRole('listbox', { name: '来稿' }).focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(currentRow()?.textContent).toContain('区人社局'));
    await user.keyboard('{End}{ArrowDown}');
    await heading(/三个着力/);
    await user.keyboard('{Home}{ArrowUp}');
    await heading('团区委学雷锋战疫情送温暖');
  });

  it('shortlists on A, says so with an undo, and goes on to the next one', async () => {
    const { user, client, office } = openProgram();
    await heading('团区委学雷锋战疫情送温暖');
    await user.keyboard('a');
    await heading(/一建二抓三推四督/);
    expect(client.callsOf('submissions.shortlist')).toEqual([{ ids: ['s1'] }]);
    expect(office.submissions[0]?.state).toBe('shortlisted');
    const message = await screen.findByText('已预采用：团区委学雷锋战疫情送温暖');
    await user.click(
      within(message.closest('.ant-message-notice') as HTMLElement).getByRole('button', { name: '撤销' }),
    );
    await waitFor(() => expect(office.submissions[0]?.state).toBe('new'));
    await heading('团区委学雷锋战疫情送温暖');
  });

  it('goes on to the row below the one decided, and from the last row to the one above', async () => {
    const { user } = openProgram('/submissions/s3?state=new');
    await heading(/保姆式/);
    await user.keyboard('h');
    await heading(/防疫物资/);
    screen.getByRole('listbox', { name: '来稿' }).focus();
    await user.keyboard('{End}');
    await heading(/三个着力/);
    await user.keyboard('h');
    await heading(/冷链食品/);
  });

  it('takes the last decision back on U', async () => {
    const { user, office } = openProgram();
    await heading('团区委学雷锋战疫情送温暖');
    await user.keyboard('h');
    await heading(/一建二抓三推四督/);
    expect(office.submissions[0]?.state).toBe('held');
    await user.keyboard('u');
    await heading('团区委学雷锋战疫情送温暖');
    expect(office.submissions[0]?.state).toBe('new');
  });

  it('asks for a reason before rejecting, offers common ones, and rejects only with one', async () => {
    const { user, client } = openProgram();
    await heading('团区委学雷锋战疫情送温暖');
    await user.keyboard('x');
    const form = await screen.findByRole('dialog', { name: '不采用' });
    const confirm = within(form).getByRole('button', { name: '不采用' });
    expect(confirm).toHaveProperty('disabled', true);
    await user.click(within(form).getByRole('button', { name: '时效已过' }));
    await user.click(confirm);
    await heading(/一建二抓三推四督/);
    expect(client.callsOf('submissions.reject')).toEqual([{ ids: ['s1'], reason: '时效已过' }]);
  });

  it('returns with what to fix, typed, and letters typed there decide nothing', async () => {
    const { user, client } = openProgram();
    await heading('团区委学雷锋战疫情送温暖');
    await user.keyboard('r');
    await user.type(await screen.findByRole('textbox', { name: /要改什么/ }), 'a h x 请核实');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await heading(/一建二抓三推四督/);
    expect(client.callsOf('submissions.return')).toEqual([{ ids: ['s1'], reason: 'a h x 请核实', dueDate: null }]);
    expect(client.callsOf('submissions.shortlist')).toEqual([]);
  });

  it('decides on all marked rows at once', async () => {
    const { user, client } = openProgram();
    await rows();
    screen.getByRole('listbox', { name: '来稿' }).focus();
    await user.keyboard(' {ArrowDown}{ArrowDown} ');
    expect(await screen.findByText('选中 2 条', { selector: '.decision-count' })).toBeTruthy();
    await user.keyboard('a');
    await waitFor(() => expect(client.callsOf('submissions.shortlist')).toEqual([{ ids: ['s1', 's3'] }]));
    expect(await screen.findByText('2 条已预采用')).toBeTruthy();
  });

  it('merges marked rows into one item on M', async () => {
    const { user, client } = openProgram();
    await rows();
    screen.getByRole('listbox', { name: '来稿' }).focus();
    await user.keyboard(' {ArrowDown} m');
    await waitFor(() => expect(client.callsOf('submissions.merge')).toEqual([{ ids: ['s1', 's2'] }]));
  });

  it('takes no letter for a command while an input method composes', async () => {
    const { client } = openProgram();
    await heading('团区委学雷锋战疫情送温暖');
    fireEvent.keyDown(document.body, { key: 'a', isComposing: true });
    fireEvent.keyDown(document.body, { key: 'a', keyCode: 229 });
    fireEvent.keyDown(document.body, { key: 'j', keyCode: 229 });
    fireEvent.keyDown(document.body, { key: 'j', keyCode: 74 });
    await heading(/一建二抓三推四督/);
    expect(client.callsOf('submissions.shortlist')).toEqual([]);
  });

  it('takes no letter for a command while somebody types in the search field', async () => {
    const { user, client } = openProgram();
    await heading('团区委学雷锋战疫情送温暖');
    await user.type(screen.getByRole('textbox', { name: /标题、正文、单位/ }), 'ah');
    await waitFor(() => expect(client.callsOf('submissions.list').some((call) => call.search === 'ah')).toBe(true));
    expect(client.callsOf('submissions.shortlist')).toEqual([]);
    expect(await screen.findByText('没有符合条件的来稿')).toBeTruthy();
  });

  it('shows the keys of the screen on ?', async () => {
    const { user } = openProgram();
    await rows();
    await user.keyboard('?');
    const sheet = await screen.findByRole('dialog', { name: '快捷键' });
    for (const label of ['预采用', '下一条', '搜索', '撤销上一步决定'])
      expect(within(sheet).getByText(label)).toBeTruthy();
  });
});

describe('来稿 on the screen', () => {
  it('shows a refusal beside the buttons, with the remedy, and stays on the submission', async () => {
    const { user } = openProgram('/submissions', (_, client) =>
      client.answer('submissions.shortlist', () => {
        throw new DeskError({ code: 'state-changed', params: { what: '团区委…', state: '已采用' } });
      }),
    );
    await heading('团区委学雷锋战疫情送温暖');
    await user.keyboard('a');
    const note = await screen.findByRole('alert');
    expect(note.textContent).toContain('“团区委…”已是“已采用”，不能这样做。请刷新后再看。');
    expect(note.closest('.decision-bar')).not.toBeNull();
    await heading('团区委学雷锋战疫情送温暖');
  });

  it('asks for the unit where it is not certain, and takes the one clicked', async () => {
    const { user, client } = openProgram('/submissions/s4');
    await user.click(await screen.findByRole('button', { name: '区科工局' }));
    await waitFor(() =>
      expect(client.callsOf('submissions.setDepartment')).toEqual([{ ids: ['s4'], departmentId: 'd4' }]),
    );
    await waitFor(() => expect(screen.queryByText(/拿不准是哪个单位/)).toBeNull());
  });

  it('sets the unit of all marked rows together', async () => {
    const { user, client } = openProgram('/submissions/s4');
    await rows();
    screen.getByRole('listbox', { name: '来稿' }).focus();
    await user.keyboard(' {ArrowDown} {ArrowUp}');
    expect(await screen.findByText('用于选中的 2 条。')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '区科工局' }));
    await waitFor(() =>
      expect(client.callsOf('submissions.setDepartment')).toEqual([{ ids: ['s4', 's5'], departmentId: 'd4' }]),
    );
  });

  it('marks the part in the whole original text, and hands over the original file', async () => {
    const { user, client } = openProgram('/submissions/s2');
    await heading(/一建二抓三推四督/);
    await user.keyboard('o');
    const mark = await waitFor(() => {
      const found = document.querySelector('.original-text mark');
      expect(found).not.toBeNull();
      return found;
    });
    expect(mark?.textContent).toMatch(/^区发改委“一建二抓[\s\S]*办结率83.3%。$/);
    await user.click(screen.getByRole('button', { name: '下载原文件' }));
    expect(client.downloads).toEqual(['/files/originals/s2']);
  });

  it('keeps list, filter and submission in the address', async () => {
    const { user, place } = openProgram();
    await heading('团区委学雷锋战疫情送温暖');
    await user.click(screen.getByRole('tab', { name: /全部/ }));
    await user.keyboard('j');
    await waitFor(() => expect(place.address).toBe('/submissions/s2?state=all'));
  });

  it('says what to do first where there is nothing yet', async () => {
    openProgram('/submissions', ({ submissions }) => submissions.splice(0));
    expect(await screen.findByText('没有待处理的来稿')).toBeTruthy();
    expect(screen.getByText(/拖进窗口即可导入/)).toBeTruthy();
  });

  it('shows in place that the list could not be read, and reads it again on request', async () => {
    let broken = true;
    const { user } = openProgram('/submissions', (office, client) => {
      const list = office.answers['submissions.list'];
      client.answer('submissions.list', (input) => {
        if (broken || !list) throw new DeskError({ code: 'internal', params: {} });
        return list(input);
      });
    });
    await screen.findByText(/程序出错了/);
    broken = false;
    await user.click(screen.getByRole('button', { name: '重试' }));
    expect((await rows()).length).toBeGreaterThan(5);
  });

  it('asks again when the core says that submissions changed', async () => {
    const { office, client } = openProgram();
    await rows();
    const [first] = office.submissions;
    if (first) first.title = '改过的标题';
    client.push({ type: 'changed', topics: ['submissions'] });
    await heading('改过的标题');
  });
});
