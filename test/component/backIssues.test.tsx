import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { BackRow } from '../../shared/contract/methods/backIssues.ts';
import type { IsoDate, Timestamp } from '../../shared/domain/dates.ts';
import { backFileId } from '../../shared/domain/ids.ts';
import type { FakeClient } from './fake/client.ts';
import type { FakeOffice } from './fake/office.ts';
import { openProgram } from './render.tsx';

const row = (n: number, change: Partial<BackRow> = {}): BackRow => ({
  fileId: backFileId.parse(`f${n}`),
  part: 0,
  fileName: `2018/第${n}期.txt`,
  addedAt: '2020-03-06T02:00:00.000Z' as Timestamp,
  state: 'draft',
  publicationId: null,
  publication: '上街信息',
  number: n,
  total: null,
  date: '2018-03-01' as IsoDate,
  items: 9,
  unsure: 0,
  problems: [],
  sentence: null,
  ...change,
});

function withRows(rows: BackRow[]) {
  return (_: FakeOffice, client: FakeClient) => {
    client.answer('backIssues.status', () => ({
      waiting: 0,
      failed: rows.filter(({ state }) => state === 'failed').length,
      drafts: rows.length,
      ready: rows.filter(({ problems, state }) => state === 'draft' && problems.length === 0).length,
      filed: 0,
      paused: false,
    }));
    client.answer('backIssues.list', ({ only, offset, limit }) => {
      const wanted = only === 'problems' ? rows.filter(({ problems }) => problems.length > 0) : rows;
      return { rows: wanted.slice(offset, offset + limit), total: wanted.length };
    });
    client.answer('backIssues.numbers', () => ({
      years: [
        {
          publicationId: rows[0]?.publicationId ?? ('p' as never),
          publication: '上街信息',
          year: 2018,
          standing: 0,
          drafts: rows.length,
          missing: [[3, 4]],
          doubled: [2],
        },
      ],
      totals: [],
    }));
    client.answer('backIssues.unknownSources', () => [{ name: '区发展改革局', items: 12 }]);
    client.answer('backIssues.file', ({ drafts }) => ({ filed: drafts?.length ?? 1, left: 0 }));
    client.answer('backIssues.save', () => undefined);
  };
}

/** The screen is fetched when it is first opened. */
const table = () => screen.findByRole('listbox', { name: '待补录的期' }, { timeout: 20_000 });

describe('补录往期', () => {
  it('shows each issue with its number, its day and what stands in its way, and which numbers are missing', async () => {
    openProgram('/archive/back', withRows([row(1), row(2, { problems: ['number-twice', 'unsure-items'], unsure: 2 })]));
    const rows = within(await table()).getAllByRole('option');
    expect(rows[0]?.textContent).toContain('2018年第1期');
    expect(rows[1]?.textContent).toContain('期号与另一份文件重复、有存疑的稿件');
    expect(await screen.findByText('缺第 3—4 期')).toBeTruthy();
    expect(screen.getByText('第 2 期重复')).toBeTruthy();
    expect(screen.getByText('区发展改革局')).toBeTruthy();
  });

  it('asks the core for those with problems only, sorted as its heads say', async () => {
    const { user, client } = openProgram(
      '/archive/back',
      withRows([row(1), row(2, { problems: ['no-date'], date: null })]),
    );
    await table();
    await user.click(screen.getByText('只看有问题'));
    await waitFor(async () => expect(within(await table()).getAllByRole('option')).toHaveLength(1));
    await user.click(screen.getByRole('button', { name: '日期' }));
    await waitFor(() =>
      expect(client.callsOf('backIssues.list').at(-1)).toMatchObject({
        only: 'problems',
        sort: 'date',
        descending: true,
      }),
    );
  });

  it('of ten thousand issues only those in sight are drawn', async () => {
    openProgram('/archive/back', withRows(Array.from({ length: 10_000 }, (_, n) => row(n + 1))));
    expect(within(await table()).getAllByRole('option').length).toBeLessThan(120);
    expect(screen.getByText('共 10000 行')).toBeTruthy();
  });

  it('files the one that is shown by F, and not one that something stands in the way of', async () => {
    const { user, client } = openProgram('/archive/back', withRows([row(7)]));
    await table();
    await user.keyboard('f');
    await waitFor(() =>
      expect(client.callsOf('backIssues.file')).toMatchObject([{ drafts: [{ fileId: 'f7', part: 0 }] }]),
    );
  });

  it('takes a folder that is dropped on 往期 for back issues, hidden and foreign files left out', async () => {
    const uploads: string[] = [];
    openProgram('/archive', (office, client) => {
      withRows([])(office, client);
      client.onUpload = (kind, _file, { name }) => {
        uploads.push(`${kind} ${name}`);
        return Promise.resolve({ fileId: backFileId.parse('f1'), state: 'added' as const });
      };
    });
    await screen.findByText('往期', { selector: 'strong' });
    const dropped = ['第10期.txt', '第2期.txt', '~$第2期.docx', '照片.jpg'].map((name) => new File(['正文'], name));
    fireEvent.drop(window, { dataTransfer: { files: dropped, types: ['Files'] } });
    await waitFor(() => expect(uploads).toEqual(['back-issues 第2期.txt', 'back-issues 第10期.txt']));
  });
});
