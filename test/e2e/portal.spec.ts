import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import readXlsxFile from 'read-excel-file/node';
import { toIsoDate } from '../../shared/domain/dates.ts';
import type { DepartmentId, ItemId, SubmissionId } from '../../shared/domain/ids.ts';
import { rulesPresets } from '../../shared/domain/scoring/presets.ts';
import { freePort } from '../support/freePort.ts';
import { seriousFaults } from './support/access.ts';
import { type App, expect, test } from './support/app.ts';

const TEXT = '区审计局近日对3家单位开展财务审计，发现问题12个，已整改10个。';

// Two browsers, a signed issue and an export: on a busy machine more than one spec's usual time.
test.describe.configure({ timeout: 180_000 });

/**
 * By hand, from the rules of the first preset (单篇 5, 简讯 3, 市级 10): 区审计局 handed in two texts, of which the second is
 * printed as 单篇 5 and again by the city, 10; 区财政局 handed in one, printed as 简讯 3.
 */
const byHand = {
  opening: '各单位共报送信息3条，采用2篇，采用率66.7%；被上级采用1篇次，获领导批示0次。',
  ranking: [
    ['区直', 1, '区审计局', 2, 1, 0.5, 15],
    ['区直', 2, '区财政局', 1, 1, 1, 3],
  ],
} as const;

test('a unit hands in, is asked back, answers, and reads issue, points and 通报; the figures are those reckoned by hand', async ({
  office,
  browser,
}) => {
  const { page } = office;
  const { url, code, departmentId } = await openPage(office, '区审计局');
  const other = await addUnit(office, '区财政局');
  await useFirstRules(office);
  await office.call('office.save', { name: '中共上街区委办公室', exportFolder: join(office.folder, '导出') });
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const unit = await context.newPage();
  await unit.goto(url);
  expect(await seriousFaults(unit)).toEqual([]);
  await signIn(unit, url, '区审计局', code);
  await expect(unit.getByRole('button', { name: '报送信息' })).toBeVisible();
  expect(await seriousFaults(unit)).toEqual([]);

  await unit.getByRole('button', { name: '报送信息' }).click();
  await unit.getByLabel('标题').fill('审计整改见实效');
  await unit.getByLabel('正文').fill(TEXT);
  await unit.getByLabel('撰稿人').fill('张三');
  await unit.getByRole('button', { name: '报送', exact: true }).click();
  // The signer is missing and is asked for; the unit sends all the same.
  await expect(unit.getByText('没有填写审核或签发人')).toBeVisible();
  expect(await seriousFaults(unit)).toEqual([]);
  await unit.getByRole('button', { name: '仍要报送' }).click();
  await expect(unit.getByText('第1号')).toBeVisible();

  await page.goto(new URL('/submissions', page.url()).href);
  await page.getByText('审计整改见实效').first().click();
  await expect(page.getByLabel('点评')).toBeVisible();
  await page.keyboard.press('r');
  await page.getByRole('dialog').getByRole('textbox').first().fill('请核实：12个与10个是否同一口径？');
  await page.keyboard.press('ControlOrMeta+Enter');

  await unit.getByRole('link', { name: '查看' }).click();
  await expect(unit.getByText('请核实：12个与10个是否同一口径？')).toBeVisible();
  expect(await seriousFaults(unit)).toEqual([]);
  await unit.getByRole('button', { name: '修改后再报' }).click();
  await unit.getByLabel('正文').fill(`${TEXT}两数同一口径，其余2个12月底前整改。`);
  await unit.getByLabel('审核或签发人').fill('李四');
  await unit.getByLabel('联系电话').fill('6812');
  await unit.getByRole('button', { name: '报送', exact: true }).click();
  // It is like the first one, and said to be.
  await unit.getByRole('button', { name: '仍要报送' }).click();
  await expect(unit.getByText('第2号')).toBeVisible();

  const answer = await newestOf(office, departmentId);
  await page.goto(new URL(`/submissions/${answer}`, page.url()).href);
  await expect(page.getByRole('list', { name: '往来' })).toContainText('第1号');
  await page.keyboard.press('a');
  await expect(page.getByRole('tab', { name: '预采用 1' })).toBeVisible();
  const printed = await signWith(office, answer, await typedBrief(office, other));
  await office.call('scoring.saveRecognition', { id: null, recognition: { ...cityAdoption, itemId: printed } });

  await unit.getByRole('link', { name: '我的来稿' }).click();
  await expect(unit.getByText('《上街信息》第1期')).toBeVisible();
  const standing = unit.getByRole('region', { name: '采用和积分' });
  await expect(standing).toContainText('报送 2 条，采用 1 条，采用率 50%，得 15 分，居区直第 1 位（共 2 个单位）');
  await standing.getByRole('button', { name: '得分明细' }).click();
  await expect(standing.getByRole('list')).toContainText('市级《郑州信息》');
  await expect(standing.getByRole('list')).toContainText('第1条　区级采用：单篇5分');
  expect(await seriousFaults(unit)).toEqual([]);

  await page.goto(new URL('/statistics/circulars', page.url()).href);
  await page.getByRole('button', { name: '生成通报' }).click();
  await page.getByRole('menuitem', { name: '其他' }).click();
  await expect(page.getByLabel('开头')).toHaveValue(new RegExp(byHand.opening));
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^已导出/ })).toBeVisible({ timeout: 30_000 });
  expect(await exportedRanking(join(office.folder, '导出'))).toEqual(byHand.ranking);
  await page.getByRole('button', { name: /^发\s*布$/ }).click();
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /^发\s*布$/ })
    .click();
  await expect(page.getByText('已发布')).toBeVisible();

  await unit.reload();
  await unit.getByRole('region', { name: '通报' }).getByRole('link').click();
  await expect(unit.getByRole('row', { name: '1 区审计局 2 1 15' })).toBeVisible();
  await expect(unit.getByRole('row', { name: '2 区财政局 1 1 3' })).toBeVisible();
  await expect(unit.getByText('审计整改见实效（《上街信息》第1期）')).toBeVisible();
  expect(await seriousFaults(unit)).toEqual([]);
});

