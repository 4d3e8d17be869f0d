import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { Document, Packer, Paragraph } from 'docx';
import mammoth from 'mammoth';
import { readSheet } from 'read-excel-file/node';
import { wordsOf } from '../../shared/domain/bulletin.ts';
import { bare, bulletinOf, printedText } from '../support/bulletins.ts';
import { pdfPages } from '../support/pdf.ts';
import { type App, expect, test } from './support/app.ts';

const text001 = fileURLToPath(new URL('../fixtures/corpus/001.txt', import.meta.url));
const printed = bulletinOf('001');
const theme = '精准服务 主动作为 夺取疫情防控和经济社会发展“双胜利”（三）';
const units = [...new Set(printed.entries.map(({ source }) => source ?? ''))];
const groups = {
  区县处级领导: ['区委书记', '区长'],
  各街道办事处: ['济源路街道', '中心路街道'],
  区直各单位负责同志: ['区发改委主任'],
};
const readers = [...groups.区县处级领导, '峡窝镇', ...groups.各街道办事处, ...groups.区直各单位负责同志];

test('from an empty folder to a signed, numbered, exported and delivered issue: text 001 as 第19期', async ({
  app,
}) => {
  test.setTimeout(240_000);
  await theMainJob(app);
});

test('the same items come of what departments send: a .docx or a .txt of each', async ({ office }) => {
  for (const unit of units) {
    const department = { shortName: unit, fullName: unit, group: '', otherNames: [], active: true };
    await office.call('departments.save', { id: null, ...department });
  }
  await office.page.getByRole('link', { name: /来稿/ }).click();
  await office.page.getByTestId('intake-files').setInputFiles(await submissionFiles());
  await expect(office.page.getByRole('tab', { name: `待处理 ${printed.entries.length}` })).toBeVisible();
  const waiting = { state: 'new' as const, search: '', departmentId: null, offset: 0, limit: 100 };
  const { rows } = await office.call('submissions.list', waiting);
  const sent = await Promise.all(rows.map(({ id }) => office.call('submissions.get', { id })));
  const items = sent.map(({ title, paragraphs, department }) => bare([title, ...paragraphs, department].join('')));
  const wanted = printed.entries.map(({ title, body, source }) => bare([title, ...wordsOf(body), source].join('')));
  expect(items.sort()).toEqual(wanted.sort());
});

/** Each entry as its department would send it: every other one from Word. */
async function submissionFiles() {
  return Promise.all(
    printed.entries.map(async (entry, n) => {
      const words = wordsOf(entry.body);
      const paragraphs = [...(entry.title === null ? [] : [entry.title]), ...words.slice(0, -1)];
      const last = `${words.at(-1) ?? ''}（${entry.source}）`;
      const texts = entry.title === null ? [...paragraphs, `△${last}`] : [...paragraphs, last];
      if (n % 2 === 0) {
        const document = new Document({ sections: [{ children: texts.map((text) => new Paragraph(text)) }] });
        return { name: `来稿${n + 1}.docx`, mimeType: '', buffer: await Packer.toBuffer(document) };
      }
      return { name: `来稿${n + 1}.txt`, mimeType: 'text/plain', buffer: Buffer.from(texts.join('\r\n'), 'utf8') };
    }),
  );
}

/** The one error of the text, which is printed as it came: signing waits for the reason. */
async function leaveAsItIs(page: Page, panel: Locator, passage: string): Promise<void> {
  await expect(panel.getByRole('button', { name: '签发第19期' })).toBeDisabled();
  await panel.getByRole('button', { name: `不改“${passage}”` }).click();
  const ask = page.getByRole('dialog', { name: '不改的理由（记入核稿单）' });
  await ask.getByRole('button', { name: '已与来稿单位核实' }).click();
  await ask.getByRole('button', { name: '不改', exact: true }).click();
  await expect(panel.getByRole('button', { name: '签发第19期' })).toBeEnabled();
}

