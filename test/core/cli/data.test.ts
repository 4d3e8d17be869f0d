import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../build/setup/process.ts';
import { fillWithSample } from '../../../electron/cli/host.ts';
import { connect } from '../../../electron/core/db/sqlite.ts';
import { corpus, desk, document, temporaryFolder } from './desk.ts';

interface Imported {
  readonly imported: { file: string; submissions: unknown[]; alreadyReceivedAt: string | null }[];
  readonly refused: { file: string; error: string }[];
}

describe('import', () => {
  test('takes in a folder; what cannot be read is named and the rest goes on; the same bytes are taken once', async () => {
    const folder = temporaryFolder();
    const data = join(folder, 'data');
    const files = join(folder, '来稿');
    mkdirSync(join(files, '三月'), { recursive: true });
    copyFileSync(corpus('001.txt'), join(files, '三月', '001.txt'));
    writeFileSync(join(files, '空.txt'), '');
    writeFileSync(join(files, '~$锁.docx'), 'Word');

    const first = await desk('import', files, '--data', data);
    expect(first.code).toBe(1);
    expect(first.stderr).toContain('“空.txt”是空文件');
    const { imported, refused }: Imported = JSON.parse(first.stdout);
    expect(imported.map(({ file, submissions }) => [file, submissions.length])).toEqual([[join('三月', '001.txt'), 9]]);
    expect(refused.map(({ file }) => file)).toEqual(['空.txt']);

    const again: Imported = JSON.parse((await desk('import', files, '--data', data)).stdout);
    expect(again.imported[0]?.alreadyReceivedAt).not.toBeNull();
    expect(await document('check', '--data', data)).toEqual({ ok: true, problems: [] });
  });

  test('a folder that is not there gets its sentence', async () => {
    const { code, stderr } = await desk('import', 'nowhere', '--data', join(temporaryFolder(), 'data'));
    expect(code).toBe(1);
    expect(stderr).toContain('打不开文件夹');
  });
});

describe('import-issues', () => {
  test('files the back issues of a folder, says what is left and what is missing; a second run finds nothing new', async () => {
    const folder = temporaryFolder();
    const data = join(folder, 'data');
    const files = join(folder, '往期', '2018');
    mkdirSync(files, { recursive: true });
    const text = readFileSync(corpus('001.txt'), 'utf8');
    const issue = (number: number, day: number) =>
      text.replace('第 19 期', `第${number}期`).replace('2020 年 3 月 6 日', `2018年3月${day}日`);
    for (const number of [1, 2, 4]) writeFileSync(join(files, `第${number}期.txt`), issue(number, number));
    writeFileSync(join(files, '通知.txt'), '关于放假的通知\n各单位：\n明天放假。\n');

    const first = await desk('import-issues', join(folder, '往期'), '--data', data, '--publication', '上街信息');
    expect(first.code).toBe(1);
    expect(JSON.parse(first.stdout)).toMatchObject({
      files: 4,
      filed: 3,
      left: [{ file: '2018/通知.txt', problems: expect.arrayContaining(['没有期号']) }],
      numbers: { years: [{ year: 2018, standing: 3, missing: [[3, 3]] }] },
    });
    const again = JSON.parse((await desk('import-issues', join(folder, '往期'), '--data', data)).stdout);
    expect(again).toMatchObject({ files: 4, known: 4, filed: 0 });
    expect(await document('check', '--data', data)).toEqual({ ok: true, problems: [] });
  });
});

describe('on an office with one issue', () => {
  const data = mkdtempSync(join(tmpdir(), 'desk-cli-office-'));

  beforeAll(() => fillWithSample(data, join(data, '导出')), 60_000);
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  test('issues lists it', async () => {
    const { issues } = await document<{ issues: { number: number; state: string }[] }>('issues', '--data', data);
    expect(issues.map(({ number }) => number)).toEqual([19]);
  });

  test('check names a search index that lacks a text, and finds nothing wrong with one that does not', async () => {
    const copy = join(temporaryFolder(), 'data');
    cpSync(data, copy, { recursive: true });
    expect(await document('check', '--data', copy)).toEqual({ ok: true, problems: [] });
    const connection = connect(join(copy, 'desk.db'));
    connection.exec(`DELETE FROM search_documents WHERE kind = 'item' AND key = (
      SELECT max(key) FROM search_documents WHERE kind = 'item')`);
    connection.close();
    const { code, stdout } = await desk('check', '--data', copy);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).problems.join()).toContain('搜索索引缺少1条');
  });

  test('export writes its files by number, by year and number, and alike each time', async () => {
    const [a, b] = [temporaryFolder(), temporaryFolder()];
    const first = await document<{ folder: string; files: { name: string; sha256: string }[] }>(
      'export',
      '19',
      '--data',
      data,
      '--out',
      a,
    );
    const second = await document<typeof first>('export', '2020-19', '--data', data, '--out', b);
    expect(first.files.length).toBe(10);
    expect(second.files).toEqual(first.files);
    expect(readdirSync(first.folder).sort()).toEqual(first.files.map(({ name }) => name).sort());
  });

  test('export of an issue that is not there gets its sentence', async () => {
    const { code, stdout, stderr } = await desk('export', '20', '--data', data, '--out', temporaryFolder());
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('没有找到“20”这一期');
  });

  test('serve prints its address, keeps the folder to itself, and ends when told', async () => {
    const server = spawn(process.execPath, [join(root, 'electron', 'cli.ts'), 'serve', '--data', data, '--port', '0']);
    const ended = once(server, 'exit');
    let text = '';
    for await (const chunk of server.stdout) {
      text += chunk;
      if (text.endsWith('}\n')) break;
    }
    const { url, openUrl }: { url: string; openUrl: string } = JSON.parse(text);
    expect(openUrl.startsWith(`${url}/session?code=`)).toBe(true);
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(openUrl, { redirect: 'manual' })).status).toBe(303);

    const second = await desk('issues', '--data', data);
    expect(second.code).toBe(1);
    expect(second.stderr).toContain('正被另一个程序使用');

    server.kill('SIGTERM');
    await ended;
    expect((await desk('issues', '--data', data)).code).toBe(0);
  });
});

describe('a data folder that cannot be opened', () => {
  test('a database that is none is left byte for byte', async () => {
    const data = temporaryFolder();
    const file = join(data, 'desk.db');
    writeFileSync(file, 'this is no database, and long enough to be looked at as one'.repeat(50));
    const before = readFileSync(file);
    const { code, stdout, stderr } = await desk('check', '--data', data);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('已损坏');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('a file in the place of the folder', async () => {
    const file = join(temporaryFolder(), 'data');
    writeFileSync(file, '');
    const { code, stderr } = await desk('issues', '--data', file);
    expect(code).toBe(1);
    expect(stderr).toContain('不能写入');
    expect(existsSync(file)).toBe(true);
  });
});
