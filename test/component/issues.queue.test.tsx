import { describe, expect, test } from 'vitest';
import { createIssueQueue } from '../../renderer/features/issues/issueQueue.ts';
import { latestOnly } from '../../renderer/features/issues/pages/latest.ts';
import { PageStore } from '../../renderer/features/issues/pages/pageStore.ts';
import { PX_PER_MM, pageWidth, spreads, stepZoom } from '../../renderer/features/issues/pages/zoom.ts';
import type { IssueDetail } from '../../shared/contract/views.ts';
import { issueOffice } from './fake/issues.ts';

/** A queue on the played core, its answers held back until `answer` lets the next one through. */
async function heldQueue() {
  const { client, issue, items } = await issueOffice();
  const held: (() => void)[] = [];
  const saved: IssueDetail[] = [];
  const refused: unknown[] = [];
  const queue = createIssueQueue({
    id: issue.id,
    version: issue.version,
    call: async (name, input) => {
      await new Promise<void>((resolve) => held.push(resolve));
      return client.call(name, input);
    },
    onSaved: (one) => saved.push(one),
    onRefused: (error) => refused.push(error),
  });
  const answer = async () => {
    held.shift()?.();
    // The answer passes through several turns before the queue asks again.
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  const entry = (n: number) => {
    const item = items[n];
    if (!item) throw new Error(`no item ${n}`);
    return { itemId: item.id, kind: item.kind, section: null };
  };
  return { queue, client, issue, held, saved, refused, answer, entry };
}

describe('edits of one issue', () => {
  test('edits made while one is on its way are saved once, with the version the first one made', async () => {
    const { queue, client, answer, saved, entry } = await heldQueue();
    queue.entries([entry(0)]);
    queue.entries([entry(0), entry(1)]);
    queue.entries([entry(1), entry(0), entry(2)]);
    await answer();
    await answer();
    const calls = client.callsOf('issues.setEntries');
    expect(calls.map(({ version }) => version)).toEqual([1, 2]);
    expect(calls[1]?.entries).toHaveLength(3);
    expect(saved).toHaveLength(1);
  });

  test('a command waits for the edits before it', async () => {
    const { queue, client, answer, entry } = await heldQueue();
    queue.entries([entry(0)]);
    const signed = queue.run((version) => client.call('issues.sendForReview', { id: queueId(client), version }));
    expect(client.callsOf('issues.sendForReview')).toEqual([]);
    await answer();
    await signed;
    expect(client.callsOf('issues.sendForReview')[0]?.version).toBe(2);
  });

  test('what the core says is not taken over edits on their way, nor where it is older', async () => {
    const { queue, answer, issue, entry } = await heldQueue();
    const before = structuredClone(issue);
    queue.entries([entry(0)]);
    expect(queue.accept(before)).toBe(false);
    await answer();
    expect(queue.accept(before)).toBe(false);
    expect(queue.accept(structuredClone(issue))).toBe(true);
  });

  test('after a refusal the edits behind it are dropped and the core has the word', async () => {
    const { queue, answer, issue, refused, held, entry } = await heldQueue();
    queue.entries([entry(0)]);
    queue.update({ theme: '未保存' });
    issue.version = 9;
    await answer();
    expect(refused).toHaveLength(1);
    expect(held).toHaveLength(0);
    expect(queue.accept(structuredClone(issue))).toBe(true);
  });
});

const queueId = (client: Awaited<ReturnType<typeof issueOffice>>['client']) => {
  const id = client.callsOf('issues.setEntries')[0]?.id;
  return (id ?? 'iss1') as IssueDetail['id'];
};

describe('pages', () => {
  test('of many requests the first and the last are done', async () => {
    const done: number[] = [];
    const ask = latestOnly(async (n: number) => {
      await Promise.resolve();
      done.push(n);
    });
    for (let n = 1; n <= 5; n++) ask(n);
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    expect(done).toEqual([1, 5]);
  });

  test('a drawing is kept by its hash, and the least used is let go first', () => {
    const store = new PageStore(2);
    store.add(answer('a', 'b'));
    expect(store.get('a')).not.toBeNull();
    store.add(answer('c'));
    expect(store.known).toEqual(['a', 'c']);
    expect(store.get('b')).toBeNull();
    store.clear();
    expect(store.known).toEqual([]);
  });

  test('at 100 % a page is as wide as the paper, and steps go from what is seen', () => {
    const sheet = { widthMm: 210, heightMm: 297, across: 1 } as const;
    const pane = { width: 640, height: 600 };
    expect(pageWidth('actual', sheet, pane)).toBeCloseTo(210 * PX_PER_MM);
    expect(pageWidth('width', sheet, pane)).toBe(640 - 32);
    expect((pageWidth('page', sheet, pane) * 297) / 210).toBeCloseTo(600 - 32);
    expect(stepZoom(pageWidth('width', sheet, pane), sheet, 1)).toBe(100);
    expect(stepZoom(pageWidth('width', sheet, pane), sheet, -1)).toBe(75);
  });

  test('in a spread the first page stands alone at the right', () => {
    expect(spreads(4, 2)).toEqual([
      [null, 1],
      [2, 3],
      [4, null],
    ]);
    expect(spreads(2, 1)).toEqual([[1], [2]]);
  });
});

/** An answer that draws pages of these hashes. */
const answer = (...hashes: string[]) => ({
  pages: hashes.map((hash, i) => ({ n: i + 1, hash, drawn: { marks: [], lines: [] } })),
  assets: { outlines: {}, pictures: {} },
});
