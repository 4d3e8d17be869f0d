import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { Previewer } from '../../renderer/features/issues/pages/Previewer.ts';
import type { Preview } from '../../shared/contract/views.ts';
import type { IssueId, ItemId } from '../../shared/domain/ids.ts';
import { fakeClient } from './fake/client.ts';
import { issueOffice } from './fake/issues.ts';
import { openIssueProgram } from './fake/openIssue.tsx';

const id = 'iss1' as IssueId;

// Pages are drawn where the pane has a width.
beforeAll(() => {
  globalThis.ResizeObserver = class {
    readonly #tell: ResizeObserverCallback;
    constructor(tell: ResizeObserverCallback) {
      this.#tell = tell;
    }
    observe(target: Element): void {
      if (target.classList.contains('pages-scroller'))
        this.#tell([{ contentRect: new DOMRect(0, 0, 640, 600) } as ResizeObserverEntry], this);
    }
    unobserve(): void {}
    disconnect(): void {}
  };
});

/** A previewer whose answers wait until they are given; page n of an answer is drawn where it was asked for. */
function held(pages = 3) {
  const waiting: (() => void)[] = [];
  const client = fakeClient({});
  client.answer('issues.preview', ({ only, known }) => {
    const answer: Preview = {
      width: 210,
      height: 297,
      pages: Array.from({ length: pages }, (_, i) => {
        const hash = `p${i + 1}`;
        const drawn = (only === null || only.includes(i + 1)) && !known.includes(hash);
        return drawn ? { n: i + 1, hash, drawn: { marks: [], lines: [] } } : { n: i + 1, hash };
      }),
      assets: { outlines: {}, pictures: {} },
      startsOn: {},
      latin: null,
      meter: { pages, freeLines: 0, linesOnLastPage: 20, linesByEntry: {}, warnings: [] },
    };
    return new Promise<Preview>((resolve) => waiting.push(() => resolve(answer)));
  });
  const previewer = new Previewer((view) => client.call('issues.preview', { id, ...view }));
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  return {
    previewer,
    asked: () => client.callsOf('issues.preview'),
    turn,
    async answer() {
      waiting.shift()?.();
      await turn();
    },
  };
}

const typed = (title: string) => ({ itemId: 'i1' as ItemId, title, blocks: [] });

describe('what is asked of the press', () => {
  test('while pages are made, of all that is typed only the last is asked for', async () => {
    const { previewer, asked, answer, turn } = held();
    previewer.open();
    await turn();
    for (const title of ['一', '一二', '一二三']) {
      previewer.type(typed(title));
      await turn();
    }
    expect(asked()).toHaveLength(1);
    await answer();
    expect(asked().map(({ draft }) => draft.item?.title ?? '')).toEqual(['', '一二三']);
  });

  test('pages are drawn when they come into view, and what is here is not asked for again', async () => {
    const { previewer, asked, answer, turn } = held(9);
    previewer.open();
    await turn();
    await answer();
    expect(asked()[0]?.only).toEqual([1, 2, 3]);
    previewer.see([2, 3]);
    await turn();
    expect(asked()).toHaveLength(1);
    previewer.see([3, 4, 5]);
    await turn();
    await answer();
    expect(asked()[1]).toMatchObject({ only: [3, 4, 5], known: ['p1', 'p2', 'p3'] });
    expect(previewer.drawing('p5')).not.toBeNull();
    expect(previewer.drawing('p9')).toBeNull();
  });

  test('a text that was left is shown until the saved one comes', async () => {
    const { previewer, asked, answer, turn } = held();
    previewer.open();
    await turn();
    await answer();
    previewer.type(typed('打的字'));
    await turn();
    await answer();
    previewer.leave();
    expect(previewer.shown.item?.title).toBe('打的字');
    previewer.refresh();
    await turn();
    expect(asked().at(-1)?.draft.item).toBeNull();
  });

  test('pages that could not be made leave the ones before, say so, and are asked for again on demand', async () => {
    const office = await issueOffice();
    office.client.answer('issues.preview', () => {
      throw new Error('down');
    });
    const previewer = new Previewer((view) => office.client.call('issues.preview', { id, ...view }));
    previewer.open();
    await waitFor(() => expect(previewer.shown.error).not.toBeNull());
    expect(previewer.shown.busy).toBe(false);
  });
});

