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
