import type { Timestamp } from '../../domain/dates.ts';
import type { CommissionId, DepartmentId, PublicationId, SubmissionId } from '../../domain/ids.ts';
import type { PortalSettings } from '../../domain/portal.ts';
import type { AttachedFile, HandInFields, HandInRow } from './views.ts';

/** The department page as the office sees it. */
export interface PortalView {
  settings: PortalSettings;
  /** `off`, or listening at these addresses, or why it could not. */
  state: PortalState;
  accounts: PortalAccount[];
}

export type PortalState = { kind: 'off' } | { kind: 'on'; urls: string[] } | { kind: 'failed'; reason: string };

export interface PortalAccount {
  departmentId: DepartmentId;
  name: string;
  group: string;
  /** none: no code was ever issued; slip: the slip's code is unchanged; own: the unit set its own. */
  code: 'none' | 'slip' | 'own';
  locked: boolean;
  issuedAt: Timestamp | null;
  lastSignIn: Timestamp | null;
}

export interface IssuedCode {
  departmentId: DepartmentId;
  name: string;
  code: string;
}

export interface SignInRow {
  seq: number;
  at: Timestamp;
  name: string;
  address: string;
  outcome: 'in' | 'refused' | 'slowed' | 'out';
}

/** What came with a submission through the department page. */
export interface SubmissionThread {
  handIn: HandInRow;
  fields: HandInFields;
  files: AttachedFile[];
  readAt: Timestamp | null;
  commission: string | null;
  /** It came as a packet: its receipt goes back as one. */
  packet: boolean;
  feedback: string;
  thread: (HandInRow & { submissionIds: SubmissionId[] })[];
}

export interface CommissionUnit {
  departmentId: DepartmentId;
  name: string;
  readAt: Timestamp | null;
  answeredAt: Timestamp | null;
}

export interface CommissionView {
  id: CommissionId;
  topic: string;
  text: string;
  publicationId: PublicationId | null;
  deadline: Timestamp;
  publishedAt: Timestamp;
  person: string;
  closedAt: Timestamp | null;
  units: CommissionUnit[];
}
