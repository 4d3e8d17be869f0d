import type { IsoDate } from '../../shared/domain/dates.ts';
import type { ItemId } from '../../shared/domain/ids.ts';
import { type App, expect, test } from './support/app.ts';

/** What a page shows, as a sum over its pixels. */
async function pixels({ page }: App, n: number): Promise<number> {
  return page.evaluate((sheet) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`[data-page="${sheet}"] canvas`);
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return 0;
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let sum = 0;
    for (let i = 0; i < data.length; i += 4) sum = (Math.imul(sum, 31) + (data[i] ?? 0)) | 0;
    return sum;
  }, n);
}

/** Two items whose nine lines fill the first page and leave two on a second. */
async function forgottenPage({ call }: App): Promise<string> {
  const [publication] = await call('publications.list', {});
  if (!publication) throw new Error('no publication');
  const ids: ItemId[] = [];
  for (const [title, text] of [
    ['区发改委推动项目有序开复工', `${'复工复产有序推进，'.repeat(12)}成效明显。`],
    ['区人社局缓解企业招工难', `${'线上招聘持续开展，'.repeat(9)}用工有保障。`],
  ] as const) {
    const { submissions } = await call('submissions.type', {
      title,
      text,
      departmentId: null,
      receivedDate: '2020-03-05' as IsoDate,
      fields: { author: null, signer: null, phone: null },
    });
    const id = submissions[0]?.id;
    if (!id) throw new Error('nothing was filed');
    await call('submissions.shortlist', { ids: [id] });
    const { itemId } = await call('submissions.get', { id });
    if (itemId) ids.push(itemId);
  }
  const issue = await call('issues.create', {
    publicationId: publication.id,
    date: '2020-03-06' as IsoDate,
    theme: '精准服务　主动作为\n夺取“双胜利”（三）',
    correctsId: null,
  });
  await call('issues.setEntries', {
    id: issue.id,
    version: issue.version,
    entries: ids.map((itemId) => ({ itemId, kind: 'item', section: null })),
  });
  return issue.id;
}

/** Opens the issue; the first page waits for the engine to start. */
async function openPages(app: App, id: string): Promise<void> {
  await app.page.goto(new URL(`/issues/${id}`, app.page.url()).href);
  await expect.poll(() => pixels(app, 1), { timeout: 60_000 }).not.toBe(0);
}

test('an order, a key and a fit are in the pages at once; a line leads to its text; 100 % is the paper', async ({
  office,
}) => {
  test.setTimeout(180_000);
  const { page } = office;
  const id = await forgottenPage(office);
  await openPages(office, id);
  await expect(page.getByText('第2页只有2行正文')).toBeVisible();
  const first = await pixels(office, 1);

  const board = page.getByRole('listbox', { name: '编排' });
  await board.getByRole('option').nth(1).click();
  await board.press('Alt+ArrowUp');
  await expect.poll(() => pixels(office, 1)).not.toBe(first);
  await board.press('Control+z');
  await expect.poll(() => pixels(office, 1)).toBe(first);

  await page.keyboard.press('l');
  const panel = page.getByRole('region', { name: '版面建议' });
  await panel.getByRole('button', { name: '看效果' }).first().click();
  await expect(page.getByText(/^下面是建议的版面/)).toBeVisible();
  await expect.poll(() => pixels(office, 1)).not.toBe(first);
  expect((await office.call('issues.get', { id: id as never })).pageAdjust).toEqual({});
  await page.getByRole('button', { name: '采用' }).click();
  await expect(panel.getByText(/^本期/)).toBeVisible();
  await expect(page.getByText('第2页只有2行正文')).toHaveCount(0);
  await expect.poll(async () => (await office.call('issues.get', { id: id as never })).pageAdjust).not.toEqual({});
  await page.keyboard.press('Control+z');
  await expect(panel.getByText(/^本期/)).toHaveCount(0);
  await expect.poll(() => pixels(office, 1)).toBe(first);

  await page.locator('[data-page="1"] [data-line="2"]').click({ position: { x: 30, y: 6 } });
  const text = page.getByRole('textbox', { name: '正文' });
  await expect(text).toBeFocused();
  await expect(page.locator('[data-page="1"] .page-line-caret')).toHaveCount(1);
  // The pane is narrower beside the editor: pages are painted anew.
  const settled = async () => {
    const before = await pixels(office, 1);
    await page.waitForTimeout(200);
    return before === (await pixels(office, 1));
  };
  await expect.poll(settled).toBe(true);
  const opened = await pixels(office, 1);
  await page.keyboard.type('新');
  await expect.poll(() => pixels(office, 1)).not.toBe(opened);
  await page.keyboard.press('Backspace');
  await expect.poll(() => pixels(office, 1)).toBe(opened);

  await page.getByRole('combobox', { name: '显示大小' }).click();
  await page.getByTitle('100%（同纸面）').click();
  const paper = (210 * 96) / 25.4;
  await expect.poll(async () => (await page.getByRole('figure').first().boundingBox())?.width).toBeCloseTo(paper, 0);
});
