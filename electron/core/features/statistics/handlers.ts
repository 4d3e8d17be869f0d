import type { HandlersOf } from '../../context.ts';
import { balanceOf } from './balance.ts';
import { statisticsOf, unitLedger } from './service.ts';

export const statisticsHandlers: HandlersOf<'statistics'> = {
  'statistics.matrix': (span, { desk }) => desk.db.read((r) => statisticsOf(r, desk, span)),
  'statistics.ledger': ({ departmentId, ...span }, { desk }) =>
    desk.db.read((r) => unitLedger(r, desk, span, departmentId)),
  'statistics.balance': (span, { desk }) => desk.db.read((r) => balanceOf(r, desk, span)),
};