/** Everything an editor does for one issue, by mouse and keyboard, from the first start to the ticked-off delivery. */
async function theMainJob(app: App): Promise<void> {
  const { page, folder } = app;

  await beginOffice(page);
  await fillRegisters(page);

  await page.getByRole('link', { name: /来稿/ }).click();
  await page.getByTestId('intake-files').setInputFiles(text001);
  await expect(page.getByRole('tab', { name: '待处理 9' })).toBeVisible();
  const submissions = page.getByRole('listbox', { name: '来稿' });
  for (let left = 8; left >= 0; left--) {
    await page.keyboard.press('a');
    await expect(page.getByRole('tab', { name: `待处理 ${left}` })).toBeVisible();
  }
  await expect(submissions).toHaveCount(0);

  await page.getByRole('link', { name: /编期/ }).click();
  await expect(page.getByText('没有正在编的期')).toBeVisible();
  await page.keyboard.press('n');
  await fillDate(page.locator('#new-issue-date'), '2020-03-06');
  await page.getByRole('textbox', { name: '主题' }).fill(theme);
  await expect(page.getByText('第19期（暂定）')).toBeVisible();
  await page.getByRole('button', { name: '建立' }).click();

  await assemble(page);
  await chooseEditors(page);
  await distribute(page);

  await page.getByRole('tab', { name: '版面' }).click();
  await expect(page.getByText(/^\d+页 (余\d+行|满)$/)).toBeVisible();
  await expect(page.getByRole('figure').first()).toBeVisible();
  await page.getByRole('button', { name: '送审' }).click();
  await page.getByRole('button', { name: '签发' }).click();
  const panel = page.getByRole('region', { name: '签发' });
  await expect(panel).toContainText('第19期（总第19期）');
  await expect(panel).toContainText('2020年3月6日');
  await expect(panel).toContainText('9条（稿件7，简讯2）');
  await expect(panel).toContainText('6 家，共印 11 份');
  await leaveAsItIs(page, panel, '学学');
  await panel.getByRole('button', { name: '签发第19期' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '上街信息 第19期', exact: true })).toBeVisible();

  const exported = await exportTo(page, join(folder, '付印'));
  await expectPrinted(exported);
  const again = await exportTo(page, join(folder, '再印'));
  for (const [name, path] of again) expect(readFileSync(path), name).toEqual(readFileSync(exported.get(name) ?? ''));

  await deliver(page);
  await page.getByRole('link', { name: /往期/ }).click();
  await expect(page.getByRole('listbox', { name: '往期' }).getByRole('option')).toContainText(['2020年3月6日']);
  await app.restart();
  await app.signIn();
  const { rows } = await app.call('issues.list', {
    frozen: true,
    publicationId: null,
    search: '',
    offset: 0,
    limit: 10,
  });
  expect(rows).toMatchObject([{ number: 19, total: 19, state: 'released', date: '2020-03-06', theme, entryCount: 9 }]);
}

async function beginOffice(page: Page): Promise<void> {
  await page.getByLabel('办公室全称').fill('中共上街区委办公室');
  await page.getByLabel('刊名（印在报头）').fill('上街信息');
  await page.getByLabel('您的姓名').fill('郝婕');
  await page.getByLabel('年份').fill('2020');
  await page.getByLabel('下一期的期号').fill('19');
  await page.getByLabel('下一期的总期号').fill('19');
  await page.getByRole('button', { name: '开始使用' }).click();
  await expect(page.getByRole('link', { name: /来稿/ })).toBeVisible();
}

