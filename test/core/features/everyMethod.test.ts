import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Input, type MethodName, methods } from '../../../shared/contract/index.ts';
import type { BackUpload } from '../../../shared/contract/methods/backIssues.ts';
import { defaultWording } from '../../../shared/domain/circular/circular.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { emptyDistribution } from '../../../shared/domain/distribution.ts';
import type { ItemId } from '../../../shared/domain/ids.ts';
import { type Role, roleSchema } from '../../../shared/domain/people.ts';
import { defaultPortalSettings } from '../../../shared/domain/portal.ts';
import { points } from '../../../shared/domain/scoring/points.ts';
import { rulesPresets } from '../../../shared/domain/scoring/presets.ts';
import { addIssue, addItem, addUnit, openDesk, sign, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;

const page = { offset: 0, limit: 10 };
const reason = '内容与上期重复';

const person = async () => (await desk.call('people.list', {}))[0] ?? expect.unreachable();
const publication = async () => (await desk.call('publications.list', {}))[0] ?? expect.unreachable();
const unit = () => addUnit(desk, '区发改委', '上街区发展和改革委员会');
const recipient = async () =>
  (await desk.call('recipients.save', { id: null, name: '区委书记', note: '', active: true })).id;
const group = async () =>
  (await desk.call('recipients.saveGroup', { id: null, name: '区县处级领导', members: [await recipient()] })).id;
const submission = async () => {
  const { submissions, intakeId } = await desk.call('submissions.paste', {
    text: '区发改委推动项目有序开复工 一是建立机制。二是加大督查。（区发改委）',
  });
  return { id: submissions[0]?.id ?? expect.unreachable(), intakeId };
};
const comment = async () => {
  const itemId = await addItem(desk, '甲');
  return (await desk.call('comments.add', { itemId, version: 1, kind: 'question', text: '属实吗？', anchor: null })).id;
};
const issue = async () => desk.call('issues.get', { id: await addIssue(desk) });
const signed = async () => {
  const id = await addIssue(desk);
  await sign(desk, id);
  return id;
};

const commissioned = async () => ({
  topic: '复工复产中的难点',
  text: '请报典型做法和存在问题。',
  publicationId: desk.publicationId,
  deadline: '2020-03-10T10:00:00.000Z',
  departmentIds: [await unit()],
});
const decision = (itemId: ItemId) => ({
  itemId,
  kind: 'waive' as const,
  rule: 'words.confused',
  passage: '布署',
  context: '全面【布署】防汛',
  message: '',
  reason: '地名',
});
const leader = { id: null, name: '张晓明', posts: ['区委书记'], validFrom: null, validTo: null, note: '' };
const wording = { id: null, kind: 'term' as const, word: '峡窝乡', preferred: '峡窝镇', reason: '2004年改镇' };
const span = { from: '2020-01-01' as IsoDate, to: '2020-03-31' as IsoDate, publicationId: null };
const circular = () => desk.call('circulars.create', { ...span, kind: 'quarterly', date: '2020-04-02' as IsoDate });
const firstRules = () => ({
  validFrom: '2020-01-01' as IsoDate,
  rules: rulesPresets[0]?.rules ?? expect.unreachable(),
});
const recognition = async () => ({
  kind: 'upper' as const,
  itemId: await addItem(desk, '甲'),
  date: '2020-03-06' as IsoDate,
  level: 'city' as const,
  publication: '郑州信息',
  form: 'item' as const,
  text: '',
});
const adjustment = async () => ({
  departmentId: await unit(),
  date: '2020-03-06' as IsoDate,
  points: points(2),
  clause: null,
  reason: '信息质量好',
});

/** For each method, an input that it takes as it should. A method added to the table fails to compile here. */
const good: { [Name in MethodName]: () => Promise<Input<Name>> } = {
  'session.get': async () => ({}),
  'session.choose': async () => ({ personId: (await person()).id }),
  'office.begin': () => Promise.reject(new Error('tested on an empty folder')),
  'office.save': async () => ({ name: '中共上街区委办公室', exportFolder: '' }),
  'office.counts': async () => ({}),
  'office.log': async () => ({ subject: null, limit: 20 }),
  'people.list': async () => ({}),
  'people.save': async () => ({ id: null, name: '李德昭', roles: ['reviewer'], active: true }),
  'departments.list': async () => ({}),
  'departments.save': async () => ({
    id: null,
    shortName: '区审计局',
    fullName: '上街区审计局',
    group: '区直',
    otherNames: [{ name: '审计局', kind: 'alias', validFrom: null, validTo: null }],
    active: true,
  }),
  'departments.delete': async () => ({ id: await unit() }),
  'departments.order': async () => ({ ids: [await unit()] }),
  'recipients.list': async () => ({}),
  'recipients.save': async () => ({ id: null, name: '峡窝镇', note: '', active: true }),
  'recipients.delete': async () => ({ id: await recipient() }),
  'recipients.order': async () => ({ ids: [await recipient()] }),
  'recipients.saveGroup': async () => ({ id: null, name: '各街道办事处', members: [await recipient()] }),
  'recipients.deleteGroup': async () => ({ id: await group() }),
  'publications.list': async () => ({}),
  'publications.save': async () => ({ ...(await publication()), id: null, name: '上街信息（增刊）' }),
  'publications.preview': async () => ({
    publication: await publication(),
    pages: 'sample',
    known: [],
    only: [1],
    viewer: 'v1',
  }),
  'publications.numbering': async () => ({ id: desk.publicationId, year: 2020 }),
  'publications.setStart': async () => ({ id: desk.publicationId, year: 2020, startNumber: 3, startTotal: 30 }),
  'submissions.list': async () => ({ state: null, search: 'qfgw', departmentId: null, ...page }),
  'submissions.get': async () => ({ id: (await submission()).id }),
  'submissions.readPasted': async () => ({ html: '<p>区审计局练就真功夫</p>' }),
  'submissions.paste': async () => ({ text: '区审计局练就真功夫 一是望诊。（区审计局）' }),
  'submissions.type': async () => ({
    title: '电话报送',
    text: '峡窝镇完成麦收。',
    departmentId: await unit(),
    receivedDate: '2020-03-01' as IsoDate,
    fields: { author: '张三', signer: null, phone: null },
  }),
  'submissions.setDepartment': async () => ({ ids: [(await submission()).id], departmentId: await unit() }),
  'submissions.shortlist': async () => ({ ids: [(await submission()).id] }),
  'submissions.hold': async () => ({ ids: [(await submission()).id] }),
  'submissions.return': async () => ({
    ids: [(await submission()).id],
    reason: '请核实总数',
    dueDate: '2020-03-08' as IsoDate,
  }),
  'submissions.reject': async () => ({ ids: [(await submission()).id], reason }),
  'submissions.undo': async () => {
    const { id } = await submission();
    await desk.call('submissions.hold', { ids: [id] });
    return { ids: [id] };
  },
  'submissions.undoIntake': async () => ({ id: (await submission()).intakeId }),
  'submissions.split': async () => ({ intakeId: (await submission()).intakeId }),
  'submissions.resplit': async () => {
    const { intakeId } = await submission();
    return { intakeId, split: (await desk.call('submissions.split', { intakeId })).split };
  },
  'submissions.merge': async () => ({ ids: [(await submission()).id, (await submission()).id] }),
  'items.list': async () => ({ where: 'pool', search: '', ...page }),
  'items.get': async () => ({ id: await addItem(desk, '甲') }),
  'items.create': async () => ({ title: '本办自写', departmentId: null }),
  'items.save': async () => ({
    id: await addItem(desk, '甲'),
    version: 1,
    title: '甲乙',
    blocks: [{ kind: 'text', text: '改过的正文。' }],
    kind: 'item',
    sourceOverride: null,
  }),
  'items.revisions': async () => ({ id: await addItem(desk, '甲') }),
  'items.revision': async () => ({ id: await addItem(desk, '甲'), seq: 1 }),
  'items.history': async () => ({ id: await addItem(desk, '甲') }),
  'items.accepted': async () => ({ id: await addItem(desk, '甲') }),
  'items.accept': async () => ({
    id: await addItem(desk, '甲'),
    title: '甲',
    blocks: [{ kind: 'text', text: '正文。' }],
  }),
  'items.restore': async () => ({ id: await addItem(desk, '甲'), seq: 1, version: 1 }),
  'items.merge': async () => ({ ids: [await addItem(desk, '甲'), await addItem(desk, '乙')] }),
  'items.setCredits': async () => ({ id: await addItem(desk, '甲'), departmentIds: [await unit()] }),
  'items.delete': async () => ({ id: await addItem(desk, '甲') }),
  'issues.list': async () => ({ frozen: false, publicationId: null, search: '', ...page }),
  'issues.years': async () => ({}),
  'issues.get': async () => ({ id: (await issue()).id }),
  'issues.suggest': async () => ({ publicationId: desk.publicationId }),
  'issues.create': async () => ({
    publicationId: desk.publicationId,
    date: '2020-03-06' as IsoDate,
    theme: '',
    correctsId: await signed(),
  }),
  'issues.update': async () => {
    const { id, version } = await issue();
    return { id, version, theme: '精准服务', distribution: emptyDistribution, reviewer: '李德昭' };
  },
  'issues.setEntries': async () => {
    const { id, version } = await issue();
    return { id, version, entries: [{ itemId: await addItem(desk, '乙'), kind: 'brief', section: '简讯' }] };
  },
  'issues.delete': async () => ({ id: (await issue()).id }),
  'issues.sendForReview': async () => {
    const { id, version } = await issue();
    return { id, version };
  },
  'issues.sendBack': async () => {
    const { id, version } = await issue();
    await desk.call('issues.sendForReview', { id, version });
    return { id, note: '第二条数字请核' };
  },
  'issues.sign': async () => {
    const { id, version, number } = await issue();
    return { id, version, expectedNumber: number };
  },
  'issues.release': async () => ({ id: await signed() }),
  'issues.void': async () => ({ id: await signed(), reason: '印错' }),
  'issues.preview': async () => ({
    id: (await issue()).id,
    known: [],
    only: [1],
    viewer: 'v',
    draft: { item: null, entries: null, pageAdjust: null },
  }),
  'issues.fontRemarks': async () => ({ id: (await issue()).id }),
  'issues.export': async () => ({ id: (await issue()).id, folder: null, job: 'j' }),
  'issues.stopExport': async () => ({ job: 'j' }),
  'deliveries.list': async () => ({ id: await signed() }),
  'deliveries.mark': async () => {
    const { id, version } = await issue();
    const distribution = {
      lines: [
        {
          line: 'to' as const,
          label: '送',
          wording: null,
          targets: [{ kind: 'group' as const, id: await group(), copies: 2 }],
        },
      ],
      spare: 1,
    };
    await desk.call('issues.update', { id, version, distribution });
    await sign(desk, id);
    return { id, indices: [0], delivered: true };
  },
  'backIssues.status': async () => ({}),
  'backIssues.list': async () => ({ only: 'problems', sort: 'number', descending: true, ...page }),
  'backIssues.get': backDraft,
  'backIssues.numbers': async () => ({}),
  'backIssues.unknownSources': async () => ({}),
  'backIssues.nameUnit': async () => ({ name: '区发展改革委', departmentId: await unit() }),
  'backIssues.save': async () => ({
    ...(await backDraft()),
    publicationId: desk.publicationId,
    number: 17,
    total: null,
    date: '2018-03-01' as IsoDate,
  }),
  'backIssues.saveSplit': async () => {
    const key = await backDraft();
    return { fileId: key.fileId, split: (await desk.call('backIssues.get', key)).split };
  },
  'backIssues.remove': async () => ({ fileIds: [(await backDraft()).fileId] }),
  'backIssues.retry': async () => {
    await desk.core.files.upload(
      'back-issues',
      { name: '空白.txt', bytes: Buffer.from(' \n') },
      desk.core.actorFor((await person()).id),
    );
    await vi.waitUntil(async () => (await desk.call('backIssues.status', {})).failed === 1, { timeout: 20_000 });
    const { rows } = await desk.call('backIssues.list', { only: 'all', sort: 'file', descending: false, ...page });
    return { fileId: rows[0]?.fileId ?? expect.unreachable() };
  },
  'backIssues.pause': async () => ({ paused: true }),
  'backIssues.file': async () => ({ drafts: [await backDraft()], job: 'j' }),
  'backIssues.withdraw': async () => {
    const { fileId } = await backDraft();
    await desk.call('backIssues.file', { drafts: null, job: 'j' });
    const { rows } = await desk.call('issues.list', { frozen: true, publicationId: null, search: '', ...page });
    expect((await desk.call('backIssues.status', {})).filed, fileId).toBe(1);
    return { issueId: rows[0]?.id ?? expect.unreachable(), reason: '日期有误' };
  },
  'search.query': async () => ({ text: '开复工 qfgw', kinds: ['submission', 'item'], state: 'new', ...page }),
  'proof.knowledge': async () => ({ id: await addItem(desk, '甲') }),
  'proof.ignore': async () => ({ passage: '采购采购', ignored: true }),
  'comments.list': async () => ({ itemId: await addItem(desk, '甲') }),
  'comments.add': async () => ({
    itemId: await addItem(desk, '甲'),
    version: 1,
    kind: 'note',
    text: '请核对。',
    anchor: { part: 'text', start: 0, end: 2 },
  }),
  'comments.reply': async () => ({ id: await comment(), text: '已核对。' }),
  'comments.resolve': async () => ({ id: await comment(), resolved: true }),
  'comments.delete': async () => ({ id: await comment() }),
  'leases.step': async () => ({ itemId: await addItem(desk, '甲'), window: 'window-one', step: 'renew' }),
  'review.get': async () => ({ issueId: (await issue()).id }),
  'review.mark': async () => {
    const { id, version, entries } = await issue();
    await desk.call('issues.sendForReview', { id, version });
    return { issueId: id, itemIds: entries.map(({ item }) => item.id), passed: true };
  },
  'proof.questions': async () => ({ id: (await submission()).id }),
  'proof.decisions': async () => ({ id: await addItem(desk, '甲') }),
  'proof.decide': async () => decision(await addItem(desk, '甲')),
  'proof.withdraw': async () => {
    const itemId = await addItem(desk, '甲');
    await desk.call('proof.decide', decision(itemId));
    return { itemId, seq: (await desk.call('proof.decisions', { id: itemId }))[0]?.seq ?? expect.unreachable() };
  },
  'checklist.get': async () => ({ id: (await issue()).id }),
  'checklist.confirm': async () => ({ id: (await issue()).id, name: 'units', note: '', confirmed: true }),
  'checklist.setBlocking': async () => ({ blocks: false }),
  'leaders.list': async () => ({}),
  'leaders.save': async () => leader,
  'leaders.delete': async () => ({ id: (await desk.call('leaders.save', leader)).id }),
  'leaders.order': async () => ({ ids: [(await desk.call('leaders.save', leader)).id] }),
  'wordings.list': async () => ({}),
  'wordings.save': async () => wording,
  'wordings.delete': async () => ({ id: (await desk.call('wordings.save', wording)).id }),
  'duplicates.setApart': async () => ({
    about: { submissionId: (await submission()).id },
    other: { kind: 'item', id: await addItem(desk, '乙') },
    apart: true,
  }),
  'duplicates.ofIntake': async () => ({ intakeId: (await submission()).intakeId }),
  'duplicates.find': async () => ({ submissionId: (await submission()).id }),
  'portal.get': async () => ({}),
  'portal.configure': async () => ({ ...defaultPortalSettings, dailyCap: 3 }),
  'portal.issueCodes': async () => ({ departmentIds: [await unit()] }),
  'portal.slips': async () => ({ slips: [{ name: '区审计局', code: '7KQM-2XHD-9TRA' }] }),
  'portal.lock': async () => ({ departmentId: await unit(), locked: true }),
  'portal.signIns': async () => ({ limit: 20 }),
  'portal.markRead': async () => ({ submissionId: (await submission()).id }),
  'portal.giveFeedback': async () => ({ submissionId: (await submission()).id, text: '数据翔实' }),
  'portal.thread': async () => ({ submissionId: (await submission()).id }),
  'commissions.list': async () => ({}),
  'commissions.publish': commissioned,
  'commissions.close': async () => ({
    id: (await desk.call('commissions.publish', await commissioned())).id,
    closed: true,
  }),
  'topics.list': async () => ({}),
  'topics.publish': async () => ({ month: '2020-03', text: '一、疫情防控。二、复工复产。' }),
  'topics.delete': async () => {
    await desk.call('topics.publish', { month: '2020-03', text: '一、疫情防控。' });
    const [topic] = await desk.call('topics.list', {});
    return { id: topic?.id ?? expect.unreachable() };
  },
  'scoring.rules': async () => ({}),
  'scoring.saveRules': async () => ({ id: null, ...firstRules() }),
  'scoring.deleteRules': async () => ({ id: (await desk.call('scoring.saveRules', { id: null, ...firstRules() })).id }),
  'scoring.recognitions': async () => ({ itemId: null, search: '', ...page }),
  'scoring.saveRecognition': async () => ({ id: null, recognition: await recognition() }),
  'scoring.deleteRecognition': async () =>
    desk.call('scoring.saveRecognition', { id: null, recognition: await recognition() }),
  'scoring.adjustments': async () => ({ departmentId: null, ...page }),
  'scoring.saveAdjustment': async () => ({ id: null, adjustment: await adjustment() }),
  'scoring.deleteAdjustment': async () =>
    desk.call('scoring.saveAdjustment', { id: null, adjustment: await adjustment() }),
  'circulars.list': async () => ({}),
  'circulars.get': async () => ({ id: (await circular()).id }),
  'circulars.create': async () => ({ ...span, kind: 'quarterly', date: '2020-04-02' as IsoDate }),
  'circulars.save': async () => circular(),
  'circulars.refresh': async () => circular(),
  'circulars.publish': async () => circular(),
  'circulars.withdraw': async () => {
    const made = await circular();
    await desk.call('circulars.publish', made);
    return { id: made.id };
  },
  'circulars.delete': async () => ({ id: (await circular()).id }),
  'circulars.wordings': async () => ({}),
  'circulars.saveWording': async () => ({ kind: 'quarterly', wording: defaultWording.quarterly }),
  'circulars.preview': async () => ({ id: (await circular()).id, known: [], only: [1], viewer: 'a' }),
  'circulars.export': async () => ({ id: (await circular()).id, folder: null }),
  'circulars.exportStatement': async () => ({ ...span, departmentId: await unit(), folder: null }),
  'statistics.matrix': async () => span,
  'statistics.ledger': async () => ({ ...span, departmentId: await unit() }),
  'statistics.balance': async () => span,
};

/** A file of back issues, read: its one issue waits to be filed. */
async function backDraft() {
  const { fileId } = (await desk.core.files.upload(
    'back-issues',
    { name: '2018/第17期.txt', bytes: readFileSync(new URL('../../fixtures/corpus/001.txt', import.meta.url)) },
    desk.core.actorFor((await person()).id),
  )) as BackUpload;
  await vi.waitUntil(async () => (await desk.call('backIssues.status', {})).drafts === 1, { timeout: 20_000 });
  return { fileId, part: 0 };
}

const names = Object.keys(methods) as MethodName[];
const withoutBegin = names.filter((name) => name !== 'office.begin');
const rolesOutside = (name: MethodName): Role[] => {
  const { allowed } = methods[name];
  return allowed === 'anyone' ? [] : roleSchema.options.filter((role) => !(allowed as readonly Role[]).includes(role));
};

describe('every method', () => {
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  it.each(withoutBegin)('%s takes good input', async (name) => {
    await expect(desk.call(name, (await good[name]()) as never)).resolves.not.toThrow();
  });
});

// What is refused changes nothing: one office serves for all of it.
describe('every method, asked as it must not be,', () => {
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  it.each(names)('%s refuses input that is not of its shape', async (name) => {
    for (const bad of [null, 7, [], { id: 7, ids: 'x', search: null, name: {}, text: 1, title: 2, year: 'x' }]) {
      const takesAnything = methods[name].input.safeParse(bad).success;
      if (takesAnything) continue;
      await expect(desk.call(name, bad as never)).rejects.toMatchObject({ code: 'invalid-input' });
    }
    expect(methods[name].input.safeParse(null).success).toBe(false);
  });

  it.each(names.filter((name) => methods[name].allowed !== 'anyone'))(
    '%s refuses nobody and whoever has none of its roles, before it looks at the input',
    async (name) => {
      await expect(desk.callAs(null, name, {} as never)).rejects.toMatchObject({ code: 'not-signed-in' });
      const outside = rolesOutside(name);
      if (outside.length > 0)
        await expect(desk.callAs(outside, name, {} as never)).rejects.toMatchObject({ code: 'not-allowed' });
    },
  );

  it('office.begin works once', async () => {
    const again = { office: '别处', person: '某', publication: '别的', startNumber: 1, startTotal: 1, year: 2020 };
    await expect(desk.callAs(null, 'office.begin', again)).rejects.toMatchObject({ code: 'state-changed' });
  });

  it.each(['__proto__', 'constructor', 'toString', 'issues', 'issues.nothing', ''])(
    'a name that is not in the table (%s) is refused by name',
    async (name) => {
      await expect(desk.call(name as MethodName, {} as never)).rejects.toMatchObject({ code: 'unknown-method' });
    },
  );
});
