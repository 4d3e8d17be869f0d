import { unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPress, nodeFork } from '../../../electron/press/index.ts';
import { GREY_PNG, smallBulletin } from '../../support/bulletins.ts';
import { noPress, openDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

/** A PNG of 3×2 pixels as far as its head; `mark` makes another of it. */
const png = (mark: number) =>
  Uint8Array.of(
    0x89,
    0x50,
    0x4e,
    0x47,
    13,
    10,
    26,
    10,
    0,
    0,
    0,
    13,
    0x49,
    0x48,
    0x44,
    0x52,
    0,
    0,
    0,
    3,
    0,
    0,
    0,
    2,
    mark,
    2,
    0,
    0,
    0,
    0,
  );
const text = '区发改委推动项目有序开复工 一是建立机制。二是加大督查。（区发改委）';
const take = (name: string, files: Record<string, Uint8Array>) =>
  desk.core.intakeFile({ name, bytes: zipSync({ '来稿.txt': new TextEncoder().encode(text), ...files }) }, desk.actor);
const detailOf = async (taken: Awaited<ReturnType<typeof take>>) =>
  desk.call('submissions.get', { id: taken.submissions[0]?.id ?? expect.unreachable() });

describe('pictures of a file', () => {
  it('are listed with its submissions, each once, and come back as what their first bytes say', async () => {
    const svg = new TextEncoder().encode('<svg><script>alert(1)</script></svg>');
    const { pictures } = await detailOf(
      await take('一.zip', { 'a.png': png(1), 'b.jpg': png(1), 'c.svg': svg, 'd.png': png(2) }),
    );
    expect(pictures.map(({ name, type, pixels, size }) => [name, type, pixels, size])).toEqual([
      ['a.png', 'png', [3, 2], 30],
      ['d.png', 'png', [3, 2], 30],
    ]);
    const { type, bytes } = await desk.core.files.download(`pictures/${pictures[0]?.hash}`, desk.actor);
    expect([type, Buffer.from(bytes)]).toEqual(['image/png', Buffer.from(png(1))]);
  });

  it('are no way to other stored bytes: an original is none', async () => {
    const { originalHash } = await detailOf(await take('一.zip', { 'a.png': png(1) }));
    await expect(desk.core.files.download(`pictures/${originalHash}`, desk.actor)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('are printed from where they are kept', async () => {
    const press = createPress({ fork: nodeFork() });
    const readPicturesFrom = (stored: (hash: string) => Uint8Array | null) =>
      press.readPicturesFrom(async (hash) => stored(hash));
    await desk.close();
    desk = await openDesk({ press: { ...noPress, readPicturesFrom } });
    const { pictures } = await detailOf(await take('一.zip', { 'a.png': GREY_PNG }));
    const block = { kind: 'picture' as const, hash: pictures[0]?.hash ?? '' };
    const parts = unzipSync(await press.docx(smallBulletin([{ body: [block] }])));
    const media = Object.entries(parts).filter(([name]) => name.startsWith('word/media/'));
    expect(media.map(([, bytes]) => Buffer.from(bytes))).toEqual([Buffer.from(GREY_PNG)]);
    await press.close();
  });

  it('go with an intake that is taken back', async () => {
    const taken = await take('一.zip', { 'a.png': png(1) });
    const { pictures } = await detailOf(taken);
    await desk.call('submissions.undoIntake', { id: taken.intakeId });
    await expect(desk.core.files.download(`pictures/${pictures[0]?.hash}`, desk.actor)).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

it('what was copied from Word is read as a file of it would be', async () => {
  const html =
    '<html><body><p>区发改委推动项目</p><table><tr><td>项目</td><td>3</td></tr></table><script>x</script></body></html>';
  expect(await desk.call('submissions.readPasted', { html })).toEqual({
    text: '区发改委推动项目\n项目 3\n',
    warnings: ['网页中有表格，已按行读入。'],
  });
});
