import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Duplicates } from '../../../shared/contract/methods/search.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { SubmissionId } from '../../../shared/domain/ids.ts';
import { truthOf } from '../../support/bulletins.ts';
import { reword } from '../../unit/similar/rewording.ts';
import { addUnit, openDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const corpus = ['000', '001', '003'].flatMap((name) =>
  truthOf(name).items.map(({ title, body }) => ({ title: title ?? '', text: body.join('\n') })),
);

async function type(title: string, text: string): Promise<SubmissionId> {
  const { submissions } = await desk.call('submissions.type', {
    title,
    text,
    departmentId: null,
    receivedDate: '2020-03-05' as IsoDate,
    fields: { author: null, signer: null, phone: null },
  });
  return submissions[0]?.id ?? expect.unreachable();
}

const find = (submissionId: SubmissionId) => desk.call('duplicates.find', { submissionId });
const found = ({ rows }: Duplicates) => rows.map((row) => `${row.kind} ${row.id}`);

describe('near texts of the office', () => {
  it('nine of ten rewordings lead to the first sending, and to nothing else', async () => {
    let state = 3;
    const random = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const first = new Map<string, SubmissionId>();
    for (const { title, text } of corpus) first.set(text, await type(title, text));
    let right = 0;
    let wrong = 0;
    for (const { text } of corpus) {
      const again = await find(await type('', reword(text, random)));
      const names = found(again).filter((name) => [...first.values()].some((id) => name.endsWith(id)));
      if (names.includes(`submission ${first.get(text)}`)) right++;
      wrong += names.filter((name) => !name.endsWith(first.get(text) ?? '')).length;
    }
    expect(right / corpus.length).toBeGreaterThanOrEqual(0.9);
    expect(wrong).toBeLessThanOrEqual(corpus.length / 100);
  });

  it('what was printed is named with its issue, and the same passages stand side by side', async () => {
    const [{ title, text } = expect.unreachable()] = corpus.filter((one) => one.title !== '');
    const unit = await addUnit(desk, '区政法委');
    const first = await type(title, text);
    await desk.call('submissions.setDepartment', { ids: [first], departmentId: unit });
    await desk.call('submissions.shortlist', { ids: [first] });
    const { itemId } = await desk.call('submissions.get', { id: first });
    if (itemId === null) return expect.unreachable();
    const issue = await desk.call('issues.create', {
      publicationId: desk.publicationId,
      date: '2020-03-06' as IsoDate,
      theme: '',
      correctsId: null,
    });
    // What the proofer says of the text is not what is asked here.
    await desk.call('checklist.setBlocking', { blocks: false });
    const entries = [{ itemId, kind: 'item' as const, section: null }];
    const arranged = await desk.call('issues.setEntries', { id: issue.id, version: issue.version, entries });
    await desk.call('issues.sign', { id: issue.id, version: arranged.version, expectedNumber: 19 });

    const again = await find(await type(`再报：${title}`, text.replaceAll('，', ',')));
    expect(again.rows).toMatchObject([
      {
        kind: 'item',
        id: itemId,
        state: 'printed',
        issue: { label: '《上街信息》第19期' },
        unit: '区政法委',
        earlier: true,
      },
    ]);
    const [row = expect.unreachable()] = again.rows;
    for (const { here, there } of row.passages)
      expect(again.text.slice(...here).replace(/[,，]/g, '')).toBe(row.text.slice(...there).replace(/[,，]/g, ''));
    const covered = row.passages.reduce((sum, { here: [from, to] }) => sum + to - from, 0);
    expect(covered).toBeGreaterThan(text.length * 0.8);
  });

  it('a text is not a duplicate of what was made of it, nor that of it', async () => {
    const [{ title, text } = expect.unreachable()] = corpus;
    const id = await type(title, text);
    await desk.call('submissions.shortlist', { ids: [id] });
    const { itemId } = await desk.call('submissions.get', { id });
    expect((await find(id)).rows).toEqual([]);
    expect((await desk.call('duplicates.find', { itemId: itemId ?? expect.unreachable() })).rows).toEqual([]);
  });

  it('of two that came, the first knows the second too and says which was earlier', async () => {
    const [{ text } = expect.unreachable()] = corpus;
    const [first, second] = [await type('甲', text), await type('乙', text)];
    expect((await find(first)).rows).toMatchObject([{ id: second, earlier: false, score: expect.any(Number) }]);
    expect((await find(second)).rows).toMatchObject([{ id: first, earlier: true }]);
  });

  it('a changed text is near what it now says', async () => {
    const [{ text: one }, { text: other }] = [corpus[0] ?? expect.unreachable(), corpus[1] ?? expect.unreachable()];
    const itemId = (await desk.call('items.create', { title: '', departmentId: null })).id;
    const save = (version: number, text: string) =>
      desk.call('items.save', {
        id: itemId,
        version,
        title: '',
        blocks: [{ kind: 'text', text }],
        kind: 'item',
        sourceOverride: null,
      });
    await save(1, one);
    const id = await type('', other);
    expect(found(await find(id))).toEqual([]);
    await save(2, other);
    expect(found(await find(id))).toEqual([`item ${itemId}`]);
  });

  it('of a file taken in, the items that tell what was told before are named, each with the likest', async () => {
    const [{ text } = expect.unreachable(), { text: other } = expect.unreachable()] = corpus;
    const first = await type('甲', text);
    const { intakeId, submissions } = await desk.call('submissions.type', {
      title: '乙',
      text: text.replaceAll('，', ','),
      departmentId: null,
      receivedDate: '2020-03-06' as IsoDate,
      fields: { author: null, signer: null, phone: null },
    });
    expect(await desk.call('duplicates.ofIntake', { intakeId })).toMatchObject([
      { submissionId: submissions[0]?.id, title: '乙', near: { kind: 'submission', id: first, earlier: true } },
    ]);
    const { intakeId: alone } = await desk.call('submissions.get', { id: await type('丙', other) });
    expect(await desk.call('duplicates.ofIntake', { intakeId: alone })).toEqual([]);
  });

  it('a text that is not there is named', async () => {
    await expect(find('x' as SubmissionId)).rejects.toMatchObject({ code: 'not-found', params: { what: '这件来稿' } });
  });
});
