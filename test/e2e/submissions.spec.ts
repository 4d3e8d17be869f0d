import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { seriousFaults } from './support/access.ts';
import { expect, test } from './support/app.ts';

const issue001 = fileURLToPath(new URL('../fixtures/corpus/001.txt', import.meta.url));

const list = (page: Page) => page.getByRole('listbox', { name: '来稿' });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

const takeIn = async (page: Page, files: Parameters<Page['setInputFiles']>[1]) => {
  await page.getByTestId('intake-files').setInputFiles(files);
  await expect(page.getByRole('region', { name: '导入结果' })).toContainText('个文件，收入');
  // Keys mean nothing before there is a submission to mean.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
};

test('a file of nine items is taken in, split, sifted by keyboard, and every decision can be undone', async ({
  office: { page: desk },
}) => {
  await expect(desk.getByText('没有待处理的来稿')).toBeVisible();
  await takeIn(desk, issue001);
  await expect(desk.getByRole('region', { name: '导入结果' })).toContainText('1 个文件，收入 9 条');
  await expect(desk.getByRole('tab', { name: '待处理 9' })).toBeVisible();
  await expect(list(desk).getByRole('option')).toHaveCount(9);

  await expect(heading(desk, '团区委学雷锋战疫情送温暖')).toBeVisible();
  await desk.keyboard.press('a');
  await expect(heading(desk, /一建二抓三推四督/)).toBeVisible();
  await expect(desk.getByRole('tab', { name: '预采用 1' })).toBeVisible();

  await desk.keyboard.press('x');
  await desk.getByRole('button', { name: '时效已过' }).click();
  await desk.keyboard.press('Control+Enter');
  await expect(heading(desk, /保姆式/)).toBeVisible();
  await desk.keyboard.press('u');
  await expect(heading(desk, /一建二抓三推四督/)).toBeVisible();
  await expect(desk.getByRole('tab', { name: '不采用 0' })).toBeVisible();
  await expect(desk.getByText('撤销“不采用”')).toBeVisible();

  await desk.keyboard.press('j');
  await expect(heading(desk, /保姆式/)).toBeVisible();
  const shown = new URL(desk.url()).pathname;
  await desk.reload();
  await expect(heading(desk, /保姆式/)).toBeVisible();
  expect(new URL(desk.url()).pathname).toBe(shown);
});

test('keys that follow each other at once each find the row the one before went to', async ({
  office: { page: desk },
}) => {
  await takeIn(desk, issue001);
  await desk.evaluate(() => {
    for (const key of ['j', 'j', 'h'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
  await desk.getByRole('tab', { name: '留用 1' }).click();
  await expect(heading(desk, /保姆式/)).toBeVisible();
});

test('the original stands beside unchanged, with this part marked; the same file again adds nothing and says so', async ({
  office: { page: desk },
}) => {
  await takeIn(desk, issue001);
  await desk.keyboard.press('o');
  const mark = desk.locator('.original-text mark');
  await expect(mark).toContainText('团区委学雷锋战疫情送温暖');
  await expect(mark).not.toContainText('一建二抓');
  const download = desk.waitForEvent('download');
  await desk.getByRole('button', { name: '下载原文件' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('001.txt');
  expect(await readFile(await file.path())).toEqual(await readFile(issue001));

  await desk.getByTestId('intake-files').setInputFiles(issue001);
  await expect(desk.getByText(/已收过，没有重复收入/)).toBeVisible();
  await expect(desk.getByRole('tab', { name: '待处理 9' })).toBeVisible();
});

test('one bad file of several gets its sentence, and the rest is taken in', async ({ office: { page: desk } }) => {
  const text = Buffer.from('区审计局开展专项审计\n近日，区审计局开展专项审计。（区审计局）\n');
  await takeIn(desk, [
    { name: '好.txt', mimeType: 'text/plain', buffer: text },
    { name: '空.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    { name: '假.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('not a zip') },
  ]);
  const result = desk.getByRole('region', { name: '导入结果' });
  await expect(result).toContainText('3 个文件，收入 1 条，2 个没有导入');
  await expect(result).toContainText('“空.txt”是空文件。');
  await expect(result.getByRole('alert').nth(1)).toContainText('“假.docx”');
  await expect(heading(desk, '区审计局开展专项审计')).toBeVisible();
});

test('what is written in the editor is saved by itself and survives a reload', async ({ office: { page: desk } }) => {
  await takeIn(desk, issue001);
  await desk.keyboard.press('a');
  await expect(heading(desk, /一建二抓三推四督/)).toBeVisible();
  await desk.getByRole('link', { name: /稿件/ }).click();
  const text = desk.getByLabel('正文', { exact: true });
  await expect(text).toContainText('在3月5日学雷锋纪念日');
  await text.click();
  await desk.keyboard.press('Control+Home');
  await desk.keyboard.type('据悉，');
  await expect(desk.getByText('保存中…')).toBeVisible();
  await expect(desk.getByText('已保存')).toBeVisible();
  await desk.reload();
  await expect(text).toContainText('据悉，在3月5日学雷锋纪念日');

  await desk.getByRole('tab', { name: '修订' }).click();
  await desk.getByRole('button', { name: /来稿/, expanded: false }).click();
  await desk.getByRole('button', { name: '恢复这一版' }).click();
  await expect(text).not.toContainText('据悉');
});

test('来稿 and 稿件 keep the page policy and are free of serious accessibility faults', async ({
  sample: { page },
}) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('x');
  await expect(page.getByRole('dialog', { name: '不采用' })).toBeVisible();
  await page.keyboard.press('Escape');
  for (const name of ['粘贴', '补录']) {
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('dialog', { name: `${name}来稿` })).toBeVisible();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: '稿件' }).click();
  await page.getByRole('tab', { name: '全部' }).click();
  await expect(page.getByLabel('正文', { exact: true })).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
  expect(refused).toEqual([]);
});
