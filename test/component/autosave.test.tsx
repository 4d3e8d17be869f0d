import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConnectionLost, DeskError } from '../../renderer/data/errors.ts';
import { Autosaver } from '../../renderer/features/items/draft/autosaver.ts';

/** A store that takes its time, and what it was sent. */
function saverOn(store: (text: string) => Promise<void>) {
  const sent: { text: string; version: number }[] = [];
  const saver = new Autosaver({
    draft: { text: '' },
    version: 1,
    save: async ({ text }, version) => {
      sent.push({ text, version });
      await store(text);
      return version + 1;
    },
  });
  return { saver, sent };
}

const takes = (ms: number) => () => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe('autosave', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('saves within a second of a change', async () => {
    const { saver, sent } = saverOn(takes(20));
    saver.edit({ text: '一' });
    expect(saver.state.name).toBe('unsaved');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual([{ text: '一', version: 1 }]);
    expect(saver.state.name).toBe('saved');
    expect(saver.isClean).toBe(true);
  });

  it('does not wait for a pause: somebody who types on and on is saved every second', async () => {
    const { saver, sent } = saverOn(takes(20));
    for (let n = 1; n <= 50; n++) {
      saver.edit({ text: '字'.repeat(n) });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(sent.length).toBeGreaterThanOrEqual(5);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent.at(-1)?.text).toBe('字'.repeat(50));
  });

  it('never has two saves under way, and the newest text is the last one sent', async () => {
    let running = 0;
    let most = 0;
    const { saver, sent } = saverOn(async () => {
      most = Math.max(most, ++running);
      await takes(1_500)();
      running--;
    });
    saver.edit({ text: '一' });
    await vi.advanceTimersByTimeAsync(900);
    saver.edit({ text: '一二' });
    void saver.flush();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(most).toBe(1);
    expect(sent).toEqual([
      { text: '一', version: 1 },
      { text: '一二', version: 2 },
    ]);
    expect(saver.state.name).toBe('saved');
  });

  it('saves at once when told to, and says nothing to the core where nothing changed', async () => {
    const { saver, sent } = saverOn(takes(5));
    await saver.flush();
    expect(sent).toEqual([]);
    saver.edit({ text: '一' });
    const flushed = saver.flush();
    await vi.advanceTimersByTimeAsync(10);
    await flushed;
    expect(sent).toHaveLength(1);
  });

  it('saves once when told to twice at the same moment, as by Ctrl+S and leaving the field', async () => {
    const { saver, sent } = saverOn(takes(50));
    saver.edit({ text: '一' });
    void saver.flush();
    void saver.flush();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual([{ text: '一', version: 1 }]);
  });

  it('keeps the text and tries again where the line is cut', async () => {
    let cut = true;
    const { saver, sent } = saverOn(async () => {
      if (cut) throw new ConnectionLost(new Error('refused'));
    });
    saver.edit({ text: '不能丢' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saver.state).toMatchObject({ name: 'failed', sentence: expect.stringContaining('连接断了') });
    expect(saver.draft.text).toBe('不能丢');
    saver.edit({ text: '不能丢，一个字也不能' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saver.state.name).toBe('failed');
    cut = false;
    await vi.advanceTimersByTimeAsync(31_000);
    expect(saver.state.name).toBe('saved');
    expect(sent.at(-1)?.text).toBe('不能丢，一个字也不能');
  });

  it('does not try again what was refused, but tries a new change', async () => {
    let frozen = true;
    const { saver, sent } = saverOn(async () => {
      if (frozen) throw new DeskError({ code: 'issue-frozen', params: { issue: '第19期' } });
    });
    saver.edit({ text: '晚了' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saver.state.name).toBe('refused');
    expect(sent).toHaveLength(1);
    frozen = false;
    saver.edit({ text: '又可以了' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saver.state.name).toBe('saved');
  });

  it('overwrites nothing that somebody else saved, until told to', async () => {
    let stored = 5;
    const saver = new Autosaver({
      draft: { text: '' },
      version: 1,
      save: async (_, version) => {
        if (version !== stored) throw new DeskError({ code: 'item-changed-elsewhere', params: { person: '李德昭' } });
        return ++stored;
      },
    });
    saver.edit({ text: '我的' });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(saver.state.name).toBe('conflict');
    await saver.flush();
    expect(saver.state.name).toBe('conflict');
    expect(saver.draft.text).toBe('我的');
    await saver.overrule(5);
    expect(saver.state.name).toBe('saved');
    expect(saver.version).toBe(6);
  });

  it('waits while an input method composes, then saves within a second', async () => {
    const { saver, sent } = saverOn(takes(5));
    saver.hold();
    saver.edit({ text: 'shang' });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent).toEqual([]);
    saver.edit({ text: '上街' });
    saver.release();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toEqual([{ text: '上街', version: 1 }]);
  });
});