/** Units by which the text is recognised, readers, and the names under which they are printed together. */
async function fillRegisters(page: Page): Promise<void> {
  await page.getByRole('link', { name: /单位/ }).click();
  for (const unit of units) await addTo(page, '单位', unit);
  await page.getByRole('tab', { name: '收件人' }).click();
  for (const reader of readers) await addTo(page, '收件人', reader);
  await page.getByRole('tab', { name: '收件组' }).click();
  for (const [group, members] of Object.entries(groups)) {
    await addTo(page, '收件组', group);
    await choose(page.getByRole('combobox', { name: '成员' }), members);
    await expect(page.getByText(`成员（${members.length} 家）`)).toBeVisible();
  }
}

async function addTo(page: Page, register: string, name: string): Promise<void> {
  const field = page.getByRole('textbox', { name: `新增${register}` });
  await field.fill(name);
  await field.press('Enter');
  await expect(page.getByRole('listbox', { name: register }).getByRole('option', { name })).toBeVisible();
  // What was added is shown beside before the next name is typed.
  await expect(
    page
      .getByRole('region', { name: `${register}的内容` })
      .getByRole('textbox')
      .first(),
  ).toHaveValue(name);
}

/** All nine entries into the issue by keyboard, then into the printed order. */
async function assemble(page: Page): Promise<void> {
  const pool = page.getByRole('listbox', { name: '预采用' });
  const board = page.getByRole('listbox', { name: '编排' });
  await expect(pool.getByRole('option')).toHaveCount(9);
  for (const [place, { title, body }] of printed.entries.entries()) {
    const first = body[0];
    const words = title ?? (first && 'text' in first ? first.text.slice(0, 12) : '');
    await pool.getByRole('option').filter({ hasText: words }).click();
    await pool.press('Enter');
    await expect(board.getByRole('option').nth(place)).toContainText(words);
  }
  await expect(page.getByText('预采用中没有稿件')).toBeVisible();
}

async function chooseEditors(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^发送/ }).click();
  const field = page.getByRole('combobox', { name: '责任编辑' });
  for (const name of ['郝婕', '李德昭']) {
    if (await page.locator('.imprint-names .ant-select-selection-item', { hasText: name }).count()) continue;
    await field.fill(name);
    await field.press('Enter');
  }
  await field.press('Escape');
}

async function distribute(page: Page): Promise<void> {
  await page.getByRole('button', { name: '加一行“送”' }).click();
  const to = page.getByRole('group', { name: /第1行/ });
  await to.getByRole('textbox', { name: '印在行首的字' }).fill('本期送');
  await to.getByRole('textbox', { name: '印在行首的字' }).press('Enter');
  await choose(to.getByRole('combobox', { name: '收件人和组' }), ['区县处级领导']);
  await to.getByRole('spinbutton', { name: '区县处级领导份数' }).fill('2');
  await page.getByRole('button', { name: '加一行“发”' }).click();
  const send = page.getByRole('group', { name: /第2行/ });
  await choose(send.getByRole('combobox', { name: '收件人和组' }), ['峡窝镇', '各街道办事处', '区直各单位负责同志']);
  await page.getByRole('spinbutton', { name: '备份份数' }).fill('3');
  await expect(page.getByText('6 家，共印 11 份，其中备份 3 份')).toBeVisible();
  await expect(page.getByText('发：峡窝镇、各街道办事处、区直各单位负责同志')).toBeVisible();
}

/** Picks options of a multiple select by typing their names. */
async function choose(select: Locator, names: readonly string[]): Promise<void> {
  const options = select.page().locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  for (const name of names) {
    await select.fill(name);
    await options.getByTitle(name, { exact: true }).last().click();
  }
  await select.press('Escape');
}

async function fillDate(field: Locator, date: string): Promise<void> {
  await field.fill(date);
  await field.press('Enter');
}

