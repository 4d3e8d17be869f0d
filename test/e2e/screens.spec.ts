import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { seriousFaults } from './support/access.ts';
import { type App, expect, test } from './support/app.ts';

/**
 * Every main screen on the sample office, at the two sizes editors have. `DESK_PICTURES=1` writes the pictures the README
 * shows; without it they go where the run's other results go.
 */
const pictures = process.env['DESK_PICTURES']
  ? fileURLToPath(new URL('../../docs/screens', import.meta.url))
  : fileURLToPath(new URL('../../test-results/screens', import.meta.url));

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await expect(page.locator('.ant-spin-spinning, .ant-skeleton')).toHaveCount(0);
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { width, scrollWidth } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    scrollWidth: document.documentElement.scrollWidth,
  }));
  expect(scrollWidth).toBeLessThanOrEqual(width);
}

/** Shortlists what waits from 10月来稿汇总.txt and puts it into an issue. */
async function openIssue(app: App): Promise<string> {
  const waiting = { state: 'new' as const, search: '', departmentId: null, offset: 0, limit: 100 };
  const { rows } = await app.call('submissions.list', waiting);
  const ids = rows.filter((row) => row.fileName === '10月来稿汇总.txt').map((row) => row.id);
  await app.call('submissions.shortlist', { ids });
  const pool = await app.call('items.list', { where: 'pool', search: '', offset: 0, limit: 100 });
  const [publication] = await app.call('publications.list', {});
  if (!publication) throw new Error('the sample office has no publication');
  const { theme } = await app.call('issues.suggest', { publicationId: publication.id });
  const issue = await app.call('issues.create', {
    publicationId: publication.id,
    date: '2020-10-20' as IsoDate,
    theme,
    correctsId: null,
  });
  await app.call('issues.setEntries', {
    id: issue.id,
    version: issue.version,
    entries: pool.rows.slice(0, 5).map((item) => ({ itemId: item.id, kind: item.kind, section: null })),
  });
  return issue.id;
}

const sizes = [
  { width: 1920, height: 1080, suffix: '-1920' },
  { width: 1366, height: 768, suffix: '' },
];

test('every main screen shows its work, fits at the sizes editors have, and can be used without eyes or mouse', async ({
  sample,
}) => {
  test.setTimeout(180_000);
  const { page } = sample;
  const faults: string[] = [];
  const issue = await openIssue(sample);
  const [printed] = (
    await sample.call('issues.list', { frozen: true, publicationId: null, search: '', offset: 0, limit: 1 })
  ).rows;

  const screens = [
    ['submissions', '/submissions', () => page.getByRole('listbox', { name: '来稿' }).getByRole('option').first()],
    ['item', '/items', () => page.getByText('已保存')],
    ['issue', `/issues/${issue}`, () => page.getByRole('figure').first()],
    ['archive', `/archive/${printed?.id}`, () => page.getByRole('figure').first()],
    ['registers', '/registers', () => page.getByText('区发改委').first()],
    ['settings', '/settings/publications', () => page.getByText('上街信息').first()],
    ['help', '/help', () => page.getByRole('heading', { name: '从来稿到付印' })],
  ] as const;
  for (const [name, address, shown] of screens) {
    await page.goto(new URL(address, page.url()).href);
    // The first page of the preview waits for the engine to start and look through the fonts.
    await expect(shown()).toBeVisible({ timeout: 30_000 });
    for (const { suffix, ...size } of sizes) {
      await page.setViewportSize(size);
      await expectNoSidewaysScroll(page);
      await picture(page, `${name}${suffix}`);
    }
    faults.push(...(await seriousFaults(page)).map((fault) => `${name}: ${fault}`));
  }
  expect(faults).toEqual([]);
});
