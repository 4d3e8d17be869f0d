import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createThrottle } from '../../../electron/core/features/portal/throttle.ts';
import { addUnit, openDesk, type TestDesk } from '../support/desk.ts';
import { signedInUnit } from './unit.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

describe('a slip code', () => {
  it('lets the unit in by short or full name, whatever its letters and hyphens look like, but only to change it', async () => {
    const id = await addUnit(desk, '区审计局', '上街区审计局');
    const [issued] = await desk.call('portal.issueCodes', { departmentIds: [id] });
    const code = issued?.code ?? expect.unreachable();
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/);
    const { portal } = desk.core;
    const session = await portal.signIn(
      { unit: '上街区审计局', code: code.toLowerCase().replaceAll('-', ' ') },
      '10.0.0.1',
    );
    const unit = portal.unitOf(session) ?? expect.unreachable();
    await expect(portal.call('drafts.list', {}, unit, session)).rejects.toMatchObject({ code: 'code-must-change' });
    await portal.call('unit.changeCode', { oldCode: code, newCode: '自己定的密码12' }, unit, session);
    expect(portal.unitOf(session)).toMatchObject({ mustChangeCode: false });
  });

  it('is printed from memory: only to who works here, under no code’s address, and not after the program was closed', async () => {
    const { id } = await desk.call('portal.slips', { slips: [{ name: '区审计局', code: '7KQM-2XHD-9TRA' }] });
    const file = () => desk.core.files.download(`slips/${id}.pdf`, desk.actor);
    const { bytes, type } = await file();
    expect([type, new TextDecoder().decode(bytes)]).toEqual([
      'application/pdf',
      expect.stringContaining('7KQM-2XHD-9TRA'),
    ]);
    await expect(desk.core.files.download(`slips/${id}.pdf`, null)).rejects.toMatchObject({ code: 'not-signed-in' });
    await desk.reopen();
    await expect(file()).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is kept nowhere: neither in the database nor in the record', async () => {
    const id = await addUnit(desk, '区审计局');
    const [issued] = await desk.call('portal.issueCodes', { departmentIds: [id] });
    const code = issued?.code ?? expect.unreachable();
    const log = await desk.call('office.log', { subject: null, limit: 100 });
    expect(JSON.stringify([log, await desk.call('portal.get', {})])).not.toContain(code);
  });
});

describe('a session of a unit', () => {
  it('ends when a new code is issued, when the unit is locked, and when it is no longer active', async () => {
    const first = await signedInUnit(desk, '甲局');
    await desk.call('portal.issueCodes', { departmentIds: [first.departmentId] });
    expect(desk.core.portal.unitOf(first.session)).toBeNull();

    const second = await signedInUnit(desk, '乙局', '10.0.0.2');
    await desk.call('portal.lock', { departmentId: second.departmentId, locked: true });
    expect(desk.core.portal.unitOf(second.session)).toBeNull();
    await expect(desk.core.portal.signIn({ unit: '乙局', code: second.code }, '10.0.0.2')).rejects.toMatchObject({
      code: 'code-locked',
    });

    const third = await signedInUnit(desk, '丙局', '10.0.0.3');
    const department = (await desk.call('departments.list', {})).find(({ id }) => id === third.departmentId);
    await desk.call('departments.save', { ...(department ?? expect.unreachable()), active: false });
    expect(desk.core.portal.unitOf(third.session)).toBeNull();
  });

  it('is told apart from others in the log of sign-ins, refusals too', async () => {
    await signedInUnit(desk, '甲局');
    await expect(desk.core.portal.signIn({ unit: '甲局', code: 'wrong' }, '10.9.9.9')).rejects.toMatchObject({
      code: 'code-refused',
    });
    await expect(desk.core.portal.signIn({ unit: '无此局', code: 'wrong' }, '10.9.9.9')).rejects.toMatchObject({
      code: 'code-refused',
    });
    const rows = await desk.call('portal.signIns', { limit: 10 });
    expect(rows.map(({ name, address, outcome }) => `${name} ${address} ${outcome}`)).toEqual([
      '（未知单位） 10.9.9.9 refused',
      '甲局 10.9.9.9 refused',
      '甲局 10.0.0.9 in',
    ]);
  });
});

describe('guessing', () => {
  const minutes = { now: 0 };
  const throttle = () => createThrottle(() => minutes.now * 60_000);

  it('is slowed to five a minute for a unit, from however many addresses', () => {
    const slow = throttle();
    for (let i = 0; i < 5; i++) expect(slow.attempt('甲局', `10.0.0.${i}`)).toBe(0);
    expect(slow.attempt('甲局', '10.0.0.99')).toBe(60);
    minutes.now += 1;
    expect(slow.attempt('甲局', '10.0.0.99')).toBe(0);
  });

  it('is slowed to twenty a minute for an address, over however many units', () => {
    const slow = throttle();
    for (let i = 0; i < 20; i++) expect(slow.attempt(`第${i}局`, '10.0.0.7')).toBe(0);
    expect(slow.attempt('第21局', '10.0.0.7')).toBeGreaterThan(0);
  });

  it('from elsewhere does not keep a unit out that has signed in from its own desk before', () => {
    const slow = throttle();
    slow.succeeded('甲局', '10.0.0.5');
    for (let i = 0; i < 9; i++) slow.attempt('甲局', '10.6.6.6');
    expect(slow.attempt('甲局', '10.0.0.5')).toBe(0);
  });
});
