import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DeskError } from '../../renderer/data/errors.ts';
import type { ExportResult } from '../../shared/contract/views.ts';
import { usualExport } from '../../shared/domain/exportWish.ts';
import { openIssueProgram } from './fake/openIssue.tsx';

const written: ExportResult = {
  folder: '/付印/上街信息/2020年第19期（暂定）',
  files: ['上街信息第19期（清样）.pdf', '分发单.xlsx', '导出报告.txt'].map((name) => ({
    name,
    bytes: 2048,
    sha256: 'ab',
  })),
  pages: 4,
  check: { verdict: 'fail', findings: [{ severity: 'fail', page: 2, text: '21 行，应为 22 行' }] },
  fonts: [{ role: '仿宋', wanted: 'FangSong_GB2312', used: 'FandolFang R', substituted: true }],
  remarks: ['仿宋以“FandolFang R”代替“FangSong_GB2312”'],
};

async function openExport() {
  const opened = await openIssueProgram();
  // An empty issue is not exported.
  const pool = await screen.findByRole('listbox', { name: '预采用' });
  const [first] = within(pool).getAllByRole('option');
  if (!first) throw new Error('the pool is empty');
  await opened.user.click(first);
  pool.focus();
  await opened.user.keyboard('{Enter}');
  await within(screen.getByRole('listbox', { name: '编排' })).findAllByRole('option');
  await opened.user.click(screen.getByRole('button', { name: '导出' }));
  const panel = within(await screen.findByRole('region', { name: '导出' }));
  return { ...opened, panel };
}

test('what is wanted is chosen by boxes, labels with their sheet, and goes with the export', async () => {
  const { client, user, panel } = await openExport();
  client.answer('issues.export', () => written);
  expect(panel.getByRole('checkbox', { name: /份号本/ }).hasAttribute('disabled')).toBe(true);
  await user.click(panel.getByRole('checkbox', { name: 'HTML（内网）' }));
  await user.click(panel.getByRole('checkbox', { name: '信封标签' }));
  const first = panel.getByRole('spinbutton', { name: '起始位置' });
  fireEvent.change(first, { target: { value: '5' } });
  await user.click(panel.getByRole('button', { name: /^导\s?出$/ }));
  expect(client.callsOf('issues.export')).toMatchObject([
    {
      folder: null,
      beside: false,
      wish: {
        parts: ['pdf', 'docx', 'txt', 'sheet', 'receipts', 'labels', 'review'],
        labels: { ...usualExport.labels, first: 5 },
      },
    },
  ]);
});

test('the verdict on the pages stands in the report, with its reasons, and each PDF can be printed', async () => {
  const { client, user, panel } = await openExport();
  client.answer('issues.export', () => written);
  await user.click(panel.getByRole('button', { name: /^导\s?出$/ }));
  expect(await panel.findByText(/版面检查：不合格/)).toBeTruthy();
  expect(panel.getByText('第2页：21 行，应为 22 行')).toBeTruthy();
  const print = panel.getByRole('link', { name: /^打\s?印$/ });
  expect(print.getAttribute('href')).toBe(
    `/files/issues/iss1/${encodeURIComponent('上街信息第19期（清样）.pdf')}?show`,
  );
});

test('a file that Word holds is named, and a new folder beside is offered', async () => {
  const { client, user, panel } = await openExport();
  client.answer('issues.export', () => {
    throw new DeskError({ code: 'target-locked', params: { file: '上街信息第19期.docx' } });
  });
  await user.click(panel.getByRole('button', { name: /^导\s?出$/ }));
  expect((await panel.findByRole('alert')).textContent).toContain('“上街信息第19期.docx”正被其他程序打开');
  client.answer('issues.export', () => written);
  await user.click(panel.getByRole('button', { name: '写到旁边的新文件夹' }));
  expect(await panel.findByText('已导出 4 页')).toBeTruthy();
  expect(client.callsOf('issues.export').map(({ beside }) => beside)).toEqual([false, true]);
});

test('an issue not signed yet is printed as a proof, from the PDF and never from the page', async () => {
  const { panel } = await openExport();
  expect(panel.getByRole('link', { name: '打印清样' }).getAttribute('href')).toBe(
    `/files/issues/iss1/${encodeURIComponent('付印.pdf')}?show`,
  );
});
