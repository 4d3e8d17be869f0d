import type { Page } from '@playwright/test';
import { wordsOf } from '../../shared/domain/bulletin.ts';
import type { ItemId } from '../../shared/domain/ids.ts';
import { type App, expect, test } from './support/app.ts';

/** What may be lost of typing when something is killed, ms. */
const LOST = 2_000;
/** Promise A3 wants a hundred of each: `DESK_KILLS=100 npm test -- e2e typing`. */
const KILLS = Number(process.env['DESK_KILLS'] ?? 2);

test.beforeEach(() => test.setTimeout(60_000 + KILLS * 30_000));

test('a program killed in the middle of typing has lost at most the last two seconds of it', async ({ office }) => {
  const { id } = await office.call('items.create', { title: '区发改委推动项目开工', departmentId: null });
  for (let round = 0; round < KILLS; round++) {
    const safe = await typeUntil(office.page, id, { round, kill: () => office.restart('kill') });
    await office.signIn();
    expect(await storedLength(office, id)).toBeGreaterThanOrEqual(safe);
  }
});

test('a tab that dies in the middle of typing has lost at most the last two seconds, and the next one writes on', {
  tag: '@tabs',
}, async ({ office }) => {
  const { id } = await office.call('items.create', { title: '区发改委推动项目开工', departmentId: null });
  for (let round = 0; round < KILLS; round++) {
    const tab = await office.page.context().newPage();
    await tab.goto(office.page.url());
    const safe = await typeUntil(tab, id, { round, kill: () => crash(tab), takenBefore: round > 0 });
    expect(await storedLength(office, id)).toBeGreaterThanOrEqual(safe);
  }
});

interface Typing {
  round: number;
  kill: () => Promise<void>;
  /** Whether another window of the same person still has the item. */
  takenBefore?: boolean;
}

/**
 * Types into the item until `kill` ends it. Kills fall at different places of a save: one begins 0.7 s after the first
 * change it carries.
 * @returns how many characters have to be there afterwards
 */
async function typeUntil(page: Page, id: ItemId, { round, kill, takenBefore = false }: Typing): Promise<number> {
  await page.goto(new URL(`/items/${id}`, page.url()).href);
  const text = page.getByLabel('正文', { exact: true });
  // Where a tab died a moment ago its window still has the item; it is one's own, and taken over without waiting.
  const takeOver = page.getByRole('button', { name: '在这里修改' });
  if (takenBefore) await takeOver.click();
  await expect(text).toHaveAttribute('contenteditable', 'true');
  await text.click();
  await page.keyboard.press('ControlOrMeta+End');
  const before = (await text.textContent())?.length ?? 0;
  const typed: { length: number; at: number }[] = [];
  const started = performance.now();
  while (performance.now() - started < 2_600 + ((round * 370) % 1_480)) {
    await page.keyboard.type('项目建设推进'[typed.length % 6] ?? '项');
    typed.push({ length: before + typed.length + 1, at: performance.now() });
  }
  await expect(text).toContainText('项');
  const killed = performance.now();
  await kill();
  return typed.findLast(({ at }) => killed - at >= LOST)?.length ?? Number.POSITIVE_INFINITY;
}

async function storedLength({ call }: App, id: ItemId): Promise<number> {
  const { blocks } = await call('items.get', { id });
  return wordsOf(blocks).join('').length;
}

/** Ends the renderer of a tab as a fault in it would. */
async function crash(tab: Page): Promise<void> {
  const session = await tab.context().newCDPSession(tab);
  const gone = tab.waitForEvent('crash');
  // Never answered: what would answer is gone.
  session.send('Page.crash').catch(() => {});
  await gone;
}
