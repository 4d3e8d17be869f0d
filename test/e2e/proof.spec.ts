import { expect, test } from './support/app.ts';

test('a doubled mark and a wrong percentage are underlined as they are typed, mended with one key each, or left with a reason', async ({
  office,
}) => {
  const { page } = office;
  const { id } = await office.call('items.create', { title: '区发改委推动项目开工', departmentId: null });
  await page.goto(new URL(`/items/${id}`, page.url()).href);
  const text = page.getByLabel('正文', { exact: true });
  await text.click();
  await page.keyboard.type('区发改委建立机制，，强化服务。全区54个项目，已复工45个，复工率93.3%。');

  await expect(page.getByRole('tab', { name: '校对 2错' })).toBeVisible();
  await expect(text.locator('.proof-error')).toHaveText(['，，', '93.3%']);
  await page.keyboard.press('F8');
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.press('F8');
  await page.keyboard.press('Alt+Enter');
  await expect(text).toHaveText('区发改委建立机制，强化服务。全区54个项目，已复工45个，复工率83.3%。');
  await expect(page.getByRole('tab', { name: '校对', exact: true })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(text.locator('.proof-error')).toHaveText(['93.3%']);

  await page.getByRole('tab', { name: '校对 1错' }).click();
  await page.getByRole('list', { name: '校对提示' }).getByRole('button', { name: /93.3%/ }).click();
  await page.getByRole('button', { name: '不改…' }).click();
  const ask = page.getByRole('dialog', { name: '不改的理由（记入核稿单）' });
  await ask.getByRole('button', { name: '已与来稿单位核实' }).click();
  await ask.getByRole('button', { name: '不改', exact: true }).click();
  await expect(page.getByText('没有发现问题。')).toBeVisible();
  await expect(page.getByRole('list', { name: '不改的' })).toContainText('已与来稿单位核实');
});
