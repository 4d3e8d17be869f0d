import type { DeskEvent } from '../../shared/contract/events.ts';
import type { PortalState } from '../../shared/contract/portal/officeViews.ts';
import type { IntakeResult } from '../../shared/contract/views.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { isSealed } from '../../shared/packet/seal.ts';
import { createFileReader, type FileReader, READ_PROCESS, READERS } from '../intake/readInChild.ts';
import { nodeFork } from '../press/nodeFork.ts';
import type { Actor, Call, Desk, SessionPort } from './context.ts';
import { type BlobHash, getBlob } from './db/blobs.ts';
import { type Log, openDatabase } from './db/open.ts';
import { dispatch } from './dispatch.ts';
import { CoreError } from './errors.ts';
import { type BackReading, createBackReading } from './features/backIssues/reading.ts';
import { type Download, download, type NamedBytes, upload } from './features/files.ts';
import { sweepDraftFiles } from './features/handIns/draftFiles.ts';
import { numberingFaults } from './features/issues/check.ts';
import { brokenContents } from './features/issues/frozen.ts';
import { Leases } from './features/leases/leases.ts';
import { exportFolder } from './features/office/office.ts';
import { openPacket } from './features/packets/open.ts';
import { getPerson } from './features/people/repo.ts';
import { CODE_COST, type CodeCost } from './features/portal/accounts.ts';
import { createSlipsToPrint } from './features/portal/slips.ts';
import { createSearchKeeper } from './features/search/keeper.ts';
import { searchFaults } from './features/search/searchIndex.ts';
import { createKeptBooks } from './features/statistics/keptBooks.ts';
import { intakeFile } from './features/submissions/intake.ts';
import { removeStrayTempsBelow } from './files/writeFileAtomic.ts';
import { migrations } from './migrations/index.ts';
import { createPortalCore, type PortalCore } from './portal/index.ts';
import type { CorePress } from './ports.ts';

export type { Actor, SessionPort } from './context.ts';
export { CoreError } from './errors.ts';
export type { Download, NamedBytes } from './features/files.ts';
export type { PortalCore, Unit, UnitSession } from './portal/index.ts';
export type { CorePress } from './ports.ts';

export interface CorePorts {
  /** The data folder; made when missing, owned while the core is open. */
  dataDir: string;
  press: CorePress;
  /** Reads what comes in; under plain Node a process of its own unless given. */
  reader?: FileReader;
  log: Log;
  version: string;
  /** Where exports go unless the office chooses another folder. */
  exportFolder: string;
  clock?: () => Date;
  /** ms that only go forward, whatever is done to the clock. */
  monotonic?: () => number;
  /** The built page that makes packets. */
  packetPage?: () => Promise<string>;
  /** Scrypt's cost of new codes of the department page; tests take a small one. */
  codeCost?: CodeCost;
}

/** All of the application, for any host. */
export interface Core {
  /** Calls a method of the table by name; see `dispatch` for what it throws. */
  call(name: string, input: unknown, actor: Actor | null, session: SessionPort): Promise<unknown>;
  /** `long`: a person has allowed more pages than usual. */
  intakeFile(file: NamedBytes, actor: Actor | null, long?: boolean): Promise<IntakeResult>;
  /** Files going out and registers coming in, by a short path: `departments.xlsx`. Throws `not-found`. */
  files: {
    download(path: string, actor: Actor | null): Promise<Download>;
    upload(path: string, file: NamedBytes, actor: Actor | null): Promise<unknown>;
  };
  /** The department page's own door to the core. */
  portal: PortalCore;
  /** Who a person is now; null where he is unknown or no longer active. */
  actorFor(personId: PersonId): Actor | null;
  subscribe(listener: (event: DeskEvent) => void): () => void;
  /** Tells a second start on this data folder where this one is. */
  announce(url: string): void;
  /** What is wrong with the stored data, in words; empty when nothing. */
  check(): string[];
  close(): Promise<void>;
}

