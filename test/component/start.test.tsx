import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ConnectionLost, DeskError } from '../../renderer/data/errors.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { submissionId } from '../../shared/domain/ids.ts';
import { openProgram } from './render.tsx';

describe('the way in', () => {
  it('asks a new office for its name, person, publication and numbers, and shows the next number', async () => {
    const { user, client } = openProgram('/', (office, client_) => {
      const { office: name } = office.session;
      office.session.office = null;
      client_.answer('office.begin', () => {
        office.session.office = name;
        return office.session;
      });
    });
    await user.type(await screen.findByRole('textbox', { name: '办公室全称' }), '中共上街区委办公室');
    await user.type(screen.getByRole('textbox', { name: '刊名（印在报头）' }), '上街信息');
    await user.type(screen.getByRole('textbox', { name: '您的姓名' }), '郝婕');
    const number = screen.getByRole('spinbutton', { name: '下一期的期号' });
    await user.clear(number);
    await user.type(number, '19');
    const year = new Date().getFullYear();
    expect(await screen.findByText(`下一期：《上街信息》${year}年第19期（总第1期）`)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '开始使用' }));
    await screen.findByRole('navigation', { name: '功能' });
    expect(client.callsOf('office.begin')).toEqual([
      { office: '中共上街区委办公室', person: '郝婕', publication: '上街信息', startNumber: 19, startTotal: 1, year },
    ]);
  });

  it('says which field is missing and asks the core nothing', async () => {
    const { user, client } = openProgram('/', (office) => {
      office.session.office = null;
    });
    await user.click(await screen.findByRole('button', { name: '开始使用' }));
    expect((await screen.findAllByText('请填写')).length).toBe(3);
    expect(client.callsOf('office.begin')).toEqual([]);
  });

  it('asks who works, by click or by number', async () => {
    const { user, client } = openProgram('/', (office) => {
      office.session.person = null;
    });
    await screen.findByRole('heading', { name: '现在是谁在使用？' });
    await user.keyboard('2');
    await screen.findByRole('navigation', { name: '功能' });
    expect(client.callsOf('session.choose')).toEqual([{ personId: 'p2' }]);
    expect(screen.getByRole('button', { name: /李德昭/ })).toBeTruthy();
  });

  it('shows why it cannot start, with the remedy, and tries again on request', async () => {
    let free = false;
    const { user } = openProgram('/', (office, client) =>
      client.answer('session.get', () => {
        if (!free) throw new DeskError({ code: 'data-in-use', params: { folder: 'D:\\信息' } });
        return office.session;
      }),
    );
    expect(
      await screen.findByText('数据文件夹“D:\\信息”正被另一个程序使用。请到已打开的窗口中工作，或先关闭它。'),
    ).toBeTruthy();
    free = true;
    await user.click(screen.getByRole('button', { name: '重试' }));
    await screen.findByRole('navigation', { name: '功能' });
  });

  it('says so where nothing answers', async () => {
    openProgram('/', (_, client) =>
      client.answer('session.get', () => {
        throw new ConnectionLost(new Error('refused'));
      }),
    );
    expect(await screen.findByText(/与程序的连接断了/, {}, { timeout: 5000 })).toBeTruthy();
  });

  it('tells of a cut line above the work, leaves the work open, and asks everything anew when it is back', async () => {
    const { client, office } = openProgram();
    await screen.findByRole('heading', { level: 1, name: '团区委学雷锋战疫情送温暖' });
    client.setConnection('lost');
    expect((await screen.findByRole('alert')).textContent).toContain('正在重新连接');
    expect(screen.getByRole('heading', { level: 1 })).toBeTruthy();
    const [first] = office.submissions;
    if (first) first.title = '断线时改的标题';
    client.setConnection('open');
    await screen.findByRole('heading', { level: 1, name: '断线时改的标题' });
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('tells a window that the program, started again, no longer knows, what to do', async () => {
    const { client } = openProgram();
    await screen.findByRole('heading', { level: 1, name: '团区委学雷锋战疫情送温暖' });
    client.answer('session.get', () => {
      throw new DeskError({ code: 'not-signed-in', params: {} });
    });
    client.setConnection('lost');
    expect(await screen.findByText(/请从程序再打开一个窗口/)).toBeTruthy();
  });

  it('finds by Ctrl+K in everything, marks the hit and opens it', async () => {
    const { user, place, client } = openProgram();
    client.answer('search.query', ({ text }) => {
      const title = '区人社局“保姆式”服务缓解企业招工难';
      const start = title.indexOf(text);
      const row = {
        kind: 'submission' as const,
        id: submissionId.parse('s3'),
        title: { text: title, hits: [[start, start + text.length] as [number, number]] },
        passage: { text: '', hits: [] },
        unit: '区人社局',
        issue: null,
        date: '2020-03-06' as IsoDate,
        state: 'new' as const,
      };
      return { rows: start < 0 ? [] : [row], total: 1, more: false, unindexed: 0 };
    });
    await screen.findAllByRole('option');
    await user.keyboard('{Control>}k{/Control}');
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: '搜索' }));
    await user.keyboard('保姆式');
    await user.click(await screen.findByText('保姆式', { selector: '.search-hit mark' }));
    await waitFor(() => expect(place.address).toBe('/submissions/s3'));
  });
});
