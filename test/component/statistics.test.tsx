import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { RulesRow } from '../../shared/contract/methods/scoring.ts';
import type { LedgerRow, Statistics, UnitLedger } from '../../shared/contract/methods/statistics.ts';
import type { IsoDate, Timestamp } from '../../shared/domain/dates.ts';
import { departmentId, itemId, scoringRulesId } from '../../shared/domain/ids.ts';
import { clausesOf } from '../../shared/domain/scoring/clauses.ts';
import { exampleFacts, exampleLedger, exampleUnits } from '../../shared/domain/scoring/example.ts';
import type { Month } from '../../shared/domain/scoring/months.ts';
import { formatPoints, points } from '../../shared/domain/scoring/points.ts';
import { rulesPresets } from '../../shared/domain/scoring/presets.ts';
import { matrixOf } from '../../shared/domain/statistics/matrix.ts';
import { openProgram } from './render.tsx';
// Loaded here, so that no test waits for it.
import '../../renderer/features/statistics/StatisticsScreen.tsx';

const rules = rulesPresets[0]?.rules ?? expect.unreachable();
const version: RulesRow = {
  id: scoringRulesId.parse('v1'),
  validFrom: '2020-01-01' as IsoDate,
  rules,
  savedAt: '2020-01-01T00:00:00.000Z' as Timestamp,
  savedBy: '郝婕',
};
const months = ['2020-02', '2020-03'] as Month[];
const lines = exampleLedger(rules);
const units = exampleFacts.units.map((unit) => ({ ...unit, name: exampleUnits[unit.id] ?? '' }));

const statistics: Statistics = {
  months,
  groups: matrixOf(units, months, lines, exampleFacts.submitted, [
    { unitId: departmentId.parse('bureau'), month: months[1] ?? expect.unreachable(), count: 2 },
  ]),
  total: { submitted: 15, adopted: 3, points: points(86) },
  versions: [{ id: version.id, title: rules.title, validFrom: version.validFrom }],
  earliest: '2020-03-06' as IsoDate,
};

const ledger = (unit: string): UnitLedger => ({
  departmentId: departmentId.parse(unit),
  unit: exampleUnits[unit] ?? '',
  group: '区直',
  figures: { submitted: 9, adopted: 2, points: points(58) },
  rank: 1,
  rows: lines
    .filter((line) => line.unitId === unit)
    .map(
      (line): LedgerRow => ({
        kind: line.kind,
        date: line.date,
        points: line.points,
        working: line.working,
        what: '',
        item: { id: itemId.parse('i1'), title: '“一建二抓三推四督”' },
        issue: null,
        rules: { id: version.id, title: rules.title, validFrom: version.validFrom },
        clause: clausesOf(rules).find(({ id }) => id === line.clause) ?? null,
      }),
    ),
  submissions: [],
});

const address = '/statistics/matrix?from=2020-02-01&to=2020-03-31';
const open = (path = address, versions: RulesRow[] = [version]) =>
  openProgram(path, (_, client) => {
    client.answer('statistics.matrix', () => statistics);
    client.answer('statistics.ledger', ({ departmentId: unit }) => ledger(unit));
    client.answer('scoring.rules', () => versions);
    client.answer('scoring.saveRules', ({ id, ...rest }) => ({ ...version, ...rest, id: id ?? version.id }));
    client.answer('scoring.recognitions', () => ({ rows: [], total: 0 }));
    client.answer('scoring.saveRecognition', () => ({ id: 'r1' as never }));
  });

const row = async (name: string) =>
  within(
    (await screen.findByText(name, { selector: 'th' }, { timeout: 20_000 })).closest('tr') ?? expect.unreachable(),
  );

