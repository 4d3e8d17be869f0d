import { isPortalMethodName, type PortalMethodName, portalMethods } from '../../../shared/contract/portal/index.ts';
import type { PortalState } from '../../../shared/contract/portal/officeViews.ts';
import type { AttachedFile } from '../../../shared/contract/portal/views.ts';
import { draftId, handInId } from '../../../shared/domain/ids.ts';
import type { PortalSettings } from '../../../shared/domain/portal.ts';
import type { Desk } from '../context.ts';
import { type BlobHash, getBlob } from '../db/blobs.ts';
import { explainInput } from '../dispatch.ts';
import { CoreError } from '../errors.ts';
import { unitCircularHandlers } from '../features/circulars/unitHandlers.ts';
import { unitCommissionHandlers } from '../features/commissions/handlers.ts';
import type { Download, NamedBytes } from '../features/files.ts';
import { attachFile } from '../features/handIns/draftFiles.ts';
import { filesOf, getHandIn } from '../features/handIns/repo.ts';
import { unitHandInHandlers } from '../features/handIns/unitHandlers.ts';
import { getAccount } from '../features/portal/accounts.ts';
import { readPortalSettings } from '../features/portal/settings.ts';
import { logSignIn, signIn, type UnitSession, unitOf } from '../features/portal/signIn.ts';
import { createThrottle } from '../features/portal/throttle.ts';
import { unitHandlers } from '../features/portal/unitHandlers.ts';
import type { Unit, UnitHandler } from './context.ts';

export type { UnitSession } from '../features/portal/signIn.ts';
export type { Unit } from './context.ts';

/** What the department page's door asks of the core. It cannot reach the workstation's methods through it. */
export interface PortalCore {
  settings(): PortalSettings;
  /** The door tells how it stands, for the screen that switches it. */
  report(state: PortalState): void;
  /** Throws `slow-down`, `code-refused`, `code-locked`. */
  signIn(typed: { unit: string; code: string }, address: string): Promise<UnitSession>;
  signOut(session: UnitSession, address: string): void;
  /** `null` once the session is over: code changed, unit locked or no longer active. */
  unitOf(session: UnitSession): Unit | null;
  /** Known name, code changed at first use, schema, then run. A change of code renews `session`. Throws `CoreError`. */
  call(name: string, input: unknown, unit: Unit, session: UnitSession): Promise<unknown>;
  /** Puts a file to a draft of the unit. Throws `not-found`, `too-many-files`. */
  attach(draft: string, file: NamedBytes, unit: Unit): Promise<AttachedFile[]>;
  /** A file the unit itself sent. Throws `not-found`, for every other alike. */
  download(handIn: string, position: number, unit: Unit): Download;
}

const handlers: { [Name in PortalMethodName]: UnitHandler<Name> } = {
  ...unitHandlers,
  ...unitHandInHandlers,
  ...unitCommissionHandlers,
  ...unitCircularHandlers,
};

/** All a unit may do before it has changed the code of its slip. */
const FIRST: readonly PortalMethodName[] = ['unit.get', 'unit.changeCode'];

export function createPortalCore(desk: Desk, report: (state: PortalState) => void): PortalCore {
  const throttle = createThrottle();
  return {
    settings: () => desk.db.read(readPortalSettings),
    report,
    signIn: (typed, address) => signIn(desk, throttle, typed, address),
    signOut: (session, address) => {
      const unit = desk.db.read((r) => unitOf(r, session));
      if (unit)
        desk.db.write((w) => logSignIn(w, desk, { id: unit.departmentId, name: unit.name, address, outcome: 'out' }));
    },
    unitOf: (session) => desk.db.read((r) => unitOf(r, session)),

    async call(name, input, unit, session) {
      if (!isPortalMethodName(name)) throw new CoreError('unknown-method', { method: name.slice(0, 60) });
      if (unit.mustChangeCode && !FIRST.includes(name)) throw new CoreError('code-must-change');
      const parsed = portalMethods[name].input.safeParse(input);
      if (!parsed.success) throw new CoreError('invalid-input', explainInput(parsed.error.issues));
      // The table gives handler and schema the same name; the compiler cannot follow one name through both.
      const handler = handlers[name] as UnitHandler<PortalMethodName>;
      const answer = await handler(parsed.data as never, { desk, unit });
      // The page that changed the code goes on; every other session of the unit is over.
      if (name === 'unit.changeCode')
        session.generation = desk.db.read((r) => getAccount(r, unit.departmentId))?.generation ?? 0;
      return answer;
    },

    async attach(draft, file, unit) {
      if (unit.mustChangeCode) throw new CoreError('code-must-change');
      const id = draftId.parse(draft);
      return attachFile(desk, [unit.departmentId, id], file);
    },

    download(handIn, position, unit) {
      if (unit.mustChangeCode) throw new CoreError('code-must-change');
      return desk.db.read((r) => {
        const { id } = getHandIn(r, unit.departmentId, handInId.parse(handIn));
        const file = filesOf(r, id)[position];
        const bytes = file && getBlob(r, file.hash as BlobHash);
        if (!file || !bytes) throw new CoreError('not-found', { what: '这个文件' });
        return { name: file.name, bytes, type: 'application/octet-stream' };
      });
    },
  };
}
