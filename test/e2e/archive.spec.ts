import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './support/app.ts';

const corpus = new URL('../fixtures/corpus/001.txt', import.meta.url);

test('a folder of back issues is read, one number put right, all filed, and a sentence of one found in the archive', async ({
  office: { page, folder },
}) => {
  const text = await readFile(corpus, 'utf8');
  const issue = (number: string, day: string) => text.replace('第 19 期', number).replace('2020 年 3 月 6 日', day);
  const back = join(folder, '往期');
  await mkdir(join(back, '2018'), { recursive: true });
  await writeFile(
    join(back, '2018', '上半年.txt'),
    issue('第 7 期', '2018 年 4 月 2 日').replaceAll('100余人', '137余人'),
  );
  await writeFile(join(back, '2018', '无号.txt'), issue('', '2018 年 4 月 9 日'));

  await page.getByRole('link', { name: '往期' }).click();
  await page.getByRole('button', { name: '补录往期' }).click();
  await page.getByTestId('back-folder').first().setInputFiles(back);
  const table = page.getByRole('listbox', { name: '待补录的期' });
  await expect(table.getByRole('option', { name: /2018年第7期/ })).toBeVisible({ timeout: 30_000 });
  const nameless = table.getByRole('option', { name: /没有期号/ });
  await expect(nameless).toBeVisible({ timeout: 30_000 });
  await nameless.click();
  await page.getByLabel('期号', { exact: true }).fill('8');
  await page.keyboard.press('Enter');
  await expect(table.getByRole('option', { name: /2018年第8期/ })).toBeVisible();
  await page.getByRole('button', { name: '补录无碍的 2 期' }).click();
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /补\s?录/ })
    .click();
  await expect(page.getByText('没有待补录的往期')).toBeVisible();

  await page.keyboard.press('Control+K');
  await page.keyboard.type('招聘137余人');
  const hit = page.getByRole('option').or(page.locator('.search-hit')).filter({ hasText: '《上街信息》2018年第7期' });
  await expect(hit.first()).toBeVisible();
  await page.locator('.search-hit').filter({ hasText: '2018年第7期' }).first().click();
  await expect(page).toHaveURL(/\/items\//);
  await expect(page.getByText('招聘137余人').first()).toBeVisible();
});