describe('采用统计', () => {
  test('shows a unit’s sums, place and months, and opens a figure to its clauses', async () => {
    const { user, place, client } = open();
    const bureau = await row('乙局');
    expect(bureau.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['9', '2', '22.2%', '58', '', '58']);
    await user.click(bureau.getAllByRole('cell')[5] ?? expect.unreachable());
    const list = await screen.findByRole('list', { name: '得分明细' });
    expect(client.callsOf('statistics.ledger').at(-1)).toMatchObject({ from: '2020-03-01', to: '2020-03-31' });
    const [clause] = within(list).getAllByRole('link', { name: '第1条 区级采用：单篇5分，简讯3分，综合3分' });
    await user.click(clause ?? expect.unreachable());
    expect(place.address).toBe('/statistics/rules?version=v1&clause=own');
    expect((await screen.findByText('区级采用：单篇5分，简讯3分，综合3分')).getAttribute('aria-current')).toBe('true');
  });

  test('the arrows go from figure to figure, over the groups’ heads, and Escape closes', async () => {
    const { user, place } = open();
    const frame = await screen.findByRole('region', { name: '各单位各月' });
    await row('乙局');
    frame.focus();
    fireEvent.keyDown(frame, { key: 'ArrowDown' });
    expect(place.address).toContain('unit=street');
    fireEvent.keyDown(frame, { key: 'ArrowDown' });
    await waitFor(() => expect(place.address).toContain('unit=bureau'));
    fireEvent.keyDown(frame, { key: 'ArrowRight' });
    await waitFor(() => expect(place.address).toContain('month=2020-02'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(place.address).not.toContain('unit='));
  });

  test('of rules in force says nothing where nothing was adopted yet, and of days before the first ones that there are none', async () => {
    const nothing = { ...statistics, versions: [] };
    const shown = (address_: string) =>
      openProgram(address_, (_, client) => {
        client.answer('statistics.matrix', () => nothing);
        client.answer('scoring.rules', () => [version]);
      });
    const { unmount } = shown(address);
    await row('乙局');
    expect(screen.queryByText(/没有施行的计分规则/)).toBeNull();
    unmount();
    shown('/statistics/matrix?from=2019-02-01&to=2019-03-31');
    expect(await screen.findByText(/^这段时间没有施行的计分规则/)).toBeTruthy();
  });

  test('without rules it says so and leads to them', async () => {
    const none = openProgram(address, (_, client) => {
      client.answer('statistics.matrix', () => ({ ...statistics, versions: [] }));
      client.answer('scoring.rules', () => []);
    });
    await none.user.click(await screen.findByRole('link', { name: '去定计分规则' }));
    expect(await screen.findByText('还没有计分规则')).toBeTruthy();
  });
});

describe('计分规则', () => {
  test('the example follows what is typed, and nothing is kept before it is saved', async () => {
    const { user, client } = open('/statistics/rules');
    const field = await screen.findByRole('textbox', { name: '第1行单篇' });
    fireEvent.change(field, { target: { value: '7.5' } });
    const example = within(screen.getByRole('complementary', { name: '试算' }));
    expect(example.getByText('区级采用：单篇7.5分，简讯3分，综合3分')).toBeTruthy();
    expect(client.callsOf('scoring.saveRules')).toEqual([]);
    await user.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(client.callsOf('scoring.saveRules')).toHaveLength(1));
    const [saved] = client.callsOf('scoring.saveRules');
    expect(saved?.id).toBe('v1');
    expect(formatPoints(saved?.rules.adoptions[0]?.item as never)).toBe('7.5');
  });

  test('a figure that is none stays in its field, marked, and is not saved', async () => {
    const { user, client } = open('/statistics/rules');
    const field = await screen.findByRole('textbox', { name: '第1行简讯' });
    fireEvent.change(field, { target: { value: '三' } });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await user.keyboard('{Control>}s{/Control}');
    expect(client.callsOf('scoring.saveRules')).toEqual([]);
  });

  test('the first rule book begins with a preset, for this year', async () => {
    const { user, client } = open('/statistics/rules', []);
    const [button] = await screen.findAllByRole('button', { name: '从样例新建' });
    await user.click(button ?? expect.unreachable());
    await user.click(await screen.findByRole('menuitem', { name: /转报翻倍/ }));
    await user.click(await screen.findByRole('button', { name: /保存/ }));
    await waitFor(() => expect(client.callsOf('scoring.saveRules')[0]?.rules.times.city).toBe(200));
    expect(client.callsOf('scoring.saveRules')[0]?.validFrom).toMatch(/-01-01$/);
  });
});

test('an instruction is entered for an item that was come from', async () => {
  const { user, client } = openProgram('/items/i1', (office, fake) => {
    fake.answer('scoring.recognitions', () => ({ rows: [], total: 0 }));
    fake.answer('scoring.saveRecognition', () => ({ id: 'r1' as never }));
    void office.answers['submissions.shortlist']?.({ ids: [office.submissions[0]?.id ?? expect.unreachable()] });
  });
  await user.click(await screen.findByRole('tab', { name: '署名类别' }));
  await user.click(await screen.findByRole('link', { name: '登记上级采用或批示' }));
  await user.click(await screen.findByText('领导批示', { selector: '.ant-segmented-item-label' }));
  fireEvent.change(screen.getByRole('combobox', { name: '领导' }), { target: { value: '区委书记' } });
  fireEvent.change(screen.getByRole('textbox', { name: '批示内容' }), { target: { value: '请各单位借鉴。' } });
  await user.click(
    within(screen.getByRole('region', { name: '记录的内容' })).getByRole('button', { name: /^登\s?记$/ }),
  );
  await waitFor(() =>
    expect(client.callsOf('scoring.saveRecognition')[0]).toMatchObject({
      id: null,
      recognition: { kind: 'instruction', itemId: 'i1', level: 'city', leader: '区委书记', text: '请各单位借鉴。' },
    }),
  );
});
