import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/intake/${name}`, import.meta.url));

/** Two items run together: nothing but sense tells where the second begins. */
const RUN_TOGETHER =
  '区发改委推进项目建设 近日，区发改委召开会议。区审计局加强审计监督 一是加强监督。二是推进整改。（区审计局）';

/** A folder as it comes from a disk: a text, a Word file, an old code page in a folder below, and a file that is none. */
async function mixedFolder(root: string): Promise<string> {
  const folder = join(root, '三月来稿');
  await mkdir(join(folder, '镇办'), { recursive: true });
  await writeFile(join(folder, '区直.txt'), RUN_TOGETHER);
  await copyFile(fixture('libreoffice.docx'), join(folder, '人社局.docx'));
  await copyFile(fixture('short.gb18030.txt'), join(folder, '镇办', '住建局.txt'));
  await writeFile(join(folder, '坏文件.docx'), '这不是 Word 文档');
  return folder;
}

/** Drops a path of the disk on the window, as a file manager does. */
async function dropOn(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data });
}

test('a mixed folder is dropped, one split in it corrected by keyboard, and a sentence of it found in the archive', async ({
  office: { page: desk, folder },
}) => {
  await expect(desk.getByText('没有待处理的来稿')).toBeVisible();
  await dropOn(desk, await mixedFolder(folder));
  const panel = desk.getByRole('region', { name: '导入结果' });
  await expect(panel).toContainText('4 个文件，收入 3 条，1 个没有导入');
  await expect(panel).toContainText('“坏文件.docx”已损坏，读不出内容');

  const list = desk.getByRole('listbox', { name: '来稿' });
  await list.getByRole('option').filter({ hasText: '区发改委推进项目建设' }).click();
  await desk.keyboard.press('s');
  const items = desk.getByRole('list', { name: '拆出的各条' });
  await expect(items.getByRole('listitem')).toHaveCount(1);
  await desk.getByRole('region', { name: '原文，各段已着色' }).focus();
  await desk.keyboard.press('Control+ArrowRight');
  for (let i = 0; i < '近日，区发改委召开会议。'.length; i++) await desk.keyboard.press('ArrowRight');
  await desk.keyboard.press('Enter');
  await expect(items.getByRole('listitem')).toHaveCount(2);
  await expect(items).toContainText('区审计局加强审计监督');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByRole('tab', { name: '待处理 4' })).toBeVisible();
  await expect(list.getByRole('option').filter({ hasText: '区审计局加强审计监督' })).toBeVisible();

  // What stands between the two items now belongs to the second alone.
  await desk.keyboard.press('Control+K');
  await desk.keyboard.type('二是推进整改');
  await desk.getByText(/查看全部 1 条/).click();
  await expect(desk).toHaveURL(/\/search\?q=/);
  const hits = desk.getByRole('listbox', { name: '搜索结果' }).getByRole('option');
  await expect(hits).toHaveCount(1);
  await expect(hits).toContainText('区审计局加强审计监督');
  await expect(hits.locator('mark')).toHaveText('二是推进整改');
  await hits.dblclick();
  await expect(desk).toHaveURL(/\/submissions/);
  await expect(desk.getByText('二是推进整改').first()).toBeVisible();
});
