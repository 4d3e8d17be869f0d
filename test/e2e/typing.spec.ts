import { wordsOf } from '../../shared/domain/bulletin.ts';
import { expect, test } from './support/app.ts';

/** What may be lost of typing when the program is killed, ms. */
const LOST = 2_000;
const KILLS = 2;

test('a program killed in the middle of typing has lost at most the last two seconds of it', async ({ office }) => {
  test.setTimeout(180_000);
  const { id } = await office.call('items.create', { title: '区发改委推动项目开工', departmentId: null });
  for (let kill = 1; kill <= KILLS; kill++) {
    await office.page.goto(new URL(`/items/${id}`, office.page.url()).href);
    const text = office.page.getByLabel('正文', { exact: true });
    await text.click();
    await office.page.keyboard.press('ControlOrMeta+End');
    const before = (await text.textContent())?.length ?? 0;
    const typed: { length: number; at: number }[] = [];
    const started = performance.now();
    // Kills fall at different places of a save: one begins 0.7 s after the first change it carries.
    while (performance.now() - started < 3_000 + kill * 370) {
      await office.page.keyboard.type('项目建设推进'[typed.length % 6] ?? '项');
      typed.push({ length: before + typed.length + 1, at: performance.now() });
    }
    const killed = performance.now();
    await office.restart('kill');
    await office.signIn();
    const safe = typed.findLast(({ at }) => killed - at >= LOST);
    const { blocks } = await office.call('items.get', { id });
    expect(wordsOf(blocks).join('').length).toBeGreaterThanOrEqual(safe?.length ?? Number.POSITIVE_INFINITY);
  }
});