/** Exports into a folder and answers the files written, by name. */
async function exportTo(page: Page, folder: string): Promise<Map<string, string>> {
  await page.getByRole('button', { name: '导出' }).first().click();
  const panel = page.getByRole('region', { name: '导出' });
  await panel.getByLabel('存到文件夹').fill(folder);
  await panel.getByRole('button', { name: '导出' }).click();
  await expect(panel.getByText(/^已导出 \d+ 页$/)).toBeVisible({ timeout: 30_000 });
  const written = (await panel.locator('.export-path').textContent()) ?? '';
  expect(written.startsWith(folder)).toBe(true);
  const rows = panel.getByRole('table').first().getByRole('row');
  await expect(rows).toHaveCount(readdirSync(written).length + 1);
  await expect(panel.getByText(/^版面检查：合格/)).toBeVisible();
  await expectPrintable(page, panel.getByRole('link', { name: '打印', exact: true }).first(), written);
  await panel.getByRole('button', { name: '返回' }).click();
  return new Map(readdirSync(written).map((name) => [name, join(written, name)]));
}

/** What is opened to be printed is the PDF that was exported, shown in the window and never as a page of ours. */
async function expectPrintable(page: Page, print: Locator, folder: string): Promise<void> {
  const address = (await print.getAttribute('href')) ?? '';
  const { bytes, type, disposition } = await page.evaluate(async (path) => {
    const answer = await fetch(path);
    return {
      bytes: [...new Uint8Array(await answer.arrayBuffer())],
      type: answer.headers.get('content-type'),
      disposition: answer.headers.get('content-disposition'),
    };
  }, address);
  expect([type, disposition?.split(';')[0]]).toEqual(['application/pdf', 'inline']);
  const exported = readdirSync(folder).find((name) => /^上街信息.*\.pdf$/.test(name)) ?? '';
  expect(Buffer.from(bytes)).toEqual(readFileSync(join(folder, exported)));
}

/** Every character of the issue in PDF and DOCX, and the distribution in the sheet. */
async function expectPrinted(files: ReadonlyMap<string, string>): Promise<void> {
  const pathOf = (wanted: RegExp) => [...files].find(([name]) => wanted.test(name))?.[1] ?? '';
  // The page number stands between the end of a page and the beginning of the next.
  const pdf = (await pdfPages(readFileSync(pathOf(/^上街信息.*\.pdf$/)))).map((text) =>
    text.replace(/[—－-]\d+[—－-]/, ''),
  );
  const docx = bare((await mammoth.extractRawText({ path: pathOf(/^上街信息.*\.docx$/) })).value);
  const words = [
    ...printed.entries.map((entry) => printedText(entry)),
    '上街信息',
    '第19期',
    '中共上街区委办公室',
    '2020年3月6日',
    bare(theme),
    '本期送：区县处级领导',
    '发：峡窝镇、各街道办事处、区直各单位负责同志',
    '责任编辑：郝婕李德昭',
  ];
  for (const [name, text] of Object.entries({ pdf: pdf.join(''), docx })) {
    let from = 0;
    for (const wanted of words.slice(0, printed.entries.length)) {
      const at = text.indexOf(wanted, from);
      expect(at, `${name}: ${wanted.slice(0, 20)}`).toBeGreaterThanOrEqual(0);
      from = at + wanted.length;
    }
    for (const wanted of words) expect(text, name).toContain(wanted);
  }
  const sheet = (await readSheet(pathOf(/\.xlsx$/))).map((row) => row.map((cell) => String(cell ?? '')));
  for (const reader of readers) {
    const copies = groups.区县处级领导.includes(reader) ? '2' : '1';
    expect(sheet.find((row) => row.includes(reader))).toContain(copies);
  }
  expect(sheet.flat()).toContain('11');
}

async function deliver(page: Page): Promise<void> {
  await page.getByRole('button', { name: '发送', exact: true }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '发送' }).click();
  await expect(page.getByText('已发送', { exact: true })).toBeVisible();
  await page.getByRole('tab', { name: /^发送/ }).click();
  await page.getByRole('checkbox', { name: '选中峡窝镇' }).check();
  await page.getByRole('button', { name: '所选已送达' }).click();
  await expect(page.getByText('分发单（6 家，已送达 1 家）')).toBeVisible();
}
