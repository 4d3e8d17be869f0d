import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { styleFields } from '../../renderer/features/settings/publications/styleFields.ts';
import { defaultHouseStyle } from '../../shared/domain/houseStyle.ts';
import { houseStylePresets } from '../../shared/page/presets.ts';
import { openIssueProgram } from './fake/openIssue.tsx';

const openPublications = () =>
  openIssueProgram(({ client, publication }) => {
    client.answer('publications.save', (saved) => Object.assign(publication, { ...saved, id: publication.id }));
    client.answer('publications.setStart', () => undefined);
  }, '/settings/publications');

describe('刊物', () => {
  test('every choice of the house style has its field', () => {
    const shown = styleFields.flatMap(({ fields }) => fields.map(({ key }) => key));
    expect([...shown].sort()).toEqual(Object.keys(defaultHouseStyle).sort());
  });

  test('a preset is taken over whole, and the page beside is laid out again', async () => {
    const { client } = await openPublications();
    expect(await screen.findByText(/22行×28字/)).toBeTruthy();
    fireEvent.mouseDown(screen.getByRole('combobox', { name: '取用现成版式' }));
    fireEvent.click(await screen.findByTitle('28×24 小二标题（2020）'));
    const preset = houseStylePresets.find(({ id }) => id === 'bulletin2020');
    await waitFor(() => expect(client.callsOf('publications.save')[0]?.style).toEqual(preset?.style));
    expect(await screen.findByText(/24行×28字/)).toBeTruthy();
  });

  test('the pages beside are the press’s own, asked for again with every field that changes', async () => {
    const { client } = await openPublications();
    await waitFor(() => expect(client.callsOf('publications.preview').at(-1)?.publication.style.rows).toBe(22));
    const rows = await screen.findByRole('spinbutton', { name: '每页行数' });
    fireEvent.change(rows, { target: { value: '24' } });
    await waitFor(() => expect(client.callsOf('publications.preview').at(-1)?.publication.style.rows).toBe(24));
    fireEvent.click(screen.getByRole('radio', { name: '最近一期' }));
    await waitFor(() => expect(client.callsOf('publications.preview').at(-1)?.pages).toBe('last'));
  });

  test('a new publication is made from a preset, with its name, numbering and readers', async () => {
    const { client } = await openPublications();
    fireEvent.click(await screen.findByRole('button', { name: '新建刊物' }));
    expect(screen.getByRole('button', { name: '建立' })).toHaveProperty('disabled', true);
    fireEvent.change(screen.getByRole('textbox', { name: '刊名' }), { target: { value: '上街信息（增刊）' } });
    fireEvent.click(screen.getByRole('radio', { name: '28×24 小二标题（2020）' }));
    fireEvent.change(screen.getByRole('spinbutton', { name: '第一期编为' }), { target: { value: '7' } });
    await waitFor(() =>
      expect(client.callsOf('publications.preview').at(-1)?.publication).toMatchObject({ name: '上街信息（增刊）' }),
    );
    fireEvent.click(screen.getByRole('button', { name: '建立' }));
    await waitFor(() => expect(client.callsOf('publications.setStart')[0]).toMatchObject({ startNumber: 7 }));
    expect(client.callsOf('publications.save')[0]).toMatchObject({
      id: null,
      name: '上街信息（增刊）',
      style: { rows: 24, titlePt: 18 },
    });
    expect(await screen.findByRole('textbox', { name: '期号写法' })).toBeTruthy();
  });

  test('a wording without its number is not saved', async () => {
    const { client } = await openPublications();
    const field = await screen.findByRole('textbox', { name: '期号写法' });
    fireEvent.change(field, { target: { value: '第期' } });
    fireEvent.blur(field);
    expect(client.callsOf('publications.save')).toEqual([]);
    fireEvent.change(field, { target: { value: '总{n}号' } });
    fireEvent.blur(field);
    await waitFor(() => expect(client.callsOf('publications.save').at(-1)?.style.issueWording).toBe('总{n}号'));
  });

  test('where the office begins mid-year the next number is set for that year', async () => {
    const { user, client } = await openPublications();
    const field = await screen.findByRole('spinbutton', { name: '下一期 第' });
    await waitFor(() => expect(field).toHaveProperty('value', '19'));
    fireEvent.change(field, { target: { value: '31' } });
    fireEvent.blur(field);
    await user.click(await screen.findByRole('button', { name: '从这里编号' }));
    expect(client.callsOf('publications.setStart')[0]).toMatchObject({ startNumber: 31, startTotal: 19 });
  });
});
