import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../../shared/contract/index.ts';
import type { SearchRow } from '../../../shared/contract/methods/search.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { ItemId, SubmissionId } from '../../../shared/domain/ids.ts';
import { truthOf } from '../../support/bulletins.ts';
import { addIssue, addItem, addUnit, openDesk, sign, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const page = { offset: 0, limit: 100 };
const query = (text: string, more: Partial<Input<'search.query'>> = {}) =>
  desk.call('search.query', { text, ...page, ...more });
const titles = async (text: string, more: Partial<Input<'search.query'>> = {}) =>
  (await query(text, more)).rows.map((row) => row.title.text);
const ids = async (text: string, more: Partial<Input<'search.query'>> = {}) =>
  (await query(text, more)).rows.map((row) => row.id as string);

const noFields: { author: string | null; signer: null; phone: null } = { author: null, signer: null, phone: null };
async function type(title: string, text: string, more: { receivedDate?: string; fields?: typeof noFields } = {}) {
  const { submissions } = await desk.call('submissions.type', {
    title,
    text,
    departmentId: null,
    receivedDate: (more.receivedDate ?? '2020-03-05') as IsoDate,
    fields: more.fields ?? noFields,
  });
  return submissions[0]?.id ?? expect.unreachable();
}

/** Every item of the corpus as a submission; answers their texts by id. */
async function fileCorpus(): Promise<Map<string, string[]>> {
  const texts = new Map<string, string[]>();
  for (const name of ['000', '001', '003'])
    for (const { title, body } of truthOf(name).items) {
      const id = await type((title ?? '').slice(0, 200), body.join('\n'));
      const stored = await desk.call('submissions.get', { id });
      texts.set(id, [stored.title, ...stored.paragraphs]);
    }
  return texts;
}

/** As a reader compares: no spaces, one width, no case; kept apart from the program's own folding. */
const plain = (text: string) =>
  text
    .replace(/\s+/g, '')
    .replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .toLowerCase();

describe('搜索', () => {
  it('finds every piece of every text, from one character up, and nothing that does not hold it', async () => {
    const texts = await fileCorpus();
    const chinese = /^[\p{Script=Han}，。、；：“”（）]+$/u;
    let seed = 11;
    const random = (n: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed % n;
    };
    const all = [...texts].flatMap(([, parts]) => parts);
    let asked = 0;
    for (let i = 0; i < 600; i++) {
      const text = all[random(all.length)] ?? '';
      const at = random(Math.max(1, text.length - 12));
      const piece = text.slice(at, at + 1 + (i % 12));
      if (!chinese.test(piece)) continue;
      asked++;
      const expected = [...texts].filter(([, parts]) => parts.some((part) => plain(part).includes(plain(piece))));
      const { rows, total } = await query(piece, { kinds: ['submission'] });
      expect(rows.map((row) => row.id as string).sort(), piece).toEqual(expected.map(([id]) => id).sort());
      expect(total).toBe(expected.length);
    }
    expect(asked).toBeGreaterThan(200);
  });

  it('marks what was asked for in title and passage', async () => {
    await type('区商务局开展冷链督查', `${'开头说明。'.repeat(60)}今天在冷链企业督查三次，冷链安全。`);
    const [row] = (await query('冷链')).rows;
    const marked = ({ text, hits }: SearchRow['title']) => hits.map(([from, to]) => text.slice(from, to));
    expect(row && [marked(row.title), marked(row.passage)]).toEqual([['冷链'], ['冷链', '冷链']]);
    expect(row?.passage.text.length).toBeLessThan(120);
  });

  it('takes width, case, kinds of quotes and spaces for the same', async () => {
    const id = await type('“红黄蓝”督查，ＬＥＤ屏 2，000 块', '正文。');
    for (const text of ['"红黄蓝"督查', '督查,led', 'Led屏', '2,000块', '“红黄蓝”督查，LED屏2'])
      expect(await ids(text), text).toEqual([id]);
  });

  it('does not find what only stands together across two paragraphs, or across words', async () => {
    await type('甲', '完成麦收\n督查到位，red tape。');
    for (const text of ['麦收督查', 'dt']) expect(await query(text), text).toMatchObject({ rows: [], total: 0 });
    expect(await ids('督查 麦收')).toHaveLength(1);
    expect(await ids('督 麦收 d')).toHaveLength(1);
    expect(await ids('乙 麦收')).toEqual([]);
  });

  it.each([
    '"',
    '""',
    'a" OR "b',
    '*',
    'NEAR(',
    '麦收*',
    '^麦',
    '(',
    ':',
    'title:',
    '-',
    '_kisubmission',
    '%',
    '\0',
    '\ud800',
    '𠮷',
    '　',
  ])('a query of %j is only text', async (text) => {
    await type('甲', '完成麦收𠮷。');
    const { rows } = await query(text);
    expect(rows).toHaveLength(['𠮷', '', '\0', '\ud800', '　'].includes(text) ? 1 : 0);
  });

  it('follows the text: saved, withdrawn, brought back, merged, printed, voided', async () => {
    const id = await addItem(desk, '峡窝镇抢收小麦', '颗粒归仓。');
    const blocks = [{ kind: 'text' as const, text: '粒粒归仓。' }];
    await desk.call('items.save', {
      id,
      version: 1,
      title: '峡窝镇抢收',
      blocks,
      kind: 'item',
      sourceOverride: '郑州日报',
    });
    const items = { kinds: ['item' as const] };
    expect(await ids('粒粒归仓', items)).toEqual([id]);
    expect(await ids('颗粒归仓', items)).toEqual([]);
    expect(await ids('郑州日报', items)).toEqual([id]);
    const [submission] = (await desk.call('items.get', { id })).submissions;
    const submissionId = submission?.id as SubmissionId;
    await desk.call('submissions.hold', { ids: [submissionId] });
    expect(await ids('粒粒归仓', items)).toEqual([]);
    await desk.call('submissions.undo', { ids: [submissionId] });
    expect(await ids('粒粒归仓', { ...items, state: 'pool' })).toEqual([id]);

    const issue = await desk.call('issues.create', {
      publicationId: desk.publicationId,
      date: '2020-03-06' as IsoDate,
      theme: '抢收抢种',
      correctsId: null,
    });
    const arranged = await desk.call('issues.setEntries', {
      id: issue.id,
      version: issue.version,
      entries: [{ itemId: id, kind: 'item', section: null }],
    });
    expect(await ids('粒粒归仓', { ...items, state: 'inIssue' })).toEqual([id]);
    await desk.call('issues.sign', { id: issue.id, version: arranged.version, expectedNumber: 19 });
    const [row] = (await query('粒粒归仓', { ...items, state: 'printed', publicationId: desk.publicationId })).rows;
    expect(row).toMatchObject({ id, state: 'printed', date: '2020-03-06', issue: { label: '《上街信息》第19期' } });
    expect(await ids('颗粒归仓', { state: 'adopted' })).toEqual([submissionId]);
    for (const text of ['第19期', '2020年第19期', '总第512期', '抢收抢种', '2020年3月6日', '峡窝镇抢收'])
      expect(await ids(text, { kinds: ['issue'], state: 'signed' }), text).toEqual([issue.id]);
    await desk.call('issues.void', { id: issue.id, reason: '印错' });
    expect(await ids('粒粒归仓', { ...items, state: 'pool' })).toEqual([id]);
    expect(await ids('第19期', { state: 'voided' })).toEqual([issue.id]);
    expect(desk.core.check()).toEqual([]);
  });

  it('an intake taken back is not found any more', async () => {
    const { intakeId } = await desk.call('submissions.paste', { text: '区审计局练就真功夫 一是望诊。（区审计局）' });
    expect(await ids('望诊')).toHaveLength(1);
    await desk.call('submissions.undoIntake', { id: intakeId });
    expect(await ids('望诊')).toEqual([]);
  });

  it('finds units by name and by initials, and their texts by their name', async () => {
    const unit = await addUnit(desk, '区发改委', '上街区发展和改革委员会');
    const id = await type('推动开复工', '有序开展。');
    await desk.call('submissions.setDepartment', { ids: [id], departmentId: unit });
    for (const text of ['区发改委', 'qfgw', 'QFGW', '发展和改革'])
      expect(
        (await query(text)).rows.map((row) => [row.kind, row.id]),
        text,
      ).toEqual([
        ['department', unit],
        ['submission', id],
      ]);
    expect(await ids('开复工 qfgw')).toEqual([id]);
    expect(await ids('', { departmentId: unit })).toEqual([id]);
  });

  it('lists the newest day first and keeps to the days asked for', async () => {
    const days = ['2020-03-05', '2019-12-31', '2020-03-05', '2021-01-01'];
    const filed: string[] = [];
    for (const receivedDate of days) filed.push(await type(`麦收${filed.length}`, '正文。', { receivedDate }));
    expect(await titles('麦收')).toEqual(['麦收3', '麦收2', '麦收0', '麦收1']);
    const asked = { from: '2020-01-01' as IsoDate, to: '2020-12-31' as IsoDate };
    expect(await titles('麦', asked)).toEqual(['麦收2', '麦收0']);
    expect(await titles('麦收', { offset: 1, limit: 2 })).toEqual(['麦收2', '麦收0']);
  });

  it('best first puts what is about it before what mentions it', async () => {
    await type('冷链督查', '冷链企业全面督查，冷链食品逐一检测。');
    await type('春耕备耕', `农资储备充足。${'各项工作有序开展。'.repeat(30)}冷链运输。`);
    expect(await titles('冷链', { order: 'newest' })).toEqual(['春耕备耕', '冷链督查']);
    expect(await titles('冷链', { order: 'best' })).toEqual(['冷链督查', '春耕备耕']);
  });

  it('finds the author of a text and says where', async () => {
    await type('甲', '正文。', { fields: { author: '张三丰', signer: null, phone: null } });
    expect((await query('张三丰')).rows[0]?.passage).toEqual({ text: '张三丰', hits: [[0, 3]] });
  });

  it('counts up to a thousand and says that there are more, and pages beyond', { timeout: 120_000 }, async () => {
    const many = Array.from({ length: 1_050 }, (_, i) => `△第${i}号稿，峡窝镇完成麦收${i}亩。（峡窝镇）`).join('\n\n');
    await desk.call('submissions.paste', { text: many });
    expect(await query('麦收', { offset: 1_049 })).toMatchObject({ total: 1_000, more: true, rows: [{}] });
    expect(await query('麦收7')).toMatchObject({ total: 111, more: false });
  });

  it('a write that fails leaves the index as it was', async () => {
    const id = await addItem(desk, '甲', '颗粒归仓。');
    const save = { id, version: 7, title: '乙', blocks: [], kind: 'item' as const, sourceOverride: null };
    await expect(desk.call('items.save', save)).rejects.toMatchObject({ code: 'item-changed-elsewhere' });
    expect(await ids('颗粒归仓', { kinds: ['item'] })).toEqual([id]);
    expect(desk.core.check()).toEqual([]);
  });

  it('an unsigned issue that is deleted is not found, and its items are free', async () => {
    const issue = await addIssue(desk);
    const { entries } = await desk.call('issues.get', { id: issue });
    await desk.call('issues.delete', { id: issue });
    expect(await ids('', { kinds: ['issue'] })).toEqual([]);
    expect(await ids('', { state: 'pool' })).toEqual([entries[0]?.item.id as ItemId]);
  });

  it('is the same after a restart', async () => {
    await sign(desk, await addIssue(desk));
    const before = await query('第19期');
    await desk.reopen();
    expect(await query('第19期')).toEqual(before);
  });
});