/** Opens the data folder. Throws `CoreError` with a start code (`data-in-use`, `database-from-future` …). */
export function createCore(ports: CorePorts): Core {
  const clock = ports.clock ?? (() => new Date());
  const monotonic = ports.monotonic ?? (() => performance.now());
  const listeners = new Set<(event: DeskEvent) => void>();
  const emit = (event: DeskEvent) => {
    for (const listener of listeners) listener(event);
  };
  const search = createSearchKeeper({ log: ports.log, emit });
  const db = openDatabase({
    dir: ports.dataDir,
    migrations,
    clock,
    log: ports.log,
    programVersion: ports.version,
    beforeCommit: search.beforeCommit,
  });
  search.begin(db);
  ports.press.readPicturesFrom((hash) => db.read((r) => getBlob(r, hash as BlobHash) ?? null));
  sweepExports(
    db.read((r) => exportFolder(r, ports.exportFolder)),
    ports.log,
  );
  db.onCommit(({ topics }) => {
    if (topics.size > 0) emit({ type: 'changed', topics: [...topics] });
  });
  let portalState: PortalState = { kind: 'off' };
  const reader = ports.reader ?? createFileReader({ fork: nodeFork(READ_PROCESS), processes: READERS });
  const desk: Desk = {
    db,
    press: ports.press,
    reader,
    leases: new Leases(monotonic),
    slips: createSlipsToPrint(monotonic),
    books: createKeptBooks(db, clock, monotonic),
    version: ports.version,
    defaultExportFolder: ports.exportFolder,
    clock,
    emit,
    codeCost: ports.codeCost ?? CODE_COST,
    packetPage: ports.packetPage ?? (() => Promise.reject(new Error('the host brings no packet page'))),
    portalState: () => portalState,
    healSearch: search.heal,
    readBackIssues: () => backReading.wake(),
  };
  const backReading: BackReading = createBackReading(desk, ports.log);
  backReading.begin();
  void sweepDraftFiles(db, ports.log).catch((error: unknown) => ports.log.warn('drafts not swept', { error }));

  return {
    call: (name, input, actor, session) => dispatch(desk, name, input, actor, session),
    intakeFile: async (file, actor, long) => takeIn({ desk, actor: editorOnly(actor) }, file, long),
    files: {
      download: async (path, actor) => download({ desk, actor: anybody(actor) }, path),
      upload: async (path, file, actor) => upload({ desk, actor: editorOnly(actor) }, path, file),
    },
    portal: createPortalCore(desk, (state) => {
      portalState = state;
      emit({ type: 'changed', topics: ['portal'] });
    }),
    actorFor(personId) {
      const person = db.read((r) => getPerson(r, personId));
      return person?.active ? { personId: person.id, name: person.name, roles: person.roles } : null;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce: (url) => db.announce(url),
    check: () => [
      ...db.faults(),
      ...db.read((r) => [
        ...brokenContents(r).map((id) => `签发内容与校验值不一致：${id}`),
        ...numberingFaults(r),
        ...searchFaults(r),
      ]),
    ],
    async close() {
      search.end();
      backReading.end();
      await Promise.all([ports.press.close(), reader.close()]);
      db.close();
    },
  };
}

/** A packet of a unit, or a file like any other: told by its first bytes. */
const takeIn = (call: Call, file: NamedBytes, long = false): Promise<IntakeResult> =>
  isSealed('packet', file.bytes) ? openPacket(call, file) : intakeFile(call, file, long);

/** Takes away what a killed export left under a temporary name; nobody waits for it. */
function sweepExports(folder: string, log: Log): void {
  removeStrayTempsBelow(folder)
    .then((names) => names.length > 0 && log.info('unfinished exports removed', { names }))
    .catch((error: unknown) => log.warn('unfinished exports could not be removed', { error: String(error) }));
}

function anybody(actor: Actor | null): Actor {
  if (!actor) throw new CoreError('not-signed-in');
  return actor;
}

function editorOnly(actor: Actor | null): Actor {
  const person = anybody(actor);
  if (!person.roles.includes('editor')) throw new CoreError('not-allowed', { person: person.name, roles: '责任编辑' });
  return person;
}