test('the page works in a browser of 2018', async ({ office, browser }) => {
  const { url, code } = await openPage(office, '区审计局');
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  await context.addInitScript(browserOf2018);
  const unit = await context.newPage();
  const faults: Error[] = [];
  unit.on('pageerror', (error) => faults.push(error));
  await signIn(unit, url, '区审计局', code);
  await unit.getByRole('button', { name: '报送信息' }).click();
  await unit.getByLabel('正文').fill(TEXT);
  const text = { name: '附件.txt', mimeType: 'text/plain', buffer: Buffer.from('附件正文。') };
  await unit.locator('input[type=file]').setInputFiles(text);
  await expect(unit.getByText('附件.txt')).toBeVisible();
  await unit.getByRole('button', { name: '报送', exact: true }).click();
  await unit.getByRole('button', { name: '仍要报送' }).click();
  await unit.getByRole('link', { name: '查看' }).click();
  for (const [tab, shown] of [
    ['我的来稿', '报送 2 条'],
    ['约稿', '没有约稿'],
    ['报送要点', '还没有发布报送要点'],
  ] as const) {
    await unit.getByRole('link', { name: tab, exact: true }).click();
    await expect(unit.getByText(shown)).toBeVisible();
  }
  expect(faults).toEqual([]);
});

test('script in title, text, file name and file is read by the editor, and never runs', async ({ office, browser }) => {
  const SCRIPT = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>';
  const { page } = office;
  const { url, code } = await openPage(office, '区审计局');
  const unit = await (await browser.newContext()).newPage();
  await signIn(unit, url, '区审计局', code);
  await unit.getByRole('button', { name: '报送信息' }).click();
  await unit.getByLabel('标题').fill(SCRIPT);
  await unit.getByLabel('正文').fill(`${SCRIPT}正文。`);
  const file = { name: `${SCRIPT}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`附件${SCRIPT}`) };
  await unit.locator('input[type=file]').setInputFiles(file);
  await expect(unit.getByText('KB')).toBeVisible();
  await unit.getByRole('button', { name: '报送', exact: true }).click();
  await unit.getByRole('button', { name: '仍要报送' }).click();
  await unit.getByRole('link', { name: '查看' }).click();
  await expect(unit.getByRole('heading', { name: '<img src=x' })).toBeVisible();

  const asked = { state: 'new' as const, search: '', departmentId: null, offset: 0, limit: 5 };
  const { rows } = await office.call('submissions.list', asked);
  expect(rows).toHaveLength(2);
  for (const { id } of rows) {
    await page.goto(new URL(`/submissions/${id}`, page.url()).href);
    await expect(page.getByText('onerror="window.pwned=1"').first()).toBeVisible();
    await page.keyboard.press('a');
  }
  await page.goto(new URL('/items', page.url()).href);
  await expect(page.getByText('onerror="window.pwned=1"').first()).toBeVisible();
  for (const seen of [page, unit]) expect(await seen.evaluate(() => 'pwned' in window)).toBe(false);
});

/** Switches the department page on, with one unit that has a fresh code. */
async function openPage(office: App, name: string) {
  const port = await freePort();
  const departmentId = await addUnit(office, name);
  await office.call('portal.configure', { on: true, port, tls: null, dailyCap: null, urgentMinutes: 30 });
  await expect.poll(async () => (await office.call('portal.get', {})).state.kind).toBe('on');
  const [issued] = await office.call('portal.issueCodes', { departmentIds: [departmentId] });
  return { url: `http://127.0.0.1:${port}/`, code: issued?.code ?? '', departmentId };
}

async function signIn(unit: Page, url: string, name: string, code: string): Promise<void> {
  await unit.goto(url);
  await unit.getByLabel('单位').fill(name);
  await unit.getByLabel('密码').fill(code);
  await unit.getByRole('button', { name: '登录' }).click();
  await unit.getByLabel('现在的密码').fill(code);
  await unit.getByLabel('新密码').fill('单位自己定的密码');
  await unit.getByLabel('再填一次').fill('单位自己定的密码');
  await unit.getByRole('button', { name: '确定' }).click();
}

async function addUnit(office: App, name: string): Promise<DepartmentId> {
  const unit = { shortName: name, fullName: `上街区${name}`, group: '区直', otherNames: [], active: true };
  return (await office.call('departments.save', { id: null, ...unit })).id;
}

async function useFirstRules(office: App): Promise<void> {
  const [preset] = rulesPresets;
  if (!preset) throw new Error('no preset');
  await office.call('scoring.saveRules', { id: null, validFrom: '2020-01-01', rules: preset.rules });
}

const today = toIsoDate(new Date());
const cityAdoption = {
  kind: 'upper' as const,
  date: today,
  level: 'city' as const,
  publication: '郑州信息',
  form: 'item' as const,
  text: '',
};

async function newestOf(office: App, departmentId: DepartmentId): Promise<SubmissionId> {
  const asked = { state: 'new' as const, search: '', departmentId, offset: 0, limit: 5 };
  const [row] = (await office.call('submissions.list', asked)).rows;
  if (!row) throw new Error('the answer did not arrive');
  return row.id;
}

/** What came by telephone and was typed by the office. */
async function typedBrief(office: App, departmentId: DepartmentId): Promise<SubmissionId> {
  const fields = { author: null, signer: null, phone: null };
  const { submissions } = await office.call('submissions.type', {
    title: '',
    text: '区财政局盘活存量资金200万元。',
    departmentId,
    receivedDate: today,
    fields,
  });
  const [row] = submissions;
  if (!row) throw new Error('nothing was filed');
  await office.call('submissions.shortlist', { ids: [row.id] });
  return row.id;
}

/** Signs an issue of today with the first as an item and the second as a brief. @returns the first's item */
async function signWith(office: App, ...ids: [item: SubmissionId, brief: SubmissionId]): Promise<ItemId> {
  const [itemId, briefId] = await Promise.all(
    ids.map(async (id) => (await office.call('submissions.get', { id })).itemId),
  );
  const [publication] = await office.call('publications.list', {});
  if (!itemId || !briefId || !publication) throw new Error('nothing to sign');
  const issue = { publicationId: publication.id, date: today, theme: '', correctsId: null };
  const { id, version } = await office.call('issues.create', issue);
  const entries = [
    { itemId, kind: 'item' as const, section: null },
    { itemId: briefId, kind: 'brief' as const, section: null },
  ];
  const filled = await office.call('issues.setEntries', { id, version, entries });
  await office.call('issues.sign', { id, version: filled.version, expectedNumber: filled.number });
  return itemId;
}

/** Rows of the ranking in the workbook below a folder. */
async function exportedRanking(folder: string): Promise<unknown[][]> {
  const names = await readdir(folder, { recursive: true });
  const workbook = names.find((name) => name.endsWith('.xlsx'));
  if (workbook === undefined) throw new Error(`no workbook among ${names.join('、')}`);
  const sheets = await readXlsxFile(join(folder, workbook));
  const ranking = sheets.find(({ sheet }) => sheet === '排名');
  return ranking?.data.slice(2) ?? [];
}

/** Takes away, before the page loads, what browsers of eight years ago did not have. */
function browserOf2018(): void {
  const younger: [object, string[]][] = [
    [Array.prototype, ['at', 'flat', 'flatMap', 'findLast', 'toSorted', 'toReversed', 'with']],
    [String.prototype, ['at', 'replaceAll', 'matchAll', 'trimStart', 'trimEnd']],
    [Object, ['fromEntries', 'hasOwn', 'groupBy']],
    [Promise, ['allSettled', 'any', 'withResolvers']],
    [Blob.prototype, ['arrayBuffer', 'text']],
    // Neither is there on plain HTTP.
    [Crypto.prototype, ['randomUUID', 'subtle']],
    [window, ['structuredClone', 'queueMicrotask', 'globalThis']],
  ];
  for (const [holder, names] of younger) for (const name of names) Reflect.deleteProperty(holder, name);
}
