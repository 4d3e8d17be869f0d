import { randomBytes } from 'node:crypto';
import type { DeskEvent } from '../../shared/contract/events.ts';
import type { MethodName, Methods, MethodsOf, Output, ParsedInput } from '../../shared/contract/index.ts';
import type { PortalState } from '../../shared/contract/portal/officeViews.ts';
import type { Capabilities } from '../../shared/contract/views.ts';
import type { Timestamp } from '../../shared/domain/dates.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import type { Role } from '../../shared/domain/people.ts';
import type { FileReader } from '../intake/readInChild.ts';
import type { Database, Writable } from './db/open.ts';
import type { Leases } from './features/leases/leases.ts';
import type { CodeCost } from './features/portal/accounts.ts';
import type { SlipsToPrint } from './features/portal/slips.ts';
import type { KeptBooks } from './features/statistics/keptBooks.ts';
import type { CorePress } from './ports.ts';

/** Who calls: the person chosen in the session, with the roles he has now. */
export interface Actor {
  personId: PersonId;
  name: string;
  roles: readonly Role[];
}

/** What a door keeps for a window between calls. */
export interface SessionPort {
  readonly personId: PersonId | null;
  choose(personId: PersonId): void;
  readonly capabilities: Capabilities;
}

/** What every feature may use. */
export interface Desk {
  readonly db: Database;
  readonly press: CorePress;
  readonly reader: FileReader;
  readonly leases: Leases;
  readonly books: KeptBooks;
  readonly slips: SlipsToPrint;
  readonly version: string;
  /** Where exports go unless the office chose another folder. */
  readonly defaultExportFolder: string;
  clock(): Date;
  emit(event: DeskEvent): void;
  /** The built page that makes packets, before the office's facts stand in it. */
  packetPage(): Promise<string>;
  /** What a guess at a unit's code costs. */
  readonly codeCost: CodeCost;
  /** How the department page's door stands. */
  portalState(): PortalState;
  /** Told of an error, says whether only the search index was at fault, which is then made anew between calls. */
  healSearch(error: unknown): boolean;
  /** There may be files of back issues to be read, and pages to be told; reading goes on in the background. */
  readBackIssues(): void;
}

/** A call by somebody who works here. */
export interface Call {
  desk: Desk;
  actor: Actor;
}

/** A call of an `anyone` method: it may come before a person is chosen, and it may choose one. */
export interface OpenCall {
  desk: Desk;
  actor: Actor | null;
  session: SessionPort;
}

export type CallOf<Name extends MethodName> = Methods[Name]['allowed'] extends 'anyone' ? OpenCall : Call;

export type Handler<Name extends MethodName> = (
  input: ParsedInput<Name>,
  call: CallOf<Name>,
) => Output<Name> | Promise<Output<Name>>;

/** Handlers of the methods named `Feature.…`; the table makes the map exhaustive. */
export type HandlersOf<Feature extends string> = { [Name in MethodsOf<Feature>]: Handler<Name> };

/** 128 random bits, as an id. */
export const newId = <Id extends string>(): Id => randomBytes(16).toString('base64url') as Id;

export const now = (desk: Desk): Timestamp => desk.clock().toISOString() as Timestamp;

/** One line of the record: who did what to which subject (an id), in words. */
export function record(w: Writable, call: Call, subject: string | null, text: string): void {
  w.run('INSERT INTO audit_log (at, person, subject, text) VALUES (?, ?, ?, ?)', [
    now(call.desk),
    call.actor.name,
    subject,
    text,
  ]);
}
