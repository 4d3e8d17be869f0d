import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { SplitIssue } from '../../../shared/text/split/document.ts';
import { corpus, desk, document, shell, temporaryFolder } from './desk.ts';

interface Pressed {
  readonly files: string[];
  readonly pages: number;
  readonly fonts: { role: string; used: string | null }[];
}

const bare = (text: string) => text.replace(/\s/g, '');

describe('split', () => {
  test('prints one document with every item of a whole issue', async () => {
    const truth: SplitIssue = JSON.parse(readFileSync(corpus('001.truth.json'), 'utf8'));
    const split = await document<SplitIssue>('split', corpus('001.txt'));
    expect(split.items.map(({ title }) => title)).toEqual(truth.items.map(({ title }) => title));
    expect(split.issue).toMatchObject({ issueNumber: 19, date: '2020-03-06', editors: ['郝婕', '李德昭'] });
  });

  test.each([
    ['a file that is not there', 'nowhere.txt', '找不到文件“nowhere.txt”'],
    ['a folder', '.', '不是文件'],
  ])('%s gets its sentence, and nothing on standard output', async (_, path, sentence) => {
    const { code, stdout, stderr } = await desk('split', path);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(sentence);
  });

  test('a file of 200 MB is refused by its size, unread', async () => {
    const file = join(temporaryFolder(), '大.txt');
    writeFileSync(file, '');
    truncateSync(file, 200 * 1024 * 1024);
    const { code, stderr } = await desk('split', file);
    expect(code).toBe(1);
    expect(stderr).toContain('“大.txt”有 200 MB，超过上限 20 MB');
  });
});

