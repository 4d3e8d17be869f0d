import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { IssueId } from '../../../shared/domain/ids.ts';
import { addIssue, openDesk, sign, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
afterEach(() => desk.close());

const dates = ['2020-03-06', '2020-12-31', '2021-01-01'] as const;

const step = fc.oneof(
  fc.record({ do: fc.constant('create' as const), date: fc.constantFrom(...dates) }),
  fc.record({ do: fc.constantFrom('sign' as const, 'delete' as const, 'void' as const), which: fc.nat(9) }),
  fc.record({ do: fc.constant('restart' as const) }),
  fc.record({ do: fc.constant('clock' as const), time: fc.constantFrom('1970-01-01', '2019-03-01', '2099-12-31') }),
);

describe('numbers of issues', () => {
  it('are whole and without doubles whatever is created, signed, deleted, voided or restarted in between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        desk = await openDesk();
        const open: IssueId[] = [];
        const signed: IssueId[] = [];
        for (const s of steps) {
          if (s.do === 'create') open.push(await addIssue(desk, s.date as IsoDate));
          else if (s.do === 'restart') await desk.reopen();
          else if (s.do === 'clock') desk.setTime(`${s.time}T00:00:00.000Z`);
          else if (s.do === 'void') {
            const id = signed.splice(s.which % (signed.length || 1), 1)[0];
            if (id) await desk.call('issues.void', { id, reason: '印错' });
          } else {
            const id = open.splice(s.which % (open.length || 1), 1)[0];
            if (!id) continue;
            if (s.do === 'delete') await desk.call('issues.delete', { id });
            else {
              await sign(desk, id);
              signed.push(id);
            }
          }
        }
        const { rows } = await desk.call('issues.list', {
          frozen: true,
          publicationId: null,
          search: '',
          offset: 0,
          limit: 500,
        });
        const of = (year: string) => rows.filter((row) => row.date.startsWith(year)).map((row) => row.number);
        expect(of('2020').toSorted((a, b) => a - b)).toEqual(of('2020').map((_, i) => 19 + i));
        expect(of('2021').toSorted((a, b) => a - b)).toEqual(of('2021').map((_, i) => 1 + i));
        expect(rows.map((row) => row.total ?? 0).toSorted((a, b) => a - b)).toEqual(rows.map((_, i) => 512 + i));
        expect(desk.core.check()).toEqual([]);
        await desk.close();
      }),
      { numRuns: 12, seed: 19 },
    );
    desk = await openDesk();
  });

  it('belong to the year of the date the editor chose, not of the clock', async () => {
    desk = await openDesk({ time: '2021-01-02T00:00:00.000Z' });
    expect(await sign(desk, await addIssue(desk, '2020-12-31' as IsoDate))).toBe(19);
    expect(await sign(desk, await addIssue(desk, '2021-01-02' as IsoDate))).toBe(1);
    expect(await sign(desk, await addIssue(desk, '2020-12-31' as IsoDate))).toBe(20);
  });

  it('are refused where another issue took the number the signer saw', async () => {
    desk = await openDesk();
    const [first, second] = [await addIssue(desk), await addIssue(desk)];
    const seen = await desk.call('issues.get', { id: second });
    expect(seen).toMatchObject({ number: 19, tentative: true, label: '第19期（暂定）' });
    await sign(desk, first);
    await expect(
      desk.call('issues.sign', { id: second, version: seen.version, expectedNumber: seen.number }),
    ).rejects.toMatchObject({ code: 'state-changed' });
    expect(await sign(desk, second)).toBe(20);
  });

  it('can be given a start only while no issue of the year is signed', async () => {
    desk = await openDesk();
    const start = { id: desk.publicationId, year: 2020, startNumber: 7, startTotal: 100 };
    await desk.call('publications.setStart', start);
    expect(await sign(desk, await addIssue(desk))).toBe(7);
    await expect(desk.call('publications.setStart', { ...start, startNumber: 30 })).rejects.toMatchObject({
      code: 'number-in-use',
    });
  });
});
