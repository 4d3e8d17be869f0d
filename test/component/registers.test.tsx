import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { DeskError } from '../../renderer/data/errors.ts';
import { moved } from '../../renderer/features/registers/order.ts';
import { departmentId } from '../../shared/domain/ids.ts';
import { openIssueProgram } from './fake/openIssue.tsx';

const openDepartments = async () => {
  const desk = await openIssueProgram(({ client, answers }) => {
    const units = answers['departments.list']?.({});
    if (!Array.isArray(units)) throw new Error('the office has no units');
    client.answer('departments.save', (unit) => {
      const saved = { ...unit, id: unit.id ?? departmentId.parse('new1') };
      const place = units.findIndex(({ id }) => id === saved.id);
      units.splice(place < 0 ? units.length : place, place < 0 ? 0 : 1, saved);
      return saved;
    });
    client.answer('departments.order', ({ ids }) => {
      units.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
    });
    client.answer('departments.delete', () => {
      throw new DeskError({ code: 'still-used', params: { name: '区发改委', where: '来稿或稿件' } });
    });
  }, '/registers');
  const list = await screen.findByRole('listbox', { name: '单位' });
  await within(list).findAllByRole('option');
  return { ...desk, list };
};

const names = (list: HTMLElement) =>
  within(list)
    .getAllByRole('option')
    .map((row) => row.querySelector('.register-name')?.textContent);

describe('来稿单位', () => {
  test('are found by pinyin initials', async () => {
    const { list } = await openDepartments();
    fireEvent.change(screen.getByRole('searchbox', { name: '查找单位' }), { target: { value: 'qfgw' } });
    await waitFor(() => expect(names(list)).toEqual(['区发改委']));
  });

  test('a new one is added by its name and Enter', async () => {
    const { client } = await openDepartments();
    const field = screen.getByRole('textbox', { name: '新增单位' });
    fireEvent.change(field, { target: { value: '区审计局' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() =>
      expect(client.callsOf('departments.save')[0]).toMatchObject({ id: null, shortName: '区审计局', active: true }),
    );
  });

  test('Alt+↓ moves the current one, shown at once and told to the core in full', async () => {
    const { client, list } = await openDepartments();
    const before = names(list);
    const [first] = within(list).getAllByRole('option');
    if (!first) throw new Error('no unit');
    fireEvent.click(first);
    fireEvent.keyDown(list, { key: 'ArrowDown', altKey: true });
    await waitFor(() => expect(names(list).slice(0, 2)).toEqual([before[1], before[0]]));
    expect(client.callsOf('departments.order')[0]?.ids.slice(0, 2)).toEqual(['d2', 'd1']);
  });

  test('an edit is saved by itself, an empty name never', async () => {
    const { user, client, list } = await openDepartments();
    const [first] = within(list).getAllByRole('option');
    if (!first) throw new Error('no unit');
    await user.click(first);
    const field = await screen.findByRole('textbox', { name: '简称' });
    fireEvent.change(field, { target: { value: ' ' } });
    fireEvent.blur(field);
    expect(client.callsOf('departments.save')).toEqual([]);
    fireEvent.change(field, { target: { value: '区委办' } });
    await waitFor(() => expect(client.callsOf('departments.save')[0]?.shortName).toBe('区委办'));
    await waitFor(() => expect(names(list)[0]).toBe('区委办'));
  });

  test('one in use cannot be deleted: the sentence says where, and it stays in the list', async () => {
    const { user, list } = await openDepartments();
    const before = names(list);
    const [first] = within(list).getAllByRole('option');
    if (!first) throw new Error('no unit');
    await user.click(first);
    await user.click(await screen.findByRole('button', { name: '删除' }));
    const ask = await screen.findByRole('tooltip');
    await user.click(within(ask).getByRole('button', { name: '删除' }));
    expect(await screen.findByText(/还在使用：来稿或稿件/)).toBeTruthy();
    await waitFor(() => expect(names(list)).toEqual(before));
  });

  test('a moved entry takes the place named, the others close up', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a'], 3, 0)).toEqual(['a']);
  });
});
