import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/domain/bulletin.ts';
import { type ItemId, personId } from '../../../shared/domain/ids.ts';
import { addIssue, addItem, openDesk, sign, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let id: ItemId;
beforeEach(async () => {
  desk = await openDesk();
  id = await addItem(desk, '区科工局走访企业', '共走访企业32家，解决问题。');
});
afterEach(() => desk.close());

const item = () => desk.call('items.get', { id });
const threads = () => desk.call('comments.list', { itemId: id });
const save = async (...paragraphs: string[]) => {
  const { version, title } = await item();
  const blocks = paragraphs.map((text): Block => ({ kind: 'text', text }));
  await desk.call('items.save', { id, version, title, blocks, kind: 'item', sourceOverride: null });
};
/** A question on a passage of the text as it stands. */
const ask = async (passage: string, kind: 'question' | 'note' = 'question') => {
  const { version, blocks } = await item();
  const text = blocks.map((block) => ('text' in block ? `${block.text}\n` : '\ufffc')).join('');
  const start = text.indexOf(passage);
  const anchor = { part: 'text' as const, start, end: start + passage.length };
  return desk.call('comments.add', { itemId: id, version, kind, text: '请核对。', anchor });
};
/** What the first thread stands at now. */
const passage = async () => {
  const { blocks } = await item();
  const text = blocks.map((block) => ('text' in block ? `${block.text}\n` : '\ufffc')).join('');
  const anchor = (await threads())[0]?.anchor;
  return anchor ? text.slice(anchor.start, anchor.end) : null;
};

describe('批注', () => {
  it('stays at its passage while the text changes around and in it', async () => {
    await ask('企业32家');
    await save('近日，区科工局组织人员，共走访企业32家，解决问题。');
    expect(await passage()).toBe('企业32家');
    await save('导语。', '近日，区科工局共走访企业35家，解决问题。');
    expect(await passage()).toBe('企业35家');
    expect((await threads())[0]?.quote).toBe('企业32家');
  });

  it('keeps its quote where the passage is deleted, and finds it again where it comes back', async () => {
    await ask('解决问题');
    await save('共走访企业32家。');
    expect(await threads()).toMatchObject([{ anchor: null, quote: '解决问题' }]);
    await save('解决问题是关键。', '共走访企业32家。');
    expect(await passage()).toBe('解决问题');
  });

  it('follows a restored text, too', async () => {
    await save('新写的开头。共走访企业32家，解决问题。');
    await ask('32家');
    const { version } = await item();
    await desk.call('items.restore', { id, seq: 1, version });
    expect(await passage()).toBe('32家');
  });

  it('on a text that was saved by somebody else in between is refused', async () => {
    await save('共走访企业35家。');
    const stale = {
      itemId: id,
      version: 1,
      kind: 'note' as const,
      text: '看',
      anchor: { part: 'text' as const, start: 0, end: 2 },
    };
    await expect(desk.call('comments.add', stale)).rejects.toMatchObject({ code: 'item-changed-elsewhere' });
    const beyond = { ...stale, version: 2, anchor: { part: 'text' as const, start: 0, end: 900 } };
    await expect(desk.call('comments.add', beyond)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('is answered, settled and opened again, and counted where items are listed', async () => {
    const question = await ask('32家');
    await ask('企业', 'note');
    await desk.call('comments.reply', { id: question.id, text: '已与该局核对。' });
    expect(await item()).toMatchObject({ openQuestions: 1, openNotes: 1 });
    await desk.call('comments.resolve', { id: question.id, resolved: true });
    expect(await item()).toMatchObject({ openQuestions: 0, openNotes: 1 });
    const [, settled] = await threads();
    expect(settled).toMatchObject({ resolved: { person: '郝婕' }, replies: [{ text: '已与该局核对。' }] });
    await desk.call('comments.resolve', { id: question.id, resolved: false });
    expect(await item()).toMatchObject({ openQuestions: 1 });
  });

  it('is taken back by its author only, and only until it is answered', async () => {
    const question = await ask('32家');
    const other = { personId: personId.parse('p9'), name: '李德昭', roles: ['reviewer' as const] };
    await expect(desk.core.call('comments.delete', { id: question.id }, other, {} as never)).rejects.toMatchObject({
      code: 'state-changed',
    });
    await desk.call('comments.reply', { id: question.id, text: '答。' });
    await expect(desk.call('comments.delete', { id: question.id })).rejects.toMatchObject({ code: 'state-changed' });
    const second = await ask('企业');
    await desk.call('comments.delete', { id: second.id });
    expect(await threads()).toHaveLength(1);
  });

  it('goes along into the item that several were merged into', async () => {
    const question = await ask('32家');
    await desk.call('comments.reply', { id: question.id, text: '在核。' });
    const other = await addItem(desk, '区商务局督查', '督查门店15家。');
    const merged = await desk.call('items.merge', { ids: [other, id] });
    id = merged.id;
    expect(await threads()).toMatchObject([{ quote: '32家', replies: [{ text: '在核。' }] }]);
    expect(await passage()).toBe('32家');
  });

  it('can no longer be written once the item is printed, and is never printed', async () => {
    const issue = await addIssue(desk);
    const [entry] = (await desk.call('issues.get', { id: issue })).entries;
    id = entry?.item.id ?? id;
    const note = await desk.call('comments.add', {
      itemId: id,
      version: 1,
      kind: 'note',
      text: '只给自己看的话',
      anchor: null,
    });
    await sign(desk, issue);
    await expect(desk.call('comments.reply', { id: note.id, text: '迟了' })).rejects.toMatchObject({
      code: 'issue-frozen',
    });
    const frozen = desk.core.call('issues.preview', { id: issue, known: [], draft: null }, null, {} as never);
    await expect(frozen).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(JSON.stringify(await desk.call('issues.get', { id: issue }))).not.toContain('只给自己看的话');
  });
});
