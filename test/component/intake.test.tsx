import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { DeskError } from '../../renderer/data/errors.ts';
import type { IntakeResult } from '../../shared/contract/views.ts';
import { intakeId } from '../../shared/domain/ids.ts';
import type { FakeClient } from './fake/client.ts';
import type { FakeOffice } from './fake/office.ts';
import { openProgram } from './render.tsx';

const file = (name: string) => new File(['正文'], name);

const taken = ({ submissions }: FakeOffice, fileName: string): IntakeResult => ({
  intakeId: intakeId.parse(`in-${fileName}`),
  fileName,
  submissions: submissions.slice(0, 2),
  alreadyReceivedAt: null,
  warnings: [],
  unsure: 0,
});

function drop(files: File[]) {
  const dataTransfer = { files, types: ['Files'] };
  fireEvent.dragOver(window, { dataTransfer });
  fireEvent.drop(window, { dataTransfer });
}

const panel = () => screen.findByRole('region', { name: '导入结果' });

describe('taking files in', () => {
  it('takes files dropped anywhere, tells of each what became of it, and goes on after one that fails', async () => {
    openProgram('/items', (office, client) => {
      client.onUpload = (_, { name }) =>
        name === '坏.docx'
          ? Promise.reject(new DeskError({ code: 'file-damaged', params: { file: name, detail: '不是 zip' } }))
          : Promise.resolve(taken(office, name));
    });
    await screen.findByRole('tab', { name: '可编入' });
    drop([file('一.docx'), file('坏.docx'), file('三.txt')]);
    const list = within(await panel());
    expect(await list.findByText('3 个文件，收入 4 条，1 个没有导入')).toBeTruthy();
    expect(list.getByRole('alert').textContent).toBe(
      '“坏.docx”已损坏，读不出内容：不是 zip。请让来稿单位重新发送，或另存一份再导入。',
    );
    expect(list.getAllByText('收入 2 条')).toHaveLength(2);
  });

  it('stops on 停止: the file on its way and those behind it are not taken', async () => {
    const { user, client } = openProgram('/submissions', hangingUploads);
    await screen.findByRole('tab', { name: /待处理/ });
    drop([file('一.docx'), file('二.docx')]);
    await user.click(await screen.findByRole('button', { name: '停止' }, { timeout: 2000 }));
    expect(await within(await panel()).findAllByText('已停止，没有导入')).toHaveLength(2);
    expect(client.callsOf('submissions.paste')).toEqual([]);
  });

  it('says when the same file was received before', async () => {
    openProgram('/submissions', (office, client) => {
      client.onUpload = (_, { name }) =>
        Promise.resolve({ ...taken(office, name), alreadyReceivedAt: office.submissions[0]?.receivedAt ?? null });
    });
    await screen.findByRole('tab', { name: /待处理/ });
    drop([file('一.docx')]);
    expect(await within(await panel()).findByText(/已收过，没有重复收入/)).toBeTruthy();
  });

  it('takes pasted text in and shows what came of it', async () => {
    const { user, client } = openProgram();
    await screen.findByRole('tab', { name: /待处理/ });
    await user.click(screen.getByRole('button', { name: '粘贴' }));
    const dialog = within(await screen.findByRole('dialog', { name: '粘贴来稿' }));
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: '区城管局开展清雪\n一夜大雪。' } });
    await user.click(dialog.getByRole('button', { name: '收入来稿' }));
    await screen.findByRole('heading', { level: 1, name: '区城管局开展清雪' });
    expect(client.callsOf('submissions.paste')).toEqual([{ text: '区城管局开展清雪\n一夜大雪。' }]);
  });

  it('puts what was copied from Word in as clean text, and says what was found in it', async () => {
    const { user } = openProgram();
    await screen.findByRole('tab', { name: /待处理/ });
    await user.click(screen.getByRole('button', { name: '粘贴' }));
    const dialog = within(await screen.findByRole('dialog', { name: '粘贴来稿' }));
    const area = dialog.getByRole('textbox');
    fireEvent.change(area, { target: { value: '前后' } });
    (area as HTMLTextAreaElement).setSelectionRange(1, 1);
    const kinds: Record<string, string> = { 'text/html': '<p>清雪</p>', 'text/plain': '清雪（纯文本）' };
    fireEvent.paste(area, { clipboardData: { getData: (kind: string) => kinds[kind] ?? '' } });
    await dialog.findByText('网页中有表格，已按行读入。');
    expect(area).toHaveProperty('value', '前清雪后');
  });

  it('takes the plain text where what was copied cannot be read', async () => {
    const { user } = openProgram('/submissions', (_, client) =>
      client.answer('submissions.readPasted', () => {
        throw new DeskError({ code: 'file-no-text', params: { file: '粘贴的内容.html' } });
      }),
    );
    await screen.findByRole('tab', { name: /待处理/ });
    await user.click(screen.getByRole('button', { name: '粘贴' }));
    const dialog = within(await screen.findByRole('dialog', { name: '粘贴来稿' }));
    const kinds: Record<string, string> = { 'text/html': '<img>', 'text/plain': '清雪' };
    fireEvent.paste(dialog.getByRole('textbox'), { clipboardData: { getData: (kind: string) => kinds[kind] ?? '' } });
    await waitFor(() => expect(dialog.getByRole('textbox')).toHaveProperty('value', '清雪'));
  });

  it('keeps what was pasted where taking it in failed', async () => {
    const { user } = openProgram('/submissions', (_, client) =>
      client.answer('submissions.paste', () => {
        throw new DeskError({ code: 'disk-full', params: {} });
      }),
    );
    await screen.findByRole('tab', { name: /待处理/ });
    await user.click(screen.getByRole('button', { name: '粘贴' }));
    const dialog = within(await screen.findByRole('dialog', { name: '粘贴来稿' }));
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: '一段文字' } });
    await user.click(dialog.getByRole('button', { name: '收入来稿' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('磁盘已满，没有保存。');
    expect(dialog.getByRole('textbox')).toHaveProperty('value', '一段文字');
  });

  it('types an item in with its unit found by initials', async () => {
    const { user, client } = openProgram();
    await screen.findByRole('tab', { name: /待处理/ });
    await user.click(screen.getByRole('button', { name: '补录' }));
    const dialog = within(await screen.findByRole('dialog', { name: '补录来稿' }));
    await user.type(dialog.getByRole('combobox', { name: '单位' }), 'qfgw');
    await user.click(await screen.findByTitle('区发改委'));
    await user.type(dialog.getByRole('textbox', { name: '标题（简讯可不填）' }), '区发改委召开例会');
    fireEvent.change(dialog.getByRole('textbox', { name: '正文' }), {
      target: { value: '3月9日，区发改委召开例会。' },
    });
    await user.click(dialog.getByRole('button', { name: '收入来稿' }));
    await waitFor(() => expect(client.callsOf('submissions.type')).toHaveLength(1));
    expect(client.callsOf('submissions.type')[0]).toMatchObject({
      departmentId: 'd2',
      title: '区发改委召开例会',
      text: '3月9日，区发改委召开例会。',
      fields: { author: null, signer: null, phone: null },
    });
  });
});

/** Files that never arrive, until stopped. */
function hangingUploads(_: FakeOffice, client: FakeClient) {
  client.onUpload = (_kind, file_, { onProgress, signal }) =>
    new Promise((_resolve, reject) => {
      act(() => onProgress?.(0, file_.size));
      signal?.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
    });
}
