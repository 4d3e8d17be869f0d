import { type HandlersOf, newId, now, record } from '../../context.ts';
import type { UnitHandlersOf } from '../../portal/context.ts';
import {
  acknowledge,
  addCommission,
  addTopic,
  closeCommission,
  commissionsFor,
  deleteTopic,
  getCommission,
  listCommissions,
  listTopics,
} from './repo.ts';

export const commissionHandlers: HandlersOf<'commissions'> & HandlersOf<'topics'> = {
  'commissions.list': (_, { desk }) => desk.db.read(listCommissions),

  'commissions.publish': ({ departmentIds, ...input }, call) =>
    call.desk.db.write((w) => {
      const commission = {
        ...input,
        id: newId<ReturnType<typeof getCommission>['id']>(),
        publishedAt: now(call.desk),
        person: call.actor.name,
        closedAt: null,
      };
      addCommission(w, commission, departmentIds);
      record(w, call, commission.id, `约稿“${input.topic}”，${departmentIds.length}个单位`);
      return { id: commission.id };
    }),

  'commissions.close': ({ id, closed }, call) =>
    call.desk.db.write((w) => {
      closeCommission(w, id, closed ? now(call.desk) : null);
      record(w, call, id, `${closed ? '结束' : '重开'}约稿“${getCommission(w, id).topic}”`);
    }),

  'topics.list': (_, { desk }) => desk.db.read(listTopics),

  'topics.publish': ({ month, text }, call) =>
    call.desk.db.write((w) => {
      addTopic(w, { id: newId(), month, text, publishedAt: now(call.desk), person: call.actor.name });
      record(w, call, null, `发布${month}报送要点`);
    }),

  'topics.delete': ({ id }, call) =>
    call.desk.db.write((w) => {
      deleteTopic(w, id);
      record(w, call, null, '删除一份报送要点');
    }),
};

/** What a unit sees of them. */
export const unitCommissionHandlers: UnitHandlersOf<'commissions'> & UnitHandlersOf<'topics'> = {
  'commissions.list': (_, { desk, unit }) => desk.db.read((r) => commissionsFor(r, unit.departmentId)),
  'commissions.acknowledge': ({ id }, { desk, unit }) =>
    desk.db.write((w) => acknowledge(w, unit.departmentId, id, now(desk))),
  'topics.list': (_, { desk }) => desk.db.read(listTopics),
};
