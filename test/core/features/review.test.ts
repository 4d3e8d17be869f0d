import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IssueId } from '../../../shared/domain/ids.ts';
import { addIssue, openDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let id: IssueId;
beforeEach(async () => {
  desk = await openDesk();
  id = await addIssue(desk);
});
afterEach(() => desk.close());

const issue = () => desk.call('issues.get', { id });
const send = async () => desk.call('issues.sendForReview', { id, version: (await issue()).version });
const itemId = async () => (await issue()).entries[0]?.item.id ?? expect.unreachable();
const mark = async (passed = true) => desk.call('review.mark', { issueId: id, itemIds: [await itemId()], passed });
const entry = async () => (await desk.call('review.get', { issueId: id }))[0];
const save = async (text: string) => {
  const { version, title } = await desk.call('items.get', { id: await itemId() });
  const blocks = [{ kind: 'text' as const, text }];
  await desk.call('items.save', { id: await itemId(), version, title, blocks, kind: 'item', sourceOverride: null });
};

describe('审核', () => {
  it('passes what stands in an issue under review, and takes that back', async () => {
    await expect(mark()).rejects.toMatchObject({ code: 'state-changed' });
    await send();
    await mark();
    expect(await entry()).toMatchObject({ passed: { person: '郝婕', stale: false } });
    await mark(false);
    expect(await entry()).toMatchObject({ passed: null });
  });

  it('what was passed and changed after is no longer as it was passed, and both texts are kept', async () => {
    await save('送审前的正文。');
    await send();
    await mark();
    await save('通过后又改的正文。');
    expect(await entry()).toMatchObject({ passed: { stale: true } });
    const texts = (await desk.call('items.history', { id: await itemId() })).map(({ blocks }) => blocks[0]);
    expect(texts.slice(-2)).toEqual([
      { kind: 'text', text: '送审前的正文。' },
      { kind: 'text', text: '通过后又改的正文。' },
    ]);
  });

  it('questions go back with the issue and are counted at it until they are settled', async () => {
    await send();
    const question = await desk.call('comments.add', {
      itemId: await itemId(),
      version: 1,
      kind: 'question',
      text: '数字与上期不符，请核。',
      anchor: { part: 'text', start: 0, end: 2 },
    });
    await desk.callAs(['reviewer'], 'issues.sendBack', { id, note: '' });
    expect((await issue()).entries[0]?.item.openQuestions).toBe(1);
    await desk.call('comments.reply', { id: question.id, text: '已改。' });
    await desk.call('comments.resolve', { id: question.id, resolved: true });
    expect(await entry()).toMatchObject({ openQuestions: 0 });
  });

  it('an item that does not stand in the issue cannot be passed with it, an issue that was marked can be deleted', async () => {
    await send();
    await mark();
    await desk.call('issues.sendBack', { id, note: '' });
    const other = await desk.call('items.create', { title: '别的', departmentId: null });
    await desk.call('issues.sendForReview', { id, version: (await issue()).version });
    await expect(desk.call('review.mark', { issueId: id, itemIds: [other.id], passed: true })).rejects.toMatchObject({
      code: 'not-found',
    });
    await desk.call('issues.sendBack', { id, note: '' });
    await desk.call('issues.delete', { id });
    await expect(desk.call('review.get', { issueId: id })).rejects.toMatchObject({ code: 'not-found' });
  });
});
