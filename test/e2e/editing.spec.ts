import type { Page } from '@playwright/test';
import type { IsoDate } from '../../shared/domain/dates.ts';
import type { IssueId, ItemId } from '../../shared/domain/ids.ts';
import { type App, expect, test } from './support/app.ts';

const at = ({ page }: App, path: string): string => new URL(path, page.url()).href;

test('the editing desk, from typing to signing: slips shown and settled, changes told apart, questions asked and answered', async ({
  office,
}) => {
  test.setTimeout(180_000);
  const { page } = office;
  const itemId = await handedIn(office, '区发改委推动项目开工', '区发改委建立机制，强化服务。');
  await page.goto(at(office, `/items/${itemId}`));
  const text = page.getByLabel('正文', { exact: true });
  await text.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('复工有序，，成效明显。全区54个项目，已复工45个，复工率93.3%。');

  await inAnotherWindow(office, `/items/${itemId}`, async (second) => {
    await expect(second.getByRole('status').filter({ hasText: '您在另一个窗口打开了这篇稿件' })).toContainText(
      '这里只能看',
    );
    await expect(second.getByLabel('正文', { exact: true })).toHaveAttribute('contenteditable', 'false');
  });

  await settleSlips(page);
  await lookThroughChanges(page);
  await comment(page);

  const issueId = await issueOf(office, itemId);
  await page.goto(at(office, `/issues/${issueId}`));
  await page.getByRole('button', { name: '送审' }).click();
  await sendBackWithQuestion(office, issueId);
  await answer(office, itemId);

  await page.goto(at(office, `/issues/${issueId}`));
  await page.getByRole('button', { name: '送审' }).click();
  await page.getByRole('button', { name: '签发' }).click();
  const panel = page.getByRole('region', { name: '签发' });
  await panel.getByRole('button', { name: '签发第19期' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '上街信息 第19期' })).toBeVisible();
});

/** A text as its unit sent it, taken on: what is changed in it from now on shows against it. */
async function handedIn({ call }: App, title: string, text: string): Promise<ItemId> {
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
  if (!itemId) throw new Error('no item was made');
  return itemId;
}

async function inAnotherWindow({ page }: App, path: string, look: (second: Page) => Promise<void>): Promise<void> {
  const second = await page.context().newPage();
  await second.goto(new URL(path, page.url()).href);
  await look(second);
  await second.close();
}

/** Both slips are underlined and listed; one is mended by key, one is left for a reason. */
async function settleSlips(page: Page): Promise<void> {
  const text = page.getByLabel('正文', { exact: true });
  await expect(page.getByRole('tab', { name: '校对 2错' })).toBeVisible();
  await expect(text.locator('.proof-error')).toHaveText(['，，', '93.3%']);
  await page.keyboard.press('F8');
  await page.keyboard.press('Alt+Enter');
  await expect(text).toHaveText(
    '区发改委建立机制，强化服务。复工有序，成效明显。全区54个项目，已复工45个，复工率93.3%。',
  );
  await page.keyboard.press('ControlOrMeta+z');
  await expect(text.locator('.proof-error')).toHaveText(['，，', '93.3%']);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(text.locator('.proof-error')).toHaveText(['93.3%']);

  await page.getByRole('tab', { name: '校对 1错' }).click();
  await page.getByRole('list', { name: '校对提示' }).getByRole('button', { name: /93.3%/ }).click();
  await page.getByRole('button', { name: '不改…' }).click();
  const ask = page.getByRole('dialog', { name: '不改的理由（记入核稿单）' });
  await ask.getByRole('button', { name: '已与来稿单位核实' }).click();
  await ask.getByRole('button', { name: '不改', exact: true }).click();
  await expect(page.getByText('没有发现问题。')).toBeVisible();
  await expect(page.getByRole('list', { name: '不改的' })).toContainText('已与来稿单位核实');
}

/** What was typed is accepted; of what is typed next one change is taken back. */
async function lookThroughChanges(page: Page): Promise<void> {
  const text = page.getByLabel('正文', { exact: true });
  const changes = page.getByRole('list', { name: '改动' });
  await page.getByRole('tab', { name: '修订' }).click();
  await page.getByRole('button', { name: /查看改动/ }).click();
  await page.getByRole('button', { name: '全部接受' }).click();
  await expect(page.getByText('没有改动')).toBeVisible();
  await page.keyboard.press('Escape');
  await text.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('下一步继续跟进。');
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('近日，');
  await page.getByRole('tab', { name: '修订' }).click();
  await page.getByRole('button', { name: /查看改动/ }).click();
  await expect(changes.locator('ins')).toHaveText(['近日，', '下一步继续跟进。']);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await expect(changes.locator('ins')).toHaveText(['近日，']);
  await page.keyboard.press('Escape');
  await expect(text).toHaveText(
    '近日，区发改委建立机制，强化服务。复工有序，成效明显。全区54个项目，已复工45个，复工率93.3%。',
  );
}

async function comment(page: Page): Promise<void> {
  const text = page.getByLabel('正文', { exact: true });
  await text.click();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let n = 0; n < 2; n++) await page.keyboard.press('Shift+ArrowRight');
  // The editor hears of a selection a moment after the browser has made it.
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('近日');
  await page.keyboard.press('ControlOrMeta+Alt+m');
  await page.getByLabel('批注内容').fill('写明日期');
  await page.keyboard.press('ControlOrMeta+Enter');
  const comments = page.getByRole('list', { name: '批注' });
  await expect(comments).toContainText('“近日”');
  await expect(comments).toContainText('写明日期');
}

/** An issue of this one item, ready to be sent for review. */
async function issueOf({ call }: App, itemId: ItemId): Promise<IssueId> {
  const [publication] = await call('publications.list', {});
  if (!publication) throw new Error('no publication');
  const issue = await call('issues.create', {
    publicationId: publication.id,
    date: '2020-03-06' as IsoDate,
    theme: '',
    correctsId: null,
  });
  await call('issues.setEntries', {
    id: issue.id,
    version: issue.version,
    entries: [{ itemId, kind: 'item', section: null }],
  });
  return issue.id;
}

/** The reviewer asks about the item and sends the issue back; it lies with the editor again, with the note. */
async function sendBackWithQuestion(app: App, issueId: IssueId): Promise<void> {
  const { page } = app;
  await page.goto(at(app, `/issues/${issueId}?view=review`));
  await page.getByRole('button', { name: /写批注/ }).click();
  await page.getByText('问题', { exact: true }).click();
  await page.getByLabel('批注内容').fill('复工率以哪天为准？');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('list', { name: '批注' })).toContainText('复工率以哪天为准？');
  await page.getByRole('button', { name: '退回（1 个问题）' }).click();
  await page.getByRole('button', { name: '请逐条答复 1 个问题' }).click();
  await page.getByRole('button', { name: '退回', exact: true }).click();
  await expect(page.getByText('退回意见：请逐条答复 1 个问题')).toBeVisible();
  await expect(page.getByRole('button', { name: '送审' })).toBeVisible();
}

async function answer(app: App, itemId: ItemId): Promise<void> {
  const { page } = app;
  await page.goto(at(app, `/items/${itemId}`));
  const question = page.getByRole('list', { name: '批注' }).getByRole('listitem').filter({ hasText: '以哪天为准' });
  await question.getByRole('button', { name: '回复' }).click();
  await page.getByLabel('回复内容').fill('以3月5日为准。');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(question).toContainText('以3月5日为准。');
  await question.getByRole('button', { name: '已解决' }).click();
  await expect(page.getByText('已解决 1 条')).toBeVisible();
}
