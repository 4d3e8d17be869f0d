import { beforeEach, describe, expect, it } from 'vitest';
import { type Asker, Leases } from '../../../electron/core/features/leases/leases.ts';
import type { LeaseStep } from '../../../shared/contract/methods/leases.ts';
import type { Timestamp } from '../../../shared/domain/dates.ts';
import { itemId, personId } from '../../../shared/domain/ids.ts';

const item = itemId.parse('i1');
const at = '2020-03-06T02:00:00.000Z' as Timestamp;
const window = (name: string, person: string): Asker => ({ window: name, personId: personId.parse(person), person });
const [hao, li, haoAgain] = [window('w1', '郝婕'), window('w2', '李德昭'), window('w3', '郝婕')];

let time: number;
let leases: Leases;
beforeEach(() => {
  time = 0;
  leases = new Leases(() => time);
});
const step = (who: Asker, what: LeaseStep) => leases.step(item, who, what, at);
const mine = (who: Asker) => step(who, 'renew').view?.mine;

describe('谁在改', () => {
  it('who comes second reads and is told who has it', () => {
    expect(mine(hao)).toBe(true);
    expect(step(li, 'renew').view).toMatchObject({
      mine: false,
      holder: { person: '郝婕', self: false },
      takeIn: 300_000,
    });
    expect(mine(hao)).toBe(true);
  });

  it('is free once its window is closed, or has not been heard of for 45 seconds', () => {
    step(hao, 'renew');
    step(hao, 'leave');
    expect(mine(li)).toBe(true);
    time = 44_000;
    expect(mine(hao)).toBe(false);
    time = 46_000;
    expect(mine(hao)).toBe(true);
    expect(mine(li)).toBe(false);
  });

  it('is given when asked for', () => {
    step(hao, 'renew');
    expect(step(li, 'ask')).toMatchObject({
      changed: true,
      view: { mine: false, asked: { person: '李德昭', mine: true } },
    });
    expect(step(hao, 'renew').view?.asked).toEqual({ person: '李德昭', mine: false, declined: false });
    expect(step(hao, 'give')).toMatchObject({ changed: true, view: { mine: false, holder: { person: '李德昭' } } });
    expect(mine(li)).toBe(true);
  });

  it('may be taken after a minute without an answer, not before, and not where the answer was no', () => {
    step(hao, 'renew');
    step(li, 'ask');
    time = 30_000;
    step(hao, 'typed');
    time = 59_000;
    expect(step(li, 'take').view?.mine).toBe(false);
    step(hao, 'typed');
    time = 61_000;
    expect(step(li, 'renew').view?.takeIn).toBe(0);
    step(hao, 'keep');
    expect(step(li, 'take').view).toMatchObject({ mine: false, asked: { declined: true } });
    step(li, 'ask');
    time = 100_000;
    step(hao, 'typed');
    time = 122_000;
    expect(step(li, 'take').view?.mine).toBe(true);
    expect(mine(hao)).toBe(false);
  });

  it('may be taken at once from who has not typed for five minutes, and from oneself', () => {
    step(hao, 'renew');
    expect(step(haoAgain, 'take').view?.mine).toBe(true);
    for (time = 0; time < 301_000; time += 30_000) step(haoAgain, 'renew');
    expect(step(li, 'take').view?.mine).toBe(true);
  });
});
