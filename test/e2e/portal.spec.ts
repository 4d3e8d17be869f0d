import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { freePort } from '../support/freePort.ts';
import { type App, expect, test } from './support/app.ts';

const TEXT = '区审计局近日对3家单位开展财务审计，发现问题12个，已整改10个。';

test('a unit hands in, is asked back, answers, and reads in which issue it was printed', async ({
  office,
  browser,
}) => {
  const { page } = office;
  const { url, code, departmentId } = await openPage(office, '区审计局');
  const unit = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await signIn(unit, url, '区审计局', code);
  await seriousFaults(unit);

  await unit.getByRole('button', { name: '报送信息' }).click();
  await unit.getByLabel('标题').fill('审计整改见实效');
  await unit.getByLabel('正文').fill(TEXT);
  await unit.getByLabel('撰稿人').fill('张三');
  await unit.getByRole('button', { name: '报送', exact: true }).click();
  // The signer is missing and is asked for; the unit sends all the same.
  await expect(unit.getByText('没有填写审核或签发人')).toBeVisible();
  await seriousFaults(unit);
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
  await unit.getByRole('button', { name: '修改后再报' }).click();
  await unit.getByLabel('正文').fill(`${TEXT}两数同一口径，其余2个12月底前整改。`);
  await unit.getByLabel('审核或签发人').fill('李四');
  await unit.getByLabel('联系电话').fill('6812');
  await unit.getByRole('button', { name: '报送', exact: true }).click();
  // It is like the first one, and said to be.
  await unit.getByRole('button', { name: '仍要报送' }).click();
  await expect(unit.getByText('第2号')).toBeVisible();

  const { rows } = await office.call('submissions.list', {
    state: 'new',
    search: '',
    departmentId,
    offset: 0,
    limit: 5,
  });
  const [answer] = rows;
  if (!answer) throw new Error('the answer did not arrive');
  await page.goto(new URL(`/submissions/${answer.id}`, page.url()).href);
  await expect(page.getByRole('list', { name: '往来' })).toContainText('第1号');
  await page.keyboard.press('a');
  await expect(page.getByRole('tab', { name: '预采用 1' })).toBeVisible();
  await signWith(office, answer.id);

  await unit.getByRole('link', { name: '我的来稿' }).click();
  await expect(unit.getByText('《上街信息》第19期')).toBeVisible();
  await expect(unit.getByText('采用 1 条')).toBeVisible();
});

/** Switches the department page on, with one unit that has a fresh code. */
async function openPage(office: App, name: string) {
  const port = await freePort();
  const { id: departmentId } = await office.call('departments.save', {
    id: null,
    shortName: name,
    fullName: `上街区${name}`,
    group: '区直',
    otherNames: [],
    active: true,
  });
  await office.call('portal.configure', { on: true, port, tls: null, dailyCap: null, urgentMinutes: 30 });
  await expect.poll(async () => (await office.call('portal.get', {})).state.kind).toBe('on');
  const [issued] = await office.call('portal.issueCodes', { departmentIds: [departmentId] });
  return { url: `http://127.0.0.1:${port}/`, code: issued?.code ?? '', departmentId };
}

async function signIn(unit: Page, url: string, name: string, code: string): Promise<void> {
  await unit.goto(url);
  await seriousFaults(unit);
  await unit.getByLabel('单位').fill(name);
  await unit.getByLabel('密码').fill(code);
  await unit.getByRole('button', { name: '登录' }).click();
  await unit.getByLabel('现在的密码').fill(code);
  await unit.getByLabel('新密码').fill('单位自己定的密码');
  await unit.getByLabel('再填一次').fill('单位自己定的密码');
  await unit.getByRole('button', { name: '确定' }).click();
}

async function signWith(office: App, submissionId: Parameters<typeof office.call<'submissions.get'>>[1]['id']) {
  const { itemId } = await office.call('submissions.get', { id: submissionId });
  const [publication] = await office.call('publications.list', {});
  if (itemId === null || !publication) throw new Error('nothing to sign');
  const issue = { publicationId: publication.id, date: '2020-03-06', theme: '', correctsId: null };
  const { id, version } = await office.call('issues.create', issue);
  const entries = [{ itemId, kind: 'item' as const, section: null }];
  const filled = await office.call('issues.setEntries', { id, version, entries });
  await office.call('issues.sign', { id, version: filled.version, expectedNumber: filled.number });
}

async function seriousFaults(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
