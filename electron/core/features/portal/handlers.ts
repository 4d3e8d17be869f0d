import { randomBytes } from 'node:crypto';
import type {
  PortalAccount,
  PortalView,
  SignInRow,
  SubmissionThread,
} from '../../../../shared/contract/portal/officeViews.ts';
import type { SubmissionId } from '../../../../shared/domain/ids.ts';
import { slipCode } from '../../../../shared/domain/portal.ts';
import { openingOf } from '../../../../shared/text/opening.ts';
import { type Desk, type HandlersOf, now, record } from '../../context.ts';
import type { Readable } from '../../db/open.ts';
import { CoreError } from '../../errors.ts';
import { getCommission } from '../commissions/repo.ts';
import { getDepartment, listDepartments } from '../departments/repo.ts';
import { filesOf, handInOfSubmission, intakesOf, markRead, threadOf } from '../handIns/repo.ts';
import { handInRow } from '../handIns/views.ts';
import { getSubmission, submissionsOfIntake } from '../submissions/repo.ts';
import { hashCode, listAccounts, putCode, setLocked } from './accounts.ts';
import { putFeedback, readFeedback } from './feedback.ts';
import { readPortalSettings, writePortalSettings } from './settings.ts';
import { slipsOf } from './slips.ts';

export const portalHandlers: HandlersOf<'portal'> = {
  'portal.get': (_, { desk }) => portalView(desk),

  'portal.configure': (settings, call) => {
    call.desk.db.write((w) => {
      const before = readPortalSettings(w);
      writePortalSettings(w, settings);
      if (before.on !== settings.on) record(w, call, null, settings.on ? '开启报送端' : '关闭报送端');
      else record(w, call, null, '修改报送端设置');
    });
    return portalView(call.desk);
  },

  async 'portal.issueCodes'({ departmentIds }, call) {
    const { desk } = call;
    const units = desk.db.read((r) =>
      [...new Set(departmentIds)].map((id) => {
        const unit = getDepartment(r, id);
        if (!unit) throw new CoreError('not-found', { what: '这个单位' });
        return { departmentId: id, name: unit.shortName, code: slipCode(randomBytes) };
      }),
    );
    const hashed = await Promise.all(units.map(({ code }) => hashCode(code, desk.codeCost)));
    desk.db.write((w) => {
      for (const [i, { departmentId, name }] of units.entries()) {
        const secret = hashed[i];
        if (!secret) throw new Error('a code was not hashed');
        putCode(w, { departmentId, ...secret, mustChange: true, issuedAt: now(desk), issuedBy: call.actor.name });
        record(w, call, departmentId, `发给${name}报送端密码`);
      }
    });
    return units;
  },

  'portal.slips': ({ slips }, { desk }) => ({ id: desk.slips.keep(slipsOf(desk, slips)) }),

  'portal.lock': ({ departmentId, locked }, call) =>
    call.desk.db.write((w) => {
      const unit = getDepartment(w, departmentId);
      if (!unit) throw new CoreError('not-found', { what: '这个单位' });
      setLocked(w, departmentId, locked);
      record(w, call, departmentId, `${locked ? '停用' : '启用'}${unit.shortName}的报送端`);
    }),

  'portal.signIns': ({ limit }, { desk }) =>
    desk.db.read((r) =>
      r.all<SignInRow>('SELECT seq, at, name, address, outcome FROM portal_sign_ins ORDER BY seq DESC LIMIT ?', [
        limit,
      ]),
    ),

  'portal.markRead': ({ submissionId }, call) =>
    call.desk.db.write((w) => {
      const handIn = handInOfSubmission(w, submissionId);
      if (handIn !== null && handIn.readAt === null) markRead(w, handIn.id, now(call.desk));
    }),

  'portal.giveFeedback': ({ submissionId, text }, call) =>
    call.desk.db.write((w) => {
      const { title, paragraphs } = getSubmission(w, submissionId);
      putFeedback(w, submissionId, { text, at: now(call.desk), person: call.actor.name });
      record(w, call, submissionId, `点评来稿：${title || openingOf(paragraphs[0] ?? '', 20)}`);
    }),

  'portal.thread': ({ submissionId }, { desk }) => desk.db.read((r) => threadView(r, submissionId)),
};

function portalView(desk: Desk): PortalView {
  return desk.db.read((r) => ({ settings: readPortalSettings(r), state: desk.portalState(), accounts: accountsOf(r) }));
}

function accountsOf(r: Readable): PortalAccount[] {
  const accounts = new Map(listAccounts(r).map((account) => [account.departmentId, account]));
  const last = new Map(
    r
      .all<{ id: PortalAccount['departmentId']; at: PortalAccount['lastSignIn'] }>(
        `SELECT department_id AS id, max(at) AS at FROM portal_sign_ins WHERE outcome = 'in' GROUP BY department_id`,
      )
      .map(({ id, at }) => [id, at]),
  );
  return listDepartments(r)
    .filter((unit) => unit.active)
    .map(({ id, shortName, group }) => {
      const account = accounts.get(id);
      return {
        departmentId: id,
        name: shortName,
        group,
        code: account === undefined ? 'none' : account.mustChange ? 'slip' : 'own',
        locked: account?.locked ?? false,
        issuedAt: account?.issuedAt ?? null,
        lastSignIn: last.get(id) ?? null,
      };
    });
}

function threadView(r: Readable, id: SubmissionId): SubmissionThread | null {
  const handIn = handInOfSubmission(r, id);
  if (handIn === null) return null;
  return {
    handIn: handInRow(r, handIn),
    fields: handIn.fields,
    files: filesOf(r, handIn.id),
    readAt: handIn.readAt,
    commission: handIn.commissionId === null ? null : getCommission(r, handIn.commissionId).topic,
    packet: handIn.replyKey !== null,
    feedback: readFeedback(r, id),
    thread: threadOf(r, handIn).map((one) => ({
      ...handInRow(r, one),
      submissionIds: intakesOf(r, one.id).flatMap((intake) => submissionsOfIntake(r, intake)),
    })),
  };
}
