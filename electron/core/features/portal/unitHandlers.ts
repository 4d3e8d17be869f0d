import { toIsoDate } from '../../../../shared/domain/dates.ts';
import { normaliseCode } from '../../../../shared/domain/portal.ts';
import { now, record } from '../../context.ts';
import { CoreError } from '../../errors.ts';
import { asCall, type UnitHandlersOf } from '../../portal/context.ts';
import { commissionsFor } from '../commissions/repo.ts';
import { countOrdinary } from '../handIns/repo.ts';
import { countReturned } from '../handIns/views.ts';
import { readOffice } from '../office/office.ts';
import { listPublications } from '../publications/repo.ts';
import { unitStanding } from '../statistics/unitStanding.ts';
import { getAccount, hashCode, isCode, putCode } from './accounts.ts';
import { readPortalSettings } from './settings.ts';

export const unitHandlers: UnitHandlersOf<'unit'> = {
  'unit.get': (_, { desk, unit }) =>
    desk.db.read((r) => {
      const { dailyCap, urgentMinutes } = readPortalSettings(r);
      const { departmentId } = unit;
      const today = toIsoDate(desk.clock());
      const asked = commissionsFor(r, departmentId);
      return {
        office: readOffice(r)?.name ?? '',
        unit: unit.name,
        mustChangeCode: unit.mustChangeCode,
        publications: listPublications(r).map(({ id, name }) => ({ id, name })),
        urgentMinutes,
        leftToday: dailyCap === null ? null : Math.max(0, dailyCap - countOrdinary(r, departmentId, today)),
        waiting: {
          commissions: asked.filter((one) => one.readAt === null && !one.closed).length,
          returned: countReturned(r, departmentId),
        },
      };
    }),

  async 'unit.changeCode'({ oldCode, newCode }, call) {
    const { desk, unit } = call;
    const account = desk.db.read((r) => getAccount(r, unit.departmentId));
    if (!(await isCode(account, oldCode, desk.codeCost))) throw new CoreError('code-refused');
    if (normaliseCode(oldCode) === normaliseCode(newCode)) throw new CoreError('code-unchanged');
    const hashed = await hashCode(newCode, desk.codeCost);
    desk.db.write((w) => {
      putCode(w, {
        departmentId: unit.departmentId,
        ...hashed,
        mustChange: false,
        issuedAt: now(desk),
        issuedBy: unit.name,
      });
      record(w, asCall(call), unit.departmentId, `${unit.name}修改了报送端密码`);
    });
  },

  'unit.standing': ({ from, to }, { desk, unit }) => unitStanding(desk, unit.departmentId, from, to),
};