/** The program with the first `count` items of the pool on the board. */
async function openWith(count: number, prepare?: Parameters<typeof openIssueProgram>[0]) {
  const desk = await openIssueProgram(async (office) => {
    office.issue.entries = office.items
      .slice(0, count)
      .map((item) => ({ item, kind: 'item', section: null, blocks: item.blocks }));
    office.issue.entryCount = count;
    await prepare?.(office);
  });
  return { ...desk, board: screen.getByRole('listbox', { name: '编排' }) };
}

describe('from a line to its text', () => {
  test('a click on a line opens its item with the caret in that line, and the caret marks its line', async () => {
    const desk = await openWith(2);
    const line = await waitFor(() => {
      const found = document.querySelectorAll<HTMLElement>('[data-line]')[1];
      if (!found) throw new Error('no second line');
      return found;
    });
    fireEvent.click(line);
    const text = await screen.findByRole('textbox', { name: '正文' });
    await waitFor(() => expect(document.activeElement).toBe(text));
    const second = desk.issue.entries[1]?.blocks[0];
    expect(text.textContent).toContain(second && 'text' in second ? second.text.slice(0, 12) : '?');
    await waitFor(() => expect(document.querySelector('.page-line-caret')).not.toBeNull());
  });

  test('letters an input method is spelling reach the pages only as the word chosen', async () => {
    const desk = await openWith(1);
    fireEvent.doubleClick(await within(desk.board).findByRole('option'));
    const title = await screen.findByRole('textbox', { name: '标题' });
    const shown = () => desk.client.callsOf('issues.preview').map(({ draft }) => draft.item?.title);
    fireEvent.compositionStart(title);
    fireEvent.change(title, { target: { value: 'xuexi' } });
    fireEvent.change(title, { target: { value: '学习' } });
    fireEvent.compositionEnd(title);
    await waitFor(() => expect(shown()).toContain('学习'));
    expect(shown()).not.toContain('xuexi');
  });
});

describe('版面建议', () => {
  /** Nine lines: seven under masthead and theme, two alone on a second page. */
  const twoPages: Parameters<typeof openIssueProgram>[0] = ({ issue }) => {
    const [first] = issue.entries;
    if (!first) return;
    first.item = { ...first.item, title: '短', source: '区委办' };
    first.blocks = [{ kind: 'text', text: '要'.repeat(240) }];
  };

  test('a fit is shown in the pages before it is taken, taken for this issue alone, undone by Ctrl+Z', async () => {
    const desk = await openWith(1, twoPages);
    await desk.user.keyboard('l');
    const panel = await screen.findByRole('region', { name: '版面建议' });
    const [show] = await within(panel).findAllByRole('button', { name: '看效果' });
    if (!show) throw new Error('nothing is proposed');
    await desk.user.click(show);
    await waitFor(() => expect(desk.client.callsOf('issues.preview').at(-1)?.draft.pageAdjust).not.toEqual({}));
    const proposed = desk.client.callsOf('issues.preview').at(-1)?.draft.pageAdjust;
    expect(desk.issue.pageAdjust).toEqual({});
    await desk.user.click(screen.getByRole('button', { name: /^放弃/ }));
    await waitFor(() => expect(desk.client.callsOf('issues.preview').at(-1)?.draft.pageAdjust).toEqual({}));
    await desk.user.click(show);
    await desk.user.click(screen.getByRole('button', { name: '采用' }));
    await waitFor(() => expect(desk.issue.pageAdjust).toEqual(proposed));
    expect(await within(panel).findByText(/^本期/)).toBeTruthy();
    expect(desk.publication.style.mastheadSlots).toBe(11);
    await desk.user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(desk.issue.pageAdjust).toEqual({}));
    expect(within(panel).queryByText(/^本期/)).toBeNull();
    await desk.user.keyboard('{Control>}y{/Control}');
    await desk.user.click(await within(panel).findByRole('button', { name: '恢复刊物的版面' }));
    await waitFor(() => expect(desk.issue.pageAdjust).toEqual({}));
  });
});