describe('press', () => {
  test('makes every file of an issue, and what goes in comes out', async () => {
    const out = join(temporaryFolder(), '新建', '第19期');
    const split = await document<SplitIssue>('split', corpus('001.txt'));
    const { files, pages, fonts } = await document<Pressed>('press', corpus('001.txt'), '--out', out);
    const names = ['issue.pdf', 'issue.docx', 'issue.txt', 'distribution.xlsx', 'distribution.pdf'];
    expect(files).toEqual(names.map((name) => join(out, name)));
    expect(pages).toBeGreaterThanOrEqual(4);
    expect(fonts.every(({ used }) => used !== null)).toBe(true);

    const docx = bare((await mammoth.extractRawText({ path: join(out, 'issue.docx') })).value);
    const txt = bare(readFileSync(join(out, 'issue.txt'), 'utf8'));
    for (const { title, body, source } of split.items) {
      for (const part of [title ?? '', ...body, `（${source}）`]) {
        expect(docx).toContain(bare(part));
        expect(txt).toContain(bare(part));
      }
    }
    const cells = (await readSheet(join(out, 'distribution.xlsx'))).flat().map(String);
    for (const reader of ['区县处级领导', '峡窝镇', '各街道办事处', '区直各单位负责同志'])
      expect(cells).toContain(reader);
  });

  test('a split document gives the same bytes as its text; number and date given count more than its own', async () => {
    const folder = temporaryFolder();
    const json = join(folder, 'split.json');
    writeFileSync(json, (await desk('split', corpus('001.txt'))).stdout);
    await document('press', corpus('001.txt'), '--out', join(folder, 'a'));
    await document('press', json, '--out', join(folder, 'b'));
    for (const name of ['issue.pdf', 'issue.docx', 'issue.txt', 'distribution.xlsx', 'distribution.pdf']) {
      expect(readFileSync(join(folder, 'b', name)).equals(readFileSync(join(folder, 'a', name)))).toBe(true);
    }
    await document('press', json, '--out', join(folder, 'c'), '--number', '20', '--date', '2020-03-13');
    const txt = readFileSync(join(folder, 'c', 'issue.txt'), 'utf8');
    expect(txt).toContain('第20期');
    expect(txt).toContain('2020年3月13日');
  });

  test('a text without masthead is pressed, and what is missing is said', async () => {
    const out = temporaryFolder();
    const { code, stderr } = await desk('press', corpus('000.txt'), '--out', out, '--date', '2020-03-06');
    expect(code).toBe(0);
    expect(stderr).toContain('文中没有期号');
    expect(readFileSync(join(out, 'issue.txt'), 'utf8')).toContain('区政法委扎实做好政法宣传舆论工作');
  });

  test.each([
    [['--number', '十九'], '--number 应为 1 到 9999 的整数'],
    [['--date', '2020-02-30'], '--date 应为 2020-03-06 这样的有效日期'],
    [['--colour'], '参数 --colour 不对。用法：desk press FILE'],
  ])('%j is refused', async (args, sentence) => {
    const { code, stdout, stderr } = await desk('press', corpus('001.txt'), '--out', temporaryFolder(), ...args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(sentence);
  });

  test('a JSON that is no split document is refused by name', async () => {
    const file = join(temporaryFolder(), 'a.json');
    writeFileSync(file, '{"items": 1}');
    expect((await desk('press', file, '--out', temporaryFolder())).stderr).toContain(
      '“a.json”不是 split 命令写出的文件',
    );
    writeFileSync(file, '{');
    expect((await desk('press', file, '--out', temporaryFolder())).stderr).toContain('“a.json”不是完整的 JSON 文件');
  });
});

test('a shell has the document on standard output alone, the sentences on standard error, and the exit code', async () => {
  const good = await shell('split', corpus('001.txt'));
  expect([good.code, good.stderr]).toEqual([0, '']);
  expect(JSON.parse(good.stdout).items).toHaveLength(9);
  const bad = await shell('split', 'nowhere.txt');
  expect([bad.code, bad.stdout]).toEqual([1, '']);
  expect(bad.stderr).toContain('找不到文件“nowhere.txt”');
});

test('an unknown command names those there are', async () => {
  const { code, stdout, stderr } = await desk('toString');
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain(
    '没有“toString”这个命令。可用的命令：split、press、read、proof、import、import-issues、issues、export、serve、check',
  );
});

describe('read and proof', () => {
  test('read prints a file as the readers see it, under the name it was received by', async () => {
    const read = await document<{ text: string; warnings: string[]; fields: object }>(
      'read',
      corpus('000.txt'),
      '--name',
      '来稿.txt',
    );
    expect(bare(read.text)).toBe(bare(readFileSync(corpus('000.txt'), 'utf8')));
    expect(Object.keys(read)).toEqual(['text', 'warnings', 'attachments', 'fields']);
  });

  test('proof prints the text with its wraps joined, and findings that point into it', async () => {
    const { text, findings } = await document<{
      text: string;
      findings: { start: number; end: number; severity: string; suggestions: string[] }[];
    }>('proof', corpus('000.txt'));
    const doubled = findings.find(({ start, end }) => text.slice(start, end) === '预预');
    expect(doubled).toMatchObject({ severity: 'error', suggestions: ['预'] });
  });

  test('proof heeds terms, leaders and units of a file; one that does not fit is refused by its place', async () => {
    const folder = temporaryFolder();
    const text = join(folder, '来稿.txt');
    writeFileSync(text, '区长王大山到峡窝乡调研，区发展改革局参加。');
    const terms = join(folder, '名录.json');
    writeFileSync(
      terms,
      JSON.stringify({
        terms: [{ wrong: '峡窝乡', right: '峡窝镇' }],
        leaders: [{ name: '王大山', posts: ['副区长'], order: 1 }],
        units: [{ names: [{ name: '区发展改革委', kind: 'short' }] }],
      }),
    );
    const { findings } = await document<{ findings: { rule: string }[] }>('proof', text, '--terms', terms);
    expect(findings.map(({ rule }) => rule)).toEqual(['people.roster', 'terms', 'units.register']);
    writeFileSync(terms, '{"leaders": [{"name": "王大山"}]}');
    const { code, stderr } = await desk('proof', text, '--terms', terms);
    expect([code, stderr]).toEqual([1, expect.stringContaining('名录.json”不是名录文件，“leaders.0.posts”处有误')]);
  });
});
